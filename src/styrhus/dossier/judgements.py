"""The statuses of a whole dossier: every indicator judged, every goal summed from its indicators."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.plan.indicator import Indicator
from styrhus.plan.status import Judgement, judge
from styrhus.plan.status_word import StatusWord
from styrhus.values.text import Text, msg


@dataclass(frozen=True)
class GoalStatus:
    """A goal's status from the indicators on it and below it; `judged` of `total` could be judged.

    All judged reached gives reached, none reached nor partly gives not reached, anything between gives partly;
    a goal with nothing judged cannot be judged.
    """

    word: StatusWord
    counts: Mapping[StatusWord, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def judged(self) -> int:
        return self.total - self.counts.get(StatusWord.NOT_JUDGED, 0)

    @property
    def reason(self) -> Text:
        """The rule in words, with how much of the goal is judged."""
        reached = self.counts.get(StatusWord.REACHED, 0)
        if not self.total:
            return msg("The goal has no indicators.")
        if not self.judged:
            return msg("None of {total} indicators can be judged.", total=self.total)
        return msg(
            "{reached} of {judged} judged indicators are reached; {judged} of {total} could be judged.",
            reached=reached, judged=self.judged, total=self.total,
        )  # fmt: skip


def judgement(dossier: Dossier, indicator: Indicator, year: int | None = None) -> Judgement:
    """The judgement of one indicator in a year; the plan's own year unless told otherwise."""
    wanted = year or dossier.plan.year
    override = next((o for o in dossier.overrides if (o.indicator, o.year) == (indicator.id, wanted)), None)
    return judge(
        indicator, wanted, targets=dossier.targets_of(indicator.id),
        outcomes=dossier.outcomes_of(indicator.id), override=override,
    )  # fmt: skip


def judgements(dossier: Dossier, year: int | None = None) -> dict[str, Judgement]:
    """Every indicator's judgement by id."""
    return {indicator.id: judgement(dossier, indicator, year) for indicator in dossier.indicators}


def goal_status(dossier: Dossier, goal: str, year: int | None = None) -> GoalStatus:
    """The status of a goal from its own indicators and those of every goal below it, each counted once."""
    found = judgements(dossier, year)
    return status_of(Counter(found[i.id].word for g in subtree(dossier, goal) for i in dossier.indicators_of(g)))


def status_of(counts: Mapping[StatusWord, int]) -> GoalStatus:
    """The word for a set of counted statuses."""
    reached = counts.get(StatusWord.REACHED, 0)
    partly = counts.get(StatusWord.PARTLY, 0)
    not_reached = counts.get(StatusWord.NOT_REACHED, 0)
    if not reached + partly + not_reached:
        word = StatusWord.NOT_JUDGED
    elif not partly and not not_reached:
        word = StatusWord.REACHED
    else:
        word = StatusWord.PARTLY if reached or partly else StatusWord.NOT_REACHED
    return GoalStatus(word, dict(counts))


def subtree(dossier: Dossier, goal: str) -> tuple[str, ...]:
    """The goal and all below it, each once although several parents may lead to it."""
    found: dict[str, None] = {}
    ahead = [goal]
    while ahead:
        step = ahead.pop(0)
        if step not in found:
            found[step] = None
            ahead.extend(child.id for child in dossier.children_of(step))
    return tuple(found)


@lru_cache(maxsize=64)
def outcome_years(dossier: Dossier) -> tuple[int, ...]:
    """The years that have outcomes, ascending."""
    return tuple(sorted({outcome.year for outcome in dossier.outcomes}))
