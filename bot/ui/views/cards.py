"""The messages in a round's channel: the round's card, the entries, the round-up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

import discord

from bot.domain.header.field import Field, FieldName
from bot.domain.header.header import Fields
from bot.domain.rounds import authorship, prompt
from bot.domain.rounds.entry import Entry
from bot.domain.rounds.message import Message, Purpose, Subject
from bot.domain.rounds.plan import Plan
from bot.domain.rounds.round import Phase
from bot.domain.text import escaping, harmless, limits, measuring, prompt_word
from bot.services.publishing import Page, Scene
from bot.ui.views.press import Press, buttons
from bot.ui.wording import terms

ROOM_FOR_HEADER = 1_500
ROOM_FOR_FOOT = 3_000
FOOT_LENGTHS = (2_000, 1_000, 400, *(200, 100, 50))
"""Characters shown of each value below a story: the first that leaves room for all."""
ROOM_FOR_A_LINE = 20
"""Characters for the number of the page."""
VALUE_LENGTHS = (400, 200, 100, 50)
"""Characters shown of each value above a story: the first of these that leaves room for all of them."""
ALWAYS_SHOWN = {Field.RATING, Field.WARNINGS, Field.SPOILERS}
"""The fields that readers go by before they open a story."""
ROOM_FOR_TITLE = 300
"""Characters of a round-up for the round's title, escaped at its worst, and the words around it."""
LONGEST_NAME = 80
"""Characters of an entry's title in the round-up."""
ROOM_FOR_LINK = 110
"""Characters for a message's address, and for the marks and the number around an entry's name."""

# Discord gives components ids from 1 up. Ours begin far above, so that both are told apart.
PAGE_MARK = 1_000
"""Ids from here on say which page of what a message is."""
PAGES = 10_000
"""More pages than any purpose needs."""
PURPOSES = tuple(Purpose)
MARK = 1_000_000
"""Ids from here on say whose message it is."""

ACCENT = 0xB5476B
RESTING = 0x8A8A8A

Rows = Mapping[Page, Message]


@dataclass(frozen=True, slots=True)
class Card:
    """A message as it should be: its content, and the picture that goes along."""

    view: discord.ui.LayoutView
    image_id: int | None = None
    file_name: str = ""


def wanted(scene: Scene) -> list[Page]:
    """The messages that should be in the channel now, in the order in which they are sent."""
    if not has_opened(scene):
        return []
    found = [Page(Purpose.CARD, None, 0)]
    standing = scene.pages()
    for entry in scene.entries:
        numbers = standing.get(entry.id) or range(len(story_pages(entry)))
        found += [Page(Purpose.ENTRY, entry, number) for number in numbers]
    if scene.phase is Phase.CLOSED:
        found += [Page(Purpose.ROUND_UP, None, number) for number in range(len(round_up_pages(scene)))]
    return found


def has_opened(scene: Scene) -> bool:
    """True if the round has messages to show: a scheduled round has none, nor has one called off before it opened."""
    if scene.phase is Phase.CANCELLED:
        return any(row.purpose is Purpose.CARD for row in scene.messages)
    return scene.phase is not Phase.SCHEDULED


def card(scene: Scene, page: Page, rows: Rows) -> Card:
    """The page as it should be now."""
    subject = rows[page].subject
    if page.purpose is Purpose.CARD:
        return Card(round_card(scene, subject), scene.round.plan.image_id, picture_name(scene))
    if page.entry is not None:
        return Card(entry_page(page.entry, subject))
    return Card(round_up(scene, subject, rows))


def marked(subject: Subject, text: str, colour: int) -> discord.ui.Container[discord.ui.LayoutView]:
    """The top of a message. The ids of its components carry the subject, and no reader sees them."""
    top = discord.ui.Container[discord.ui.LayoutView](accent_colour=colour, id=MARK + subject.whose)
    place = PAGES * PURPOSES.index(subject.purpose) + subject.page
    top.add_item(discord.ui.TextDisplay(text, id=PAGE_MARK + place))
    return top


def subject_of(message: discord.Message) -> Subject | None:
    """The subject of one of our messages; None if it belongs to no round."""
    match message.components:
        case [discord.Container(id=int(whose), children=[discord.TextDisplay(id=int(place)), *_]), *_] if (
            whose > MARK and place >= PAGE_MARK
        ):
            purpose, page = divmod(place - PAGE_MARK, PAGES)
            return Subject(PURPOSES[purpose], whose - MARK, page)
        case _:
            return None


