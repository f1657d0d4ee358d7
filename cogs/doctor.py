"""`/doctor`: a check of all that the bot needs, a test post, and another try for a round that waits."""

import contextlib
from collections.abc import Sequence

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import NOT_REACHED, DrabbleBot, Interaction, guild_of
from bot.delivery import channels
from bot.delivery.channels import Grounds
from bot.delivery.discord_errors import AwayError, PausedError, retries, trouble_of
from bot.domain.rounds import emoji
from bot.domain.rounds.round import Phase
from bot.services import examining, finding, publishing, reconciling_ledger, settling
from bot.ui.answering import permission, private, route_subject
from bot.ui.views import diagnosis, setup_form
from bot.ui.views.diagnosis import Findings


class Doctor(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= route_subject.asked_later({"doctor.resume": self.resume})
        bot.routes |= route_subject.here(
            {"doctor.look": self.look, "doctor.test": self.test, "doctor.take_away": self.take_away}
        )

    @app_commands.command(description="See whether I have all I need here, and what to do if not.")
    @app_commands.guild_only()
    async def doctor(self, interaction: Interaction) -> None:
        await self.look(interaction, 0)

    async def look(self, interaction: Interaction, _: int) -> None:
        await self.show(interaction)

    async def show(self, interaction: Interaction, note: str | None = None) -> None:
        await permission.must_moderate(interaction)
        await private.think(interaction)
        guild, database = guild_of(interaction), self.bot.database
        customs = await settling.customs(database, guild.id)
        custom = emoji.strangers(customs.feedback, ())
        rounds = await finding.all_rounds(database, guild.id)
        findings = Findings(
            guild=guild,
            customs=customs,
            strangers=emoji.strangers(custom, await permission.own_emoji(guild)) if custom else (),
            unpinged=[
                problem
                for round_ in rounds
                if round_.phase(interaction.created_at) is Phase.SCHEDULED
                for problem in permission.in_the_way_of_ping(guild, round_.channel_id, round_.plan.ping_role_id)
            ],
            rounds=rounds,
            told=await permission.moderated(interaction, rounds),
            behind=await reconciling_ledger.behind(database, guild.id, self.bot.heard_since, interaction.created_at),
            asleep=await self.asleep(guild, diagnosis.of_rounds(rounds, interaction.created_at)),
            here=interaction.channel_id or 0,
            now=interaction.created_at,
            heard_since=self.bot.heard_since,
            health=await examining.health(database),
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
        await permission.must_moderate(interaction)
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
            message = await posted(await channels.grounds(self.bot, channel_id))
        except (PausedError, AwayError, *NOT_REACHED) as error:
            trouble = trouble_of(error)
            if trouble is None and not retries(error):
                raise
            await private.show(interaction, diagnosis.not_posted(channel_id, trouble))
            return
        refused = [each for each in customs.feedback if not await takes(message, each)]
        await private.show(interaction, diagnosis.posted(message, refused, moved=usual != customs.channel_id))

    async def take_away(self, interaction: Interaction, _: int) -> None:
        await permission.must_moderate(interaction)
        await interaction.response.defer()
        subject = interaction.message or discord.Object(0)
        with contextlib.suppress(discord.NotFound):  # two clicks: it is gone already
            await interaction.delete_original_response()
        if isinstance(interaction.channel, discord.Thread) and interaction.channel.id == subject.id:
            await interaction.channel.edit(archived=True)  # the test was a forum's post


async def posted(channel: Grounds) -> discord.Message:
    view = diagnosis.test_post()
    if isinstance(channel, discord.ForumChannel):
        return (await channel.create_thread(name=diagnosis.TEST, view=view)).message
    return await channel.send(view=view)


async def takes(message: discord.Message, spelled: str) -> bool:
    try:
        await message.add_reaction(discord.PartialEmoji.from_str(spelled))
    except NOT_REACHED:
        return False
    return True


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Doctor(bot))
