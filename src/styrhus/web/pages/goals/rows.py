"""An indicator as a row of a table: its last years, target, status and change, ready for a template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.judgements import outcome_years
from styrhus.dossier.standing import Standing, standing
from styrhus.plan.indicator import Indicator, LifeEvent
from styrhus.plan.labels import label
from styrhus.plan.movement import Movement, movement
from styrhus.plan.outcome import Outcome
from styrhus.plan.status import yearly
from styrhus.plan.status_word import StatusWord
from styrhus.plan.target import Target
from styrhus.plan.target_words import target_words
from styrhus.values.figure import Figure, Source
from styrhus.values.text import Text, msg

YEARS_SHOWN = 3


@dataclass(frozen=True)
class IndicatorRow:
    """`outcomes` are those of the years of the table, in its order; `marks` are what a reader must know beside them.

    `has_limit` tells that there is a target which an outcome can reach.
    """

    indicator: Indicator
    goal_name: str
    outcomes: tuple[Figure, ...]
    latest: Figure | None
    target: Text
    target_printed: str
    word: StatusWord
    overridden: bool
    movement: Movement | None
    events: tuple[LifeEvent, ...]
    marks: tuple[Text, ...]
    only_measured: bool
    has_limit: bool
    parts: tuple["IndicatorRow", ...] = ()

    @property
    def is_new_or_changed(self) -> bool:
        return bool(self.events)


def shown_years(dossier: Dossier) -> tuple[int, ...]:
    """The last three years with outcomes up to the plan year, ascending."""
    years = [year for year in outcome_years(dossier) if year <= dossier.plan.year]
    return tuple(years[-YEARS_SHOWN:])


def indicator_row(dossier: Dossier, indicator: Indicator, held: Standing) -> IndicatorRow:
    """The row of an indicator, with the rows of its parts when it is a composite index."""
    years = shown_years(dossier)
    outcomes = dossier.outcomes_of(indicator.id)
    target = plan_target(dossier, indicator)
    shown = tuple(outcome_figure(indicator, outcomes, year) for year in years)
    goal = dossier.goal_by_id.get(indicator.goal)
    return IndicatorRow(
        indicator=indicator,
        goal_name=goal.name if goal else "",
        outcomes=shown,
        latest=next((figure for figure in reversed(shown) if figure.value is not None), None),
        target=target_words(target, indicator.unit),
        target_printed=target.printed if target else "",
        word=held.words[indicator.id],
        overridden=any((o.indicator, o.year) == (indicator.id, held.year) for o in dossier.overrides),
        movement=movement(indicator, outcomes),
        events=events_this_year(dossier, indicator.id),
        marks=_marks(indicator, outcomes, target),
        only_measured=target is not None and not target.kind.is_judged,
        has_limit=target is not None and target.kind.is_judged,
        parts=tuple(indicator_row(dossier, dossier.indicator_by_id[part], held) for part in indicator.parts),
    )


@lru_cache(maxsize=64)
def indicator_rows(dossier: Dossier) -> Mapping[str, IndicatorRow]:
    """The rows of all indicators by id, as the plan stands."""
    held = standing(dossier)
    return {indicator.id: indicator_row(dossier, indicator, held) for indicator in dossier.indicators}


def plan_target(dossier: Dossier, indicator: Indicator) -> Target | None:
    """The target for the whole in the plan's own year."""
    year = dossier.plan.year
    return next((t for t in dossier.targets_of(indicator.id) if t.year == year and not t.part), None)


def outcome_figure(indicator: Indicator, outcomes: Sequence[Outcome], year: int) -> Figure:
    """The total of a whole year as a figure; without a value it carries what was published instead, or nothing."""
    found = yearly(outcomes, year)
    address = f"outcome.{indicator.id}.{year}"
    if found is not None:
        source = Source(address, found.source)
        return Figure(found.value, indicator.unit, str(year), source, indicator.name, preliminary=found.preliminary)
    mark = next((o.mark for o in outcomes if o.period == str(year) and not o.part and o.mark), "")
    return Figure(None, indicator.unit, str(year), label=indicator.name, mark=mark)


def events_this_year(dossier: Dossier, indicator: str) -> tuple[LifeEvent, ...]:
    """What the life log says has happened to the indicator in this year's plan."""
    year = dossier.plan.year
    return tuple(entry.event for entry in dossier.life_log if (entry.indicator, entry.year) == (indicator, year))


def _marks(indicator: Indicator, outcomes: Sequence[Outcome], target: Target | None) -> tuple[Text, ...]:
    found = []
    if any(o.preliminary and o.value is not None for o in outcomes):
        found.append(msg("preliminary outcome"))
    if any(o.awaiting and o.value is None for o in outcomes):
        found.append(msg("awaiting outcome"))
    if indicator.under_development and (target is None or target.kind.value != "developing"):
        found.append(msg("under development"))
    if any(o.part for o in outcomes):
        found.extend(label(breakdown) for breakdown in indicator.breakdowns)
    return tuple(found)
