"""The form of a note on how an assignment goes."""

from django.utils.translation import gettext_lazy as _

from styrhus.plan.assignment import AssignmentStatus
from styrhus.web.forms.fields import CodeField, DayField, TextField
from styrhus.web.forms.record_form import RecordForm


class ProgressForm(RecordForm):
    """Day, text, and the status of the assignment from then on."""

    day = DayField(label=_("Day"))
    text = TextField(label=_("How it goes"))
    status = CodeField(AssignmentStatus, label=_("Status"))
