"""Type the lines of a version: by unit, with a key or with months, pasted from a spreadsheet when there are many."""

from collections.abc import Sequence
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from styrhus.actions.change_budget_lines import change_budget_lines
from styrhus.actions.validation import fields_of
from styrhus.finance.budget.indexation import scaled_months
from styrhus.finance.budget.version import BudgetLine, LineKind
from styrhus.finance.months import MONTHS
from styrhus.store import read
from styrhus.values.record import Record
from styrhus.web.forms.save import actor
from styrhus.web.pages.budget.fields import line_fields
from styrhus.web.pages.budget.place import Opened, opened, version_frame, version_links
from styrhus.web.pages.budget.scope import chosen_unit, of_unit, scope_form
from styrhus.web.pages.budget.table_page import Rows, Task, Write, respond


def budget_lines(request: HttpRequest, board: str, year: int, version: str) -> HttpResponse:
    held = opened(request, board, year, version)
    if request.method == "POST":
        held.access.require("change_budget_lines")
    unit, months = chosen_unit(request, held, lines_of(held)), request.GET.get("months") == "1"

    def records() -> Sequence[Record]:
        now = Opened(held.access, read.dossier(board, year), held.version)
        return of_unit(now, lines_of(now), unit)

    def write(rows: Rows, shown: tuple[str, ...], seen: str) -> object:
        return change_budget_lines(board, year, version, rows, shown=shown, seen=seen, by=actor(request))

    may = held.may("change_budget_lines")
    task = Task(
        frame=version_frame(request, held, title=_("Budget lines"), lead=held.version.name),
        links=version_links(held, "budget_lines"),
        fields=line_fields(held.dossier, held.version.year, months=months),
        records=records,
        write=_allowed(write, may),
        match=("unit", "cost_type", "label"),
        caption=_("Lines, kr: costs positive, income negative"),
        explanation=_explanation(months=months),
        closed="" if may else closed_words(held),
        merge=_merged if months else _kept_months,
        extra=scope_form(request, held, lines_of(held), unit, months=months),
    )
    return respond(request, task)


def lines_of(held: Opened) -> tuple[BudgetLine, ...]:
    """The version's own lines."""
    return tuple(line for line in held.dossier.budget_lines if line.budget == held.version.id)


def _explanation(*, months: bool) -> str:
    if months:
        return _(
            "Months that are left empty share what is left of the year. A year left empty is the sum of its months."
        )
    return _(
        "A key says how the year falls on its months; without one it falls in twelfths. "
        "Lines with months of their own keep their proportions."
    )


def _merged(old: Record | None, typed: dict[str, object]) -> dict[str, object]:
    """All fields of a line; without an amount the year is what its twelve months come to."""
    months = [typed.get(name) for name in MONTHS]
    if typed.get("amount") is None and all(isinstance(month, Decimal) for month in months):
        typed = {**typed, "amount": sum((m for m in months if isinstance(m, Decimal)), Decimal(0))}
    return {**_fields(old), **typed, "kind": typed.get("kind") or LineKind.ORDINARY}


def _kept_months(old: Record | None, typed: dict[str, object]) -> dict[str, object]:
    """A line whose months are not shown keeps them, in proportion to a new amount; another key replaces them."""
    held = _fields(old)
    amount = typed.get("amount")
    if isinstance(old, BudgetLine) and isinstance(amount, Decimal):
        held |= scaled_months(old, amount)
        if typed.get("periodisation") != old.periodisation:
            held |= dict.fromkeys(MONTHS)
    return {**held, **typed, "kind": typed.get("kind") or LineKind.ORDINARY}


def _fields(old: Record | None) -> dict[str, object]:
    return dict(fields_of(old)) if old is not None else {}


def _allowed(write: Write, may: bool) -> Write | None:
    return write if may else None


def closed_words(held: Opened) -> str:
    """Why the version cannot be changed here; empty when it is only that the reader may not."""
    if held.version.adopted:
        return _("The version is adopted and is not edited any more. Make a supplementary or a revised version of it.")
    return ""
