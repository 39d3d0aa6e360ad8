"""Twelve amounts, one a month, as fields of a record: `m01` to `m12`."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from styrhus.values.record import Record

MonthNumber = Annotated[int, Field(ge=1, le=12)]
"""A month of the year, January 1."""

MONTHS = tuple(f"m{month:02d}" for month in range(1, 13))


class Monthly(Record):
    """A record with an amount for each month; None where it is not given."""

    m01: Decimal | None = None
    m02: Decimal | None = None
    m03: Decimal | None = None
    m04: Decimal | None = None
    m05: Decimal | None = None
    m06: Decimal | None = None
    m07: Decimal | None = None
    m08: Decimal | None = None
    m09: Decimal | None = None
    m10: Decimal | None = None
    m11: Decimal | None = None
    m12: Decimal | None = None

    @property
    def months(self) -> tuple[Decimal | None, ...]:
        """The twelve amounts, January first."""
        return tuple(getattr(self, name) for name in MONTHS)
