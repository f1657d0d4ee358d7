"""Each act of a member, held against the table of who may do what.

The row that the number of a click or a modal names is looked up for this member, here, before anything else. What a
command is about follows from its options, so that the command asks again once it knows.
"""

from collections.abc import Mapping

from bot import who_may
from bot.client import Act, Interaction, Route, custom_id_of, guild_of, read_custom_id
from bot.domain.problem import NotUnderstood, RefusedError
from bot.services import (
    challenging,
    deciding_cases,
    drafting,
    importing_prompts,
    keeping_bank,
    moderating,
    suggesting,
    withdrawing,
)
from bot.ui.answering import at_home, permission, round_proposals
from bot.who_may import Row, Target, Who


def routes(acts: Mapping[str, Act]) -> dict[str, Route]:
    """The ways of clicks or modals, each with what its row in the table asks for first. Raises UnlistedError."""
    return {name: Route(LOOKING_UP[who_may.row_of(name)], act) for name, act in acts.items()}


async def admit(interaction: Interaction, command: str) -> None:
    """Refuse a command as far as its row tells before its options are read."""
    row = who_may.row_of(command)
    if row.who is Who.ANYBODY:
        return
    guild_of(interaction)
    if row.target in (Target.NOTHING, Target.HERE):
        await LOOKING_UP[row](interaction, 0)
    elif row.who is Who.KEEPERS:
        await permission.must_moderate_server(interaction)


async def hold(interaction: Interaction, channel_id: int) -> None:
    """Refuse what is done in the channel that it turns out to be about, by its row in the table."""
    if row_of(interaction).who is Who.MODERATORS:
        await permission.must_moderate(interaction, channel_id)


def row_of(interaction: Interaction) -> Row:
    command = interaction.command
    name = read_custom_id(custom_id_of(interaction))[0] if command is None else command.qualified_name
    return who_may.row_of(name)


async def is_nothing(_: Interaction, subject: int) -> None:
    if subject:
        raise RefusedError(NotUnderstood())


async def is_of_server(interaction: Interaction, subject: int) -> None:
    await is_on_server(interaction, subject)
    await is_nothing(interaction, subject)


async def is_on_server(interaction: Interaction, _: int) -> None:
    guild_of(interaction)


async def is_at_home(interaction: Interaction, draft_id: int) -> None:
    await at_home.bring(interaction, draft_id)


async def is_own_draft(interaction: Interaction, draft_id: int) -> None:
    await at_home.bring(interaction, draft_id)
    await drafting.kept(interaction.client.database, draft_id, guild_of(interaction).id, interaction.user.id)


async def is_own_entry(interaction: Interaction, entry_id: int) -> None:
    await withdrawing.must_be_own(interaction.client.database, entry_id, guild_of(interaction).id, interaction.user.id)


async def is_story_in_sight(interaction: Interaction, entry_id: int) -> None:
    await permission.story_in_sight(interaction, entry_id)


async def is_post_in_sight(interaction: Interaction, entry_id: int) -> None:
    await permission.post_in_sight(interaction, entry_id)


async def is_round_in_sight(interaction: Interaction, round_id: int) -> None:
    await permission.round_in_sight(interaction, round_id)


async def is_moderated_round(interaction: Interaction, round_id: int) -> None:
    found = await permission.round_in_sight(interaction, round_id)
    await permission.must_moderate(interaction, found.channel_id)


async def is_moderated_proposal(interaction: Interaction, plan_id: int) -> None:
    await round_proposals.known(interaction, plan_id)


async def is_moderated_here(interaction: Interaction, _: int) -> None:
    guild_of(interaction)
    await permission.must_moderate(interaction)


async def is_managed_server(interaction: Interaction, subject: int) -> None:
    await is_of_server(interaction, subject)
    permission.must_manage_server(interaction)


async def is_moderated_server(interaction: Interaction, _: int) -> None:
    guild_of(interaction)
    await permission.must_moderate_server(interaction)


async def is_banked_prompt(interaction: Interaction, prompt_id: int) -> None:
    guild = guild_of(interaction)
    await permission.must_moderate_server(interaction)
    await keeping_bank.get(interaction.client.database, guild.id, prompt_id)


async def is_own_import(interaction: Interaction, import_id: int) -> None:
    guild = guild_of(interaction)
    await permission.must_moderate_server(interaction)
    await importing_prompts.get(interaction.client.database, guild.id, interaction.user.id, import_id)


async def is_moderated_suggestion(interaction: Interaction, suggestion_id: int) -> None:
    guild = guild_of(interaction)
    await permission.must_moderate_server(interaction)
    await suggesting.get(interaction.client.database, guild.id, suggestion_id)


async def is_moderated_entry(interaction: Interaction, entry_id: int) -> None:
    _, round_ = await moderating.of_guild(interaction.client.database, guild_of(interaction).id, entry_id)
    await permission.must_moderate(interaction, round_.channel_id)


async def is_moderated_case(interaction: Interaction, case_id: int) -> None:
    found = await deciding_cases.brief(interaction.client.database, guild_of(interaction).id, case_id)
    await permission.must_moderate(interaction, found.round.channel_id)


async def is_moderated_challenge(interaction: Interaction, challenge_id: int) -> None:
    found = await challenging.get(interaction.client.database, guild_of(interaction).id, challenge_id)
    await permission.must_moderate(interaction, found.channel_id)


LOOKING_UP: Mapping[Row, Act] = {
    Row(Who.ANYBODY, Target.NOTHING): is_nothing,
    Row(Who.MEMBERS, Target.NOTHING): is_of_server,
    Row(Who.MEMBERS, Target.PAGE): is_on_server,
    Row(Who.MEMBERS, Target.TEXT): is_on_server,
    Row(Who.WRITERS, Target.TEXT): is_at_home,
    Row(Who.WRITER, Target.DRAFT): is_own_draft,
    Row(Who.AUTHOR, Target.ENTRY): is_own_entry,
    Row(Who.AUTHOR, Target.CHOSEN_ENTRY): is_of_server,
    Row(Who.AUTHOR, Target.IMPORT): is_own_import,
    Row(Who.READERS, Target.STORY): is_story_in_sight,
    Row(Who.READERS, Target.POST): is_post_in_sight,
    Row(Who.READERS, Target.ROUND): is_round_in_sight,
    Row(Who.MODERATORS, Target.ROUND): is_moderated_round,
    Row(Who.MODERATORS, Target.PROPOSAL): is_moderated_proposal,
    Row(Who.MODERATORS, Target.CHALLENGE): is_moderated_challenge,
    Row(Who.MODERATORS, Target.ENTRY): is_moderated_entry,
    Row(Who.MODERATORS, Target.CASE): is_moderated_case,
    Row(Who.MODERATORS, Target.HERE): is_moderated_here,
    Row(Who.KEEPERS, Target.NOTHING): is_moderated_server,
    Row(Who.KEEPERS, Target.PAGE): is_moderated_server,
    Row(Who.KEEPERS, Target.PROMPT): is_banked_prompt,
    Row(Who.KEEPERS, Target.SUGGESTION): is_moderated_suggestion,
    Row(Who.MANAGERS, Target.NOTHING): is_managed_server,
}
"""What the rows of clicks and modals ask for, and those of commands that no option decides."""
