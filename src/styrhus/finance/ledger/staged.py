"""What a file came to when it was read: its months with control totals, beside the Parquet files it was written to."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from styrhus.finance.codes.rules import CodeName
from styrhus.values.problem import Problem

BALANCES = "balances.parquet"


@dataclass(frozen=True)
class StagedMonth:
    """A month of the file: rows, sums of debit and credit and the total (debit − credit) in kr, and its file."""

    year: int
    month: int
    rows: int
    debit: Decimal
    credit: Decimal
    path: Path

    @property
    def total(self) -> Decimal:
        return self.debit - self.credit

    @property
    def key(self) -> str:
        return f"{self.year}-{self.month:02d}"


@dataclass(frozen=True)
class Staged:
    """A file read without faults; `skipped` rows were left out by the mapping's own rules and are told in warnings."""

    months: tuple[StagedMonth, ...]
    names: tuple[CodeName, ...] = ()
    warnings: tuple[Problem, ...] = ()
    organisation_number: str = ""
    organisation_name: str = ""
    skipped: int = 0

    @property
    def rows(self) -> int:
        return sum(month.rows for month in self.months)

    @property
    def debit(self) -> Decimal:
        return sum((month.debit for month in self.months), Decimal("0.00"))

    @property
    def credit(self) -> Decimal:
        return sum((month.credit for month in self.months), Decimal("0.00"))

    @property
    def total(self) -> Decimal:
        return self.debit - self.credit
