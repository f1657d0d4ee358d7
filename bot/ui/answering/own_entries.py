"""What a writer handed in, shown to them; and the entry that they mean, named or not."""

import re

from bot.client import Interaction, guild_of
from bot.domain.entries.entry import Entry
from bot.domain.problem import EntryNotNamed, NoEntryStanding, NotUnderstood, RefusedError
from bot.domain.rounds.round import Round
from bot.services import editing, finding, looking_back
from bot.ui.answering import private
from bot.ui.answering.round_choices import Choices, choice, first
from bot.ui.views import own_entries, withdrawal

Own = list[tuple[Entry, Round]]

NUMBER = re.compile(r"\d{1,18}")


def choices(own: Own, typed: str) -> Choices:
    return first(
        choice(name, str(entry.id))
        for entry, round_ in own
        if typed.casefold() in (name := withdrawal.name(entry, round_)).casefold()
    )


def meant(own: Own, asked: str) -> int:
    """The entry with this number, as autocomplete fills it in; else the first with this title."""
    wanted = asked.strip().removeprefix("#").casefold()
    titles = {entry.title.casefold(): entry.id for entry, _ in reversed(own)}
    found = (titles | {str(entry.id): entry.id for entry, _ in own}).get(wanted)
    if found is not None:
        return found
    if not NUMBER.fullmatch(wanted):
        raise RefusedError(EntryNotNamed(asked) if own else NoEntryStanding())
    return int(wanted)


async def all_of(interaction: Interaction) -> Own:
    """The writer's entries, wherever they stand."""
    return await looking_back.named(interaction.client.database, guild_of(interaction).id, interaction.user.id)


async def show_page(interaction: Interaction, number: int) -> None:
    found = await looking_back.page(interaction.client.database, guild_of(interaction).id, interaction.user.id, number)
    await private.show(interaction, own_entries.page(found))


async def show(interaction: Interaction, entry_id: int, note: str = "") -> None:
    """Show an entry with its ways. `note` says how they came there."""
    database, guild_id = interaction.client.database, guild_of(interaction).id
    whose, now = interaction.user.id, interaction.created_at
    own = await looking_back.one(database, entry_id, whose)
    changeable = await editing.changeable(database, guild_id, whose, now)
    may_go = await finding.own_entries(database, guild_id, whose, now)
    view = own_entries.details(
        own,
        can_change=any(entry.id == entry_id for entry, _ in changeable),
        can_go=any(entry.id == entry_id for entry, _ in may_go),
        note=note,
    )
    await private.show(interaction, view)


async def show_whole(interaction: Interaction, entry_id: int) -> None:
    own = await looking_back.one(interaction.client.database, entry_id, interaction.user.id)
    view, file = own_entries.whole(own.entry)
    await private.show(interaction, view, [file])


async def show_history(interaction: Interaction, entry_id: int, number: int = 0) -> None:
    entry, versions = await looking_back.history(interaction.client.database, entry_id, interaction.user.id)
    await private.show(interaction, own_entries.history(entry, versions, number))


async def show_version(interaction: Interaction, entry_id: int, number: int) -> None:
    entry, versions = await looking_back.history(interaction.client.database, entry_id, interaction.user.id)
    found = next((version for version in versions if version.number == number), None)
    if found is None:
        raise RefusedError(NotUnderstood())
    view, file = own_entries.version(entry, found)
    await private.show(interaction, view, [file])
