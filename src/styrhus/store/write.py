"""Writing: the rows that differ between two dossiers of a plan year, and nothing else."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from styrhus.dossier.dossier import Dossier
from styrhus.finance.table import Table
from styrhus.store import models
from styrhus.store.mapping import columns, to_columns
from styrhus.store.models import PlanRow, PlanYear
from styrhus.store.models.audit_event import How
from styrhus.store.parts import PARTS
from styrhus.values.record import Record

BATCH = 100
"""Rows a statement; SQLite has a limit on parameters."""

Identity = tuple[object, ...]


@dataclass(frozen=True)
class Change:
    """One object before and after; a new one has no before, a removed one no after."""

    kind: str
    key: str
    before: Record | None
    after: Record | None

    @property
    def how(self) -> How:
        if self.before is None:
            return How.ADDED
        return How.REMOVED if self.after is None else How.CHANGED

    def fields(self) -> dict[str, tuple[Any, Any]]:
        """Field to old and new value in JSON form, for the fields that differ."""
        plain = self.how is not How.CHANGED
        old, new = _dump(self.before, plain=plain), _dump(self.after, plain=plain)
        return {name: (old.get(name), new.get(name)) for name in old | new if old.get(name) != new.get(name)}


def _dump(record: Record | None, *, plain: bool) -> dict[str, Any]:
    """The record without the rows of a table and the content of a frozen forecast, which stand for themselves.

    `plain` leaves out what is not given.
    """
    return {} if record is None else record.model_dump(mode="json", exclude={"rows", "content"}, exclude_defaults=plain)


def write(plan_year: PlanYear, before: Dossier | None, after: Dossier) -> tuple[Change, ...]:
    """Bring the rows from `before` to `after` with the plan year's present revision; gives what changed.

    `before` is the dossier as stored, in its order; None for a plan year without rows. Must run in the
    transaction that holds the plan year.
    """
    changes = list(_write_metadata(plan_year, before, after))
    for part, model in PARTS.items():
        old, new = getattr(before, part, ()), getattr(after, part)
        if old != new:
            changes += _PartWriter(plan_year, model).write(old, new)
    changes += _write_tables(plan_year, before, after)
    _write_derived(plan_year, before, after)
    return tuple(change for change in changes if change.fields())


def _write_metadata(plan_year: PlanYear, before: Dossier | None, after: Dossier) -> Iterator[Change]:
    for kind in ("board", "plan", "steering"):
        old, new = getattr(before, kind, None), getattr(after, kind)
        if old != new:
            plan_year.version = plan_year.revision
            yield Change(kind, "", old, new)
    plan_year.board_as_named = after.board.model_dump(mode="json")
    plan_year.steering = after.steering.model_dump(mode="json")
    for column, value in to_columns(PlanYear, after.plan).items():
        setattr(plan_year, column, value)
    plan_year.save()


class _PartWriter:
    """Writes one part; a row is known by its identity, or among equals by how many stood before it."""

    def __init__(self, plan_year: PlanYear, model: type[PlanRow]) -> None:
        self.plan_year = plan_year
        self.model = model
        self.fields = tuple("id" if column == "key" else column for column in model.identity)

    def write(self, before: Sequence[Record], after: Sequence[Record]) -> list[Change]:
        held = self.model.objects.filter(plan_year=self.plan_year).order_by("position", "pk")
        places = dict(zip(self._identities(before), held.values_list("pk", "position"), strict=True))
        old = dict(zip(self._identities(before), before, strict=True))
        new = dict(zip(self._identities(after), after, strict=True))
        gone = [places[identity][0] for identity in old.keys() - new.keys()]
        self.model.objects.filter(pk__in=gone).delete()
        self._update([(places[i][0], new[i]) for i in new.keys() & old.keys() if new[i] != old[i]])
        self._place(new, places)
        changes = [self._change(i, old.get(i), new.get(i)) for i in old | new if old.get(i) != new.get(i)]
        self._stamp_owners(changes)
        return changes

    def _identities(self, records: Iterable[Record]) -> list[Identity]:
        seen: Counter[Identity] = Counter()
        found = []
        for record in records:
            identity = tuple(getattr(record, field) for field in self.fields)
            found.append((*identity, seen[identity]))
            seen[identity] += 1
        return found

    def _update(self, changed: list[tuple[int, Record]]) -> None:
        rows = [self._row(record, 0, pk) for pk, record in changed]
        names = [*columns(self.model, self.model.record).values(), "version"]
        self.model.objects.bulk_update(rows, names, batch_size=BATCH)

    def _place(self, new: dict[Identity, Record], places: dict[Identity, tuple[int, int]]) -> None:
        """Insert the new rows, and move those that no longer stand in the order wanted."""
        added, moved, last = [], [], -1
        for identity, record in new.items():
            pk, position = places.get(identity, (None, -1))
            last, stood = max(position, last + 1), position
            if pk is None:
                added.append(self._row(record, last))
            elif last != stood:
                moved.append(self._row(record, last, pk))
        self.model.objects.bulk_update(moved, ["position"], batch_size=BATCH)
        self.model.objects.bulk_create(added, batch_size=BATCH)

    def _row(self, record: Record, position: int, pk: int | None = None) -> PlanRow:
        row = self.model(plan_year=self.plan_year, position=position, version=self.plan_year.revision)
        row.pk = pk
        for column, value in to_columns(self.model, record).items():
            setattr(row, column, value)
        return row

    def _change(self, identity: Identity, old: Record | None, new: Record | None) -> Change:
        named = zip(self.fields, identity, strict=False)
        key = "/".join(field if part is True else str(part) for field, part in named if part not in {"", False, None})
        return Change(self.model.kind_name, key, old, new)

    def _stamp_owners(self, changes: Iterable[Change]) -> None:
        """Rows without id of their own are edited as the set of their indicator or assignment: one version for all."""
        owner = self.fields[0]
        if owner == "id":
            return
        records = [record for change in changes for record in (change.before, change.after) if record is not None]
        owners = {getattr(record, owner) for record in records}
        held = self.model.objects.filter(plan_year=self.plan_year, **{f"{owner}__in": owners})
        held.update(version=self.plan_year.revision)


def _write_derived(plan_year: PlanYear, before: Dossier | None, after: Dossier) -> None:
    """What comes from the ledger is written anew; the audit tells of the import, not of its thousands of sums."""
    derived: dict[str, Any] = {"ledger_months": models.LedgerMonth, "balances": models.Balance}
    for part, model in derived.items():
        new = getattr(after, part)
        if getattr(before, part, ()) != new:
            model.objects.filter(plan_year=plan_year).delete()
            rows = [model(plan_year=plan_year, **to_columns(model, record)) for record in new]
            model.objects.bulk_create(rows, batch_size=BATCH)


def _write_tables(plan_year: PlanYear, before: Dossier | None, after: Dossier) -> Iterator[Change]:
    """Tables as rows of a part; the rows of a table that changed are written anew."""
    old = {} if before is None else before.table_by_id
    if tuple(old.values()) == after.tables:
        return
    yield from _PartWriter(plan_year, models.BudgetTable).write(tuple(old.values()), after.tables)
    touched = [table for table in after.tables if old.get(table.id) != table]
    keys = dict(models.BudgetTable.objects.filter(plan_year=plan_year).values_list("key", "pk"))
    for table in touched:
        _write_rows(keys[table.id], table, plan_year.revision)
        yield from _row_changes(old.get(table.id), table)


def _write_rows(pk: int, table: Table, revision: int) -> None:
    models.BudgetRow.objects.filter(table_id=pk).delete()
    rows = [
        models.BudgetRow(table_id=pk, position=position, version=revision, **to_columns(models.BudgetRow, row))
        for position, row in enumerate(table.rows)
    ]
    models.BudgetRow.objects.bulk_create(rows, batch_size=BATCH)


def _row_changes(old: Table | None, new: Table) -> Iterator[Change]:
    """The rows of a table that was changed; a new table is told as a whole."""
    if old is None:
        return
    before, after = old.row_by_id, new.row_by_id
    for key in before | after:
        if before.get(key) != after.get(key):
            yield Change("row", f"{new.id}/{key}", before.get(key), after.get(key))
