"""The form in which a workbook is handed in, and its changes as signed text until they are confirmed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.actions.change_tables import Place
from styrhus.finance.table import Cell
from styrhus.reports.workbook.changes import Changes

LARGEST_WORKBOOK = 5 * 1024 * 1024
SALT = "styrhus.workbook"
KEPT_SECONDS = 24 * 60 * 60


class WorkbookForm(forms.Form):
    workbook = forms.FileField(
        label=gettext_lazy("Excel workbook that was downloaded here"),
        help_text=gettext_lazy("At most 5 MB. Nothing is changed before you have seen what would change."),
        widget=forms.FileInput(
            attrs={"accept": ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
        ),
        error_messages={"required": gettext_lazy("Choose an Excel workbook.")},
        allow_empty_file=True,
    )

    def clean_workbook(self) -> Any:
        """A file that is too large is refused before it is read."""
        file = self.cleaned_data["workbook"]
        if file.size > LARGEST_WORKBOOK:
            told = _("The workbook is larger than %(limit)s MB. Hand in the tables in several workbooks.")
            raise forms.ValidationError(told % {"limit": LARGEST_WORKBOOK // 1024**2})
        return file


def signed(found: Changes) -> str:
    """The changed cells as text that only this installation can have written; it stands in the page, nowhere else."""
    held = [
        [change.table.id, change.row, change.column, _text(change.after.value), change.after.mark]
        for change in found.cells
    ]
    return signing.dumps(held, salt=SALT, compress=True)


def opened(text: str) -> Mapping[Place, Cell]:
    """The cells of `signed`; BadSignature for anything else or when it is too old."""
    held = signing.loads(text, salt=SALT, max_age=KEPT_SECONDS)
    return {
        (table, row, column): Cell(value=Decimal(value) if value is not None else None, mark=mark)
        for table, row, column, value, mark in held
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
