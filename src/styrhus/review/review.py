"""The review of a read document: every rule over it, and how much was checked."""

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from styrhus.paper.reading import Reading
from styrhus.review.examined import Examined
from styrhus.review.rules import rules
from styrhus.review.understanding.personal import masked, may_be_personal
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Problem, Severity

ORDER = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Checked:
    """How much was looked at, so that silence can be told from blindness."""

    tables: int
    numbers: int
    relations: int
    relations_holding: int


@dataclass(frozen=True)
class Review:
    """Findings, the gravest first, amounts before words, then in the document's order.

    `examined` is what they are about.
    """

    file: str
    findings: tuple[Finding, ...]
    checked: Checked
    examined: Examined
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether any error is not one that the plan has noted itself."""
        return any(finding.severity is Severity.ERROR and not finding.noted for finding in self.findings)


def review(reading: Reading, *, allow: Collection[str] = ()) -> Review:
    """Try every rule except those in `allow`; ValueError for a rule that does not exist."""
    unknown = set(allow) - {rule.id for rule in rules()}
    if unknown:
        raise ValueError(", ".join(sorted(unknown)))
    with _uncollected():
        examined = Examined(reading)
        found = [f for rule in rules() if rule.id not in allow for f in rule.check(examined)]
        doubtful = {table.number for table in reading.tables if table.doubtful}
        if doubtful:
            found = [_doubted(finding) if finding.place.table in doubtful else finding for finding in found]
        if may_be_personal(examined.letters):
            found = [_masked(finding) for finding in found]
        return Review(reading.file, tuple(sorted(found, key=_order)), _checked(examined), examined, reading.problems)


def _doubted(finding: Finding) -> Finding:
    """An error in a table whose columns had to be guessed is a warning: the guess may be what is wrong."""
    if finding.severity is not Severity.ERROR:
        return finding
    return replace(finding, severity=Severity.WARNING, confidence=Confidence.LIKELY)


def _masked(finding: Finding) -> Finding:
    """No finding repeats personal data, whatever it is about."""
    places = [replace(p, row=masked(p.row), column=masked(p.column), quote=masked(p.quote))
              for p in (finding.place, *finding.related)]  # fmt: skip
    return replace(finding, place=places[0], related=tuple(places[1:]))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps Python from looking for garbage again and again among what a large document brings forth, which takes
    longer than the review itself; nothing here refers to itself, so there is none to be found.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _order(finding: Finding) -> tuple[int, bool, int, int, int]:
    """The gravest first, amounts before words, then as they stand in the document."""
    place = finding.place
    words = finding.computed is None
    return (ORDER[finding.severity], words, place.page or 0, place.line or 0, place.row_number or 0)


def _checked(examined: Examined) -> Checked:
    numbers = sum(cell.number is not None for g in examined.grids for row in g.rows for cell in row.cells)
    relations, claims = examined.relations, examined.claims
    holding = sum(relation.holds for relation in relations) + sum(claim.holds for claim in claims)
    return Checked(len(examined.grids), numbers, len(relations) + len(claims), holding)
