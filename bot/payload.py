"""What Discord sends, as far as it has the shape that it should have: discord.py hands it over unseen."""

from collections.abc import Mapping
from typing import Any, TypeGuard

Object = Mapping[str, Any]


def is_object(sent: object) -> TypeGuard[Object]:
    return isinstance(sent, dict)


def is_list(sent: object) -> TypeGuard[list[Any]]:
    return isinstance(sent, list)


def as_object(sent: object) -> Object:
    """What was sent, or an empty object in place of anything else."""
    return sent if is_object(sent) else {}


def as_list(sent: object) -> list[Any]:
    return sent if is_list(sent) else []


def objects(sent: object) -> list[Object]:
    """The objects in a list."""
    return [each for each in as_list(sent) if is_object(each)]
