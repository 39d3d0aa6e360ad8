"""The goals as a tree: the levels as the municipality names them, each goal with its indicators and status."""

from collections import Counter
from dataclasses import dataclass

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.judgements import GoalStatus, status_of, subtree
from styrhus.dossier.standing import Standing
from styrhus.plan.goal import Goal, GoalChange
from styrhus.plan.labels import label
from styrhus.plan.steering import Level
from styrhus.values.text import Text
from styrhus.web.pages.goals.filters import GoalsFilter
from styrhus.web.pages.goals.rows import IndicatorRow, indicator_rows

HEADING_OF_TOPS = 2


@dataclass(frozen=True)
class Branch:
    """A goal with what lies under it; `path` leads to it from the top, `also_under` are its other parents."""

    goal: Goal
    path: tuple[str, ...]
    level: Level | None
    status: GoalStatus
    change: Text | None
    also_under: tuple[Goal, ...]
    rows: tuple[IndicatorRow, ...]
    children: tuple["Branch", ...]

    @property
    def heading(self) -> str:
        """Number and name, as goals are spoken of."""
        return f"{self.goal.number} {self.goal.name}".strip()

    @property
    def rank(self) -> int:
        """The level of its heading on the page."""
        return min(HEADING_OF_TOPS + len(self.path) - 1, 6)

    @property
    def anchor(self) -> str:
        """An id that stays apart when the same goal stands under several parents."""
        return "goal--" + "--".join(self.path)


def tree(dossier: Dossier, held: Standing, chosen: GoalsFilter) -> tuple[Branch, ...]:
    """The branches from the top; with a filter only those that lead to something that answers it."""
    tops = [goal for goal in dossier.goals if not goal.parents]
    found = (_branch(dossier, held, path=(goal.id,), chosen=chosen) for goal in tops)
    return tuple(branch for branch in found if branch is not None)


def _branch(dossier: Dossier, held: Standing, *, path: tuple[str, ...], chosen: GoalsFilter) -> Branch | None:
    goal = dossier.goal_by_id[path[-1]]
    own = chosen.only_words and chosen.says(goal.name, goal.text, *goal.aliases)
    inner = GoalsFilter(view=chosen.view) if own else chosen
    rows = [indicator_rows(dossier)[i.id] for i in dossier.indicators_of(goal.id)]
    kept = tuple(row for row in rows if inner.keeps(row))
    below = (_branch(dossier, held, path=(*path, g.id), chosen=inner) for g in dossier.children_of(goal.id))
    children = tuple(branch for branch in below if branch is not None)
    if inner.is_active and not kept and not children:
        return None
    return Branch(
        goal=goal,
        path=path,
        level=level_of(dossier, goal),
        status=goal_status_now(dossier, held, goal.id),
        change=change_words(goal),
        also_under=tuple(dossier.goal_by_id[p] for p in goal.parents if p not in path),
        rows=kept,
        children=children,
    )


def level_of(dossier: Dossier, goal: Goal) -> Level | None:
    """The level of the steering model that the goal is at."""
    return next((level for level in dossier.steering.levels if level.id == goal.level), None)


def change_words(goal: Goal) -> Text | None:
    """What to say beside a goal that is new or changed; nothing about the others."""
    return label(goal.change) if goal.change in {GoalChange.NEW, GoalChange.CHANGED} else None


def goal_status_now(dossier: Dossier, held: Standing, goal: str) -> GoalStatus:
    """The status of a goal on the basis that all indicators of the page stand on."""
    below = [i for g in subtree(dossier, goal) for i in dossier.indicators_of(g)]
    return status_of(Counter(held.words[i.id] for i in below))
