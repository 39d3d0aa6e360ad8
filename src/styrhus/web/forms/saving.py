"""The forms of a measure and of a savings requirement; amounts are typed in kr."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.dossier.dossier import Dossier
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.savings.saving import MeasuredBy, SavingStatus
from styrhus.values.text import msg
from styrhus.web.forms.fields import NumberField, TextField, named_choices
from styrhus.web.forms.money_fields import (
    MoneyCodeField,
    YearField,
    choose,
    month_choices,
    unit_choices,
    whole_board,
)
from styrhus.web.forms.record_form import RecordForm

NET_COST = tuple(kind for kind in CostType if kind.is_net_cost)


class RequirementForm(RecordForm):
    """All fields of a requirement but its id."""

    empty_is_none = ("unit",)

    name = forms.CharField(label=gettext_lazy("Name"))
    year = YearField(label=gettext_lazy("Year"))
    amount = NumberField(label=gettext_lazy("Amount in kr"), help_text=gettext_lazy("Without minus."))
    unit = forms.ChoiceField(
        label=gettext_lazy("Unit of the organisation"), required=False,
        help_text=gettext_lazy("Requirements add up: do not repeat one for the whole that is divided among units."),
    )  # fmt: skip
    first_month = forms.ChoiceField(label=gettext_lazy("From month"))
    decision = forms.CharField(label=gettext_lazy("Decision"), required=False)
    note = TextField(label=gettext_lazy("Remark"), required=False)

    def __init__(self, data: Any = None, *, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choose(self, "unit", unit_choices(dossier, empty=whole_board()))
        choose(self, "first_month", month_choices())


class SavingForm(RecordForm):
    """All fields of a measure but its id."""

    empty_is_none = ("unit", "cost_type", "requirement", "end_month", "measured_row")

    name = forms.CharField(label=gettext_lazy("Name"))
    status = MoneyCodeField(SavingStatus, label=gettext_lazy("Status"))
    unit = forms.ChoiceField(label=gettext_lazy("Unit of the organisation"), required=False)
    cost_type = MoneyCodeField(NET_COST, label=gettext_lazy("Cost type"), empty=msg("All net cost"), required=False)
    requirement = forms.ChoiceField(label=gettext_lazy("Against the requirement"), required=False)
    owner = forms.CharField(
        label=gettext_lazy("Answers for it"), required=False, help_text=gettext_lazy("A function, not a person.")
    )
    full_year_effect = NumberField(
        label=gettext_lazy("Full-year effect in kr"), help_text=gettext_lazy("At full ramp; a saving is positive.")
    )
    start_year = YearField(label=gettext_lazy("Begins, year"))
    start_month = forms.ChoiceField(label=gettext_lazy("Begins, month"))
    ramp_months = forms.IntegerField(
        label=gettext_lazy("Months to full effect"), min_value=0, initial=0,
        help_text=gettext_lazy("In equal steps; 0 is in full at once."),
    )  # fmt: skip
    end_year = YearField(
        label=gettext_lazy("Last year"), required=False, help_text=gettext_lazy("Empty when the effect lasts.")
    )
    end_month = forms.ChoiceField(label=gettext_lazy("Last month"), required=False)
    one_off_cost = NumberField(label=gettext_lazy("One-off cost in kr"), required=False)
    one_off_year = YearField(label=gettext_lazy("Year of the one-off cost"), required=False)
    depends_on = forms.MultipleChoiceField(
        label=gettext_lazy("Rests on the measures"), required=False, widget=forms.CheckboxSelectMultiple
    )
    depends_on_others = forms.CharField(label=gettext_lazy("Rests on others"), required=False)
    measured_by = MoneyCodeField(MeasuredBy, label=gettext_lazy("How the effect becomes known"))
    measured_row = forms.ChoiceField(label=gettext_lazy("Row of the placement grid"), required=False)
    baseline = NumberField(
        label=gettext_lazy("Baseline"), required=False,
        help_text=gettext_lazy("Kr a month before the measure, or persons when it is measured in persons placed."),
    )  # fmt: skip
    evidence = TextField(label=gettext_lazy("Evidence"), required=False)
    note = TextField(label=gettext_lazy("Remark"), required=False)

    def __init__(self, data: Any = None, *, dossier: Dossier, saving: str = "", **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        required = [(r.id, r.name) for r in dossier.savings_requirements]
        rows = [(row.id, f"{row.target_group}: {row.name}") for row in dossier.placement_rows]
        choose(self, "unit", unit_choices(dossier, empty=whole_board()))
        choose(self, "requirement", named_choices(required, empty=_("None")))
        choose(self, "start_month", month_choices())
        choose(self, "end_month", month_choices(empty=_("December")))
        choose(self, "depends_on", [(s.id, s.name) for s in dossier.savings if s.id != saving])
        choose(self, "measured_row", named_choices(rows, empty=_("None")))
