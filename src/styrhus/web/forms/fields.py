"""Fields for what plans hold: numbers with decimal comma, lists of lines, and codes in words."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from styrhus.plan.labels import label
from styrhus.values.number import NumberError, parse_typed, write_decimal
from styrhus.web.frame import current_language


def number_error(reason: str) -> str:
    """What is wrong with a number as typed, and what to do."""
    if reason == "point":
        return _("The number has a decimal point. Use a decimal comma, such as 12,5.")
    return _("This is not a number. Write digits with a decimal comma, such as 1234,5, or leave it empty.")


class NumberField(forms.CharField):
    """A decimal as typed in Sweden, kept exactly; empty is None and never zero."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "input--number", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        text = (super().to_python(value) or "").strip()
        if not text:
            return None
        try:
            return parse_typed(text)
        except NumberError as error:
            raise forms.ValidationError(number_error(error.reason)) from error

    def prepare_value(self, value: Any) -> Any:
        return write_decimal(value) if isinstance(value, Decimal) else value


class LinesField(forms.CharField):
    """A list of texts, one a line; empty lines are dropped."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple | list) else value


class TextField(forms.CharField):
    """A longer text."""

    widget = forms.Textarea(attrs={"rows": 4})


class CodeField(forms.ChoiceField):
    """One of the codes of an enum, shown in words."""

    def __init__(self, codes: type[StrEnum], **kwargs: Any) -> None:
        super().__init__(choices=lambda: [(code.value, _word(code)) for code in codes], **kwargs)


class CodesField(forms.MultipleChoiceField):
    """Any of the codes of an enum, each a box to tick."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, codes: type[StrEnum], **kwargs: Any) -> None:
        super().__init__(choices=lambda: [(code.value, _word(code)) for code in codes], **kwargs)


class DayField(forms.DateField):
    """A day, picked or written as year-month-day."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **kwargs: Any) -> None:
        wrong = lazy(_day_error, str)()
        super().__init__(input_formats=["%Y-%m-%d"], error_messages={"invalid": wrong}, **kwargs)


def _day_error() -> str:
    return _("The date cannot be read. Write it as year-month-day, such as 2023-12-31.")


def _word(code: StrEnum) -> str:
    return label(code).render(current_language())


def named_choices(named: Iterable[tuple[str, str]], *, empty: str = "") -> list[tuple[str, str]]:
    """Choices from ids and names, first an empty one that says what no choice means."""
    return [("", empty or "–"), *named]
