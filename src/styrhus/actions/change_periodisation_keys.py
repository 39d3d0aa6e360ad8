"""Change the keys that spread a year's amount over its months."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from styrhus.actions.budget_draft import put_rows, rows_of, shown_of
from styrhus.actions.draft import Draft, drafting
from styrhus.actions.validation import refuse_any
from styrhus.finance.budget.periodisation import NotSpreadable, periodise
from styrhus.finance.budget.version import PeriodisationKey
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def change_periodisation_keys(
    board: str, year: int, rows: Sequence[Mapping[str, object]], *, shown: Sequence[str] = (), seen: str, by: User
) -> tuple[PeriodisationKey, ...]:
    """Replace the keys whose ids are in `shown` by the rows; `seen` is `fingerprint` of them as the user saw them.

    A key that spreads lines of an adopted version keeps its months: make another one. Raises NotAllowed, Conflict,
    NotFound, and ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("change_periodisation_keys", board, year, by) as draft:
        draft.require()
        new = rows_of(draft, "periodisation_keys", PeriodisationKey, rows, shown=shown, prefix="key", fixed={})
        refuse_any((*_faults(new), *_bound(draft, new, shown)))
        put_rows(draft, "periodisation_keys", new, shown=shown, seen=seen)
    return new


def _faults(keys: Sequence[PeriodisationKey]) -> Iterator[Problem]:
    for number, key in enumerate(keys, start=1):
        try:
            periodise(Decimal(1), key)
        except NotSpreadable:
            message = msg("The key cannot spread an amount.")
            remedy = msg("Give all twelve months, of one sign and not all of them zero.")
            yield Problem(message, remedy, row=number, column="m01", value=key.name)


def _bound(draft: Draft, new: Sequence[PeriodisationKey], shown: Sequence[str]) -> Iterator[Problem]:
    adopted = {version.id for version in draft.dossier.budget_versions if version.adopted}
    lines = (line for line in draft.dossier.budget_lines if line.budget in adopted and None in line.months)
    used = {line.periodisation for line in lines}
    by_id = {key.id: (number, key) for number, key in enumerate(new, start=1)}
    for old in shown_of(draft.dossier, "periodisation_keys", shown):
        number, now = by_id.get(old.id, (None, None))
        if old.id in used and (now is None or now.months != old.months):
            message = msg("The key spreads lines of an adopted version, whose months must stay.")
            yield Problem(message, msg("Make another key instead."), row=number, column="name", value=old.name)
