"""The form in which a document is handed in."""

from django import forms
from django.utils.translation import gettext_lazy

ACCEPTED = ".docx,.docm,.pdf,.xlsx,.xlsm,.xls,.ods,.odt,.html,.htm,.md,.txt,.csv,.tsv"


class DocumentForm(forms.Form):
    document = forms.FileField(
        label=gettext_lazy("Document"),
        help_text=gettext_lazy(
            "Word, PDF with text, Excel, OpenDocument, HTML, Markdown, text or CSV, at most 25 MB. "
            "The file is read, the report is shown, and nothing is kept."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": gettext_lazy("Choose the document to review.")},
        allow_empty_file=True,
    )
