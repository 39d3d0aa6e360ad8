"""Set what becomes of those received: how long the grant lasts, when they leave, and who has income support then."""

from collections.abc import Mapping, Sequence

from styrhus.actions.whole_part import replace_part
from styrhus.finance.grids.reception_outlook import ReceptionTerms
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def set_reception_terms(
    board: str, year: int, terms: Sequence[Mapping[str, object]], *, versions: Mapping[str, int], by: User
) -> tuple[ReceptionTerms, ...]:
    """Replace all terms by those given, as `replace_part` says; no amount without a source."""
    part = ("set_reception_terms", "reception_terms", ReceptionTerms)
    return replace_part(
        part, (board, year), terms, versions=versions, named=("group", "valid_from"), faults=_faults, by=by
    )


def _faults(terms: Sequence[ReceptionTerms]) -> list[Problem]:
    found = []
    for number, held in enumerate(terms, start=1):
        if not held.source:
            told = msg("The terms have no source."), msg("Say where they come from.")
            found.append(Problem(*told, row=number, column="source"))
        for name in ("leave_months", "grant_months", "support_share", "support_cost"):
            value = getattr(held, name)
            if value is not None and value < 0:
                told = msg("The value is below zero."), msg("Write zero or more.")
                found.append(Problem(*told, row=number, column=name, value=str(value)))
        if held.support_share is not None and held.support_share > 100:
            told = msg("The share is more than the whole."), msg("Write at most 100.")
            found.append(Problem(*told, row=number, column="support_share", value=str(held.support_share)))
    return found
