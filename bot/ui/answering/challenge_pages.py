"""The private pages of a challenge, which commands, buttons and selects lead to."""

from collections.abc import Callable

from bot.client import Interaction, guild_of
from bot.domain.challenges.challenge import Challenge
from bot.domain.dates.clock import Clock
from bot.domain.rounds import request_key
from bot.services import challenging, collecting, settling
from bot.services.planning import Asked
from bot.ui.answering import private
from bot.ui.views import challenge_overview, challenge_settings
from bot.ui.views.challenge_overview import Outlook

Change = Callable[[Challenge], Challenge]


def asked(interaction: Interaction) -> Asked:
    return Asked(
        request=request_key.interaction(interaction.id),
        guild_id=guild_of(interaction).id,
        channel_id=interaction.channel_id or 0,
        moderator_id=interaction.user.id,
        at=interaction.created_at,
    )


async def clock(interaction: Interaction) -> Clock:
    customs = await settling.customs(interaction.client.database, guild_of(interaction).id)
    return customs.clock(interaction.created_at)


async def known(interaction: Interaction, challenge_id: int) -> Challenge:
    return await challenging.get(interaction.client.database, guild_of(interaction).id, challenge_id)


async def show(interaction: Interaction, challenge: Challenge, note: str = "") -> None:
    """What waits for a yes, or else all of it, with a word on what just happened."""
    database, now = interaction.client.database, await clock(interaction)
    if challenge.begun_at is None or challenge.proposed is not None:
        await private.show(interaction, challenge_overview.proposal(challenge, now))
        return
    has_next = challenge.calendar is not None and challenge.ended_at is None
    prompt = await challenging.next_prompt(database, challenge.guild_id, challenge.id, now.now) if has_next else None
    outlook = Outlook(prompt, await challenging.missed(database, challenge.id))
    await private.show(interaction, challenge_overview.overview(challenge, outlook, now, note))


async def show_settings(interaction: Interaction, challenge: Challenge) -> None:
    guild = guild_of(interaction)
    sets = await collecting.sets(interaction.client.database, guild.id)
    await private.show(interaction, challenge_settings.asking(challenge, guild, sets))


async def change(interaction: Interaction, challenge_id: int, changed: Change) -> Challenge:
    found = await challenging.change(interaction.client.database, asked(interaction), challenge_id, changed)
    interaction.client.wake()
    return found
