"""Findings that say the same of one table are told together, so that a report stays short."""

from collections import defaultdict
from collections.abc import Iterable

from styrhus.values.finding import Finding

Numbered = tuple[int, Finding]


def groups(findings: Iterable[Finding]) -> list[tuple[Numbered, ...]]:
    """The findings numbered from 1, those of one rule and severity in one table as a group where its first stands."""
    found: dict[object, list[Numbered]] = defaultdict(list)
    for number, finding in enumerate(findings, 1):
        table = finding.place.table
        alone = number if table is None else None
        found[finding.severity, finding.rule, finding.place.file, table, alone].append((number, finding))
    return [tuple(held) for held in found.values()]
