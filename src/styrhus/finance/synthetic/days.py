"""When a voucher is booked: a day of the month, or a month or two late."""

from calendar import monthrange
from datetime import date
from random import Random


def day_in(year: int, month: int, chance: Random) -> date:
    """A working day of the month."""
    last = monthrange(year, month)[1]
    day = date(year, month, chance.randrange(2, last + 1))
    return day if day.weekday() < 5 else date(year, month, max(2, day.day - 2))


def booked(year: int, month: int, late: int, chance: Random) -> date:
    """A day `late` months after the month, but not after the year: what is late at its end is booked the last day."""
    return date(year, 12, 31) if month + late > 12 else day_in(year, month + late, chance)
