"""A dossier with new plan data in it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from styrhus.dossier.dossier import Dossier
from styrhus.plan.outcome import Outcome
from styrhus.plan.target import Target
from styrhus.review.plan_data.records import PlanData
from styrhus.values.record import Record

R = TypeVar("R", bound=Record)


def merged(dossier: Dossier, data: PlanData, *, replace: bool) -> dict[str, tuple[Record, ...]]:
    """The parts of the dossier that change; what the plan has otherwise is left unless `replace`."""
    by_id: Callable[[Record], object] = lambda record: getattr(record, "id")  # noqa: B009, E731
    parts: dict[str, tuple[Record, ...]] = {
        "tables": _joined(dossier.tables, data.tables, by_id, replace=replace),
        "indicators": _joined(dossier.indicators, data.indicators, by_id, replace=replace),
        "assignments": _joined(dossier.assignments, data.assignments, by_id, replace=replace),
        "outcomes": _joined(dossier.outcomes, data.outcomes, _outcome, replace=replace),
        "targets": _joined(dossier.targets, data.targets, _target, replace=replace),
    }
    return {part: records for part, records in parts.items() if records != getattr(dossier, part)}


def _outcome(record: Record) -> object:
    assert isinstance(record, Outcome)
    return record.indicator, record.period, record.part


def _target(record: Record) -> object:
    assert isinstance(record, Target)
    return record.indicator, record.year, record.part


def _joined(
    stored: Sequence[R], found: Sequence[R], key: Callable[[Record], object], *, replace: bool
) -> tuple[R, ...]:
    new = {key(record): record for record in found}
    held = {key(record) for record in stored}
    kept = tuple(new.get(key(record), record) if replace else record for record in stored)
    return (*kept, *(record for name, record in new.items() if name not in held))
