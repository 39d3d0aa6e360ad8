"""The form of a row of the placement grid."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrhus.dossier.dossier import Dossier
from styrhus.finance.grids.placement import CareForm, Pricing, Provider
from styrhus.finance.labels import label
from styrhus.web.forms.fields import named_choices
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.frame import say


class PlacementRowForm(RecordForm):
    """All fields of a row but its id, which texts refer to it by."""

    empty_is_none = ("unit", "indicator")

    target_group = forms.CharField(label=_("Target group"), help_text=_("Rows of the same group get a sub-total."))
    name = forms.CharField(label=_("Name"))
    form = forms.ChoiceField(label=_("Form of care"))
    provider = forms.ChoiceField(label=_("Own or external"))
    pricing = forms.ChoiceField(label=_("Price for"), help_text=_("Amount only: the row has no volumes."))
    unit = forms.ChoiceField(label=_("Unit that pays"), required=False)
    indicator = forms.ChoiceField(
        label=_("Indicator"), required=False, help_text=_("One whose target is persons of this row.")
    )
    ledger_accounts = forms.CharField(
        label=_("Accounts in the ledger"), required=False, help_text=_("First–last, such as 4551–4559.")
    )
    activity_codes = forms.CharField(label=_("Activity codes"), required=False)
    note = forms.CharField(label=_("Note"), required=False)

    def __init__(self, data: Any = None, *, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choices = {
            "form": [(code.value, say(label(code))) for code in CareForm],
            "provider": [(code.value, say(label(code))) for code in Provider],
            "pricing": [(code.value, say(label(code))) for code in Pricing],
            "unit": named_choices((unit.id, unit.name) for unit in dossier.organisation),
            "indicator": named_choices((held.id, held.name) for held in dossier.indicators),
        }
        for name, found in choices.items():
            self.fields[name].choices = found  # type: ignore[attr-defined]
