"""The forms of a frame change and of the frame of a year."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.dossier.dossier import Dossier
from styrhus.finance.frame import FrameChangeKind, Permanence
from styrhus.web.forms.fields import DayField, NumberField, TextField
from styrhus.web.forms.money_fields import MoneyCodeField, YearField, choose, money_choices, unit_choices
from styrhus.web.forms.record_form import RecordForm


class FrameChangeForm(RecordForm):
    """All fields of a frame change but its id and the request that it came from."""

    empty_is_none = ("from_unit", "to_unit")

    label = forms.CharField(label=gettext_lazy("What changes"))
    year = YearField(label=gettext_lazy("Into the frame of"))
    kind = MoneyCodeField(FrameChangeKind, label=gettext_lazy("Kind"))
    amount = NumberField(
        label=gettext_lazy("Amount"), help_text=gettext_lazy("Minus when the frame becomes smaller; a move has none.")
    )
    unit = forms.ChoiceField(label=gettext_lazy("Amount in"), choices=money_choices)
    permanence = MoneyCodeField(Permanence, label=gettext_lazy("How long"))
    last_year = YearField(
        label=gettext_lazy("Last year"), required=False, help_text=gettext_lazy("Only for temporary money.")
    )
    from_unit = forms.ChoiceField(
        label=gettext_lazy("From unit"), required=False,
        help_text=gettext_lazy("With both units it is a move, and the board's frame stays as it is."),
    )  # fmt: skip
    to_unit = forms.ChoiceField(label=gettext_lazy("To unit"), required=False)
    counterpart = forms.CharField(
        label=gettext_lazy("Other board"), required=False,
        help_text=gettext_lazy("Where money comes from another board or goes to it."),
    )  # fmt: skip
    decision = forms.CharField(label=gettext_lazy("Decision"), required=False)
    decided_on = DayField(label=gettext_lazy("Day of the decision"), required=False)
    note = TextField(label=gettext_lazy("Remark"), required=False)

    def __init__(self, data: Any = None, *, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name in ("from_unit", "to_unit"):
            choose(self, name, unit_choices(dossier, empty=_("None")))


class FrameForm(RecordForm):
    """The frame of a year, or of a part of the board; an existing one keeps its year and part."""

    year = YearField(label=gettext_lazy("Year"))
    part = forms.CharField(
        label=gettext_lazy("Part"), required=False,
        help_text=gettext_lazy("Empty for the whole; else the short name of a unit, or another name of a part."),
    )  # fmt: skip
    amount = NumberField(label=gettext_lazy("Amount"))
    unit = forms.ChoiceField(label=gettext_lazy("Amount in"), choices=money_choices)
    label = forms.CharField(label=gettext_lazy("What it is called"), required=False)
    decision = forms.CharField(label=gettext_lazy("Decision"), required=False)
    note = TextField(label=gettext_lazy("Remark"), required=False)

    def __init__(self, data: Any = None, *, existing: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if existing:
            for name in ("year", "part"):
                self.fields[name].disabled = True
