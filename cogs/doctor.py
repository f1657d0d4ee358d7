"""`/doctor`: a check of all that the bot needs, a test post, and another try for a round that waits."""

import contextlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NOT_REACHED, DrabbleBot, Interaction, guild_of
from bot.delivery import channels
from bot.delivery.channels import Grounds
from bot.delivery.discord_errors import AwayError, PausedError, retries, trouble_of
from bot.domain.problem import Problem
from bot.domain.rounds import emoji
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Plan
from bot.services import challenging, checking_database, finding, publishing, reconciling_ledger, settling
from bot.ui.answering import permission, private, rights
from bot.ui.views import diagnosis, setup_form
from bot.ui.views.diagnosis import Findings


class Doctor(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= rights.routes({"doctor.resume": self.resume})
        bot.routes |= rights.routes(
            {"doctor.look": self.look, "doctor.test": self.test, "doctor.take_away": self.take_away}
        )

    @app_commands.command(description="See whether I have all I need here, and what to do if not.")
    @app_commands.guild_only()
    async def doctor(self, interaction: Interaction) -> None:
        await self.look(interaction, 0)

    async def look(self, interaction: Interaction, _: int) -> None:
        await self.show(interaction)

    async def show(self, interaction: Interaction, note: str | None = None) -> None:
        await private.think(interaction)
        guild, database, now = guild_of(interaction), self.bot.database, interaction.created_at
        customs = await settling.customs(database, guild.id)
        rounds = await finding.all_rounds(database, guild.id)
        challenges = [each for each in await challenging.of_guild(database, guild.id) if each.ended_at is None]
        of_challenges = [(each.channel_id, each.terms) for each in challenges]
        coming = [*in_phases(rounds, now, Phase.OPEN, Phase.SCHEDULED), *of_challenges]
        feedback = dict.fromkeys(chain(customs.feedback, *(plan.feedback for _, plan in coming)))
        custom = emoji.strangers(feedback, ())
        findings = Findings(
            guild=guild,
            customs=customs,
            strangers=emoji.strangers(custom, await permission.own_emoji(guild)) if custom else (),
            coming=coming,
            listing={each.channel_id for each in challenges},
            unpinged=unpinged(guild, [*in_phases(rounds, now, Phase.SCHEDULED), *of_challenges]),
            rounds=rounds,
            told=await permission.moderated(interaction, rounds),
            behind=await reconciling_ledger.behind(database, guild.id, self.bot.heard_since, now),
            asleep=await self.asleep(guild, [channel_id for channel_id, _ in coming]),
            here=interaction.channel_id or 0,
            now=now,
            heard_since=self.bot.heard_since,
            health=await checking_database.health(database),
            ahead=self.bot.chronometer.ahead,
        )
        await private.show(interaction, diagnosis.shown(findings, note))

    async def asleep(self, guild: discord.Guild, channel_ids: Sequence[int]) -> dict[int, discord.Thread]:
        """The archived threads among these channels: discord.py keeps none, so they are fetched. Locked ones stay with
        the moderators who locked them.
        """
        found: dict[int, discord.Thread] = {}
        for id_ in dict.fromkeys(channel_ids):
            if guild.get_channel_or_thread(id_) is None:
                with contextlib.suppress(discord.NotFound, discord.Forbidden):
                    channel = await self.bot.fetch_channel(id_)
                    if isinstance(channel, discord.Thread) and not channel.locked:
                        found[id_] = channel
        return found

    async def resume(self, interaction: Interaction, round_id: int) -> None:
        round_ = await finding.one_round(self.bot.database, guild_of(interaction).id, round_id)
        await publishing.wait_no_longer(self.bot.database, round_.guild_id)
        self.bot.wake()
        told = await permission.moderated(interaction, [round_])
        await self.show(interaction, diagnosis.trying(round_, told))

    async def test(self, interaction: Interaction, _: int) -> None:
        guild = guild_of(interaction)
        customs = await settling.customs(self.bot.database, guild.id)
        usual = setup_form.known(guild.get_channel, customs.channel_id)
        channel_id = usual or interaction.channel_id or 0
        await permission.must_moderate(interaction, channel_id)
        await private.think(interaction)
        try:
            message = await post(await channels.grounds(self.bot, channel_id))
        except (PausedError, AwayError, *NOT_REACHED) as error:
            trouble = trouble_of(error)
            if trouble is None and not retries(error):
                raise
            await private.show(interaction, diagnosis.not_posted(channel_id, trouble))
            return
        refused = [each for each in customs.feedback if not await react(message, each)]
        await private.show(interaction, diagnosis.posted(guild.id, message, refused, moved=usual != customs.channel_id))

    async def take_away(self, interaction: Interaction, _: int) -> None:
        await interaction.response.defer()
        subject = interaction.message or discord.Object(0)
        with contextlib.suppress(discord.NotFound):  # two clicks: it is gone already
            await interaction.delete_original_response()
        if isinstance(interaction.channel, discord.Thread) and interaction.channel.id == subject.id:
            await interaction.channel.edit(archived=True)  # the test was a forum's post


def in_phases(rounds: Iterable[Round], now: datetime, *phases: Phase) -> list[tuple[int, Plan]]:
    """The plans of the rounds in these phases, each with the number of its channel."""
    return [(each.channel_id, each.plan) for each in rounds if each.phase(now) in phases]


def unpinged(guild: discord.Guild, coming: Iterable[tuple[int, Plan]]) -> list[Problem]:
    """The roles that the bot could not ping, each once for a channel."""
    roles = dict.fromkeys((channel_id, plan.ping_role_id) for channel_id, plan in coming)
    return [problem for each in roles for problem in permission.in_the_way_of_ping(guild, *each)]


async def post(channel: Grounds) -> discord.Message:
    view = diagnosis.test_post()
    if isinstance(channel, discord.ForumChannel):
        return (await channel.create_thread(name=diagnosis.TEST, view=view)).message
    return await channel.send(view=view)


async def react(message: discord.Message, spelled: str) -> bool:
    try:
        await message.add_reaction(discord.PartialEmoji.from_str(spelled))
    except NOT_REACHED:
        return False
    return True


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Doctor(bot))
