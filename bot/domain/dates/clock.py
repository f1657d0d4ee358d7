"""A guild's clock: the time, and how dates are read and written there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.dates import zone_tables


class DateOrder(StrEnum):
    """The order of day and month: 1/12 is the twelfth of January or the first of December."""

    LOCAL = "local"  # as people write it in the guild's time zone
    DAY_FIRST = "day"
    MONTH_FIRST = "month"


@dataclass(frozen=True, slots=True)
class Clock:
    now: datetime
    zone: ZoneInfo
    assumed: bool
    """True if no moderator has named the zone yet."""
    order: DateOrder = DateOrder.LOCAL

    @property
    def zone_name(self) -> str | None:
        """The name of the zone; None while nobody has named one."""
        return None if self.assumed else self.zone.key

    @property
    def day_first(self) -> bool | None:
        """True if 1/12 is the first of December; None if nobody knows, as without a zone that lies in a country."""
        if self.order is DateOrder.LOCAL:
            return None if self.assumed else zone_tables.day_first(self.zone.key)
        return self.order is DateOrder.DAY_FIRST
