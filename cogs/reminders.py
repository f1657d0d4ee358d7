"""The *Remind me* button on a round's card, and telling members in private."""

from discord.ext import commands

from bot.client import DrabbleBot, Interaction, guild_of
from bot.delivery.telling_members import Messenger
from bot.domain.rounds.private_reminder import PrivateReminder
from bot.domain.rounds.round import Round
from bot.services import finding, reminding
from bot.ui.answering import private, rights
from bot.ui.views import press, remind_me


class Reminders(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.messenger = Messenger(bot)
        bot.routes |= rights.routes(
            {
                "remind.press": self.press,
                "remind.ask": self.ask,
                "remind.choose": self.choose,
                "remind.drop": self.drop,
            }
        )

    async def cog_unload(self) -> None:
        await self.messenger.stop()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        self.messenger.wake()

    async def press(self, interaction: Interaction, round_id: int) -> None:
        round_ = await self.round(interaction, round_id)
        found = await reminding.press(self.bot.database, round_, interaction.user.id, interaction.created_at)
        await self.show(interaction, round_, found)

    async def ask(self, interaction: Interaction, round_id: int) -> None:
        round_ = await self.round(interaction, round_id)
        found = await reminding.ask(self.bot.database, round_, interaction.user.id, interaction.created_at)
        await self.show(interaction, round_, found)

    async def choose(self, interaction: Interaction, round_id: int) -> None:
        round_ = await self.round(interaction, round_id)
        lead = remind_me.chosen(round_.plan, press.only(interaction))
        found = await reminding.ask(self.bot.database, round_, interaction.user.id, interaction.created_at, lead=lead)
        await self.show(interaction, round_, found)

    async def drop(self, interaction: Interaction, round_id: int) -> None:
        round_ = await self.round(interaction, round_id)
        found = await reminding.drop(self.bot.database, round_, interaction.user.id, interaction.created_at)
        await self.show(interaction, round_, found)

    async def round(self, interaction: Interaction, round_id: int) -> Round:
        return await finding.one_round(self.bot.database, guild_of(interaction).id, round_id)

    async def show(self, interaction: Interaction, round_: Round, found: PrivateReminder) -> None:
        self.messenger.wake()
        await private.show(interaction, remind_me.answer(round_, found, interaction.created_at))


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Reminders(bot))
