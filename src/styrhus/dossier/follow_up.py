"""The follow-up of a dossier: which budget is followed, which months there are, and the view of one month."""

from collections import defaultdict
from decimal import Decimal
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.version import BudgetVersion, VersionKind
from styrhus.finance.follow_up.cell import Twelve
from styrhus.finance.follow_up.gather import Material, gather
from styrhus.finance.follow_up.view import FollowUp, Key
from styrhus.finance.rounding import rounded_to_total

FOLLOWED = (VersionKind.REVISED, VersionKind.INTERNAL, VersionKind.COUNCIL)
"""What is followed up, in this order: the latest decision on the board's own budget goes before the council's."""


def followed_budget(dossier: Dossier) -> BudgetVersion | None:
    """The version that the year is held against: adopted ones first; None when there is none."""
    held = [v for v in dossier.budget_versions if v.year == dossier.plan.year and v.kind in FOLLOWED]
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
    version = followed_budget(dossier)
    sums: dict[Key, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 12)
    for line in dossier.budget_lines:
        if version is not None and line.budget == version.id and line.cost_type.is_net_cost:
            held = sums[line.unit, line.cost_type.value]
            given = [month for month in line.months if month is not None]
            months = given if len(given) == 12 else rounded_to_total([line.amount / 12] * 12, 2, total=line.amount)
            sums[line.unit, line.cost_type.value] = [a + b for a, b in zip(held, months, strict=True)]
    return {key: tuple(twelve) for key, twelve in sums.items()}
