"""What is held for a writer: the list of drafts, what they said before, those that were discarded."""

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction, guild_of
from bot.services import drafting
from bot.ui.answering import judging, private, receiving, rights
from bot.ui.views import draft_list, handing_in, press


class Drafts(commands.Cog):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= rights.routes(
            {
                "draft.page": self.page,
                "draft.discard": self.discard,
                "draft.restore": self.restore,
                "draft.versions": self.versions,
                "draft.bring_back": self.bring_back,
                "draft.next_story": self.next_story,
            }
        )

    @app_commands.command(description="Your drafts: what you have not handed in yet.")
    @app_commands.guild_only()
    async def drafts(self, interaction: Interaction) -> None:
        await self.page(interaction, 0)

    async def page(self, interaction: Interaction, number: int) -> None:
        """A page of the drafts, the newest first."""
        page = await drafting.page(self.bot.database, guild_of(interaction).id, interaction.user.id, number)
        await receiving.understand_if_possible(interaction, page.drafts)
        readable = [draft for draft in page.drafts if draft.is_at_hand and not draft.is_too_long]
        judged = {draft.id: await judging.judged(interaction, draft) for draft in readable}
        await private.show(interaction, draft_list.page(page, judged))

    async def discard(self, interaction: Interaction, draft_id: int) -> None:
        draft = await drafting.discard(self.bot.database, draft_id, interaction.user.id, interaction.created_at)
        await private.show(interaction, handing_in.discarded(draft))

    async def restore(self, interaction: Interaction, draft_id: int) -> None:
        member_id, now = interaction.user.id, interaction.created_at
        draft = await drafting.restore(self.bot.database, draft_id, member_id, now)
        await self.bot.show_draft(interaction, draft)

    async def versions(self, interaction: Interaction, draft_id: int) -> None:
        number = press.detail_if_any(interaction) or 0
        found = await drafting.versions(self.bot.database, draft_id, interaction.user.id, number)
        await private.show(interaction, draft_list.versions(found))

    async def bring_back(self, interaction: Interaction, draft_id: int) -> None:
        """The writer took what the draft said before."""
        number, at = press.detail(interaction), interaction.created_at
        draft = await drafting.bring_back(self.bot.database, draft_id, interaction.user.id, number, at)
        await self.bot.show_draft(interaction, draft)

    async def next_story(self, interaction: Interaction, draft_id: int) -> None:
        """The writer goes on with the text of which one story is handed in."""
        before = await drafting.kept(self.bot.database, draft_id, guild_of(interaction).id, interaction.user.id)
        await receiving.understand(interaction, before)
        draft = await drafting.next_story(self.bot.database, draft_id, interaction.user.id, interaction.created_at)
        await self.bot.show_draft(interaction, draft)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Drafts(bot))
