"""The forms that make a document ready and decided."""

from django import forms
from django.utils.translation import gettext_lazy as _

from styrhus.web.forms.fields import TextField
from styrhus.web.forms.record_form import RecordForm


class ReadyForm(RecordForm):
    """Nothing but the revision of the plan that the user saw."""


class NoteForm(RecordForm):
    """Why a contradiction stands as it does."""

    explanation = TextField(
        label=_("Explanation"),
        help_text=_("Why the figures differ, or why it may stand. Readers of the documents see it."),
    )


class DecisionForm(RecordForm):
    """When and where the document was decided."""

    decided_on = forms.DateField(label=_("Day of decision"), widget=forms.DateInput(attrs={"type": "date"}))
    paragraph = forms.CharField(label=_("Paragraph"), help_text=_("As in the minutes, such as § 118."))
    registry_number = forms.CharField(
        label=_("Registry number"), required=False, help_text=_("Without one the document keeps that of the plan.")
    )
