"""The frame of every write to a plan: locked, permitted, checked as a whole, written and audited in one step."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import transaction

from styrhus.actions.audit import record
from styrhus.actions.conflict import conflict_since
from styrhus.actions.frozen_forecasts import changed_forecasts
from styrhus.actions.permission import NotAllowed, grants_of, require
from styrhus.actions.roles import allowed, allowed_somewhere
from styrhus.actions.validation import fields_of, refuse, refuse_any, validated
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.short_name import short_name
from styrhus.store import read
from styrhus.store.models import PlanYear, User
from styrhus.store.parts import PARTS
from styrhus.store.write import write
from styrhus.values.record import Record

R = TypeVar("R", bound=Record)


class Draft:
    """The dossier as an action wants it; nothing is stored before the action has ended well."""

    def __init__(self, action: str, plan_year: PlanYear, by: User) -> None:
        self.action = action
        self.plan_year = plan_year
        self.by = by
        self.before = read.content(plan_year)
        self.dossier = self.before
        self._grants = grants_of(by, plan_year.board.key, self.before.organisation)

    def require(self, unit: str | None = None) -> None:
        """NotAllowed unless the actor may do this to an object of `unit`."""
        require(self._grants, self.action, unit)

    def may(self, unit: str | None) -> bool:
        """Whether the actor may do this to an object of `unit`."""
        return allowed(self._grants, self.action, unit)

    def require_somewhere(self) -> None:
        """NotAllowed unless there is any unit that the actor may do this in."""
        if not allowed_somewhere(self._grants, self.action):
            raise NotAllowed(self.action)

    def find(self, part: str, key: str) -> Any:
        """The record of a part by its id; NotFound when there is none."""
        found = next((held for held in getattr(self.dossier, part) if held.id == key), None)
        if found is None:
            raise read.NotFound(f"{part} {key}")
        return found

    def new(self, record: type[R], part: str, values: Mapping[str, object]) -> R:
        """A record of the values; what has no id yet gets a short name from its name, title or label."""
        given = {**values}
        if not given.get("id"):
            taken = {held.id for held in getattr(self.dossier, part)}
            named = next((values[field] for field in ("name", "title", "label") if values.get(field)), "")
            given["id"] = short_name(str(named), taken)
        return validated(record, given)

    def expect_plan(self, version: int) -> None:
        """Conflict unless the plan's metadata and steering model are as the actor saw them."""
        if self.plan_year.version != version:
            raise conflict_since(version, self.plan_year, ("board", "plan", "steering"), "")

    def expect(self, part: str, key: str, version: int) -> None:
        """Conflict unless the row of a part, or the rows that belong to `key`, are as the actor saw them."""
        model = PARTS[part]
        held = model.objects.filter(plan_year=self.plan_year, **{model.identity[0]: key})
        present = max(held.values_list("version", flat=True), default=0)
        if present != version:
            raise conflict_since(version, self.plan_year, (model.kind_name,), key)

    def put(self, **parts: Any) -> None:
        """The draft with some parts replaced."""
        self.dossier = Dossier(**{**fields_of(self.dossier), **parts})

    def add(self, part: str, new: Record, *, after: str = "") -> None:
        """A record at the end of its part, or behind the one named."""
        records = list(getattr(self.dossier, part))
        places = [index + 1 for index, held in enumerate(records) if after and held.id == after]
        records.insert(places[0] if places else len(records), new)
        self.put(**{part: tuple(records)})

    def change(self, part: str, old: R, changes: Mapping[str, object]) -> R:
        """A record with some fields changed and all of it checked; its id stays."""
        kept = {"id": old.id} if hasattr(old, "id") else {}
        new = validated(type(old), {**fields_of(old), **changes, **kept})
        records = tuple(new if held is old else held for held in getattr(self.dossier, part))
        self.put(**{part: records})
        return new

    def remove(self, part: str, old: Record) -> None:
        """The part without a record."""
        self.put(**{part: tuple(held for held in getattr(self.dossier, part) if held is not old)})

    def replace_of(self, part: str, owner: str, key: str, new: Sequence[Record]) -> None:
        """The rows that belong to `key` by the field `owner` replaced, where the first of them stood."""
        records = getattr(self.dossier, part)
        first = next((index for index, held in enumerate(records) if getattr(held, owner) == key), len(records))
        rest = [held for held in records if getattr(held, owner) != key]
        self.put(**{part: (*rest[:first], *new, *rest[first:])})


@contextmanager
def drafting(action: str, board_id: str, year: int, by: User) -> Iterator[Draft]:
    """A draft that is checked, stored and audited when the block ends, and forgotten when it raises."""
    with transaction.atomic():
        draft = Draft(action, _locked(board_id, year), by)
        yield draft
        if draft.dossier != draft.before:
            refuse(draft.dossier, before=draft.before)
            refuse_any(changed_forecasts(draft.before, draft.dossier))
            _keep(draft)


def _locked(board_id: str, year: int) -> PlanYear:
    """The plan year's row, so that a second writer waits here (SQLite lets only one begin)."""
    found = PlanYear.objects.select_for_update(of=("self",)).select_related("board")
    try:
        return found.get(board__key=board_id, year=year)
    except PlanYear.DoesNotExist:
        raise read.NotFound(f"{board_id} {year}") from None


def _keep(draft: Draft) -> None:
    plan_year = draft.plan_year
    plan_year.revision += 1
    plan_year.stamp = uuid.uuid4()
    record(draft.action, draft.by, plan_year, write(plan_year, draft.before, draft.dossier))
