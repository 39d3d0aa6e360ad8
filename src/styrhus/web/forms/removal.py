"""The form that confirms a removal."""

from django.utils.translation import gettext_lazy as _

from styrhus.web.forms.fields import TextField
from styrhus.web.forms.record_form import RecordForm


class RemovalForm(RecordForm):
    """Nothing but the version that the user saw."""


class ReasonedRemovalForm(RecordForm):
    """With the reason that the life log keeps."""

    reason = TextField(label=_("Why it is removed"), required=False, help_text=_("It is kept in the life log."))
