"""The forms of a funding request and of the decision on it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.dossier.dossier import Dossier
from styrhus.plan.undertaking import RequestOutcome
from styrhus.web.forms.fields import CodeField, DayField, NumberField, TextField, named_choices
from styrhus.web.forms.money_fields import YearField, choose, money_choices, unit_choices, whole_board
from styrhus.web.forms.record_form import RecordForm


def _lasting() -> list[tuple[str, str]]:
    return [("", _("not stated")), ("True", _("permanent")), ("False", _("temporary"))]


class _LastingField(forms.TypedChoiceField):
    """For good, for a time, or not said."""

    def __init__(self) -> None:
        def read(text: str) -> bool | None:
            return {"True": True, "False": False}.get(text)

        super().__init__(
            label=gettext_lazy("How long"), choices=_lasting, coerce=read, required=False, empty_value=None
        )

    def prepare_value(self, value: Any) -> Any:
        return "" if value is None else str(value)


class RequestForm(RecordForm):
    """All fields of a request but its id and the decision."""

    empty_is_none = ("responsible_unit", "unit")

    name = forms.CharField(label=gettext_lazy("Need"))
    text = TextField(label=gettext_lazy("Meaning"), required=False)
    priority = forms.IntegerField(
        label=gettext_lazy("Priority"), required=False, min_value=1, help_text=gettext_lazy("1 comes first.")
    )
    responsible_unit = forms.ChoiceField(label=gettext_lazy("Unit of the organisation"), required=False)
    year = YearField(
        label=gettext_lazy("Wanted from year"), required=False, help_text=gettext_lazy("Empty is the plan year.")
    )
    posts = NumberField(label=gettext_lazy("Posts (FTE)"), required=False)
    amount = NumberField(label=gettext_lazy("Amount"), required=False)
    unit = forms.ChoiceField(label=gettext_lazy("Amount in"), required=False)
    permanent = _LastingField()
    until_year = YearField(
        label=gettext_lazy("Last year"), required=False, help_text=gettext_lazy("Only for temporary money.")
    )
    until = forms.CharField(label=gettext_lazy("Until, in words"), required=False)
    law = forms.CharField(label=gettext_lazy("Law"), required=False)
    consequence = TextField(label=gettext_lazy("If refused"), required=False)

    def __init__(self, data: Any = None, *, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choose(self, "responsible_unit", unit_choices(dossier, empty=whole_board()))
        choose(self, "unit", named_choices(money_choices(), empty=_("not stated")))


class DecisionForm(RecordForm):
    """What was decided; a granted amount goes into the frame."""

    empty_is_none = ("unit",)

    outcome = CodeField(RequestOutcome, label=gettext_lazy("Decided"))
    granted = NumberField(
        label=gettext_lazy("Granted amount"), required=False, help_text=gettext_lazy("Only for a granted request.")
    )
    unit = forms.ChoiceField(label=gettext_lazy("Amount in"), required=False)
    permanent = _LastingField()
    until_year = YearField(
        label=gettext_lazy("Last year"), required=False, help_text=gettext_lazy("Only for temporary money.")
    )
    decision = forms.CharField(label=gettext_lazy("Decision"), required=False)
    decided_on = DayField(label=gettext_lazy("Day of the decision"), required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choose(self, "unit", named_choices(money_choices(), empty=_("not stated")))
