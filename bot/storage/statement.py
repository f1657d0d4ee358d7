"""Which tables a statement is about, read off its words."""

import re
from functools import lru_cache

NAMED = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)")
WRITTEN = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)")


@lru_cache(maxsize=1024)
def named(sql: str) -> frozenset[str]:
    """All that it reads or writes."""
    return frozenset(NAMED.findall(sql))


@lru_cache(maxsize=1024)
def written(sql: str) -> frozenset[str]:
    """The one that it changes, if any."""
    found = WRITTEN.match(sql.lstrip())
    return frozenset() if found is None else frozenset(found.groups())
