"""Drafts, judged for their writer as they stand."""

from bot.client import Interaction, guild_of
from bot.domain.entries.draft import Draft
from bot.intake import understanding
from bot.services import finding, submitting
from bot.services.submitting import Judgement, Places
from bot.ui.answering import permission


async def judged(interaction: Interaction, draft: Draft) -> Judgement:
    await understanding.of(draft)
    known = await places(interaction, draft.round_id)
    return await submitting.judge(interaction.client.database, draft, interaction.created_at, known)


async def places(interaction: Interaction, chosen: int | None = None) -> Places:
    """The channels of the open rounds and of the chosen round, which may be over."""
    database, guild_id = interaction.client.database, guild_of(interaction).id
    asked = await submitting.taking(database, guild_id, interaction.user.id, interaction.created_at)
    if chosen is not None:
        asked.append(await finding.one_round(database, guild_id, chosen))
    return await permission.places(interaction, asked)
