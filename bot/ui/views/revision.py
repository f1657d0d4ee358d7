"""Notes in the preview on what a writer's change did to the draft's header and bounds."""

from collections.abc import Iterable, Sequence
from itertools import islice

from bot.domain.entries import revision
from bot.domain.entries.draft import Draft, Understanding
from bot.domain.entries.revision import Change
from bot.domain.header.field import FieldName
from bot.domain.text import escaping
from bot.ui.wording import terms

FIELDS_SHOWN = 6
VALUE = 50
"""Characters shown of a field's name, and of its value."""

PUT_BACK = f"*{terms.FORM}* puts it back there."
BOUNDS_GONE = "The start and end that you chose are not in the new text, so I looked for the story again."


def moved(draft_id: int, draft: Draft) -> str | None:
    """The note if a correction became a new draft, since its own had changed or gone."""
    if draft.id == draft_id:
        return None
    return (
        "The draft you were editing was changed, handed in, discarded or lost meanwhile, so I saved this as a new one."
    )


def of_text(before: Draft | None, draft: Draft) -> str | None:
    """The notes after an edit of the text. `before` is the draft until then; None if the edit changed nothing."""
    if before is None:
        return None
    changes = revision.changes(before.read().header, draft.read().header)
    lines = [*changed(changes), *stayed(draft)]
    if before.bounds is not None and draft.bounds is None:
        lines.append(BOUNDS_GONE)
    return bulleted("**What became of your header**", lines)


def of_header(before: Draft | None, draft: Draft) -> str | None:
    """The notes after a form or *Edit header*: on earlier warnings and spoilers alone, since writers see the rest."""
    if before is None:
        return None
    changes = revision.changes(before.read().header, draft.read().header)
    lines = changed(each for each in changes if each.field in revision.CAUTIONS and each.before)
    return bulleted("**What readers are warned of**", lines)


def changed(changes: Iterable[Change]) -> list[str]:
    """The first changes, with warnings and spoilers before all others."""
    found = sorted(changes, key=lambda change: change.field not in revision.CAUTIONS)
    lines = [change_line(change) for change in islice(found, FIELDS_SHOWN)]
    left = len(found) - len(lines)
    return [*lines, f"{terms.plural(left, 'Another field changes', f'{left} other fields change')}."] if left else lines


def change_line(change: Change) -> str:
    name, before, after = label(change.field), value(change.before), value(change.after)
    if not after:
        return f"{name} is gone. It was {before}."
    return f"{name} is now {after}. It was {before}." if before else f"{name} is new: {after}."


def corrected(changes: Iterable[Change], draft: Draft) -> str | None:
    """What moderators corrected in the entry that the draft is to change, and where the draft says otherwise."""
    read, found = draft.read().header, list(changes)
    kept = [each for each in found if revision.said(read, each.field) == each.after]
    other = [each for each in found if each not in kept]
    overruled = [overruling_line(each, revision.said(read, each.field)) for each in other[:FIELDS_SHOWN]]
    return bulleted("**What moderators corrected**", [*changed(kept), *overruled])


def overruling_line(change: Change, mine: Sequence[str]) -> str:
    name, theirs = label(change.field), value(change.after)
    said = f"corrected {name} to {theirs}" if theirs else f"took {name} out"
    return f"Moderators {said}; here it is {value(mine) or 'gone'}."


def stayed(draft: Draft) -> list[str]:
    """The fields that the writer gave beside the text, and those that they took out of it."""
    beside = revision.beside(draft)
    given = [label(each.field) + instead(each) for each in beside if each.after]
    emptied = [label(each.field) for each in beside if not each.after]
    return [
        *([f"As you gave it by form or *Edit header*: {listed(given)}."] if given else []),
        *([f"Empty, as you left it: {listed(emptied)}."] if emptied else []),
    ]


def instead(change: Change) -> str:
    return f" (your text says {value(change.before)})" if change.before else ""


def listed(parts: Sequence[str]) -> str:
    return ", ".join([*parts[:FIELDS_SHOWN], *(["…"] if len(parts) > FIELDS_SHOWN else [])])


def label(field: FieldName) -> str:
    return f"**{escaping.line(field.label, VALUE)}**"


def value(values: Sequence[str]) -> str:
    return f"“{escaping.line('; '.join(values), VALUE)}”" if values else ""


def warned_inside(understood: Understanding) -> list[str]:
    """A sentence on the lines that the writer's bounds put into the story, if these rate it or warn of it."""
    lines = [f"“{escaping.line(line, VALUE)}”" for line in revision.warned_inside(understood)]
    return [f"Part of your story now, and no longer of its header: {listed(lines)}. {PUT_BACK}"] if lines else []


def bulleted(title: str, lines: Sequence[str]) -> str | None:
    return "\n".join([title, *(f"- {line}" for line in lines)]) if lines else None
