"""The form of an indicator."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrhus.dossier.dossier import Dossier
from styrhus.plan.indicator import Breakdown, Direction
from styrhus.values.unit import Unit
from styrhus.web.forms.fields import CodeField, CodesField, TextField, named_choices
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.frame import current_language


class IndicatorForm(RecordForm):
    """All fields of an indicator but its id; `reason` goes to the life log."""

    beside = ("reason",)
    empty_is_none = ("part_of", "responsible_unit")

    goal = forms.ChoiceField(label=_("Goal"))
    name = forms.CharField(label=_("Name"))
    unit = forms.ChoiceField(label=_("Unit"))
    direction = CodeField(Direction, label=_("Direction"))
    board_level = forms.CharField(
        label=_("Board level"), required=False, help_text=_("Such as PN or DN, where the model has several.")
    )
    definition = TextField(label=_("Definition"), required=False)
    method = TextField(label=_("Method"), required=False)
    own_influence = TextField(label=_("Own influence"), required=False)
    breakdowns = CodesField(Breakdown, label=_("Broken down"), required=False)
    parts = forms.MultipleChoiceField(
        label=_("Parts of the index"), required=False, widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Only for a composite index."),
    )  # fmt: skip
    part_of = forms.ChoiceField(label=_("Part of the index"), required=False)
    under_development = forms.BooleanField(label=_("The measure is under development"), required=False)
    has_history = forms.BooleanField(label=_("Outcomes of earlier years exist"), required=False)
    lag_years = forms.IntegerField(
        label=_("Lag in years"), required=False, min_value=0, max_value=10,
        help_text=_("1 when an outcome describes the year before."),
    )  # fmt: skip
    decimals = forms.IntegerField(label=_("Decimals shown"), required=False, min_value=0, max_value=6)
    responsible_unit = forms.ChoiceField(label=_("Responsible unit"), required=False)
    note = TextField(label=_("Note"), required=False)
    reason = TextField(
        label=_("Why it is changed"), required=False,
        help_text=_("Needed when unit, direction, definition, method, parts or goal change. Kept in the life log."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, dossier: Dossier, indicator: str = "", **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        others = [(i.id, i.name) for i in dossier.indicators if i.id != indicator]
        indexes = [(i.id, i.name) for i in dossier.indicators if i.parts and i.id != indicator]
        units = [(unit.id, unit.name) for unit in dossier.organisation]
        language = current_language()
        for name, choices in {
            "goal": [(goal.id, f"{goal.number} {goal.name}".strip()) for goal in dossier.goals],
            "unit": [(unit.value, unit.label.render(language)) for unit in Unit],
            "parts": others,
            "part_of": named_choices(indexes),
            "responsible_unit": named_choices(units, empty=str(_("the whole board"))),
        }.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_lag_years(self) -> int:
        """No lag when nothing is typed."""
        return self.cleaned_data["lag_years"] or 0
