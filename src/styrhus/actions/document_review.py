"""The review of a plan's own document: built as it would be written, with what the plan itself has noted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.paper.blocks import Document
from styrhus.paper.readers.document import reading_of, source_at
from styrhus.reports import KINDS
from styrhus.reports.sections import section_blocks
from styrhus.review.noted import with_noted
from styrhus.review.review import Review, review
from styrhus.values.finding import Finding
from styrhus.values.problem import Severity

LANGUAGE = "sv"
"""Plans are written in Swedish, so their documents are reviewed and decided in it."""


@dataclass(frozen=True)
class DocumentReview:
    """The document with its review; `section_by_text` tells which section of text a passage stands in."""

    kind: str
    document: Document
    review: Review
    section_by_text: Mapping[str, str]

    @property
    def obstacles(self) -> tuple[Finding, ...]:
        """The errors that the plan has not noted, which stand in the way of deciding the document."""
        return tuple(f for f in self.review.findings if f.severity is Severity.ERROR and not f.noted)

    def ref(self, finding: Finding) -> str:
        """The address of the figure that a finding is at, empty when it is at none."""
        return source_at(self.document, finding.place)

    def address(self, finding: Finding) -> str:
        """What a note on a finding refers to: its figure, else its section of text, else the document's place."""
        section = self.section(finding)
        return self.ref(finding) or (f"section.{section}" if section else "")

    def section(self, finding: Finding) -> str:
        """The id of the section of text that a finding stands in, empty when it is in none."""
        place = finding.place
        if place.table is not None:
            return ""
        texts = [text.text for text in self.review.examined.reading.texts if text.place.line == place.line]
        found = (self.section_by_text[text] for text in texts if text in self.section_by_text)
        return next(found, "")


@lru_cache(maxsize=64)
def document_review(dossier: Dossier, kind: str, month: int | None = None) -> DocumentReview:
    """The review of the plan's document of a kind (and month); ProblemsError when the document cannot be written."""
    document = KINDS[kind].build(dossier, LANGUAGE, month=month)
    found = review(reading_of(document))
    plain = DocumentReview(kind, document, found, _section_by_text(dossier))
    return replace(plain, review=with_noted(found, dossier.contradictions, plain.address))


@lru_cache(maxsize=16)
def _section_by_text(dossier: Dossier) -> Mapping[str, str]:
    """What each section of text says, passage by passage, and the section's own heading."""
    found: dict[str, str] = {}
    for section in dossier.sections:
        blocks, _ = section_blocks(section, dossier, LANGUAGE)
        passages = reading_of(Document(section.title, LANGUAGE, blocks)).texts
        for passage in passages:
            found.setdefault(passage.text, section.id)
    return found
