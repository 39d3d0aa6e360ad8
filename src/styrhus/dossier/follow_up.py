"""The follow-up of a dossier: which budget is followed, which months there are, and the view of one month."""

from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.amounts import months_in_force
from styrhus.finance.budget.version import BudgetVersion, VersionKind
from styrhus.finance.follow_up.cell import Twelve
from styrhus.finance.follow_up.gather import Material, gather
from styrhus.finance.follow_up.view import FollowUp, Key

FOLLOWED = (VersionKind.REVISED, VersionKind.INTERNAL, VersionKind.COUNCIL)
"""What is followed up, in this order: the latest decision on the board's own budget goes before the council's."""


def followed_budget(dossier: Dossier) -> BudgetVersion | None:
    """The version that the year is held against: adopted ones first, the latest of a kind; None when there is none."""
    held = [v for v in reversed(dossier.budget_versions) if v.year == dossier.plan.year and v.kind in FOLLOWED]
    held.sort(key=lambda version: (not version.adopted, FOLLOWED.index(version.kind)))
    return held[0] if held else None


def latest_month(dossier: Dossier, *, at_most: int = 12) -> int | None:
    """The last month of the plan year that the ledger has; None before the first import."""
    months = [m.month for m in dossier.ledger_months if m.year == dossier.plan.year and m.month <= at_most]
    return max(months, default=None)


@lru_cache(maxsize=64)
def follow_up(dossier: Dossier, month: int) -> FollowUp:
    """The plan year as it stands after `month` (1–12)."""
    material = Material(
        year=dossier.plan.year,
        units=dossier.organisation,
        balances=dossier.balances,
        months=dossier.ledger_months,
        budget=_budget(dossier),
        forecasts=dossier.unit_forecasts,
        accruals=dossier.accruals,
    )
    return gather(material, month)


def _budget(dossier: Dossier) -> dict[Key, Twelve]:
    """All that applies: the followed version with adopted supplements, positions, reserve and capital cost."""
    version = followed_budget(dossier)
    return {} if version is None else dict(months_in_force(dossier, version.id))
