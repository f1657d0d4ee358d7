"""A round as it would be, shown to its moderator, who is asked for a yes."""

import io
from dataclasses import replace

import discord

from bot.client import Interaction, guild_of
from bot.domain.problem import Problem
from bot.domain.rounds.round_plan import Plan, Proposal
from bot.services import challenging, finding, planning, settling
from bot.ui.answering import permission, private
from bot.ui.views import round_preview, round_threads


async def known(interaction: Interaction, plan_id: int) -> Proposal:
    """A proposal of this guild. Only a moderator of its channel, and of its challenge's, gets it."""
    found = await planning.proposal(interaction.client.database, plan_id, guild_of(interaction).id)
    await permission.must_moderate(interaction, found.channel_id)
    await must_moderate_challenge(interaction, found.challenge_id)
    return found


async def must_moderate_challenge(interaction: Interaction, challenge_id: int | None) -> None:
    """Whoever counts a round to a challenge, which may be another channel's, moderates that too."""
    if challenge_id is not None:
        challenge = await challenging.get(interaction.client.database, guild_of(interaction).id, challenge_id)
        await permission.must_moderate(interaction, challenge.channel_id)


async def ask(interaction: Interaction, proposal: Proposal, problems: list[Problem]) -> None:
    database, guild, id_ = interaction.client.database, interaction.guild, proposal.round_id
    clock = (await settling.customs(database, proposal.guild_id)).clock(interaction.created_at)
    changed = None if id_ is None else await finding.one_round(database, proposal.guild_id, id_)
    title = await planning.title_to_come(database, proposal)
    proposal = replace(proposal, plan=replace(proposal.plan, title=title))
    file = await picture(interaction, proposal.plan)
    if file is not None:
        problems = [*problems, *permission.in_the_way_of_pictures(guild, proposal.channel_id)]
    if changed is None or not changed.is_known(clock.now):
        problems = [
            *problems,
            *permission.in_the_way_of_ping(guild, proposal.channel_id, proposal.plan.ping_role_id),
        ]
    problems = [*problems, *permission.in_the_way_of_extras(guild, proposal.channel_id, proposal.plan)]
    view = round_preview.preview(
        proposal,
        clock,
        changed=changed,
        picture=file,
        problems=problems,
        ground=round_threads.ground_of(None if guild is None else guild.get_channel(proposal.channel_id)),
        left_behind=[] if changed is None else await planning.left_behind(database, changed, proposal.plan),
    )
    await private.show(interaction, view, [file] if file is not None else [])


async def picture(interaction: Interaction, plan: Plan) -> discord.File | None:
    if plan.image_id is None:
        return None
    image = await finding.image(interaction.client.database, plan.image_id)
    return discord.File(io.BytesIO(image.data), image.name)
