"""What a moderator looks for in the bank."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.prompts.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Search:
    set_name: str | None = None
    """None: every set of the server's own."""
    words: str | None = None
    used: bool | None = None
    """True: used prompts alone; False: unused ones alone."""

    def admits(self, prompt: Prompt) -> bool:
        return (
            (self.set_name is None or prompt.set_name == self.set_name)
            and (self.words is None or self.words.casefold() in prompt.text.casefold())
            and (self.used is None or self.used is (prompt.use is not None))
        )


def found(prompts: Iterable[Prompt], search: Search) -> list[Prompt]:
    return [prompt for prompt in prompts if search.admits(prompt)]
