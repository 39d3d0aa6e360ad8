"""Numbers of sections, tables or appendices that jump or stand twice."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from styrhus.paper.reading import ReadTable, TextKind
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "numbering-broken"
_LABELLED = re.compile(
    r"(?P<kind>tabell|diagram|figur|bilaga|tabel|vedlegg|taulukko|kuvio|liite) (?P<number>\d{1,2})(?=[.: \u00a0–-]|$)",
    re.IGNORECASE,
)
_LONGEST = 200


def check(examined: Examined) -> Iterator[Finding]:
    series: dict[tuple[str, str], list[tuple[int, Place]]] = defaultdict(list)
    for heading in examined.outline.headings:
        if heading.number and (heading.declared or "." in heading.number):
            parent, _, last = heading.number.rpartition(".")
            series[("", parent)].append((int(last), heading.place))
    for text, place in _labels(examined):
        if found := _LABELLED.match(text.strip()):
            series[(found["kind"].capitalize(), "")].append((int(found["number"]), place.quoting(text)))
    for (kind, parent), numbers in series.items():
        also = _elsewhere(examined, kind) if kind else frozenset()
        yield from _faults(kind or (parent and f"{parent}.") or "", numbers, also)


def _labels(examined: Examined) -> Iterator[tuple[str, Place]]:
    """Captions and headings; a table's caption is also told as a text of its own and counts once."""
    texts = {block.text for block in examined.reading.texts}
    for block in examined.reading.blocks:
        if isinstance(block, ReadTable):
            if block.caption not in texts:
                yield block.caption, block.place
        elif block.kind in {TextKind.CAPTION, TextKind.HEADING} and len(block.text) <= _LONGEST:
            yield block.text, block.place


def _elsewhere(examined: Examined, kind: str) -> frozenset[int]:
    """The numbers that open a text, or a row of a table guessed from the page, not understood as a caption."""
    texts = [block.text for block in examined.reading.texts if len(block.text) <= _LONGEST]
    texts += [row.cells[0].text for table in examined.reading.tables for row in table.rows if row.cells]
    opened = (_LABELLED.match(text) for text in texts)
    return frozenset(int(found["number"]) for found in opened if found and found["kind"].capitalize() == kind)


def _faults(name: str, numbers: list[tuple[int, Place]], also: frozenset[int]) -> Iterator[Finding]:
    for (before, _), (number, place) in pairwise(numbers):
        if number == before:
            yield _finding(place, msg("The number {number} stands twice.", number=_written(name, number)))
        elif number > before + 1 and len(numbers) > 2 and all(n != number - 1 for n, _ in numbers):
            if number - 1 in also:
                continue
            yield _finding(place, msg("The numbering jumps from {first} to {second}.",
                                      first=_written(name, before), second=_written(name, number)))  # fmt: skip


def _written(name: str, number: int) -> str:
    return f"”{name}{'' if not name or name.endswith('.') else ' '}{number}”"


def _finding(place: Place, message: Text) -> Finding:
    return Finding(
        ID, Severity.NOTE, Confidence.LIKELY, place, message,
        msg("Number again, and check the references; or put in what was lost."),
    )  # fmt: skip


RULE = Rule(
    ID, Severity.NOTE, Confidence.LIKELY,
    title=msg("Numbering jumps or repeats"),
    what=msg("The numbers of sections, tables, diagrams or appendices leave one out, or one stands twice."),
    why=msg("A reference to a number that stands twice is to two things, and a gap makes the reader look for what "
            "is lost."),
    example=msg("“Table 4” after “Table 2”."),
    check=check,
)  # fmt: skip
