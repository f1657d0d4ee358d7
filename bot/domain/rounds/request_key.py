"""The cause of a request, as a key: the same request twice is one."""

import hashlib

ENTRY = "entry "


def interaction(interaction_id: int) -> str:
    return f"interaction {interaction_id}"


def form(custom_id: str, member_id: int, content: str) -> str:
    """The key for a form that a member sent, perhaps by a double click. Anybody may send a form with any id, so that
    the key is made of the member and the content, too.
    """
    return f"form {digest((custom_id, member_id, content))}"


def message(message_id: int, guild_id: int, member_id: int) -> str:
    """The key for a message that a member enters on a server, which is one story however often they do."""
    return f"message {digest((message_id, guild_id, member_id))}"


def entry(entry_id: int) -> str:
    """The key for an entry that is gone and whose text becomes a draft again."""
    return f"{ENTRY}{entry_id}"


def next_story(draft_id: int) -> str:
    """The key for a draft of another one's text, with the story below the one that was taken there."""
    return f"next story of draft {draft_id}"


def digest(facts: tuple[object, ...]) -> str:
    return hashlib.sha256(repr(facts).encode()).hexdigest()
