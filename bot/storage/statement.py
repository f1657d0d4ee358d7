"""The tables that a statement names, read off its words."""

import re
from functools import lru_cache

NAMED = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)")
WRITTEN = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM)\s+(\w+)")


@lru_cache(maxsize=1024)
def named(sql: str) -> frozenset[str]:
    """Tables that the statement reads or writes."""
    return frozenset(NAMED.findall(sql))


@lru_cache(maxsize=1024)
def written(sql: str) -> frozenset[str]:
    """The table that the statement changes, if any."""
    found = WRITTEN.match(sql.lstrip())
    return frozenset() if found is None else frozenset(found.groups())
