"""The form of a status set by hand."""

from django import forms
from django.utils.translation import gettext_lazy as _

from styrhus.plan.status_word import StatusWord
from styrhus.web.forms.fields import TextField
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.frame import current_language


class StatusForm(RecordForm):
    """Status and reason; the reason stands on the page beside the status."""

    status = forms.ChoiceField(
        label=_("Status"), widget=forms.RadioSelect,
        choices=lambda: [(word.value, f"{word.symbol} {word.label.render(current_language())}") for word in StatusWord],
    )  # fmt: skip
    reason = TextField(label=_("Reason"), help_text=_("Readers see it beside the status."))
