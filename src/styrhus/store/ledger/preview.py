"""What an import would come to, before anything is booked: control totals, replaced months, codes without rules."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from styrhus.dossier.dossier import Dossier
from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.dimension import Dimension
from styrhus.finance.codes.rules import CodeName
from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.staged import Staged, StagedMonth
from styrhus.finance.ledger.staging import stage
from styrhus.store.ledger.folders import unfinished
from styrhus.store.ledger.journal import HeldMonth, held_months
from styrhus.store.ledger.unmapped import CodeWithoutRule, class_totals, without_rule
from styrhus.values.problem import Problem
from styrhus.values.record import Record

ZERO = Decimal(0)


class MonthPreview(Record):
    """A month of the file beside what the same source holds for it now; `others` are other sources that hold it."""

    year: int
    month: int
    rows: int
    debit: Decimal
    credit: Decimal
    held_rows: int | None = None
    held_total: Decimal | None = None
    closed: bool = False
    others: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.year}-{self.month:02d}"

    @property
    def total(self) -> Decimal:
        """Debit − credit, in kr."""
        return self.debit - self.credit

    @property
    def difference(self) -> Decimal | None:
        """The new total less the one held; None for a month that is new."""
        return None if self.held_total is None else self.total - self.held_total


class ClassTotal(Record):
    """What the accounts that begin with the same digit come to, in kr (debit positive)."""

    digit: str
    amount: Decimal


class Preview(Record):
    """What a file comes to; sums in kr."""

    months: tuple[MonthPreview, ...]
    classes: tuple[ClassTotal, ...]
    unmapped: tuple[CodeWithoutRule, ...] = ()
    unknown_accounts: tuple[CodeWithoutRule, ...] = ()
    organisation: str = ""
    skipped: int = 0

    @property
    def rows(self) -> int:
        return sum(month.rows for month in self.months)

    @property
    def debit(self) -> Decimal:
        return sum((month.debit for month in self.months), ZERO)

    @property
    def credit(self) -> Decimal:
        return sum((month.credit for month in self.months), ZERO)

    @property
    def total(self) -> Decimal:
        return self.debit - self.credit

    @property
    def overlaps(self) -> bool:
        """Whether another source holds one of the months, so that it has to be confirmed."""
        return any(month.others for month in self.months)

    @property
    def closed(self) -> tuple[str, ...]:
        return tuple(month.key for month in self.months if month.closed)


def preview(
    dossier: Dossier, path: Path, mapping: Mapping, *, year: int, source: str
) -> tuple[Preview, tuple[Problem, ...]]:
    """Read the file as an import would and throw the rows away; gives what it comes to, and its warnings.

    Raises ProblemsError as `stage` does, and OSError when there is no room.
    """
    board = dossier.board.id
    with unfinished(board) as folder:
        staged = stage(path, mapping, year=year, target=folder.path)
        return previewed(dossier, staged, held_months(board), source=source), staged.warnings


def previewed(dossier: Dossier, staged: Staged, held: Iterable[HeldMonth], *, source: str) -> Preview:
    """What a staged file comes to beside what is held."""
    by_month: dict[tuple[int, int], list[HeldMonth]] = {}
    for month in held:
        by_month.setdefault((month.year, month.month), []).append(month)
    files = [month.path for month in staged.months]
    code_map = CodeMap(dossier.unit_rules, dossier.account_rules)
    units, accounts = without_rule(files, code_map, names_of((*dossier.code_names, *staged.names)))
    return Preview(
        months=tuple(_month(month, by_month.get((month.year, month.month), []), source) for month in staged.months),
        classes=tuple(ClassTotal(digit=digit, amount=amount) for digit, amount in class_totals(files)),
        unmapped=units,
        unknown_accounts=accounts,
        organisation=" ".join(part for part in (staged.organisation_number, staged.organisation_name) if part),
        skipped=staged.skipped,
    )


def names_of(names: Iterable[CodeName]) -> dict[tuple[Dimension, str], str]:
    """What codes are called; the first name of a code stands."""
    found: dict[tuple[Dimension, str], str] = {}
    for name in names:
        found.setdefault((name.dimension, name.code), name.name)
    return found


def _month(month: StagedMonth, held: list[HeldMonth], source: str) -> MonthPreview:
    own = next((other for other in held if other.source == source), None)
    return MonthPreview(
        year=month.year, month=month.month, rows=month.rows, debit=month.debit, credit=month.credit,
        held_rows=own.rows if own else None, held_total=own.total if own else None,
        closed=any(other.closed for other in held),
        others=tuple(other.source for other in held if other.source != source),
    )  # fmt: skip
