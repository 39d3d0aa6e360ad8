"""Where the indicators stand: the plan year's statuses, or before it has outcomes, the latest against its targets."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.judgements import GoalStatus, judgement
from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.starting_point import starting_point
from styrhus.plan.status_word import StatusWord
from styrhus.values.text import Text, msg


class Basis(StrEnum):
    """What the words of a standing rest on."""

    YEAR = "year"
    START = "start"


START_LABELS = {
    StatusWord.REACHED: msg("at the target"),
    StatusWord.PARTLY: msg("partly at the target"),
    StatusWord.NOT_REACHED: msg("not at the target"),
    StatusWord.NOT_JUDGED: msg("cannot be judged"),
}
"""Words for a starting position, which is no status: the year has no outcome yet."""


@dataclass(frozen=True)
class Standing:
    """A word for each indicator by id, all on the same basis."""

    year: int
    basis: Basis
    words: Mapping[str, StatusWord]

    def label(self, word: StatusWord) -> Text:
        """The word as a reader may take it: a starting position is at the target or not, never reached."""
        return word.label if self.basis is Basis.YEAR else START_LABELS[word]

    def told(self, status: GoalStatus) -> Text:
        """One sentence on how many indicators are where."""
        if self.basis is Basis.YEAR or not status.judged:
            return status.reason
        counts = {"reached": status.counts.get(StatusWord.REACHED, 0), "judged": status.judged}
        return msg("{reached} of {judged} judged indicators are already at the target.", **counts)

    @property
    def explanation(self) -> Text:
        """What a reader must know to read the words right."""
        if self.basis is Basis.YEAR:
            return msg("Outcomes of {year} against the targets of {year}.", year=self.year)
        return msg("Before the year: the latest outcome against the targets of {year}.", year=self.year)


@lru_cache(maxsize=64)
def standing(dossier: Dossier) -> Standing:
    """The statuses of the plan year as soon as one outcome of it is in, before that the starting position."""
    year = dossier.plan.year
    started = any(o.year == year and o.value is not None and not o.part for o in dossier.outcomes)
    if started or any(override.year == year for override in dossier.overrides):
        words = {i.id: judgement(dossier, i).word for i in dossier.indicators}
        return Standing(year, Basis.YEAR, words)
    return Standing(year, Basis.START, {i.id: start(dossier, i) for i in dossier.indicators})


def start(dossier: Dossier, indicator: Indicator) -> StatusWord:
    """The latest yearly outcome before the plan year as if it were the plan year's own.

    A target that counts from the year before has nothing to be held against yet and cannot be judged.
    """
    found = starting_point(
        indicator,
        dossier.plan.year,
        targets=dossier.targets_of(indicator.id),
        outcomes=dossier.outcomes_of(indicator.id),
    )
    return found.word if found else StatusWord.NOT_JUDGED


def yearly_outcomes(dossier: Dossier, indicator: str, *, before: int | None = None) -> tuple[Outcome, ...]:
    """The total outcomes of whole years that have a value, latest first; one a year, final before preliminary."""
    by_year: dict[int, Outcome] = {}
    for outcome in dossier.outcomes_of(indicator):
        counts = outcome.value is not None and not outcome.part and outcome.period == str(outcome.year)
        held = by_year.get(outcome.year)
        if counts and (held is None or held.preliminary or not outcome.preliminary):
            by_year[outcome.year] = outcome
    years = sorted((y for y in by_year if before is None or y < before), reverse=True)
    return tuple(by_year[year] for year in years)
