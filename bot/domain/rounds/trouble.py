"""Reasons why a round cannot be shown until a person mends something."""

from enum import StrEnum


class Trouble(StrEnum):
    NO_CHANNEL = "no channel"
    NO_PERMISSION = "no permission"
    THREAD_LOCKED = "thread locked"
    NOT_AGE_RESTRICTED = "not age-restricted"
    OPEN_TO_ALL_AGES = "open to all ages"
    NOT_TAKEN = "not taken"
