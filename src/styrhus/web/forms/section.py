"""The form of a section of text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrhus.dossier.document import Part
from styrhus.dossier.labels import PART_LABELS
from styrhus.web.forms.record_form import RecordForm
from styrhus.web.frame import current_language


def part_choices() -> list[tuple[str, Any]]:
    """The parts in the order of the document."""
    return [(part.value, PART_LABELS[part].render(current_language())) for part in Part]


class SectionForm(RecordForm):
    """Title, part and text; problems with the text stand above the form with their lines."""

    document = forms.CharField(widget=forms.HiddenInput, required=False)
    period = forms.CharField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Heading"))
    part = forms.ChoiceField(label=_("Part of the plan"), choices=part_choices)
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "class": "manuscript", "spellcheck": "true"}),
        help_text=_(
            "Markdown. A live figure is written {{ address }}, a table or chart {{ block … }} on its own line."
        ),
    )

    def clean_text(self) -> str:
        """Line ends as plans have them, whatever the browser sends."""
        text: str = self.cleaned_data["text"]
        return text.replace("\r\n", "\n").replace("\r", "\n")
