"""The cause of a request, as a key: the same request twice is one."""

import hashlib

ENTRY = "entry "


def interaction(interaction_id: int) -> str:
    return f"interaction {interaction_id}"


def form(custom_id: str, member_id: int, content: str) -> str:
    """The key for a form that a member sent, perhaps by a double click. Anybody may send a form with any id, so that
    the key is made of the member and the content, too.
    """
    digest = hashlib.sha256(repr((custom_id, member_id, content)).encode())
    return f"form {digest.hexdigest()}"


def entry(entry_id: int) -> str:
    """The key for an entry that is gone and whose text becomes a draft again."""
    return f"{ENTRY}{entry_id}"
