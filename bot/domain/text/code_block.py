"""A text with its code blocks opened: their fences, and a language behind one, are no words of the writer's."""

import re

LANGUAGES = "|".join(
    (
        *(
            "txt",
            "text",
            "plain",
            "plaintext",
            "none",
            "md",
            "markdown",
            "ansi",
            "fix",
            "diff",
            "asciidoc",
            "latex",
            "tex",
        ),
        *(
            "html",
            "xml",
            "css",
            "json",
            "ya?ml",
            "toml",
            "ini",
            "c",
            r"c\+\+",
            "cpp",
            "cs",
            "go",
            "java",
            "js",
            "javascript",
        ),
        *("ts", "typescript", "lua", "php", "py", "python", "rb", "ruby", "rs", "rust", "sh", "bash", "sql"),
    )
)

BLOCK = re.compile(
    rf"```(?:(?P<language>(?:{LANGUAGES})?)[ \t]{{0,10}}\n)?(?P<inside>.*?)(?:(?P<shut>```)|\Z)",
    re.DOTALL | re.IGNORECASE,
)
"""A code block as Discord reads it; the last one may have lost its end."""


def opened(text: str) -> str:
    """The text without fences; the inside of a block of several lines keeps lines of its own, as Discord shows it."""
    return BLOCK.sub(contents, text)


def contents(block: re.Match[str]) -> str:
    language, inside = block["language"], block["inside"]
    if block["shut"] is None and not language:
        return block[0]
    if language is None:
        return inside
    follows_text = block.start() > 0 and block.string[block.start() - 1] != "\n"
    precedes_text = inside[-1:] != "\n" and block.string[block.end() : block.end() + 1] not in {"", "\n"}
    return "\n" * follows_text + inside + "\n" * precedes_text
