"""Adopt a version of the budget: from then on it is not edited any more."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from styrhus.actions.budget_draft import open_version
from styrhus.actions.draft import Draft, drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.budget.checks import budget_checks
from styrhus.finance.budget.entries import version_entries
from styrhus.finance.budget.indexation import fresh_ids
from styrhus.finance.budget.periodisation import line_months
from styrhus.finance.budget.reserve import ReserveState
from styrhus.finance.budget.tree import central_unit
from styrhus.finance.budget.version import BudgetLine, BudgetVersion, LineKind, VersionKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import MONTHS
from styrhus.store.models import User
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import msg


def adopt_budget_version(
    board: str, year: int, key: str, decision: Mapping[str, object], *, version: int, by: User
) -> BudgetVersion:
    """Adopt it by a `decision` and the day it was `decided`; `version` is the revision that the user saw.

    Its months and what investments and the reserve give it become lines, so that nothing that changes later changes
    what was decided. Raises NotAllowed, Conflict, NotFound, and ProblemsError for a draft, and when months do not add
    up or are unknown.
    """
    with drafting("adopt_budget_version", board, year, by) as draft:
        draft.require()
        refuse_any(_unnamed(open_version(draft, key)))
        draft.expect("budget_versions", key, version)
        errors = (found for found in budget_checks(draft.dossier, key) if found.severity is Severity.ERROR)
        refuse_any(replace(found, row=None) for found in errors)
        draft.put(budget_lines=(*_spread(draft, key), *_reckoned(draft, key)))
        told = {name: decision[name] for name in ("decision", "decided") if name in decision}
        return draft.change("budget_versions", draft.find("budget_versions", key), {**told, "adopted": True})


def _unnamed(version: BudgetVersion) -> Iterator[Problem]:
    """A draft says first what kind of budget it becomes, because that decides what is followed up."""
    if version.kind is VersionKind.DRAFT:
        message = msg("A draft is not adopted as a draft.")
        yield Problem(message, msg("Change its kind first, for example to internal or revised budget."))


def _spread(draft: Draft, budget: str) -> Iterator[BudgetLine]:
    """The lines with their months written out."""
    keys = {key.id: key for key in draft.dossier.periodisation_keys}
    for line in draft.dossier.budget_lines:
        if line.budget == budget:
            yield line.model_copy(update=dict(zip(MONTHS, line_months(line, keys), strict=True)))
        else:
            yield line


def _reckoned(draft: Draft, budget: str) -> Iterator[BudgetLine]:
    """Lines for the capital cost of investments, and for the reserve as a whole when it is only its items."""
    ids = fresh_ids(budget, {line.id for line in draft.dossier.budget_lines})
    for entry in version_entries(draft.dossier, budget):
        if entry.part == "investments" and entry.unit is not None:
            given: dict[str, Any] = dict(zip(MONTHS, entry.months, strict=True))
            yield BudgetLine(
                id=next(ids), budget=budget, unit=entry.unit, cost_type=entry.cost_type, label=entry.label,
                kind=LineKind.CAPITAL, amount=entry.amount, **given,
            )  # fmt: skip
    yield from _reserve(draft, budget, next(ids))


def _reserve(draft: Draft, budget: str, key: str) -> Iterator[BudgetLine]:
    held = draft.dossier
    centre = central_unit(held.organisation, draft.find("budget_versions", budget).year)
    items = [i for i in held.reserve_items if i.budget == budget and i.state is not ReserveState.WITHDRAWN]
    lines = [line for line in held.budget_lines if line.budget == budget and line.kind is LineKind.RESERVE]
    if items and not lines and centre is not None:
        amount = sum((item.amount for item in items), Decimal(0))
        yield BudgetLine(
            id=key, budget=budget, unit=centre, cost_type=CostType.OTHER, label="", kind=LineKind.RESERVE, amount=amount
        )  # fmt: skip
