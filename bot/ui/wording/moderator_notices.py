"""Messages to moderators that they have not asked for."""

from collections.abc import Sequence

from bot.domain.rounds.posted_message import Spot
from bot.domain.rounds.restoration import Copy, Stocktaking
from bot.domain.rounds.round import Round
from bot.domain.rounds.trouble import Trouble
from bot.domain.text import limits, message_length
from bot.ui.wording import terms

WHAT_TO_DO: dict[Trouble, str] = {
    Trouble.NO_CHANNEL: "its channel or its thread is gone, or I can't see it. Give my role *View Channel*"
    " there, or open the round anew in another place.",
    Trouble.NO_PERMISSION: "I may not post there. Give my role *View Channel*, *Send Messages* (for threads"
    " *Create Public Threads* and *Send Messages in Threads*), *Attach Files* and *Read Message History* there.",
    Trouble.THREAD_LOCKED: "a thread of it is locked, and something there has to change. Open the thread again. To take"
    " the title of a story that is gone from a locked thread, I need *Manage Threads* there.",
    Trouble.NOT_AGE_RESTRICTED: "a story there is rated explicit and the channel is no longer age-restricted. Turn"
    " the restriction on again in the channel's settings, or remove the entry.",
    Trouble.OPEN_TO_ALL_AGES: "its channel was age-restricted, and is open to all ages now. Turn the restriction on"
    " again in the channel's settings. Or, if it shall stay open to all, let the round take no story above *mature*:"
    " `/round edit` with **rating_up_to**.",
    Trouble.NOT_TAKEN: "Discord did not take one of its messages. The others are there. Tell whoever runs me: my log"
    " says which one and why.",
}


FOLLOWING = (
    " The next rounds of its challenge wait for that, too; *More settings* in `/challenge show` gives it another"
    " channel."
)


def paused(round_: Round, trouble: Trouble) -> str:
    has_no_place = trouble in (Trouble.NO_CHANNEL, Trouble.NO_PERMISSION)
    following = FOLLOWING if has_no_place and round_.challenge_id is not None else ""
    return (
        f"The round “{terms.title_text(round_.plan.title)}” in <#{round_.channel_id}> waits for a moderator:"
        f" {WHAT_TO_DO[trouble]}{following}"
        " I try again as soon as I see a change. No entry is lost meanwhile; `/doctor` shows how it stands."
    )


MOST_NAMED = 5
"""Messages or members named in a line; the others are counted."""
PUT_BACK = (
    "Whoever runs me has put my memory back to an earlier copy. I know nothing of what came after the last thing in it"
)
GIVEN_BACK = (
    "A story that was handed in shortly before the copy was made, and that I don't find, may have been taken back"
    " since. So I don't post it, and it is a draft again. Please tell its writer: `/drafts` hands it in while the round"
    " is open."
)
STORIES_LEFT = (
    "Stories that are unknown to me stay where they are, but they and the hearts under them count in no round. A writer"
    " can hand such a story in again while the round is open; then you can delete the old message."
)
CARDS_LEFT = "Rounds that are unknown to me take no entries. Open them anew, and delete their old messages."


def restored(copy: Copy, results: Sequence[Stocktaking]) -> str:
    """The findings after the database went on from a copy; `results` are the channels of one guild."""
    last = "" if copy.known_until is None else f", {terms.stamp(copy.known_until)}"
    lines = [
        f"{PUT_BACK}{last}: drafts, entries, rounds, changes to rounds, and what was taken back.",
        *([GIVEN_BACK] if any(each.given_back for each in results) else []),
        *([STORIES_LEFT] if any(each.stories for each in results) else []),
        *([CARDS_LEFT] if any(each.cards for each in results) else []),
        *(f"- <#{each.channel_id}>: {found}" for each in results if (found := about_channel(each))),
        "Wherever else I posted, I found nothing that I do not know.",
    ]
    return message_length.as_many(lines, limits.MESSAGE)


def about_channel(found: Stocktaking) -> str:
    """What there is to say of a channel; nothing where all is known."""
    if found.taken_at is None:
        return "I can't look there now, so its rounds wait until I can. `/doctor` shows what I lack."
    stories, cards, own = len(found.stories), len(found.cards), found.taken_over
    writers = [f"<@{member_id}>" for member_id in found.given_back]
    parts = [
        *([f"{own:,} {terms.plural(own, 'message')} found again, with which I go on"] if own else []),
        *([f"not found: what {named(writers)} handed in"] if writers else []),
        *(
            [f"{stories:,} {terms.plural(stories, 'story', 'stories')} unknown to me: {links(found, found.stories)}"]
            if stories
            else []
        ),
        *([f"{cards:,} {terms.plural(cards, 'round')} unknown to me: {links(found, found.cards)}"] if cards else []),
    ]
    return "; ".join(parts)


def links(found: Stocktaking, spots: Sequence[Spot]) -> str:
    return named([terms.address(found.guild_id, spot) for spot in spots])


def named(names: Sequence[str]) -> str:
    shown, more = " ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown
