"""Fields of the economy's forms: codes of money, units of the organisation, months and years."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from styrhus.dossier.dossier import Dossier
from styrhus.finance.labels import label
from styrhus.paper.words import MONTHS
from styrhus.values.text import Text
from styrhus.web.forms.fields import named_choices
from styrhus.web.frame import say


class MoneyCodeField(forms.ChoiceField):
    """One of the codes of money, shown in words; `empty` is what no choice means, none where it has to be made."""

    def __init__(self, codes: Iterable[StrEnum], *, empty: Text | None = None, **kwargs: Any) -> None:
        held = tuple(codes)

        def choices() -> list[tuple[str, str]]:
            named = [(code.value, capital(say(label(code)))) for code in held]
            return named if empty is None else named_choices(named, empty=say(empty))

        super().__init__(choices=choices, **kwargs)


class YearField(forms.IntegerField):
    """A year of four digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1900, max_value=2200, **kwargs)


def choose(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a field of a form what can be chosen in it."""
    form.fields[name].choices = list(choices)  # type: ignore[attr-defined]


def unit_choices(dossier: Dossier, *, empty: str) -> list[tuple[str, str]]:
    """The units of the organisation; `empty` is what no unit means."""
    return named_choices([(unit.id, unit.name) for unit in dossier.organisation], empty=empty)


def month_choices(*, empty: str = "") -> list[tuple[str, str]]:
    """The months of a year; `empty` is what no month means, none where one has to be chosen."""
    named = [(str(number), capital(say(month))) for number, month in enumerate(MONTHS, start=1)]
    return named_choices(named, empty=empty) if empty else named


def money_choices() -> list[tuple[str, str]]:
    """The units of money."""
    return [(code, code) for code in ("kr", "tkr", "mnkr")]


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def whole_board() -> str:
    """What no unit means."""
    return _("The board as a whole")
