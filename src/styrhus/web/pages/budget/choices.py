"""What the reader of a budget page has chosen, read from the address."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.comparison import LEDGER, is_ledger, ledger_years
from styrhus.finance.budget.grid import By, Layout
from styrhus.finance.budget.version import VersionKind
from styrhus.values.unit import Unit
from styrhus.web.pages.budget.words import main_version

UNITS = {"tkr": Unit.TKR, "mnkr": Unit.MNKR, "kr": Unit.KR}
MOST_COLUMNS = 6


@dataclass(frozen=True)
class Choice:
    value: str
    word: str
    chosen: bool


@dataclass(frozen=True)
class Chosen:
    """`columns` and `change` are versions or years of the ledger; `unit` the unit of money."""

    layout: Layout
    unit: Unit
    columns: tuple[str, ...] = ()
    change: tuple[str, str] | None = None

    @property
    def bys(self) -> tuple[Choice, ...]:
        words = {By.UNITS: _("Units"), By.COST_TYPES: _("Cost types"), By.BOTH: _("Units and cost types")}
        return tuple(Choice(by.value, words[by], by is self.layout.by) for by in By)

    @property
    def units(self) -> tuple[Choice, ...]:
        return tuple(Choice(word, word, unit is self.unit) for word, unit in UNITS.items())

    @property
    def levels(self) -> tuple[Choice, ...]:
        all_of_them = self.layout.deepest > 2
        return Choice("", _("All units"), all_of_them), Choice("areas", _("Only areas"), not all_of_them)


def layout_of(query: QueryDict, dossier: Dossier, default: By = By.UNITS) -> Layout:
    """The rows that are asked for; what is not understood is taken as not asked for."""
    by = query.get("by", "")
    top = query.get("unit", "")
    return Layout(
        By(by) if by in set(By) else default,
        top if top in dossier.unit_by_id else "",
        2 if query.get("level") == "areas" else 9,
    )


def chosen_of(query: QueryDict, dossier: Dossier, default: By = By.UNITS) -> Chosen:
    """The choices of an address, with the columns that a reader would want first where none are named."""
    known = columns_of(dossier)
    columns = tuple(column for column in query.getlist("v") if column in known)[:MOST_COLUMNS]
    columns = columns or first_columns(dossier)
    return Chosen(
        layout_of(query, dossier, default),
        UNITS.get(query.get("money", ""), Unit.TKR),
        columns,
        _change(query, columns, _likely(dossier, columns)),
    )


def _change(query: QueryDict, columns: Sequence[str], likely: tuple[str, str] | None) -> tuple[str, str] | None:
    """The two columns that are asked for, or those that a reader would compare; None when none is wanted."""
    if query.get("from") == "none" or likely is None:
        return None
    first, last = query.get("from", ""), query.get("to", "")
    found = (first if first in columns else likely[0], last if last in columns else likely[1])
    return None if found[0] == found[1] else found


def _likely(dossier: Dossier, columns: Sequence[str]) -> tuple[str, str] | None:
    """The main version and the latest earlier one of its kind; else the last two columns."""
    if len(columns) < 2:
        return None
    held = {version.id: version for version in dossier.budget_versions}
    main = main_version(dossier)
    if main is not None and main.id in columns:
        before = [c for c in columns if c in held and held[c].kind is main.kind and held[c].year < main.year]
        others = [column for column in columns if column != main.id]
        return (before or others)[-1], main.id
    return columns[-2], columns[-1]


def columns_of(dossier: Dossier) -> dict[str, str]:
    """Everything that can be a column: the ledger's whole years and the versions, with their names."""
    years = {f"{LEDGER}{year}": _("Outcome %(year)s") % {"year": year} for year in ledger_years(dossier)}
    return years | {version.id: version.name for version in dossier.budget_versions}


def first_columns(dossier: Dossier) -> tuple[str, ...]:
    """Last year's outcome and budget, and the versions of the plan year but drafts and council frames without units."""
    year = dossier.plan.year
    outcome = [column for column in columns_of(dossier) if is_ledger(column) and column == f"{LEDGER}{year - 1}"]
    last = [v.id for v in dossier.budget_versions if v.year == year - 1]
    now = [v.id for v in dossier.budget_versions if v.year == year and v.kind is not VersionKind.DRAFT]
    found = (*outcome, *last[-1:], *now)
    return found[-MOST_COLUMNS:] or tuple(v.id for v in dossier.budget_versions)[-MOST_COLUMNS:]