# -- the round ------------------------------------------------------------------------------------


def round_card(scene: Scene, subject: Subject) -> discord.ui.LayoutView:
    plan = scene.round.plan
    view = discord.ui.LayoutView(timeout=None)
    top = marked(subject, f"## {heading(plan)}", colour(scene))
    if not plan.under_cut:
        add_prompt(top, scene)
    view.add_item(top)
    if plan.under_cut:
        cut = discord.ui.Container[discord.ui.LayoutView](spoiler=True)
        add_prompt(cut, scene)
        view.add_item(cut)
    below = discord.ui.Container[discord.ui.LayoutView](accent_colour=colour(scene))
    below.add_item(discord.ui.TextDisplay("\n".join(facts(scene))))
    if scene.phase is Phase.OPEN:
        submit = Press("round.submit", scene.round.id, label="Submit", style=discord.ButtonStyle.success)
        below.add_item(buttons(submit))
    view.add_item(below)
    return view


def heading(plan: Plan) -> str:
    """The round's title, unless it repeats the prompt's first words, which stand below."""
    made = prompt.title_of(plan.prompt, under_cut=False)
    return "A new prompt" if plan.title == made and not plan.under_cut else round_title(plan)


def round_title(plan: Plan) -> str:
    return escaping.line(plan.title, prompt.LONGEST_TITLE)


def add_prompt(container: discord.ui.Container[discord.ui.LayoutView], scene: Scene) -> None:
    container.add_item(discord.ui.TextDisplay(scene.round.plan.prompt))
    if scene.round.plan.image_id is not None:
        picture = discord.MediaGalleryItem(f"attachment://{picture_name(scene)}")
        container.add_item(discord.ui.MediaGallery(picture))


def picture_name(scene: Scene) -> str:
    """A name that components can refer to. Discord restricts these, and the file's own name may hold anything."""
    return "prompt" + PurePath(scene.image_name or "").suffix.lower()


def facts(scene: Scene) -> list[str]:
    plan = scene.round.plan
    lines = [f"**Words**: {terms.terms_text(plan)}"]
    if plan.prompt_word is not None:
        lines.append(f"**In the story**: {prompt_word_text(plan.prompt_word, under_cut=plan.under_cut)}")
    if plan.required:
        lines.append(f"**Header**: {', '.join(field.label.lower() for field in plan.required)}")
    if plan.highest is not None:
        lines.append(f"**Rated**: up to {terms.rating_text(plan.highest)}")
    lines.append(f"**Entries**: {len(scene.entries)}")
    if scene.phase is Phase.CANCELLED:
        lines.append("This round was called off.")
    elif scene.phase is Phase.CLOSED:
        lines.append(f"Closed {terms.stamp(plan.closes_at)}. Thank you for writing and reading.")
    else:
        lines.append(f"**Closes** {terms.stamp(plan.closes_at)} ({terms.countdown(plan.closes_at)})")
    return lines


def prompt_word_text(word: str, *, under_cut: bool) -> str:
    """The prompt word. It may give the prompt away, so it is hidden whenever the prompt is."""
    text = f"“{escaping.line(word, prompt_word.LONGEST)}”, in any of its forms"
    return f"||{text}||" if under_cut else text


def colour(scene: Scene) -> int:
    return ACCENT if scene.phase is Phase.OPEN else RESTING


# -- an entry -------------------------------------------------------------------------------------


def story_pages(entry: Entry) -> tuple[str, ...]:
    """The story in parts, one for each message. The first part leaves room for the header, the last for the fields
    below the story.
    """
    first = limits.LAYOUT - ROOM_FOR_A_LINE - measuring.units(header_text(entry))
    rest = limits.LAYOUT - ROOM_FOR_A_LINE - measuring.units(continued(entry))
    parts = harmless.split(entry.story, first, rest, covered=entry.header.under_cut)
    left = (first if len(parts) == 1 else rest) - measuring.units(parts[-1])
    return parts if measuring.units(foot_text(entry)) <= left else (*parts, "")


def continued(entry: Entry) -> str:
    return f"-# {title(entry)} (continued)"


