"""What asked for something, as a key: the same request twice is one."""


def interaction(interaction_id: int) -> str:
    return f"interaction {interaction_id}"


def entry(entry_id: int) -> str:
    """An entry that went, whose text becomes a draft again."""
    return f"entry {entry_id}"
