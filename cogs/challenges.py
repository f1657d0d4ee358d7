"""`/challenge`: moderators set up challenges, whose rounds then open by themselves."""

import asyncio
from dataclasses import replace
from typing import Unpack

from discord import app_commands
from discord.ext import commands

from bot.client import DrabbleBot, Interaction
from bot.delivery.challenge_notices import ChallengeNotices
from bot.delivery.patient_worker import WakingCog
from bot.domain.challenges import calendar_file, written_calendar
from bot.domain.challenges import challenge as challenge_rules
from bot.domain.challenges.calendar import Calendar
from bot.domain.challenges.challenge import LONGEST_NAME, LONGEST_SAID, Challenge, Skip
from bot.domain.dates.clock import Clock
from bot.domain.problem import (
    ChallengeOver,
    ChallengeUnnamed,
    Problem,
    RefusedError,
    WordRuleUnknown,
)
from bot.domain.prompts.source import Source
from bot.domain.rounds import round_wish
from bot.domain.text import written_word_rule
from bot.services import challenging, drawing_prompts, keeping_bank, settling
from bot.ui.answering import (
    asking,
    challenge_choices,
    challenge_pages,
    permission,
    private,
    rights,
    round_options,
)
from bot.ui.answering.challenge_pages import Change
from bot.ui.answering.round_choices import Typed
from bot.ui.answering.round_options import ForRounds, Rules, Where, with_rules
from bot.ui.views import challenge_calendar, challenge_form, challenge_overview, press
from bot.ui.views.challenge_form import ChallengeForm
from bot.ui.wording import refusals, terms

Name = app_commands.Range[str, 1, LONGEST_NAME]
Said = app_commands.Range[str, 1, LONGEST_SAID]
WHICH = "Which challenge; not needed where only one can be meant: that of this channel, or the only one."
OPENS = "When its rounds open, such as: every sunday 6pm, every other friday, 1st and 15th."
WHERE = "Where stories stand. Left out, in the channel itself, or in a forum in one post for each round."
OPEN_FOR = "How long each is open, such as: 6 days, until saturday 9pm, until the next one opens."


