"""Reading: the dossier of a board and year, and which boards and years there are."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from styrhus.dossier.document import Board, Plan
from styrhus.dossier.dossier import Dossier
from styrhus.finance.table import Row, Table
from styrhus.plan.steering import SteeringModel
from styrhus.store import models
from styrhus.store.cache import DossierCache
from styrhus.store.mapping import columns, to_records
from styrhus.store.models import Membership, PlanYear, User
from styrhus.store.moment import asked_once
from styrhus.store.parts import PARTS
from styrhus.values.record import Record

_cache = DossierCache()


class NotFound(LookupError):
    """There is no such board, or no plan of that year."""


@dataclass(frozen=True)
class BoardYears:
    """A board as its latest plan names it, and its plan years, latest first."""

    board: Board
    years: tuple[int, ...]


@dataclass(frozen=True)
class Version:
    """Which content of a plan year is stored, since when, and after how many writes; `key` is the row's own."""

    key: int
    stamp: UUID
    changed_at: datetime
    revision: int


def dossier(board_id: str, year: int) -> Dossier:
    """The dossier as stored now; NotFound when there is none. One small query when it was read before."""
    return _cache.get(version(board_id, year).stamp) or content(find(board_id, year))


def content(plan_year: PlanYear) -> Dossier:
    """The dossier of a row at hand, with no further query when it was read before."""
    return _cache.get(plan_year.stamp) or _read_undisturbed(plan_year)


@asked_once
def version(board_id: str, year: int) -> Version:
    """What is stored now; NotFound when there is none."""
    held = PlanYear.objects.filter(board__key=board_id, year=year)
    for found in held.values_list("pk", "stamp", "changed_at", "revision"):
        return Version(*found)
    raise NotFound(f"{board_id} {year}")


def find(board_id: str, year: int) -> PlanYear:
    """The plan year's row; NotFound when there is none."""
    found = PlanYear.objects.filter(board__key=board_id, year=year).first()
    if found is None:
        raise NotFound(f"{board_id} {year}")
    return found


def _read_undisturbed(plan_year: PlanYear) -> Dossier:
    """Read until nobody wrote meanwhile: a dossier must not be half of one content and half of the next."""
    while True:
        found = load(plan_year)
        if _stamp(plan_year) == plan_year.stamp:
            _cache.put(plan_year.stamp, found)
            return found
        plan_year.refresh_from_db()


def _stamp(plan_year: PlanYear) -> UUID:
    return PlanYear.objects.values_list("stamp", flat=True).get(pk=plan_year.pk)


def load(plan_year: PlanYear) -> Dossier:
    """Everything of a plan year, one query for each part, past the cache."""
    parts: dict[str, Any] = {
        part: _records(model.record, model.objects.filter(plan_year=plan_year)) for part, model in PARTS.items()
    }
    return Dossier(
        board=Board.model_validate(plan_year.board_as_named),
        plan=Plan(**{field: getattr(plan_year, column) for field, column in columns(PlanYear, Plan).items()}),
        steering=SteeringModel.model_validate(plan_year.steering),
        tables=_tables(plan_year),
        ledger_months=_derived(models.LedgerMonth, plan_year),
        balances=_derived(models.Balance, plan_year),
        **parts,
    )


def _records(record: type[Record], rows: Any) -> tuple[Record, ...]:
    named = columns(rows.model, record)
    return to_records(record, tuple(named), rows.order_by("position", "pk").values_list(*named.values()))


def _derived(model: Any, plan_year: PlanYear) -> tuple[Any, ...]:
    """Records that are reckoned from the ledger, in the order in which they were written."""
    named = columns(model, model.record)
    rows = model.objects.filter(plan_year=plan_year).order_by("pk")
    return to_records(model.record, tuple(named), rows.values_list(*named.values()))


def _tables(plan_year: PlanYear) -> tuple[Table, ...]:
    rows = _rows_by_table(plan_year)
    named = columns(models.BudgetTable, Table)
    held = models.BudgetTable.objects.filter(plan_year=plan_year).order_by("position", "pk")
    values = ((*row[1:], rows[row[0]]) for row in held.values_list("pk", *named.values()))
    return to_records(Table, (*named, "rows"), values)


def _rows_by_table(plan_year: PlanYear) -> dict[int, list[dict[str, Any]]]:
    named = columns(models.BudgetRow, Row)
    held = models.BudgetRow.objects.filter(table__plan_year=plan_year).order_by("position", "pk")
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for table, *values in held.values_list("table_id", *named.values()):
        rows[table].append(dict(zip(named, values, strict=True)))
    return rows


@asked_once
def memberships(user: User) -> tuple[tuple[str, str, str], ...]:
    """Board, role and unit (empty for the whole board) of every role that a user has. One query."""
    return tuple(Membership.objects.filter(user=user).values_list("board__key", "role", "unit"))


@asked_once
def boards(*, member: User | None = None) -> tuple[BoardYears, ...]:
    """Every board that has a plan, or those where `member` has a role, by municipality and name."""
    rows = PlanYear.objects.order_by("-year").values_list("board__key", "board_as_named", "year")
    if member is not None:
        rows = rows.filter(board__key__in={board for board, _, _ in memberships(member)})
    found: dict[str, BoardYears] = {}
    for key, named, year in rows:
        held = found.get(key) or BoardYears(Board.model_validate(named), ())
        found[key] = replace(held, years=(*held.years, year))
    return tuple(sorted(found.values(), key=lambda held: (held.board.municipality, held.board.name, held.board.id)))


def plan_years(board_id: str) -> tuple[int, ...]:
    """The years that a board has plans of, latest first; empty when there is no such board."""
    return tuple(PlanYear.objects.filter(board__key=board_id).order_by("-year").values_list("year", flat=True))


def versions(board_id: str, year: int, part: str) -> dict[str, int]:
    """The version of each row of a part (`goals`, `indicators` …) by its id, for edit forms.

    For parts without ids of their own it is that of the whole set by what it belongs to: targets, outcomes and
    overrides by indicator, progress by assignment. What has no row yet has version 0. None is newer than the
    dossier of the same moment: a form must not carry the version of a value that it does not show.
    """
    shown = version(board_id, year)
    model = PARTS[part]
    owner = model.identity[0]
    held = model.objects.filter(plan_year=shown.key).values_list(owner).annotate(Max("version"))
    return {key: min(found, shown.revision) for key, found in held}


def with_version(board_id: str, year: int, part: str, key: str) -> tuple[Dossier, int]:
    """The plan as it is now and the version of one row, which is read first so that it is never newer than shown."""
    seen = versions(board_id, year, part).get(key, 0)
    return dossier(board_id, year), seen


def plan_version(board_id: str, year: int) -> int:
    """The version of the plan's own metadata and steering model, for their edit forms."""
    return find(board_id, year).version
