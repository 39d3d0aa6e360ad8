"""The form of a goal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrhus.dossier.dossier import Dossier
from styrhus.plan.goal import GoalChange
from styrhus.web.forms.fields import CodeField, LinesField, TextField
from styrhus.web.forms.record_form import RecordForm


class GoalForm(RecordForm):
    """All fields of a goal but its id, which stays as it is in texts that refer to it."""

    level = forms.ChoiceField(label=_("Level"))
    number = forms.CharField(label=_("Number"), required=False)
    name = forms.CharField(label=_("Name"), help_text=_("Short, as it stands in lists."))
    text = TextField(label=_("Wording"), required=False, help_text=_("The whole wording as decided."))
    parents = forms.MultipleChoiceField(
        label=_("Serves"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("The goals above that it contributes to."),
    )  # fmt: skip
    responsible = LinesField(label=_("Responsible"), required=False, help_text=_("One a line."))
    change = CodeField(GoalChange, label=_("Since last year"))
    rationale = TextField(label=_("Why"), required=False)
    strategy = TextField(label=_("Strategy"), required=False)
    own_influence = TextField(label=_("Own influence"), required=False)
    collaboration = TextField(label=_("Collaboration"), required=False)
    activities = LinesField(label=_("Activities"), required=False, help_text=_("One a line."))
    aliases = LinesField(label=_("Also written"), required=False, help_text=_("Other spellings, one a line."))
    valid_from = forms.IntegerField(label=_("First year"), required=False, min_value=1900, max_value=2200)
    valid_to = forms.IntegerField(label=_("Last year"), required=False, min_value=1900, max_value=2200)

    def __init__(self, data: Any = None, *, dossier: Dossier, goal: str = "", **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["level"].choices = [(level.id, level.name) for level in dossier.steering.levels]  # type: ignore[attr-defined]
        self.fields["parents"].choices = [  # type: ignore[attr-defined]
            (g.id, f"{g.number} {g.name}".strip()) for g in dossier.goals if g.id != goal
        ]
