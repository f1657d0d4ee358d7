"""Writes the README's table of who may do what anew, from the program's own: `make rights`."""

# ruff: noqa: INP001 - a script, which nothing imports

from pathlib import Path

from bot import who_may
from bot.ui.wording import terms
from bot.who_may import Relation, Target, Who

README = Path(__file__).parents[1] / "README.md"
BEGINS, ENDS = "<!-- who may do what -->\n", "<!-- that was who may do what -->\n"

BUTTONS = {
    Target.DRAFT: "a draft",
    Target.ENTRY: "an entry",
    Target.IMPORT: "a file of prompts",
    Target.STORY: "a story",
    Target.ROUND: "a round",
    Target.PROPOSAL: "a round to be",
    Target.CHALLENGE: "a challenge",
    Target.PROMPT: "a prompt",
    Target.SUGGESTION: "a suggestion",
    Target.CASE: "a question to moderators",
}


def table() -> str:
    head = " | ".join(["", *Relation]).strip()
    lines = [line(who, named) for who in Who if (named := things(who))]
    return "\n".join([f"| {head} |", f"|{'---|' * (1 + len(Relation))}", *lines]) + "\n"


def line(who: Who, named: str) -> str:
    return f"| {' | '.join([named, *('✓' if who.includes(each) else '' for each in Relation)])} |"


def things(who: Who) -> str:
    """What they may do, as far as the table names it."""
    commands = [called(name) for row, names in who_may.COMMANDS.items() if row.who is who for name in names]
    buttons = [BUTTONS[row.target] for row in who_may.ROUTES if row.who is who and row.target in BUTTONS]
    of_buttons = [f"the buttons of {terms.either(buttons)}"] if buttons else []
    return "; ".join([*filter(None, [", ".join(commands)]), *of_buttons])


def called(name: str) -> str:
    """A command as members see it. The menus of a message begin with a capital letter."""
    return f"*{name}*" if name[0].isupper() else f"`/{name}`"


def written(readme: str) -> str:
    """The README with the table as it is now."""
    before, _, rest = readme.partition(BEGINS)
    return f"{before}{BEGINS}{table()}{ENDS}{rest.partition(ENDS)[2]}"


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
