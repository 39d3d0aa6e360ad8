"""Report the head-counts of reception."""

from collections.abc import Mapping, Sequence

from styrhus.actions.draft import drafting
from styrhus.actions.grid_rules import refuse_figures
from styrhus.actions.validation import validated_rows
from styrhus.finance.grids.reception import ReceptionCohort
from styrhus.store.models import User


def report_reception(
    board: str, year: int, cohorts: Mapping[str, Sequence[Mapping[str, object]]], *,
    versions: Mapping[str, int], by: User,
) -> tuple[ReceptionCohort, ...]:  # fmt: skip
    """Replace all head-counts of the groups named by those given; `versions` are those of the groups.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError whose problems name row (from 1, in the order given) and
    field.
    """
    with drafting("report_reception", board, year, by) as draft:
        draft.require()
        rows = [{**given, "group": group} for group, own in cohorts.items() for given in own]
        new = validated_rows(ReceptionCohort, rows)
        refuse_figures(new, ("persons",))
        for group in cohorts:
            draft.expect("reception_cohorts", group, versions.get(group, 0))
            draft.replace_of("reception_cohorts", "group", group, [held for held in new if held.group == group])
    return new
