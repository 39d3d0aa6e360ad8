"""The review of a read document: every rule over it, and how much was checked."""

from collections.abc import Collection
from dataclasses import dataclass

from styrhus.paper.reading import Reading
from styrhus.review.examined import Examined
from styrhus.review.rules import rules
from styrhus.values.finding import Finding
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
    """Findings, the gravest first and then in the document's order; `examined` is what they are about."""

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
    examined = Examined(reading)
    found = [f for rule in rules() if rule.id not in allow for f in rule.check(examined)]
    return Review(reading.file, tuple(sorted(found, key=_order)), _checked(examined), examined, reading.problems)


def _order(finding: Finding) -> tuple[int, int, int, int]:
    place = finding.place
    return (ORDER[finding.severity], place.page or 0, place.line or 0, place.row_number or 0)


def _checked(examined: Examined) -> Checked:
    numbers = sum(cell.number is not None for g in examined.grids for row in g.rows for cell in row.cells)
    related = (*examined.relations, *examined.claims)
    return Checked(len(examined.grids), numbers, len(related), sum(each.holds for each in related))
