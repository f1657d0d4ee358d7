"""The entry that a moderator means."""

from collections.abc import Iterable
from datetime import datetime

from bot.client import HIGHEST, Interaction, guild_of
from bot.domain.entries.entry import Entry
from bot.domain.problem import EntryUnknown, RefusedError
from bot.domain.rounds.round import Round
from bot.domain.text import escaping
from bot.services import moderating
from bot.ui.answering import permission, rights, round_choices
from bot.ui.answering.round_choices import Choices, choice, first
from bot.ui.wording import terms

LONGEST_TITLE = 45


async def standing(interaction: Interaction, typed: str) -> Choices:
    """Entries that stand in rounds that the member moderates."""
    guild_id = interaction.guild_id or 0
    return await offered(interaction, typed, await moderating.standing(interaction.client.database, guild_id))


async def removed(interaction: Interaction, typed: str) -> Choices:
    """The same of those that were removed."""
    guild_id = interaction.guild_id or 0
    return await offered(interaction, typed, await moderating.removed(interaction.client.database, guild_id))


async def offered(interaction: Interaction, typed: str, found: Iterable[Entry]) -> Choices:
    rounds = {round_.id: round_ for round_ in await permission.rounds_in_sight(interaction)}
    moderated = await permission.moderated(interaction, rounds.values())
    named = [(name(each, rounds[each.round_id]), each) for each in found if each.round_id in moderated]
    return first(choice(said, str(each.id)) for said, each in named if typed.casefold() in said.casefold())


async def other_rounds(interaction: Interaction, typed: str) -> Choices:
    """The rounds that the member moderates and to which the entry named so far can move."""
    number = (round_choices.typed_so_far(interaction, "entry") or "").strip().removeprefix("#")
    found = await moderating.standing(interaction.client.database, interaction.guild_id or 0)
    within = next((entry.round_id for entry in found if str(entry.id) == number), None)
    moderated = await permission.moderated(interaction, await permission.rounds_in_sight(interaction))

    def takes(round_: Round, now: datetime) -> bool:
        return round_.id in moderated and round_.id != within and moderating.takes_moved(round_, now)

    return await round_choices.titles(interaction, typed, takes)


def name(entry: Entry, round_: Round) -> str:
    """Many stories are called alike, and a choice must not tell who wrote one: the words tell them apart."""
    title, within = escaping.plain(entry.title, LONGEST_TITLE), escaping.plain(round_.plan.title, 30)
    return f"{title}, {terms.words_text(entry.words)}, in {within}"


async def meant(interaction: Interaction, typed: str) -> Entry:
    """The entry with this number, as a choice fills it in. Only a moderator of its round gets it."""
    number = typed.strip().removeprefix("#")
    if not number.isdecimal() or int(number) > HIGHEST:
        await permission.must_moderate(interaction)  # members who moderate nothing learn of no entry
        raise RefusedError(EntryUnknown())
    entry, round_ = await moderating.of_guild(interaction.client.database, guild_of(interaction).id, int(number))
    await rights.hold(interaction, round_.channel_id)
    return entry
