"""A table and its mapping become records of the plan."""

from collections.abc import Callable

from styrhus.dossier.dossier import Dossier
from styrhus.review.plan_data import assignments, indicators, tables
from styrhus.review.plan_data.mapping import Into, Mapping, Source
from styrhus.review.plan_data.records import PlanData

_MAKERS: dict[Into, Callable[[Source, Mapping, Dossier], PlanData]] = {
    Into.TABLE: tables.converted,
    Into.INDICATORS: indicators.converted,
    Into.ASSIGNMENTS: assignments.converted,
}


def converted(source: Source, mapping: Mapping, dossier: Dossier) -> PlanData:
    """The records that the mapping makes of the table; every cell that fits nowhere is a problem with its place."""
    return _MAKERS[mapping.into](source, mapping, dossier)
