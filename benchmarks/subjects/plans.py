"""The plans that are made into documents: one that was published, and one as long as plans become."""

import re
from decimal import Decimal
from typing import Any, TypeVar

from benchmarks.subjects.folder import FOLDER
from styrhus.dossier.check import REFERENCES
from styrhus.dossier.document import Section
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder import read_folder
from styrhus.dossier.follow_up import followed_budget
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.ledger.balance import Balance, LedgerMonth
from styrhus.plan.outcome import Outcome
from styrhus.values.record import Record

R = TypeVar("R", bound=Record)

_WHOLE_BLOCK = re.compile(r"^\{\{ *block .*\n?", re.MULTILINE)
"""A table or chart that a text places; it may be placed once only, so the repeated texts leave it out."""

TIMES = 2
"""How often the parts stand in the long plan."""
REPEATED = ("goals", "indicators", "targets", "outcomes", "assignments", "undertakings", "tables", "sections")


def published() -> Dossier:
    """Lund 2023 as its folder holds it."""
    found, _ = read_folder(FOLDER)
    if found is None:
        raise ValueError("the example folder cannot be read")
    return found


def report() -> Dossier:
    """Lund 2023 with balances of eight months and of the year before, reckoned from its budget lines."""
    dossier = published()
    version = followed_budget(dossier)
    lines = [line for line in dossier.budget_lines if version is not None and line.budget == version.id]
    sums: dict[tuple[int, int, str, CostType], Decimal] = {}
    for number, line in enumerate(lines):
        for index in range(20):
            year, month = dossier.plan.year - 1 + index // 12, index % 12 + 1
            key = year, month, line.unit, line.cost_type
            amount = (line.amount / 12 * (100 + (number + index) % 7) / 100).quantize(Decimal("0.01"))
            sums[key] = sums.get(key, Decimal(0)) + amount
    balances = tuple(Balance(year=y, month=m, unit=u, cost_type=k, amount=a) for (y, m, u, k), a in sums.items())
    months = tuple(_month(balances, year, month) for year, month in sorted({key[:2] for key in sums}))
    parts = {name: getattr(dossier, name) for name in Dossier.model_fields}
    return Dossier(**{**parts, "balances": balances, "ledger_months": months})


def _month(balances: tuple[Balance, ...], year: int, month: int) -> LedgerMonth:
    held = [balance.amount for balance in balances if (balance.year, balance.month) == (year, month)]
    return LedgerMonth(year=year, month=month, source="ledger.csv", rows=len(held), total=sum(held, Decimal(0)))


def long() -> Dossier:
    """Lund 2023 with goals, indicators, assignments, tables and texts several times over, each time with other values.

    The values differ so that no two charts are the same picture.
    """
    dossier = published()
    parts = {field: tuple(getattr(dossier, field)) for field in REPEATED}
    for copy in range(2, TIMES + 1):
        for field in REPEATED:
            parts[field] += tuple(_repeated(record, field, copy) for record in getattr(dossier, field))
    return _with(dossier, **parts)


def with_one_change(dossier: Dossier, step: int) -> Dossier:
    """The plan with one grant and one outcome moved, as when somebody has just saved; `step` counts from 1."""
    grant = dossier.frames[0]
    frames = (_with(grant, amount=grant.amount + step), *dossier.frames[1:])
    place = next(i for i, outcome in enumerate(dossier.outcomes) if outcome.value is not None and outcome.value > 1)
    outcomes = list(dossier.outcomes)
    outcomes[place] = _moved(outcomes[place], Decimal(step) / 10)
    return _with(dossier, frames=frames, outcomes=tuple(outcomes))


def _repeated(record: Record, field: str, copy: int) -> Record:
    """A record under another id that refers to the repeated records of the same round."""
    changes: dict[str, Any] = {"id": f"{record.id}-{copy}"} if hasattr(record, "id") else {}
    for owner, name, target in REFERENCES:
        if owner == field and target in REPEATED and (held := getattr(record, name)):
            changes[name] = tuple(f"{key}-{copy}" for key in held) if isinstance(held, tuple) else f"{held}-{copy}"
    if isinstance(record, Section):
        changes["text"] = _WHOLE_BLOCK.sub("", record.text)
    changed = _with(record, **changes)
    return _moved(changed, Decimal(copy)) if isinstance(changed, Outcome) else changed


def _moved(outcome: Outcome, step: Decimal) -> Outcome:
    """The outcome a little higher; what is missing stays missing, and an answer yes or no stays what it was."""
    if outcome.value is None or outcome.value in (0, 1):
        return outcome
    return _with(outcome, value=outcome.value + step)


def _with(record: R, **changes: Any) -> R:
    """The record with some fields changed, checked again; what was derived from the old fields stays behind."""
    held = {name: getattr(record, name) for name in type(record).model_fields}
    return type(record)(**held | changes)
