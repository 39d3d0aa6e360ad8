"""The form of an assignment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrhus.dossier.dossier import Dossier
from styrhus.plan.assignment import AssignmentKind, AssignmentStatus
from styrhus.plan.steering import Decider
from styrhus.web.forms.fields import CodeField, DayField, LinesField, TextField, named_choices
from styrhus.web.forms.record_form import RecordForm


class AssignmentForm(RecordForm):
    """All fields of an assignment but its id."""

    empty_is_none = ("responsible_unit", "goal")

    number = forms.CharField(label=_("Number"), required=False, help_text=_("As in the origin."))
    title = forms.CharField(label=_("Title"))
    description = TextField(label=_("Description"), required=False)
    kind = CodeField(AssignmentKind, label=_("Kind"))
    origin = forms.CharField(label=_("Origin"), help_text=_("The document or decision that it comes from."))
    origin_period = forms.CharField(
        label=_("Period of the origin"), required=False, help_text=_("Such as 2022-2023, or 2014- for an open end.")
    )
    decided_by = CodeField(Decider, label=_("Decided by"))
    decision_date = DayField(label=_("Date of the decision"), required=False)
    paragraph = forms.CharField(label=_("Paragraph"), required=False)
    registry_number = forms.CharField(label=_("Registry number"), required=False)
    responsible = LinesField(label=_("Responsible"), required=False, help_text=_("Boards or companies, one a line."))
    coordinator = forms.CharField(label=_("Coordinated by"), required=False)
    responsible_unit = forms.ChoiceField(label=_("Responsible unit"), required=False)
    start_date = DayField(label=_("Start"), required=False)
    deadline = DayField(label=_("Deadline"), required=False)
    status = CodeField(AssignmentStatus, label=_("Status"))
    reporting_required = forms.BooleanField(label=_("Is to be reported"), required=False)
    financing = forms.CharField(label=_("Financing"), required=False)
    goal = forms.ChoiceField(label=_("Goal"), required=False)
    note = TextField(label=_("Note"), required=False)

    def __init__(self, data: Any = None, *, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        units = [(unit.id, unit.name) for unit in dossier.organisation]
        goals = [(goal.id, f"{goal.number} {goal.name}".strip()) for goal in dossier.goals]
        self.fields["responsible_unit"].choices = named_choices(units)  # type: ignore[attr-defined]
        self.fields["goal"].choices = named_choices(goals)  # type: ignore[attr-defined]
