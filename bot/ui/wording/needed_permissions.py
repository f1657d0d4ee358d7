"""The permissions that a round needs in its channel, by the names of discord.py."""

from bot.domain.rounds import home
from bot.domain.rounds.home import Ground, Home, Talk
from bot.domain.rounds.round_plan import Plan

TO_POST = ("view_channel", "send_messages", "read_message_history")
TO_POST_IN_THREAD = ("view_channel", "send_messages_in_threads", "read_message_history")
TO_MAKE_THREADS = ("create_public_threads",)
TO_ANNOUNCE = ("create_events",)
TO_PIN = ("pin_messages",)


def of_plan(ground: Ground, plan: Plan, *, in_thread: bool = False) -> tuple[str, ...]:
    """All that a round of this plan needs in such a channel, with what is nice to have."""
    kind = home.on(ground, plan.home)
    talks = plan.talk is not Talk.NOWHERE and kind is Home.CHANNEL and ground is Ground.CHANNEL
    beside = (*(TO_MAKE_THREADS if talks else ()), *(TO_ANNOUNCE if plan.event else ()))
    return (*dict.fromkeys((*of_round(ground, plan.home, in_thread=in_thread), *beside)),)


def of_round(ground: Ground, wished: Home, *, in_thread: bool = False) -> tuple[str, ...]:
    """The permissions for a round that lives so in such a channel. In a forum, to send a message is to make a post."""
    if in_thread:
        return TO_POST_IN_THREAD
    if home.on(ground, wished) is Home.CHANNEL:
        return TO_POST
    making = () if ground is Ground.FORUM else TO_MAKE_THREADS
    return (*dict.fromkeys((*TO_POST, *making, *TO_POST_IN_THREAD)),)
