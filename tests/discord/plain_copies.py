"""What the simulator copies is JSON, for which Python's own copy takes many times as long as is needed."""

import copy
import marshal
from types import SimpleNamespace
from typing import Any

from simcord import components, gateway, results
from simcord.http import router

PLAIN = (str, int, float, bool, type(None))


def make() -> None:
    """Idempotent, as there is one simulator in a process."""
    for module in (components, results):
        setattr(module, "deepcopy", copied)  # noqa: B010 - no name that the module tells of
    for module in (gateway, router):
        setattr(module, "copy", SimpleNamespace(deepcopy=copied))  # noqa: B010 - likewise


def copied(value: Any) -> Any:
    if value.__class__ in PLAIN:
        return value
    try:
        return marshal.loads(marshal.dumps(value))  # noqa: S302 - what was written here a moment ago
    except ValueError:  # something in it is not plain, such as a member of an enumeration
        return part_by_part(value)


def part_by_part(value: Any) -> Any:
    if value.__class__ is dict:
        return {key: copied(each) for key, each in value.items()}
    if value.__class__ is list:
        return [copied(each) for each in value]
    return copy.deepcopy(value)
