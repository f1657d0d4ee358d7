"""Reading, just for who asks: a round's stories one after the other, the rest of a long one, plain text."""

import asyncio

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction, guild_of
from bot.domain.entries.entry import Entry
from bot.domain.entries.reading_turn import Turn
from bot.domain.problem import NothingToRead, NotUnderstood, RefusedError
from bot.domain.rounds.round import Phase
from bot.services import finding, reading_entries
from bot.services.finding import Posted
from bot.ui.answering import meant_round, permission, private, rights, round_choices
from bot.ui.answering.round_choices import Typed
from bot.ui.views import entry_card, plain_story, press, read_on


class StoryReading(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= rights.routes({"round.read": self.next_story})
        bot.routes |= rights.routes({"entry.read": self.read, "entry.plain": self.plain})

    @app_commands.command(name="read", description="Read a round's stories one after the other, the new ones first.")
    @app_commands.rename(asked="round")
    @app_commands.describe(asked="Which round. Usually the open one here, or the last.")
    @app_commands.autocomplete(asked=round_choices.rounds)
    @app_commands.guild_only()
    async def begin(self, interaction: Interaction, asked: Typed | None = None) -> None:
        phases = (Phase.OPEN,), (Phase.CLOSED,), (Phase.CANCELLED, Phase.SCHEDULED)
        round_ = await meant_round.to_look_at(interaction, asked, *phases)
        await self.show_next(interaction, round_.id)

    async def next_story(self, interaction: Interaction, round_id: int) -> None:
        """*Read* on a round's card, or *Next story* below one."""
        await self.show_next(interaction, round_id, press.detail_if_any(interaction))

    async def show_next(self, interaction: Interaction, round_id: int, before: int | None = None) -> None:
        round_ = await finding.one_round(self.bot.database, guild_of(interaction).id, round_id)
        among_adults = await permission.is_for_adults(self.bot, interaction.channel_id or 0)
        its_turn = await reading_entries.turn(
            self.bot.database, round_.id, interaction.user.id, among_adults=among_adults, before=before
        )
        if its_turn.next is None:
            raise RefusedError(
                NothingToRead(
                    round_.channel_id,
                    its_turn.for_adults,
                    its_turn.hidden,
                    round_.on_show is Phase.OPEN,
                    await permission.read_in(interaction, round_.channel_id),
                )
            )
        posted = await permission.story_in_sight(interaction, its_turn.next.entry_id)
        await self.show(interaction, posted, 0, its_turn=its_turn, before=before)

    async def read(self, interaction: Interaction, entry_id: int) -> None:
        """*Read on*, or a way from one page to the next."""
        posted = await permission.story_in_sight(interaction, entry_id)
        await self.show(interaction, posted, press.detail(interaction))

    async def show(
        self,
        interaction: Interaction,
        posted: Posted,
        number: int,
        *,
        its_turn: Turn | None = None,
        before: int | None = None,
    ) -> None:
        """Show a page. Who has seen the last one has read the story."""
        count, _ = await pages(posted.entry)
        must_have(number, count)
        await private.show(interaction, read_on.page(posted, number, its_turn=its_turn, before=before))
        await self.note(interaction, posted.entry.id, has_read=number == count - 1)

    async def plain(self, interaction: Interaction, entry_id: int) -> None:
        """*Plain*, or a way from one of its pages to the next."""
        posted, number = await permission.story_in_sight(interaction, entry_id), press.detail(interaction)
        _, count = await pages(posted.entry)
        must_have(number, count)
        await private.show(interaction, plain_story.page(posted, number))
        await self.note(interaction, entry_id, has_read=number == count - 1)

    async def note(self, interaction: Interaction, entry_id: int, *, has_read: bool) -> None:
        if has_read:
            now = interaction.created_at
            await reading_entries.note_read(self.bot.database, entry_id, interaction.user.id, now)


async def pages(entry: Entry) -> tuple[int, int]:
    """The number of a story's pages as posted and in plain letters. They stay at hand for the view."""
    posted = await asyncio.to_thread(entry_card.private_pages, entry)
    return len(posted), len(await asyncio.to_thread(plain_story.pages, entry.story))


def must_have(number: int, pages: int) -> None:
    if number >= pages:
        raise RefusedError(NotUnderstood())


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(StoryReading(bot))
