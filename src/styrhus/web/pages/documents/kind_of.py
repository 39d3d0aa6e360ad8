"""The kind of document that an address names."""

from django.http import Http404

from styrhus.reports import KINDS
from styrhus.reports.kind import DocumentKind


def kind_of(kind: str) -> DocumentKind:
    """The kind by its id; 404 when there is none."""
    if kind not in KINDS:
        raise Http404(kind)
    return KINDS[kind]
