"""Posts that nobody wrote, made of what posts are made of: the reader takes them all, loses nothing and is quick.

A few hundred of them go with the other tests; `HYPOTHESIS_PROFILE=fuzz` tries them for about a minute.
"""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import doubt, header, manuscript, step
from bot.domain.field_names import NAMES

LONGEST = 1.0
"""Seconds that a post of a few thousand characters may take, with room for a busy computer."""

names = st.sampled_from(sorted(NAMES)).flatmap(lambda name: st.sampled_from([name, name.title(), name.upper()]))
decorated = st.builds(
    "".join, st.tuples(st.sampled_from(["", "**", "*", "<b>", "- ", "[", "> ", "REAL "]), names, st.sampled_from(["", "**", "</b>", "]", " (ugh)", "s"]))
)
