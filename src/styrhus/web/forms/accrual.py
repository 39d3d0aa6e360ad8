"""The form of an accrual; its amount is typed in kr."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrhus.dossier.dossier import Dossier
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.labels import label
from styrhus.reports.months import month_name
from styrhus.web.forms.fields import NumberField, named_choices
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.frame import say


class AccrualForm(RecordForm):
    """All fields of an accrual but its id, its year and who entered it."""

    empty_is_none = ("reverses",)

    reason = forms.CharField(label=_("What is missing in the ledger"), help_text=_("Such as: invoice for care in May."))
    unit = forms.ChoiceField(label=_("Unit"))
    cost_type = forms.ChoiceField(label=_("Cost type"))
    month = forms.ChoiceField(label=_("Belongs to month"))
    amount = NumberField(label=_("Amount in kr"), help_text=_("A cost is positive, an income negative."))
    reverses = forms.ChoiceField(
        label=_("Taken back in month"),
        required=False,
        help_text=_("The month in which the ledger is expected to have it."),
    )

    def __init__(self, data: Any = None, *, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        months = [(str(month), say(month_name(month))) for month in range(1, 13)]
        kinds = [(kind.value, say(label(kind))) for kind in CostType if kind.is_net_cost]
        self._choose("unit", [(unit.id, unit.name) for unit in dossier.organisation])
        self._choose("cost_type", kinds)
        self._choose("month", months)
        self._choose("reverses", named_choices(months, empty=str(_("Next year"))))

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]
