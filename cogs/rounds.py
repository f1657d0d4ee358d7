"""`/round`: moderators open rounds and change them, everybody looks at them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Unpack

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.domain.dates import written_length
from bot.domain.dates.clock import Clock
from bot.domain.problem import (
    LengthUnreadable,
    NothingToClose,
    Problem,
    PromptMissing,
    RefusedError,
)
from bot.domain.rounds import round_wish
from bot.domain.rounds.asked import Asked
from bot.domain.rounds.round import Phase, Round
from bot.domain.rounds.round_plan import Plan, Proposal, window_problems
from bot.domain.rounds.round_wish import Wish
from bot.services import finding, giving_late_passes, planning, reminding, settling
from bot.services.finding import Contents
from bot.ui.answering import (
    asking,
    challenge_choices,
    meant_round,
    permission,
    private,
    prompt_choices,
    receiving,
    rights,
    role_choices,
    round_choices,
    round_options,
    round_proposals,
)
from bot.ui.answering.round_choices import Typed
from bot.ui.answering.round_options import ForRounds, Rules, Where, with_rules
from bot.ui.views import (
    late_pass,
    modal,
    press,
    prompt_form,
    remind_me,
    round_card,
    round_change,
    round_details,
    round_list,
)

Reason = app_commands.Range[str, 1, round_card.LONGEST_REASON]
REASON = "Why, for members to read on the card."
LISTED = 25
"""Rounds that a list looks up: about as many as fit on a message."""


@app_commands.guild_only()
class Rounds(commands.GroupCog, group_name="round", group_description="Calls for drabbles"):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        bot.routes |= rights.routes(
            {
                "round.confirm": self.confirmed,
                "round.confirm_telling": self.confirmed_telling,
                "round.reword": self.reworded,
                "round.redraw": self.redrawn,
                "round.drop": self.dropped,
            }
        )
        bot.forms |= rights.routes({"round.prompt": self.worded})
        bot.routes |= rights.routes({"round.close": self.closed, "round.cancel": self.cancelled})

    # -- for moderators ---------------------------------------------------------------------------

    @app_commands.command(description="Open a round: say when it closes, then write its prompt.")
    @app_commands.describe(
        closes="When it closes: friday 8pm, in 7 days, end of the month",
        opens="When it opens, such as: friday 6pm. At once when left out.",
        prompt="Draw one from your bank of prompts. Left out, a form asks for the prompt.",
        challenge="Count it to this challenge: it has its rules and its next number.",
        channel="Where it takes place. In your usual channel or here, when left out.",
        where="Where its stories stand. Left out, in the channel itself, or in a forum in one post for the round.",
    )
    @app_commands.autocomplete(
        closes=round_choices.closes_of_new,
        opens=round_choices.opens,
        prompt=prompt_choices.to_draw_from,
        challenge=challenge_choices.challenges,
    )
    @with_rules
    async def open(
        self,
        interaction: Interaction,
        *,
        closes: Typed,
        opens: Typed | None = None,
        prompt: Typed | None = None,
        challenge: Typed | None = None,
        channel: ForRounds | None = None,
        where: Where | None = None,
        **rules: Unpack[Rules],
    ) -> None:
        asked = asking.asked(interaction)
        customs = await settling.customs(self.bot.database, asked.guild_id)
        series = None if challenge is None else await challenge_choices.going_on(interaction, challenge)
        place = customs.channel_id if series is None else series.channel_id
        channel = channel or permission.usual_channel(interaction, place)
        if channel is not None:
            asked = replace(asked, channel_id=channel.id)
        await rights.hold(interaction, asked.channel_id)
        usual = round_wish.usual(asked.at, customs, None if series is None else series.terms)
        problems = permission.in_the_way_of_posting(interaction, channel, where or usual.home)
        wished = await round_options.wish(interaction, rules, asked.channel_id, opens=opens, closes=closes, where=where)
        plan = all_at_once(problems, lambda: round_wish.changed(usual, wished, customs.clock(asked.at)))
        await self.propose_new(interaction, asked, plan, prompt, None if series is None else series.id)

    @app_commands.command(description="Open a round like an earlier one, with another prompt.")
    @app_commands.describe(
        round_="Which round it is to be like. The last one here, when left out.",
        closes="When it closes. As long after its opening as the earlier one, when left out.",
        opens="When it opens. At once when left out.",
        prompt="Draw one from your bank of prompts. Left out, a form asks for the prompt.",
    )
    @app_commands.rename(round_="round")
    @app_commands.autocomplete(
        round_=round_choices.rounds,
        closes=round_choices.closes_of_new,
        opens=round_choices.opens,
        prompt=prompt_choices.to_draw_from,
    )
    async def again(
        self,
        interaction: Interaction,
        round_: Typed | None = None,
        closes: Typed | None = None,
        opens: Typed | None = None,
        prompt: Typed | None = None,
    ) -> None:
        asked = asking.asked(interaction)
        earlier = await meant_round.own(interaction, round_)
        await round_proposals.must_moderate_challenge(interaction, earlier.challenge_id)
        ping = await role_choices.allowed(interaction, earlier.plan.ping_role_id, earlier.channel_id)
        before = replace(earlier.plan, ping_role_id=ping)
        plan = round_wish.again(before, Wish(opens=opens, closes=closes), await self.clock(asked))
        where = replace(asked, channel_id=earlier.channel_id)
        await self.propose_new(interaction, where, plan, prompt, earlier.challenge_id)

    @app_commands.command(description="Change a round; what you leave out stays as it is.")
    @app_commands.describe(round_="Which round", closes="When it closes", opens="When it opens", reason=REASON)
    @app_commands.rename(round_="round")
    @app_commands.autocomplete(
        round_=round_choices.changeable_rounds,
        closes=round_choices.closes_of_changed,
        opens=round_choices.opens,
    )
    @with_rules
    async def edit(
        self,
        interaction: Interaction,
        *,
        round_: Typed | None = None,
        closes: Typed | None = None,
        opens: Typed | None = None,
        reason: Reason | None = None,
        **rules: Unpack[Rules],
    ) -> None:
        asked = asking.asked(interaction)
        found = await meant_round.changeable(interaction, round_)
        wished = await round_options.wish(interaction, rules, found.channel_id, opens=opens, closes=closes)
        plan = round_wish.changed(found.plan, replace(wished, reason=reason), await self.clock(asked))
        proposal = await self.propose_change(asked, found, plan)
        await interaction.response.send_modal(prompt_form.PromptForm(interaction, proposal))

    @app_commands.command(description="Give a round more time; one that has closed is open again.")
    @app_commands.describe(
        round_="Which round", closes="How much longer (2 days), or its new end (sunday 8pm)", reason=REASON
    )
    @app_commands.rename(round_="round")
    @app_commands.autocomplete(round_=round_choices.extendable_rounds, closes=round_choices.closes_of_extended)
    async def extend(
        self, interaction: Interaction, closes: Typed, round_: Typed | None = None, reason: Reason | None = None
    ) -> None:
        asked = asking.asked(interaction)
        found = await meant_round.own(interaction, round_, (Phase.OPEN, Phase.SCHEDULED), (Phase.CLOSED,))
        plan = round_wish.extended(found.plan, closes, await self.clock(asked), reason)
        proposal = await self.propose_change(asked, found, plan)
        await round_proposals.ask(interaction, proposal, [])

    @app_commands.command(description="Close a round before its time.")
    @app_commands.describe(round_="Which round", reason=REASON)
    @app_commands.rename(round_="round")
    @app_commands.autocomplete(round_=round_choices.open_rounds)
    async def close(self, interaction: Interaction, round_: Typed | None = None, reason: Reason | None = None) -> None:
        asked = asking.asked(interaction)
        found = await meant_round.own(interaction, round_, (Phase.OPEN,))
        if found.phase(asked.at) is Phase.SCHEDULED:
            raise RefusedError(NothingToClose(found.plan.opens_at))
        if found.phase(asked.at) is Phase.CLOSED and not found.asks_late(asked.at):
            await self.show_closed(interaction, found)
            return
        if found.phase(asked.at) is not Phase.CLOSED:
            meant_round.refuse_unless_changeable(found, asked.at)
        standing = await finding.standing(self.bot.database, found)
        reason_id = await self.keep_reason(asked, found, reason)
        await private.show(interaction, round_change.before_closing(found, standing.entries, asked.at, reason_id))

    @app_commands.command(description="Call a round off.")
    @app_commands.describe(round_="Which round", reason=REASON)
    @app_commands.rename(round_="round")
    @app_commands.autocomplete(round_=round_choices.changeable_rounds)
    async def cancel(self, interaction: Interaction, round_: Typed | None = None, reason: Reason | None = None) -> None:
        found = await meant_round.changeable(interaction, round_)
        standing = await finding.standing(self.bot.database, found)
        reason_id = await self.keep_reason(asking.asked(interaction), found, reason)
        await private.show(interaction, round_change.before_cancelling(found, standing.entries, reason_id))

    @app_commands.command(description="Give one member more time for a round, or let them hand in once more.")
    @app_commands.describe(
        member="Who",
        for_="How long: after the close, or from now on if it has closed. 1 day when left out.",
        round_="Which round",
        once_more="Whether they can hand in one entry more than they could",
    )
    @app_commands.rename(for_="for", round_="round")
    @app_commands.autocomplete(round_=round_choices.rounds_to_allow)
    async def allow(
        self,
        interaction: Interaction,
        member: discord.User,
        for_: Typed | None = None,
        round_: Typed | None = None,
        once_more: bool = False,
    ) -> None:
        asked = asking.asked(interaction)
        found = await meant_round.own(interaction, round_, (Phase.OPEN,), (Phase.CLOSED,))
        in_time = once_more and for_ is None and found.phase(asked.at) is Phase.OPEN
        length = timedelta() if in_time else written_length.read(for_ or "1 day")
        if length is None or not (length or in_time):
            raise RefusedError(LengthUnreadable(for_ or ""))
        by, now = interaction.user.id, asked.at
        given = await giving_late_passes.give(
            self.bot.database, found, member.id, length, given_by=by, now=now, once_more=once_more
        )
        self.bot.wake()
        await private.show(interaction, late_pass.given(found, given))

    # -- for everybody ----------------------------------------------------------------------------

    @app_commands.command(description="Look at a round: its prompt, its rules, its dates.")
    @app_commands.describe(round_="Which round. Usually the open one here, or the last.")
    @app_commands.rename(round_="round")
    @app_commands.autocomplete(round_=round_choices.rounds)
    async def show(self, interaction: Interaction, round_: Typed | None = None) -> None:
        phases = (Phase.OPEN,), (Phase.SCHEDULED,), (Phase.CLOSED, Phase.CANCELLED)
        found, now = await meant_round.to_look_at(interaction, round_, *phases), interaction.created_at
        knows_all = await permission.moderates(interaction, found.channel_id)
        shows_prompt = knows_all or found.is_known(now)
        file = await round_proposals.picture(interaction, found.plan) if shows_prompt else None
        contents = await finding.contents(self.bot.database, found)
        hearts = await finding.hearts(self.bot.database, found.id)
        heard = round_details.Heard(hearts.total, self.bot.heard_since)
        picture = None if file is None else file.uri
        more = await self.for_member(interaction, contents, knows_all=knows_all)
        view = round_details.in_full(contents, heard, now, knows_all=knows_all, picture=picture, more=more)
        await private.show(interaction, view, [file] if file is not None else [])

    @app_commands.command(name="list", description="See which rounds there are.")
    async def list_(self, interaction: Interaction) -> None:
        asked = asking.asked(interaction)
        found = round_list.in_order(await permission.rounds_in_sight(interaction), asked.at)
        standings = await finding.standings(self.bot.database, tuple(found[:LISTED]))
        told = await permission.moderated(interaction, found)
        await private.show(interaction, round_list.listed(standings, len(found), asked.at, told=told))

    async def for_member(self, interaction: Interaction, contents: Contents, *, knows_all: bool) -> list[str]:
        """Late passes and reminders that the member may know of."""
        member_id = interaction.user.id
        own = await reminding.of_member(self.bot.database, contents.round.id, member_id)
        told = [each for each in contents.late_passes if knows_all or each.member_id == member_id]
        return [*late_pass.lines(told), *remind_me.lines(own)]

    # -- what the form and the buttons lead to ----------------------------------------------------

    async def worded(self, interaction: Interaction, plan_id: int) -> None:
        await round_proposals.known(interaction, plan_id)
        text, attachment = prompt_form.read(interaction)
        image, problems = None, list[Problem]()
        if attachment is not None:
            await private.think(interaction)
            try:
                image = await receiving.picture(attachment)
            except RefusedError as refused:  # the words are kept, and another picture can be added to them
                problems += refused.problems
        asked = replace(asking.asked(interaction), request=modal.request(interaction))
        proposal = await planning.reword(self.bot.database, asked, plan_id, text, image)
        await round_proposals.ask(interaction, proposal, problems)

    async def reworded(self, interaction: Interaction, plan_id: int) -> None:
        proposal = await round_proposals.known(interaction, plan_id)
        await interaction.response.send_modal(prompt_form.PromptForm(interaction, proposal))

    async def redrawn(self, interaction: Interaction, plan_id: int) -> None:
        asked = asking.asked(interaction)
        await round_proposals.ask(interaction, await planning.redraw(self.bot.database, asked, plan_id), [])

    async def confirmed_telling(self, interaction: Interaction, plan_id: int) -> None:
        await self.confirmed(interaction, plan_id, telling=True)

    async def confirmed(self, interaction: Interaction, plan_id: int, *, telling: bool = False) -> None:
        proposal = await round_proposals.known(interaction, plan_id)
        if not proposal.plan.prompt:  # its form never came back
            raise RefusedError(PromptMissing())
        if window_problems(proposal.plan, interaction.created_at) and not proposal.confirmed:
            await round_proposals.ask(interaction, proposal, [])  # the proposal says what is wrong, and offers no yes
            return
        by, now = interaction.user.id, interaction.created_at
        round_ = await planning.confirm(self.bot.database, plan_id, now, telling=telling, by=by)
        self.bot.wake()
        await private.show(interaction, round_change.confirmed(round_, proposal, now, telling=telling))

    async def dropped(self, interaction: Interaction, plan_id: int) -> None:
        proposal = await round_proposals.known(interaction, plan_id)
        await planning.drop(self.bot.database, plan_id, interaction.created_at)
        await private.show(interaction, round_change.put_aside(proposal))

    async def closed(self, interaction: Interaction, round_id: int) -> None:
        reason_id = press.detail_if_any(interaction)
        round_ = await planning.close(self.bot.database, asking.asked(interaction), round_id, reason_id=reason_id)
        self.bot.wake()
        await self.show_closed(interaction, round_)

    async def show_closed(self, interaction: Interaction, round_: Round) -> None:
        await private.show(interaction, round_change.closed(await finding.contents(self.bot.database, round_)))

    async def cancelled(self, interaction: Interaction, round_id: int) -> None:
        reason_id = press.detail_if_any(interaction)
        round_ = await planning.cancel(self.bot.database, asking.asked(interaction), round_id, reason_id=reason_id)
        self.bot.wake()
        await private.show(interaction, round_change.cancelled(round_))

    # -- steps that several commands take ---------------------------------------------------------

    async def clock(self, asked: Asked) -> Clock:
        return (await settling.customs(self.bot.database, asked.guild_id)).clock(asked.at)

    async def propose_new(
        self, interaction: Interaction, asked: Asked, plan: Plan, prompt: str | None, challenge_id: int | None
    ) -> None:
        """Ask for the prompt of a new round, or draw one and ask for a yes."""
        database = self.bot.database
        if prompt is None:
            proposal = await planning.propose(database, asked, plan, challenge_id=challenge_id)
            await interaction.response.send_modal(prompt_form.PromptForm(interaction, proposal))
            return
        meant = prompt_choices.set_meant(prompt)
        drawn = await planning.propose_drawn(database, asked, plan, meant, challenge_id=challenge_id)
        await round_proposals.ask(interaction, drawn, [])

    async def keep_reason(self, asked: Asked, round_: Round, reason: str | None) -> int | None:
        """The number of a proposal that keeps a reason until the yes, if there is one."""
        if reason is None:
            return None
        return (await self.propose_change(asked, round_, replace(round_.plan, reason=reason))).id

    async def propose_change(self, asked: Asked, round_: Round, plan: Plan) -> Proposal:
        problems = round_.change_refusals(plan, asked.at)
        if problems:
            raise RefusedError(*problems)
        where = replace(asked, channel_id=round_.channel_id)
        return await planning.propose(self.bot.database, where, plan, round_id=round_.id)


def all_at_once(problems: list[Problem], read: Callable[[], Plan]) -> Plan:
    """The result of `read`, or a refusal with all problems: those known before and those that `read` finds."""
    try:
        plan = read()
    except RefusedError as refused:
        raise RefusedError(*problems, *refused.problems) from None
    if problems:
        raise RefusedError(*problems)
    return plan


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Rounds(bot))
