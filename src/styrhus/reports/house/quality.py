"""The quality pillar: what the board has bound itself to, and what falls due in the plan year."""

from collections import Counter
from dataclasses import dataclass

from styrhus.dossier.dossier import Dossier
from styrhus.plan.assignment import Assignment, AssignmentStatus
from styrhus.plan.undertaking import Assessment

_CLOSED = {AssignmentStatus.DONE, AssignmentStatus.CANCELLED}


@dataclass(frozen=True)
class QualityPillar:
    """Counts; assignments are split into done, due in the plan year or before, due later, and without deadline."""

    done: int = 0
    due: int = 0
    later: int = 0
    undated: int = 0
    unreported: int = 0
    undertakings: int = 0
    assessed: int = 0
    guarantees: int = 0
    guarantee_days: int | None = None
    to_improve: int = 0

    @property
    def assignments(self) -> int:
        return self.done + self.due + self.later + self.undated


def quality_pillar(dossier: Dossier) -> QualityPillar:
    """The pillar of a dossier; `guarantee_days` is told when there is exactly one guarantee."""
    split = Counter(_when(assignment, dossier.plan.year) for assignment in dossier.assignments)
    only = dossier.guarantees[0] if len(dossier.guarantees) == 1 else None
    return QualityPillar(
        done=split["done"],
        due=split["due"],
        later=split["later"],
        undated=split["undated"],
        unreported=sum(not a.reporting_required for a in dossier.assignments),
        undertakings=len(dossier.undertakings),
        assessed=sum(u.assessment is not Assessment.NOT_ASSESSED for u in dossier.undertakings),
        guarantees=len(dossier.guarantees),
        guarantee_days=only.limit_days if only else None,
        to_improve=sum(o.kind.value == "improve" for o in dossier.observations),
    )


def _when(assignment: Assignment, year: int) -> str:
    if assignment.status in _CLOSED:
        return "done"
    if assignment.deadline is None:
        return "undated"
    return "due" if assignment.deadline.year <= year else "later"
