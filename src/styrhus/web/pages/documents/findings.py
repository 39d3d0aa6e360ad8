"""Findings in a plan's own document, each with a link to where it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from styrhus.actions.document_review import DocumentReview, document_review
from styrhus.dossier.dossier import Dossier
from styrhus.reports import KINDS
from styrhus.review.report.words import SEVERITY, SYMBOL, difference
from styrhus.review.report.words import counted as count_words
from styrhus.review.rules import rules
from styrhus.review.understanding.personal import masked
from styrhus.values.finding import Finding
from styrhus.values.problem import ProblemsError, Severity
from styrhus.web.frame import Link, current_language, say
from styrhus.web.pages.documents.months import of_month
from styrhus.web.pages.review.review import rule_href
from styrhus.web.permissions import Access

WIDEST = "board-plan"
"""The kind of document that holds all parts of a plan."""


@dataclass(frozen=True)
class FindingLine:
    """A finding in words; `mend` is where it is mended, None where no page holds it. `section` as DocumentReview."""

    finding: Finding
    number: int
    severity: str
    symbol: str
    title: str
    rule_href: str
    where: str
    quote: str
    difference: str
    mend: Link | None
    section: str
    note_href: str = ""

    @property
    def tone(self) -> str:
        return "noted" if self.finding.noted else self.finding.severity.value


@dataclass(frozen=True)
class KindFindings:
    """The findings of one kind of document; `broken` when it cannot be written at all."""

    lines: tuple[FindingLine, ...] = ()
    summary: str = ""
    broken: bool = False
    has_errors: bool = False


def counted(dossier: Dossier, kind: str, month: int | None = None) -> KindFindings:
    """How many findings a document of the plan has, without the findings themselves."""
    try:
        held = document_review(dossier, kind, month)
    except ProblemsError:
        return KindFindings(summary=_("cannot be written yet"), broken=True)
    return KindFindings((), _summary(held), has_errors=bool(held.obstacles))


def section_findings(dossier: Dossier, access: Access, section: str) -> tuple[FindingLine, ...]:
    """What is found in a section of text, in the document that the plan was published as."""
    found = kind_findings(dossier, access, dossier.plan.kind.value if dossier.plan.kind.value in KINDS else WIDEST)
    return tuple(line for line in found.lines if line.section == section)


def kind_findings(dossier: Dossier, access: Access, kind: str, month: int | None = None) -> KindFindings:
    """What the review finds in a document of the plan, in the language of the page."""
    found = counted(dossier, kind, month)
    if found.broken:
        return found
    held = document_review(dossier, kind, month)
    lines = tuple(_line(dossier, access, held, (number, month)) for number in range(1, len(held.review.findings) + 1))
    return replace(found, lines=tuple(sorted(lines, key=lambda line: bool(line.finding.noted))))


def _summary(held: DocumentReview) -> str:
    """`0 errors, 2 warnings, 1 noted`: errors and warnings are always told, the rest when there are any."""
    language = current_language()
    findings = held.review.findings
    parts = []
    for severity in Severity:
        count = sum(f.severity is severity and not f.noted for f in findings)
        if count or severity is not Severity.NOTE:
            parts.append(count_words(severity, count, language))
    if noted := sum(bool(f.noted) for f in findings):
        parts.append(_("%(n)s noted in the plan") % {"n": noted})
    return ", ".join(parts)


def _line(dossier: Dossier, access: Access, held: DocumentReview, asked: tuple[int, int | None]) -> FindingLine:
    number, month = asked
    finding = held.review.findings[number - 1]
    section = held.section(finding)
    return FindingLine(
        finding,
        number,
        say(SEVERITY[finding.severity]),
        SYMBOL[finding.severity],
        next((say(rule.title) for rule in rules() if rule.id == finding.rule), finding.rule),
        rule_href(finding.rule),
        _where(held, finding),
        masked(finding.place.quote) if finding.place.table is None else "",
        difference(finding, current_language()),
        next(_homes(dossier, access, held, finding=finding), None),
        section,
        of_month(_note_href(access, held, finding, number), month),
    )


def _note_href(access: Access, held: DocumentReview, finding: Finding, number: int) -> str:
    """Where an error that may stand is noted; empty for other findings and where a note could name nothing."""
    if finding.severity is not Severity.ERROR or finding.noted or not held.address(finding):
        return ""
    if not access.may("note_contradiction"):
        return ""
    return reverse("finding_note", args=[access.board, access.year, held.kind, number])


def _where(held: DocumentReview, finding: Finding) -> str:
    """Caption, row and column; the passage for a text. Numbers of blocks say nothing to a reader."""
    place = finding.place
    tables = held.review.examined.reading.tables
    if place.table is not None and place.table <= len(tables):
        return ", ".join(filter(None, (tables[place.table - 1].caption, place.row, place.column)))
    return ""


def _homes(dossier: Dossier, access: Access, held: DocumentReview, *, finding: Finding) -> Iterator[Link]:
    """Pages where the finding can be mended, the nearest first."""
    place = [access.board, access.year]
    if key := held.section(finding):
        name = "section_edit" if access.may("change_section") else "section_preview"
        title = next((section.title for section in dossier.sections if section.id == key), key)
        yield Link(title, reverse(name, args=[*place, key]))
    yield from _named(dossier, place, " ".join((finding.place.row, finding.place.quote)))
    yield from _addressed(dossier, place, held.ref(finding))


def _addressed(dossier: Dossier, place: list[object], ref: str) -> Iterator[Link]:
    """The page that holds a figure."""
    kind, _dot, rest = ref.partition(".")
    key, _dot, row = rest.partition(".")
    if kind == "table" and key in dossier.table_by_id:
        anchor = f"#{row.partition('.')[0]}" if row else ""
        yield Link(dossier.table_by_id[key].caption, reverse("economy_table", args=[*place, key]) + anchor)
    elif kind in {"outcome", "target"} and key in dossier.indicator_by_id:
        yield Link(dossier.indicator_by_id[key].name, reverse("indicator", args=[*place, key]))
    elif kind in {"grant", "frame"}:
        yield Link(_("The frame bridge"), reverse("bridge", args=place))
    elif kind == "fact":
        yield Link(_("Data"), reverse("data", args=place))


def _named(dossier: Dossier, place: list[object], words: str) -> Iterator[Link]:
    """The indicator, assignment or goal whose name the finding shows."""
    if not words.strip():
        return
    for indicator in dossier.indicators:
        if indicator.name in words:
            yield Link(indicator.name, reverse("indicator", args=[*place, indicator.id]))
    for assignment in dossier.assignments:
        if assignment.title in words:
            yield Link(assignment.title, reverse("assignment", args=[*place, assignment.id]))
    for goal in dossier.goals:
        if goal.name in words:
            yield Link(goal.name, reverse("goal", args=[*place, goal.id]))
