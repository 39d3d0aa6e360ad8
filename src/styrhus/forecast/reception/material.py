"""What is known of reception, group by group. A month's number is year × 12 + month − 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from styrhus.forecast.material.horizon import Horizon


@dataclass(frozen=True)
class Instalment:
    """Kr for each person received from the year `valid_from` on, paid `months_after` the month of reception."""

    amount: float
    months_after: int
    valid_from: int


@dataclass(frozen=True)
class Terms:
    """What becomes of those received from the year `valid_from` on; None is not known.

    They leave the group after `leave_months`. When the grant has ended, after `grant_months`, the share `support`
    has income support of `support_cost` kr a person and month.
    """

    valid_from: int
    leave_months: int | None = None
    grant_months: int | None = None
    support: float | None = None
    support_cost: float | None = None


@dataclass(frozen=True)
class GroupMaterial:
    """`standing` persons there before the horizon, None when nobody has counted.

    received   persons received by month number, up to the horizon
    leaving    (persons who left, person-years they were counted in) of the years where both are known
    ages_out   persons who are known to become too old, by month number
    """

    name: str
    standing: float | None = None
    received: Mapping[int, float] = field(default_factory=dict)
    leaving: tuple[float, float] = (0.0, 0.0)
    ages_out: Mapping[int, float] = field(default_factory=dict)
    instalments: tuple[Instalment, ...] = ()
    terms: tuple[Terms, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """Persons expected a year, by group and calendar year; a year that is not in it is as the one before.

    `weight` is how likely it is beside the others, in any measure.
    """

    name: str
    yearly: Mapping[str, Mapping[int, float]]
    weight: float = 1.0

    def a_month(self, group: str, year: int) -> float:
        """Persons a month; zero for a group that it does not tell of."""
        years = self.yearly.get(group, {})
        known = [of for of in years if of <= year] or sorted(years)[:1]
        return years[max(known)] / 12 if known else 0.0


@dataclass(frozen=True)
class ReceptionMaterial:
    """Groups and scenarios over a horizon; no scenarios at all is a ValueError when it is fitted."""

    horizon: Horizon
    groups: tuple[GroupMaterial, ...]
    scenarios: tuple[Scenario, ...]

    @property
    def first(self) -> int:
        """Number of the horizon's first month."""
        return self.horizon.year * 12 + self.horizon.month - 1


def in_force(rows: tuple[Terms, ...], year: int) -> Terms | None:
    """The terms for those received in a year."""
    return max((row for row in rows if row.valid_from <= year), key=lambda row: row.valid_from, default=None)


def paid(rows: tuple[Instalment, ...], year: int) -> tuple[Instalment, ...]:
    """The instalments for those received in a year: all that are valid from the latest year up to it."""
    latest = max((row.valid_from for row in rows if row.valid_from <= year), default=None)
    return tuple(row for row in rows if row.valid_from == latest)
