"""Which unit's rows are typed on a page, when a version has more of them than one form can hold."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from styrhus.finance.budget.tree import within
from styrhus.web.pages.budget.choices import Choice
from styrhus.web.pages.budget.place import Opened

MOST_AT_ONCE = 120
"""Rows that are typed on one page; of more than that a unit's are typed at a time."""


class AtUnit(Protocol):
    """What belongs to a unit."""

    @property
    def unit(self) -> str: ...


T = TypeVar("T", bound=AtUnit)


def of_unit(held: Opened, records: Sequence[T], unit: str) -> tuple[T, ...]:
    """The records at a unit and those below it; all of them without a unit."""
    if not unit:
        return tuple(records)
    scope = within(held.dossier.organisation, unit)
    return tuple(record for record in records if record.unit in scope)


def chosen_unit(request: HttpRequest, held: Opened, records: Sequence[AtUnit]) -> str:
    """The unit that is asked for; when that is too much for one form, the first one that is not."""
    asked = request.GET.get("unit", "")
    asked = asked if asked in held.dossier.unit_by_id else ""
    if len(of_unit(held, records, asked)) <= MOST_AT_ONCE:
        return asked
    return next((unit for unit, _name, _count in _counted(held, records)), asked)


def _counted(held: Opened, records: Sequence[AtUnit]) -> list[tuple[str, str, int]]:
    """The units whose rows fit in one form, with how many they are."""
    found = [(unit.id, unit.name, len(of_unit(held, records, unit.id))) for unit in held.dossier.organisation]
    return [(key, name, count) for key, name, count in found if 0 < count <= MOST_AT_ONCE]


def scope_form(
    request: HttpRequest, held: Opened, records: Sequence[AtUnit], unit: str, *, months: bool | None = None
) -> SafeString:
    """The form above the table: which unit and, where there are months, whether they are shown."""
    every = [Choice("", _("All units"), not unit)] if len(records) <= MOST_AT_ONCE else []
    counted = [Choice(key, f"{name} ({count})", key == unit) for key, name, count in _counted(held, records)]
    context = {"units": (*every, *counted), "months": months, "has_months": months is not None}
    return render_to_string("budget/_line_choices.html", context, request)
