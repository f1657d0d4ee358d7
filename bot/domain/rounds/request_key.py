"""The cause of a request, as a key: the same request twice is one."""


def interaction(interaction_id: int) -> str:
    return f"interaction {interaction_id}"


def entry(entry_id: int) -> str:
    """The key for an entry that is gone and whose text becomes a draft again."""
    return f"entry {entry_id}"
