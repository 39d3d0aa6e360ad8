"""What a plan year shows of its board's ledger, reckoned anew from the files with the year's own rules."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.utils.timezone import localtime

from styrhus.dossier.dossier import Dossier
from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.rules import CodeName
from styrhus.finance.ledger.balance import LedgerMonth
from styrhus.finance.ledger.query import balances
from styrhus.store import read
from styrhus.store.ledger.journal import HeldMonth, held_months
from styrhus.store.models import LedgerImport, PlanYear
from styrhus.store.write import write

YEARS_BEFORE = 2
"""A plan year shows the ledger of its own year and of the two before it."""


def has_ledger(board: str) -> bool:
    """Whether anything was ever imported for a board; if so the ledger alone says what its balances are."""
    return LedgerImport.objects.filter(board__key=board).exists()


def from_ledger(board: str, year: int, dossier: Dossier) -> dict[str, Any]:
    """The dossier's parts that the ledger decides: months, and balances by the dossier's own rules."""
    held = held_months(board, range(year - YEARS_BEFORE, year + 1))
    code_map = CodeMap(dossier.unit_rules, dossier.account_rules)
    return {
        "ledger_months": tuple(_month(month) for month in held),
        "balances": balances([month.file for month in held], code_map),
    }


def with_ledger(dossier: Dossier) -> Dossier:
    """The dossier with what its board's ledger says; as it is when the board has none."""
    if not has_ledger(dossier.board.id):
        return dossier
    return _with(dossier, from_ledger(dossier.board.id, dossier.plan.year, dossier))


def refresh(plan_year: PlanYear, names: Iterable[CodeName] = ()) -> None:
    """Write what the plan year shows of the ledger anew, with codes' names that it lacks; under a new stamp.

    Must run in a transaction that holds the plan year.
    """
    before = read.content(plan_year)
    known = {(name.dimension, name.code) for name in before.code_names}
    added = {(n.dimension, n.code): n for n in names if (n.dimension, n.code) not in known}
    found = from_ledger(plan_year.board.key, plan_year.year, before)
    after = _with(before, {**found, "code_names": (*before.code_names, *added.values())})
    plan_year.revision += 1
    plan_year.stamp = uuid.uuid4()
    write(plan_year, before, after)


def _with(dossier: Dossier, parts: dict[str, Any]) -> Dossier:
    """A dossier of its own: a copy would take what the old one has reckoned and kept along."""
    return Dossier(**{name: getattr(dossier, name) for name in Dossier.model_fields} | parts)


def _month(held: HeldMonth) -> LedgerMonth:
    return LedgerMonth(
        year=held.year, month=held.month, source=held.source, rows=held.rows, total=held.total,
        imported=localtime(held.imported_at).date(), closed=held.closed, synthetic=held.synthetic,
    )  # fmt: skip
