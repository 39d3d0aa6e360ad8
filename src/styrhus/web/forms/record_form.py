"""A form for one record: its fields by name, the version that the user saw, and problems put where they belong."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from styrhus.values.problem import Problem
from styrhus.values.record import Record
from styrhus.web.frame import current_language


class RecordForm(forms.Form):
    """The fields of a subclass are named as the record's; what is only for the action stands in `beside`.

    `version` is 0 for a record that does not exist yet.
    """

    beside: tuple[str, ...] = ()
    empty_is_none: tuple[str, ...] = ()

    data: QueryDict
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @property
    def seen_version(self) -> int:
        """The version that the user saw when the form was opened."""
        return self.cleaned_data.get("version") or 0

    def values(self) -> dict[str, Any]:
        """The record's fields as typed; an empty choice is None where the record says so."""
        held = {name: value for name, value in self.cleaned_data.items() if name not in {"version", *self.beside}}
        return {name: None if name in self.empty_is_none and value == "" else value for name, value in held.items()}

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Problems of an action as errors of the fields that they name, or of the whole form."""
        language = current_language()
        for problem in problems:
            field = problem.column if problem.column in self.fields else None
            told = f"{problem.message.render(language)} {problem.remedy.render(language)}".strip()
            if field is None and problem.value:
                told = f"{told} (”{problem.value}”)"
            self.add_error(field, told)

    def shown(self, name: str, value: object) -> str:
        """A value in the words that the field shows it in, for comparing two versions."""
        field = self.fields[name]
        prepared = field.prepare_value(value)
        choices = dict(getattr(field, "choices", ()) or ())
        if isinstance(prepared, list | tuple):
            return ", ".join(str(choices.get(str(part), part)) for part in prepared)
        return str(choices.get(str(prepared), prepared)) if prepared not in (None, "") else ""


def initial_of(record: Record) -> Mapping[str, Any]:
    """The fields of a record as a form begins with them."""
    return {name: getattr(record, name) for name in type(record).model_fields}
