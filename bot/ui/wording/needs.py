"""The permissions that a round needs in its channel, by the names of discord.py."""

from bot.domain.rounds import home
from bot.domain.rounds.home import Ground, Home

TO_POST = ("view_channel", "send_messages", "read_message_history")
TO_POST_IN_THREAD = ("view_channel", "send_messages_in_threads", "read_message_history")
TO_MAKE_THREADS = ("create_public_threads",)


def of_round(ground: Ground, wished: Home, *, in_thread: bool = False) -> tuple[str, ...]:
    """The permissions for a round that lives so in such a channel. In a forum, to send a message is to make a post."""
    if in_thread:
        return TO_POST_IN_THREAD
    if home.on(ground, wished) is Home.CHANNEL:
        return TO_POST
    making = () if ground is Ground.FORUM else TO_MAKE_THREADS
    return (*dict.fromkeys((*TO_POST, *making, *TO_POST_IN_THREAD)),)
