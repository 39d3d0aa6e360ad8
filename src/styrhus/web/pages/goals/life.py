"""What is new, changed and gone since last year's plan, written from the life log and the goals."""

from dataclasses import dataclass

from styrhus.dossier.dossier import Dossier
from styrhus.plan.goal import Goal, GoalChange
from styrhus.plan.indicator import LifeEvent, LifeLogEntry
from styrhus.plan.labels import label
from styrhus.values.text import Text


@dataclass(frozen=True)
class LifeLine:
    """One event of an indicator; `exists` is false when the indicator has no page any more."""

    entry: LifeLogEntry
    event: Text
    name: str
    exists: bool


@dataclass(frozen=True)
class LifeGroup:
    """All events of one kind."""

    event: LifeEvent
    label: Text
    lines: tuple[LifeLine, ...]


@dataclass(frozen=True)
class NewThisYear:
    """What a reader of last year's plan has to learn about this one."""

    new: tuple[LifeLine, ...]
    others: tuple[LifeGroup, ...]
    goals: tuple[Goal, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.others or self.goals)


def new_this_year(dossier: Dossier) -> NewThisYear:
    """The events of the plan year by kind, and the goals that are new or changed."""
    lines = tuple(life_line(dossier, entry) for entry in dossier.life_log if entry.year == dossier.plan.year)
    by_event = {event: tuple(line for line in lines if line.entry.event is event) for event in LifeEvent}
    others = tuple(
        LifeGroup(event, label(event), found)
        for event, found in by_event.items()
        if found and event is not LifeEvent.NEW
    )
    goals = tuple(goal for goal in dossier.goals if goal.change in {GoalChange.NEW, GoalChange.CHANGED})
    return NewThisYear(by_event[LifeEvent.NEW], others, goals)


def life_line(dossier: Dossier, entry: LifeLogEntry) -> LifeLine:
    """An entry with the name that the indicator has now, or had when it was removed."""
    indicator = dossier.indicator_by_id.get(entry.indicator)
    name = indicator.name if indicator else entry.name or entry.indicator
    return LifeLine(entry, label(entry.event), name, indicator is not None)