@app_commands.guild_only()
class Challenges(
    WakingCog, commands.GroupCog, group_name="challenge", group_description="Rounds that open by themselves"
):
    def __init__(self, bot: DrabbleBot) -> None:
        self.bot = bot
        self.patient = ChallengeNotices(bot)
        self.unsettled: dict[tuple[int, int], challenge_form.Typed] = {}
        """What was typed into forms that were unclear, by challenge and member, so that nobody types it twice. A
        restart may lose it: the form then opens with what is settled.
        """
        bot.forms |= rights.routes({"challenge.written": self.written})
        bot.routes |= rights.routes(
            {
                "challenge.write": self.write,
                "challenge.agree": self.agree,
                "challenge.drop": self.drop,
                "challenge.show": self.shown,
                "challenge.swap": self.swap,
                "challenge.pause": self.paused,
                "challenge.resume": self.resumed,
                "challenge.ask_end": self.before_ending,
                "challenge.end": self.ended,
                "challenge.skip": self.skipped,
                "challenge.list_again": self.list_again,
            }
        )

    # -- for moderators ---------------------------------------------------------------------------

    @app_commands.command(description="Set up a challenge: a form asks for all it needs, and shows the dates.")
    @app_commands.describe(
        name="What it is called; its rounds carry that and their number.",
        opens=OPENS,
        open_for=OPEN_FOR,
        channel="Where its rounds take place. In your usual channel or here, when left out.",
        where=WHERE,
    )
    @app_commands.autocomplete(
        opens=challenge_choices.opens,
        open_for=challenge_choices.open_for,
    )
    @with_rules
    async def new(
        self,
        interaction: Interaction,
        *,
        name: Name | None = None,
        opens: Typed | None = None,
        open_for: Typed | None = None,
        channel: ForRounds | None = None,
        where: Where | None = None,
        **rules: Unpack[Rules],
    ) -> None:
        asked = asking.asked(interaction)
        customs = await settling.customs(self.bot.database, asked.guild_id)
        channel = channel or permission.usual_channel(interaction, customs.channel_id)
        if channel is not None:
            asked = replace(asked, channel_id=channel.id)
        await rights.hold(interaction, asked.channel_id)
        problems = permission.in_the_way_of_posting(interaction, channel, where or customs.home)
        if problems:
            raise RefusedError(*problems)
        clock = customs.clock(asked.at)
        wished = await round_options.wish(interaction, rules, asked.channel_id, where=where)
        terms = round_wish.changed(round_wish.usual(asked.at, customs), wished, clock)
        usual = challenge_form.USUALLY_OPEN_FOR
        calendar = None if opens is None else written_calendar.read(opens, open_for or usual, clock)
        made = await challenging.propose(
            self.bot.database, asked, name or "", terms=terms, calendar=calendar, source=Source()
        )
        typed = challenge_form.as_typed(made)
        await self.open_form(interaction, made, replace(typed, open_for=open_for or typed.open_for))

    @app_commands.command(description="Change a challenge; what you leave out stays as it is.")
    @app_commands.describe(challenge=WHICH, name="What it is called", opens=OPENS, open_for=OPEN_FOR, where=WHERE)
    @app_commands.autocomplete(
        challenge=challenge_choices.challenges,
        opens=challenge_choices.opens,
        open_for=challenge_choices.open_for,
    )
    @with_rules
    async def edit(
        self,
        interaction: Interaction,
        *,
        challenge: Typed | None = None,
        name: Name | None = None,
        opens: Typed | None = None,
        open_for: Typed | None = None,
        where: Where | None = None,
        **rules: Unpack[Rules],
    ) -> None:
        found, clock = await self.own(interaction, challenge), await challenge_pages.clock(interaction)
        wished = await round_options.wish(interaction, rules, found.channel_id, where=where)
        terms = round_wish.changed(found.terms, wished, clock)
        if name is not None and not challenge_rules.is_name(name):
            raise RefusedError(ChallengeUnnamed())
        typed = challenge_form.as_typed(found)
        calendar = changed_calendar(found, opens or typed.opens, open_for or typed.open_for, clock)
        if (terms, calendar, name or found.name) == (found.terms, found.proposed, found.name):
            await challenge_pages.show_rounds(interaction, found)
            return
        await self.change(
            interaction, found.id, lambda old: replace(old, terms=terms, proposed=calendar, name=name or old.name)
        )

    @app_commands.command(description="Open no rounds of a challenge until it goes on.")
    @app_commands.describe(challenge=WHICH)
    @app_commands.autocomplete(challenge=challenge_choices.challenges)
    async def pause(self, interaction: Interaction, challenge: Typed | None = None) -> None:
        await self.paused(interaction, (await self.own(interaction, challenge)).id)

    @app_commands.command(description="Let a paused challenge go on with its next date.")
    @app_commands.describe(challenge=WHICH)
    @app_commands.autocomplete(challenge=challenge_choices.challenges)
    async def resume(self, interaction: Interaction, challenge: Typed | None = None) -> None:
        await self.resumed(interaction, (await self.own(interaction, challenge)).id)

    @app_commands.command(description="Leave out one date of a challenge, such as a holiday.")
    @app_commands.describe(
        challenge=WHICH,
        date="Which date, such as: 25 december, next friday",
        word="A word to members, which I post when the round would have opened.",
    )
    @app_commands.autocomplete(challenge=challenge_choices.challenges, date=challenge_choices.dates)
    async def skip(
        self, interaction: Interaction, date: Typed, challenge: Typed | None = None, word: Said | None = None
    ) -> None:
        day, chosen = challenge_choices.whose(date)
        found = await self.own(interaction, challenge or chosen)
        occurrence = challenge_choices.date_meant(found, day, await challenge_pages.clock(interaction))
        await self.leave_out(interaction, found, Skip(occurrence.key, word))

    @app_commands.command(description="End a challenge for good. Its rounds stay.")
    @app_commands.describe(challenge=WHICH)
    @app_commands.autocomplete(challenge=challenge_choices.challenges)
    async def end(self, interaction: Interaction, challenge: Typed | None = None) -> None:
        await self.before_ending(interaction, (await self.own(interaction, challenge)).id)

    # -- for everybody ----------------------------------------------------------------------------

    @app_commands.command(description="Look at a challenge: its next rounds, its rules.")
    @app_commands.describe(challenge=WHICH)
    @app_commands.autocomplete(challenge=challenge_choices.challenges)
    async def show(self, interaction: Interaction, challenge: Typed | None = None) -> None:
        found = await challenge_choices.meant(interaction, challenge)
        if await permission.moderates(interaction, found.channel_id):
            await challenge_pages.show(interaction, found)
        else:
            await challenge_pages.show_members(interaction, found)

    @app_commands.command(description="Its coming rounds as a file for your own calendar.")
    @app_commands.describe(challenge=WHICH)
    @app_commands.autocomplete(challenge=challenge_choices.challenges)
    async def calendar(self, interaction: Interaction, challenge: Typed | None = None) -> None:
        found = await challenge_choices.meant(interaction, challenge)
        rounds = await challenging.not_over(self.bot.database, found.id, interaction.created_at)
        now, url = interaction.created_at, terms.channel_address(found.guild_id, found.channel_id)
        slots = [*calendar_file.slots(found, rounds, now)]
        if not slots:
            await private.show(interaction, challenge_calendar.none_to_come(found))
            return
        file = await asyncio.to_thread(calendar_file.written, found, slots, url, now)  # the first takes a while
        waits = await challenge_pages.has_no_place(interaction, found)
        await private.show(interaction, *challenge_calendar.coming(found, file, has_no_place=waits))

    @app_commands.command(name="list", description="See which challenges there are.")
    async def list_(self, interaction: Interaction) -> None:
        await challenge_pages.show_every(interaction, await challenge_choices.in_sight(interaction))

    # -- what the form leads to -------------------------------------------------------------------

    async def write(self, interaction: Interaction, challenge_id: int) -> None:
        found = await challenge_pages.known(interaction, challenge_id)
        typed = self.unsettled.get((challenge_id, interaction.user.id))
        await self.open_form(interaction, found, typed or challenge_form.as_typed(found))

    async def open_form(self, interaction: Interaction, challenge: Challenge, typed: challenge_form.Typed) -> None:
        sets = await keeping_bank.sets(self.bot.database, challenge.guild_id)
        await interaction.response.send_modal(ChallengeForm(interaction, challenge.id, typed, sets))

    async def written(self, interaction: Interaction, challenge_id: int) -> None:
        typed, found = challenge_form.read(interaction), await challenge_pages.known(interaction, challenge_id)
        self.unsettled.pop((challenge_id, interaction.user.id), None)
        try:
            change = await self.read(found, typed, await challenge_pages.clock(interaction))
        except RefusedError as refused:
            self.unsettled[challenge_id, interaction.user.id] = typed
            said = "\n".join(map(refusals.worded, refused.problems))
            await private.show(interaction, challenge_overview.unclear(found, said))
            return
        await self.change(interaction, challenge_id, change)

    async def read(self, challenge: Challenge, typed: challenge_form.Typed, clock: Clock) -> Change:
        """What the form changes. Raises RefusedError with all that is unclear."""
        problems: list[Problem] = [] if challenge_rules.is_name(typed.name) else [ChallengeUnnamed()]
        rule = written_word_rule.read(typed.words)
        calendar, set_name = None, challenge_form.set_name(typed.prompts)
        if rule is None:
            problems.append(WordRuleUnknown(typed.words))
        try:
            if set_name is not None:
                set_name = await drawing_prompts.named(self.bot.database, challenge.guild_id, set_name)
            calendar = changed_calendar(challenge, typed.opens, typed.open_for, clock)
        except RefusedError as refused:
            problems += refused.problems
        if problems or rule is None:
            raise RefusedError(*problems)
        by_hand = not typed.opens
        return lambda old: replace(
            old,
            name=typed.name,
            calendar=None if by_hand else old.calendar,
            proposed=calendar,
            terms=replace(old.terms, rule=rule),
            source=replace(old.source, set_name=set_name),
        )

    # -- what the buttons and selects lead to -----------------------------------------------------

    async def agree(self, interaction: Interaction, challenge_id: int) -> None:
        found = await challenge_pages.known(interaction, challenge_id)
        if not challenge_rules.is_name(found.name):
            raise RefusedError(ChallengeUnnamed())
        agreed = await challenging.agree(self.bot.database, asking.asked(interaction), challenge_id)
        self.bot.wake()
        await challenge_pages.show(
            interaction, agreed, "It is set up." if found.begun_at is None else "It goes by these dates."
        )

    async def drop(self, interaction: Interaction, challenge_id: int) -> None:
        """Put aside what waits for a yes."""
        found = await challenge_pages.known(interaction, challenge_id)
        if found.begun_at is not None:
            await self.change(interaction, challenge_id, lambda old: replace(old, proposed=None))
            return
        await challenging.end(self.bot.database, asking.asked(interaction), challenge_id)
        await private.show(interaction, challenge_overview.put_aside(found))

    async def shown(self, interaction: Interaction, challenge_id: int) -> None:
        await challenge_pages.show(interaction, await challenge_pages.known(interaction, challenge_id))

    async def swap(self, interaction: Interaction, challenge_id: int) -> None:
        await challenging.swap_prompt(self.bot.database, asking.asked(interaction), challenge_id)
        await self.shown(interaction, challenge_id)

    async def paused(self, interaction: Interaction, challenge_id: int) -> None:
        asked = asking.asked(interaction)
        await challenge_pages.show(interaction, await challenging.pause(self.bot.database, asked, challenge_id))

    async def resumed(self, interaction: Interaction, challenge_id: int) -> None:
        found = await challenging.resume(self.bot.database, asking.asked(interaction), challenge_id)
        self.bot.wake()
        await challenge_pages.show(interaction, found)

    async def before_ending(self, interaction: Interaction, challenge_id: int) -> None:
        await private.show(
            interaction, challenge_overview.before_ending(await challenge_pages.known(interaction, challenge_id))
        )

    async def ended(self, interaction: Interaction, challenge_id: int) -> None:
        asked = asking.asked(interaction)
        await challenge_pages.show(interaction, await challenging.end(self.bot.database, asked, challenge_id))

    async def skipped(self, interaction: Interaction, challenge_id: int) -> None:
        """Leave a date out, or hold it after all."""
        found, key = await challenge_pages.known(interaction, challenge_id), press.only(interaction) or ""
        occurrence = challenge_choices.date_meant(found, key, await challenge_pages.clock(interaction))
        if found.skip(occurrence) is None:
            await self.leave_out(interaction, found, Skip(occurrence.key, None))
            return
        asked = asking.asked(interaction)
        held = await challenging.hold_after_all(self.bot.database, asked, challenge_id, occurrence.key)
        await challenge_pages.show(interaction, held, "That round takes place after all.")

    async def list_again(self, interaction: Interaction, challenge_id: int) -> None:
        found = await challenging.list_again(self.bot.database, asking.asked(interaction), challenge_id)
        self.bot.wake()
        await challenge_pages.show(interaction, found, "I post the list of all its rounds again.")

    # -- steps that several of these take ---------------------------------------------------------

    async def own(self, interaction: Interaction, named: str | None) -> Challenge:
        """The challenge that is meant, to change it. Only a moderator of its channel gets it."""
        try:
            found = await challenge_choices.meant(interaction, named)
        except RefusedError:
            await permission.must_moderate(interaction)
            raise
        await rights.hold(interaction, found.channel_id)
        if found.ended_at is not None:
            raise RefusedError(ChallengeOver(found.name, found.ended_at))
        return found

    async def change(self, interaction: Interaction, challenge_id: int, changed: Change) -> None:
        await challenge_pages.show(interaction, await challenge_pages.change(interaction, challenge_id, changed))

    async def leave_out(self, interaction: Interaction, challenge: Challenge, skip: Skip) -> None:
        asked = asking.asked(interaction)
        found = await challenging.leave_out(self.bot.database, asked, challenge.id, skip)
        await challenge_pages.show(interaction, found, challenge_overview.left_out(skip))


def changed_calendar(challenge: Challenge, opens: str, open_for: str, clock: Clock) -> Calendar | None:
    """The calendar that waits for a yes, if these words change anything."""
    present = challenge.calendar
    if not opens or (present is not None and (opens, open_for) == (present.said, present.said_open_for)):
        return None
    if present is None:
        return written_calendar.read(opens, open_for, clock)
    return written_calendar.changed(present, clock, said=opens, said_open_for=open_for)


async def setup(bot: DrabbleBot) -> None:
    await bot.add_cog(Challenges(bot))
