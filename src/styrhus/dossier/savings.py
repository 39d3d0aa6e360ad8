"""The savings of a dossier: what they are to give, what they have given, and the gap to what is required."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.finance.savings.gap import GapAccount, Measures, at_risk, gap_account, gaps_by_unit
from styrhus.finance.savings.grounds import grounds
from styrhus.finance.savings.measured import Books
from styrhus.finance.savings.planned import Twelve, YearEffect, planned_months, year_effect
from styrhus.finance.savings.realised import UNDER_WAY, RealisedYear, realised
from styrhus.finance.savings.saving import Saving
from styrhus.values.problem import Problem


@dataclass(frozen=True)
class SavingsYear:
    """The savings of a plan year as they stand at the end of `month`."""

    year: int
    month: int
    measures: Measures
    account: GapAccount
    by_unit: Mapping[str | None, GapAccount]
    problems: tuple[Problem, ...]

    def effect(self, saving: Saving) -> YearEffect:
        """What it is to give this year, next year and in a full year."""
        return year_effect(saving, self.year, self.measures.effects)

    def plan(self, saving: Saving) -> Twelve:
        """What it is to give in each month of the year."""
        return planned_months(saving, self.year, self.measures.effects)

    def given(self, saving: Saving) -> RealisedYear:
        """What it has given in each month of the year, with how that is known."""
        return self.measures.given[saving.id]

    def is_at_risk(self, saving: Saving) -> bool:
        """Whether it rests on a measure that is paused or abandoned."""
        return saving.id in self.measures.threatened


@lru_cache(maxsize=32)
def savings_year(dossier: Dossier, month: int | None = None) -> SavingsYear:
    """The savings of the plan year at the end of `month`; without one, of the latest that anything is known of."""
    year = dossier.plan.year
    at = latest_month(dossier) if month is None else month
    given = realised(dossier.savings, dossier.saving_effects, books(dossier), year)
    measures = Measures(dossier.savings, dossier.saving_effects, given, at_risk(dossier.savings))
    return SavingsYear(
        year,
        at,
        measures,
        gap_account(dossier.savings_requirements, measures, year, at),
        gaps_by_unit(dossier.savings_requirements, measures, year, at),
        _problems(dossier),
    )


def latest_month(dossier: Dossier) -> int:
    """The latest month of the plan year whose ledger is in or that an effect was stated for; 0 when there is none."""
    year = dossier.plan.year
    booked = (held.month for held in dossier.ledger_months if held.year == year)
    stated = (effect.month for effect in dossier.saving_effects if effect.year == year and not effect.planned)
    return max((*booked, *stated), default=0)


def books(dossier: Dossier) -> Books:
    """What realised effects are measured in."""
    months = frozenset((held.year, held.month) for held in dossier.ledger_months)
    return Books(
        lambda unit: units_below(dossier, unit),
        months,
        dossier.balances,
        dossier.placement_rows,
        dossier.placement_figures,
    )


def units_below(dossier: Dossier, unit: str | None) -> frozenset[str | None]:
    """A unit and all under it; for None every unit and what belongs to none."""
    if unit is None:
        return frozenset((None, *(held.id for held in dossier.organisation)))
    found: set[str | None] = {unit}
    while more := {held.id for held in dossier.organisation if held.parent in found} - found:
        found |= more
    return frozenset(found)


def _problems(dossier: Dossier) -> tuple[Problem, ...]:
    """What stands in the way of measuring, told once for each measure."""
    under_way = [saving for saving in dossier.savings if saving.status in UNDER_WAY]
    held = books(dossier)
    return grounds(under_way, held.below, held.row_units).problems
