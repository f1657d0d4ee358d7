"""What a member asks for with an interaction, as services take it."""

from bot.client import Interaction, guild_of
from bot.domain.rounds import request_key
from bot.domain.rounds.asked import Asked


def asked(interaction: Interaction) -> Asked:
    return Asked(
        request=request_key.interaction(interaction.id),
        guild_id=guild_of(interaction).id,
        channel_id=interaction.channel_id or 0,
        moderator_id=interaction.user.id,
        at=interaction.created_at,
    )