def entry_page(entry: Entry, subject: Subject) -> discord.ui.LayoutView:
    parts = story_pages(entry)
    view = discord.ui.LayoutView(timeout=None)
    number = subject.page
    view.add_item(marked(subject, header_text(entry) if number == 0 else continued(entry), ACCENT))
    story = discord.ui.Container[discord.ui.LayoutView](spoiler=entry.header.under_cut)
    foot = foot_text(entry) if number == len(parts) - 1 else ""
    for text in filter(None, (parts[number].strip(), foot)) if parts[number].strip() or foot else ("\u200b",):
        story.add_item(discord.ui.TextDisplay(text))
    if len(parts) > 1:
        story.add_item(discord.ui.TextDisplay(f"-# {number + 1} of {len(parts)}"))
    view.add_item(story)
    return view


def header_text(entry: Entry) -> str:
    """All fields in their writer's order, cut if need be. If they still do not fit, the most needed come first."""
    top = [f"### {title(entry)}", f"by <@{authorship.told(entry)}>"]
    words = f"**Words**: {entry.words:,}"
    for longest in VALUE_LENGTHS:
        text = "\n".join([*top, *field_lines(shown_fields(entry.header.above), longest), words])
        if measuring.units(text) <= ROOM_FOR_HEADER:
            return text
    needed_first = sorted(shown_fields(entry.header.above), key=lambda field: field[0] not in ALWAYS_SHOWN)
    return measuring.as_many([*top, words, *field_lines(needed_first, VALUE_LENGTHS[-1])], ROOM_FOR_HEADER)


def foot_text(entry: Entry) -> str:
    """The fields below the story, where their writer put them; under the cut if the story is."""
    for longest in FOOT_LENGTHS:
        text = "\n".join(field_lines(shown_fields(entry.header.below), longest))
        if measuring.units(text) <= ROOM_FOR_FOOT:
            return text
    return measuring.as_many(field_lines(shown_fields(entry.header.below), FOOT_LENGTHS[-1]), ROOM_FOR_FOOT)


def shown_fields(fields: Fields) -> list[tuple[FieldName, str]]:
    return [(field, value) for field, value in fields if field not in (Field.TITLE, Field.WORD_COUNT) and value.strip()]


def field_lines(fields: Iterable[tuple[FieldName, str]], longest: int) -> list[str]:
    return [terms.field_line(field, value, longest) for field, value in fields]


def title(entry: Entry) -> str:
    return escaping.line(entry.title, 200)


# -- the round-up ---------------------------------------------------------------------------------


def round_up(scene: Scene, subject: Subject, rows: Rows) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    page = round_up_pages(scene)[subject.page]
    lines = [f"{place}. {link(scene, entry, rows)} {by_line(entry)}" for place, entry in page]
    title = [f"## {round_title(scene.round.plan)}: the round-up"] if subject.page == 0 else []
    first, *rest = [*title, "\n".join(lines) or "No entries this time."]
    container = marked(subject, first, ACCENT)
    for text in rest:
        container.add_item(discord.ui.TextDisplay(text))
    view.add_item(container)
    return view


def round_up_pages(scene: Scene) -> list[list[tuple[int, Entry]]]:
    """The entries with their places, page by page. Each page has room for the longest possible links."""
    found: list[list[tuple[int, Entry]]] = [[]]
    room = limits.LAYOUT - ROOM_FOR_TITLE
    for place, entry in enumerate(scene.entries, 1):
        line = (
            ROOM_FOR_LINK + measuring.units(escaping.name(entry.title, LONGEST_NAME)) + measuring.units(by_line(entry))
        )
        if line > room:
            found.append([])
            room = limits.LAYOUT - ROOM_FOR_TITLE
        found[-1].append((place, entry))
        room -= line
    return found


def by_line(entry: Entry) -> str:
    return f"by <@{authorship.told(entry)}>, {terms.words_text(entry.words)}"


def link(scene: Scene, entry: Entry, rows: Rows) -> str:
    row = rows.get(Page(Purpose.ENTRY, entry, 0))
    if row is None or row.message_id is None:
        return escaping.name(entry.title, LONGEST_NAME)
    address = terms.address(scene.round.guild_id, row.channel_id, row.message_id)
    return escaping.link(entry.title, LONGEST_NAME, address)
