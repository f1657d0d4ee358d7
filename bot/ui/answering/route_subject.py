"""The subject of a click or a modal: the row that its number names.

A route says by its registration which kind of row that is. The row is looked up for this member, here, before anything
else.
"""

from collections.abc import Mapping

from bot.client import Act, Interaction, Route, guild_of
from bot.domain.problem import NotUnderstood, RefusedError
from bot.services import challenging, collecting, drafting, importing, suggesting, withdrawing
from bot.ui.answering import permission, round_proposals

Acts = Mapping[str, Act]
Routes = dict[str, Route]


def anywhere(acts: Acts) -> Routes:
    """Routes without a subject, on a server or in private."""
    return routes(is_nothing, acts)


def here(acts: Acts) -> Routes:
    """Routes without a subject, on a server."""
    return routes(is_of_server, acts)


def asked_later(acts: Acts) -> Routes:
    """Routes whose subject may be gone: they keep a text that came along, and ask then whose the subject is."""
    return routes(is_on_server, acts)


def own_draft(acts: Acts) -> Routes:
    return routes(is_own_draft, acts)


def own_entry(acts: Acts) -> Routes:
    return routes(is_own_entry, acts)


def story_in_sight(acts: Acts) -> Routes:
    return routes(is_story_in_sight, acts)


def round_in_sight(acts: Acts) -> Routes:
    return routes(is_round_in_sight, acts)


def moderated_round(acts: Acts) -> Routes:
    return routes(is_moderated_round, acts)


def moderated_proposal(acts: Acts) -> Routes:
    return routes(is_moderated_proposal, acts)


def moderated_server(acts: Acts) -> Routes:
    """Routes of a server's bank, whose number says no more than which part of it is shown."""
    return routes(is_moderated_server, acts)


def banked_prompt(acts: Acts) -> Routes:
    return routes(is_banked_prompt, acts)


def own_import(acts: Acts) -> Routes:
    return routes(is_own_import, acts)


def moderated_suggestion(acts: Acts) -> Routes:
    return routes(is_moderated_suggestion, acts)


def moderated_challenge(acts: Acts) -> Routes:
    return routes(is_moderated_challenge, acts)


def routes(find: Act, acts: Acts) -> Routes:
    return {name: Route(find, act) for name, act in acts.items()}


async def is_nothing(_: Interaction, subject: int) -> None:
    if subject:
        raise RefusedError(NotUnderstood())


async def is_of_server(interaction: Interaction, subject: int) -> None:
    await is_on_server(interaction, subject)
    await is_nothing(interaction, subject)


async def is_on_server(interaction: Interaction, _: int) -> None:
    guild_of(interaction)


async def is_own_draft(interaction: Interaction, draft_id: int) -> None:
    await drafting.kept(interaction.client.database, draft_id, guild_of(interaction).id, interaction.user.id)


async def is_own_entry(interaction: Interaction, entry_id: int) -> None:
    await withdrawing.must_be_own(interaction.client.database, entry_id, guild_of(interaction).id, interaction.user.id)


async def is_story_in_sight(interaction: Interaction, entry_id: int) -> None:
    await permission.story_in_sight(interaction, entry_id)


async def is_round_in_sight(interaction: Interaction, round_id: int) -> None:
    await permission.round_in_sight(interaction, round_id)


async def is_moderated_round(interaction: Interaction, round_id: int) -> None:
    found = await permission.round_in_sight(interaction, round_id)
    await permission.must_moderate(interaction, found.channel_id)


async def is_moderated_proposal(interaction: Interaction, plan_id: int) -> None:
    await round_proposals.known(interaction, plan_id)


async def is_moderated_server(interaction: Interaction, _: int) -> None:
    guild_of(interaction)
    await permission.must_moderate_server(interaction)


async def is_banked_prompt(interaction: Interaction, prompt_id: int) -> None:
    guild = guild_of(interaction)
    await permission.must_moderate_server(interaction)
    await collecting.get(interaction.client.database, guild.id, prompt_id)


async def is_own_import(interaction: Interaction, import_id: int) -> None:
    guild = guild_of(interaction)
    await permission.must_moderate_server(interaction)
    await importing.get(interaction.client.database, guild.id, interaction.user.id, import_id)


async def is_moderated_suggestion(interaction: Interaction, suggestion_id: int) -> None:
    guild = guild_of(interaction)
    await permission.must_moderate_server(interaction)
    await suggesting.get(interaction.client.database, guild.id, suggestion_id)


async def is_moderated_challenge(interaction: Interaction, challenge_id: int) -> None:
    found = await challenging.get(interaction.client.database, guild_of(interaction).id, challenge_id)
    await permission.must_moderate(interaction, found.channel_id)
