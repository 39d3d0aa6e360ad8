"""Report the outcomes of an indicator."""

from collections.abc import Mapping, Sequence

from styrhus.actions.draft import Draft, drafting
from styrhus.actions.validation import validated_rows
from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.store.models import User


def report_outcomes(
    board: str, year: int, indicator_id: str, outcomes: Sequence[Mapping[str, object]], *, version: int, by: User
) -> tuple[Outcome, ...]:
    """Replace all outcomes of an indicator by those given; `version` is that of the indicator's outcomes.

    One who reports for a unit may do so for the indicators of that unit, and in any other indicator for the
    rows whose part is that unit. Raises NotAllowed, Conflict, NotFound, and ProblemsError whose problems name the
    row (from 1) and the field.
    """
    with drafting("report_outcomes", board, year, by) as draft:
        indicator = draft.find("indicators", indicator_id)
        draft.expect("outcomes", indicator_id, version)
        new = validated_rows(Outcome, outcomes, indicator=indicator_id)
        _require(draft, indicator, new)
        draft.replace_of("outcomes", "indicator", indicator_id, new)
    return new


def _require(draft: Draft, indicator: Indicator, new: Sequence[Outcome]) -> None:
    if draft.may(indicator.responsible_unit):
        return
    draft.require_somewhere()
    old = draft.dossier.outcomes_of(indicator.id)
    for outcome in {*old} ^ {*new}:
        draft.require(outcome.part or None)
