"""The forms of a budget version: what it is, its decision, a release from the reserve, and the copy."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.version import VersionKind
from styrhus.finance.labels import label
from styrhus.web.forms.fields import DayField, TextField, named_choices
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.frame import say


class VersionForm(RecordForm):
    """What a version is, before it is adopted."""

    empty_is_none = ("based_on",)

    name = forms.CharField(label=_("Name"))
    kind = forms.ChoiceField(label=_("Kind"))
    year = forms.IntegerField(label=_("Year"), min_value=1990, max_value=2200)
    based_on = forms.ChoiceField(
        label=_("Based on"), required=False,
        help_text=_("A supplementary budget is added to the version that it is based on; other kinds stand alone."),
    )  # fmt: skip
    source = forms.CharField(label=_("Source"), required=False)
    note = TextField(label=_("Note"), required=False)

    def __init__(self, data: Any = None, *, dossier: Dossier, version: str = "", **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        kinds = [(kind.value, say(label(kind)).capitalize()) for kind in VersionKind]
        others = [(held.id, held.name) for held in dossier.budget_versions if held.id != version]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["based_on"].choices = named_choices(others)  # type: ignore[attr-defined]


class AdoptionForm(RecordForm):
    """The decision by which a version is adopted."""

    decision = forms.CharField(label=_("Decision"), help_text=_("Who decided, and the paragraph."))
    decided = DayField(label=_("Decided on"))


class ReleaseForm(RecordForm):
    """Where a parked item goes."""

    unit = forms.ChoiceField(label=_("Goes to"))
    month = forms.IntegerField(label=_("From month"), min_value=1, max_value=12, help_text=_("1 is January."))
    decision = forms.CharField(label=_("Decision"), required=False)

    def __init__(self, data: Any = None, *, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        units = [(unit.id, unit.name) for unit in dossier.organisation]
        self.fields["unit"].choices = named_choices(units)  # type: ignore[attr-defined]
