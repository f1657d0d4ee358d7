"""What moderators and members are told of a challenge that runs by itself."""

from bot.domain.challenges.challenge import LONGEST_SAID, Challenge
from bot.domain.challenges.notice import Notice, What
from bot.domain.text import escaping, limits, message_length
from bot.ui.wording import terms

MORE_PROMPTS = "`/prompts add` and `/prompts import` bring new ones; `/challenge edit` says which ones it may take."


def text(notice: Notice) -> str:
    name = f"**{terms.title_text(notice.challenge.name)}**"
    dates = [f"- {terms.stamp(moment)}" for moment in notice.opened]
    match notice.what:
        case What.MISSED:
            rounds = "A round was" if len(dates) == 1 else f"{len(dates):,} rounds were"
            lines = [f"{name}: {rounds} over before I could open {terms.plural(len(dates), 'it', 'them')}:", *dates]
        case What.DRY:
            lines = [f"{name} has no prompt left for a round to come. {MORE_PROMPTS}", *dates]
        case What.WAITS:
            lines = [f"{name}: a round waits for a prompt, and opens once there is one. {MORE_PROMPTS}", *dates]
        case What.LEFT_OUT:
            lines = [
                f"{name}: there is no round on {terms.stamp(moment)}. {said(notice.challenge, occurrence)}"
                for occurrence, moment in zip(notice.occurrences, notice.opened, strict=True)
            ]
    return message_length.as_many(lines, limits.MESSAGE)


def unheard(notice: Notice) -> str:
    """What moderators are told in place of members, whose channel took no message."""
    name, dates = terms.title_text(notice.challenge.name), [terms.stamp(moment) for moment in notice.opened]
    told = (
        f"**{name}**: I could not say in <#{notice.challenge.channel_id}> that there is no round on {', '.join(dates)}."
    )
    return message_length.as_many([told, "`/doctor` shows what is missing there."], limits.MESSAGE)


def said(challenge: Challenge, occurrence: str) -> str:
    words = next((skip.said for skip in challenge.skips if skip.occurrence == occurrence), None)
    return escaping.line(words or "", LONGEST_SAID)
