"""The form in which a plan folder is handed in."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrhus.dossier.folder.archive import LARGEST_ARCHIVE


class ArchiveForm(forms.Form):
    archive = forms.FileField(
        label=gettext_lazy("Plan folder as a zip file"),
        help_text=gettext_lazy("At most 20 MB. Nothing is changed before you have seen what would change."),
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
        error_messages={"required": gettext_lazy("Choose a zip file that holds a plan folder.")},
        allow_empty_file=True,
    )

    def clean_archive(self) -> Any:
        """A file that is too large is refused before it is read."""
        file = self.cleaned_data["archive"]
        if file.size > LARGEST_ARCHIVE:
            size, limit = file.size // 1024**2, LARGEST_ARCHIVE // 1024**2
            told = _("The file is %(size)s MB; the largest allowed is %(limit)s MB. Pack only the plan folder.")
            raise forms.ValidationError(told % {"size": size, "limit": limit})
        return file
