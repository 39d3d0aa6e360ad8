"""What a SIE file holds, as far as a ledger needs it."""

from dataclasses import dataclass, field
from decimal import Decimal

from styrhus.values.problem import Problem


@dataclass(frozen=True)
class Entry:
    """A transaction of a voucher: dates as YYYYMMDD, `objects` as pairs of dimension and object."""

    line: int
    voucher: str
    voucher_date: str
    account: str
    objects: tuple[str, ...]
    amount: Decimal
    date: str
    text: str


@dataclass(frozen=True)
class PeriodBalance:
    """What an account changed by in a month (YYYYMM), in all or for an object."""

    line: int
    period: str
    account: str
    objects: tuple[str, ...]
    amount: Decimal


@dataclass
class Content:
    """A file as it was read; `problems` keep it from being imported, `notes` do not.

    `opening`, `closing` and `results` are IB, UB and RES of the current year by account.
    """

    kind: str = ""
    numbers: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    years: dict[str, tuple[str, str]] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=dict)
    objects: dict[tuple[str, str], str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    vouchers: int = 0
    periods: list[PeriodBalance] = field(default_factory=list)
    opening: dict[str, Decimal] = field(default_factory=dict)
    closing: dict[str, Decimal] = field(default_factory=dict)
    results: dict[str, Decimal] = field(default_factory=dict)
    ignored: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    @property
    def number(self) -> str:
        return self.numbers[0] if self.numbers else ""

    @property
    def name(self) -> str:
        return self.names[0] if self.names else ""
