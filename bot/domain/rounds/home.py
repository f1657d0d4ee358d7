"""Where a round lives: in its channel, in a thread of its own, or in the posts of a forum."""

from enum import StrEnum


class Home(StrEnum):
    """A moderator's wish. What comes of it depends on the channel, too."""

    CHANNEL = "channel"
    """Everything stands in the channel itself. A forum has no such place, so there it is a post for the round."""
    THREAD = "thread"
    """The card stands in the channel, and everything else in a thread below it. In a forum it is one post with all."""
    POSTS = "posts"
    """In a forum, a post for each story and one for the round. Elsewhere it is a thread."""


class Talk(StrEnum):
    """Where members talk about a round, in a thread beside its messages. In a thread or a post they talk anyway."""

    NOWHERE = "nowhere"
    ROUND = "round"
    """In a thread beside the round."""
    STORIES = "stories"
    """In a thread beside each story."""


class Ground(StrEnum):
    """What a channel has room for."""

    FORUM = "forum"
    """Posts, which are threads, and nothing else."""
    CHANNEL = "channel"
    """Messages, and threads below them."""
    MESSAGES = "messages"
    """Messages alone: a thread has no threads of its own."""


def on(ground: Ground, wished: Home) -> Home:
    """What comes of a wish in such a channel."""
    match ground:
        case Ground.FORUM:
            return Home.POSTS if wished is Home.POSTS else Home.THREAD
        case Ground.CHANNEL:
            return Home.CHANNEL if wished is Home.CHANNEL else Home.THREAD
        case Ground.MESSAGES:
            return Home.CHANNEL
