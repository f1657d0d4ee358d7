"""The private pages of a challenge, which commands, buttons and selects lead to."""

from collections.abc import Awaitable, Callable, Sequence

from bot.client import Interaction, guild_of
from bot.domain.challenges.challenge import Challenge
from bot.domain.dates.clock import Clock
from bot.domain.problem import Problem
from bot.services import challenging, keeping_bank, settling
from bot.ui.answering import asking, permission, private
from bot.ui.views import challenge_overview, challenge_settings, round_threads
from bot.ui.views.challenge_overview import Outlook
from bot.ui.wording import refusals

Change = Callable[[Challenge], Challenge]
Show = Callable[[Interaction, Challenge], Awaitable[None]]


async def clock(interaction: Interaction) -> Clock:
    customs = await settling.customs(interaction.client.database, guild_of(interaction).id)
    return customs.clock(interaction.created_at)


async def known(interaction: Interaction, challenge_id: int) -> Challenge:
    return await challenging.get(interaction.client.database, guild_of(interaction).id, challenge_id)


async def show(interaction: Interaction, challenge: Challenge, note: str = "") -> None:
    """Show a challenge: the part that waits for a yes, or else all of it. `note` says what just happened."""
    database, now = interaction.client.database, await clock(interaction)
    guild = guild_of(interaction)
    ground = round_threads.ground_of(guild.get_channel_or_thread(challenge.channel_id))
    if challenge.ended_at is None:
        problems = permission.in_the_way_of_plan(guild, challenge.channel_id, challenge.terms)
        note = "\n".join([*([note] if note else []), *map(refusals.worded, problems)])
    if challenge.begun_at is None or challenge.proposed is not None:
        await private.show(interaction, challenge_overview.proposal(challenge, ground, now, note))
        return
    has_next = challenge.calendar is not None and challenge.ended_at is None
    aside = challenging.set_next_prompt_aside
    prompt = await aside(database, challenge.guild_id, challenge.id, now.now) if has_next else None
    missed = await challenging.missed(database, challenge.id)
    has_lost_list = await challenging.has_lost_list(database, challenge.id)
    outlook = Outlook(ground, prompt, missed, has_lost_list, await has_no_place(interaction, challenge))
    await private.show(interaction, challenge_overview.overview(challenge, outlook, now, note))


async def show_members(interaction: Interaction, challenge: Challenge) -> None:
    waits = await has_no_place(interaction, challenge)
    await private.show(
        interaction, challenge_overview.for_members(challenge, await clock(interaction), has_no_place=waits)
    )


async def has_no_place(interaction: Interaction, challenge: Challenge) -> bool:
    """Whether its rounds wait for a place where they can stand."""
    return challenge.id in await challenging.without_place(interaction.client.database, [challenge])


async def show_every(interaction: Interaction, found: Sequence[Challenge]) -> None:
    waiting = await challenging.without_place(interaction.client.database, found)
    await private.show(interaction, challenge_overview.every(found, waiting, await clock(interaction)))


async def show_rounds(interaction: Interaction, challenge: Challenge) -> None:
    guild = guild_of(interaction)
    sets = await keeping_bank.sets(interaction.client.database, guild.id)
    problems = permission.in_the_way_of_plan(guild, challenge.channel_id, challenge.terms)
    await private.show(interaction, challenge_settings.about_rounds(challenge, guild, sets, problems))


async def show_stories(interaction: Interaction, challenge: Challenge, problems: Sequence[Problem] = ()) -> None:
    await private.show(interaction, challenge_settings.about_stories(challenge, problems))


async def change(interaction: Interaction, challenge_id: int, changed: Change) -> Challenge:
    found = await challenging.change(interaction.client.database, asking.asked(interaction), challenge_id, changed)
    interaction.client.wake()
    return found
