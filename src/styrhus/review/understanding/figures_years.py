"""Years that do not fit the rest of the document: stale headings, stale plans, plans named with two periods."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from styrhus.paper.reading import Reading, ReadTable, TextKind
from styrhus.review.understanding.dates import dates
from styrhus.review.understanding.figures import Sentence
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn
from styrhus.values.place import Place

_VALUES = {ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.BUDGET, ColumnRole.TARGET, ColumnRole.NUMBER}
_CAPTION_YEAR = re.compile(r"(?<![\d./-])((?:19|20)\d\d)(?![\d/]|\s?[-\u2013]\s?\d|[.-]\d\d)")
_OTHER_YEAR = re.compile(
    r"\b(?:inför|jämför\w*|sedan|från|mellan|beslut\w*|enligt|före|efter|bokslut|prognos|mot|till|antagen|per den|"
    r"\d{1,2} \w+)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:under|för|inför)\s+(?:år(?:et)?\s+|verksamhetsåret\s+|budgetåret\s+)?(20\d\d)\s+"
    r"(?:kommer|ska|skall|planeras|väntas|förväntas|beräknas|budgeteras|prioriterar|avser|vil|skal)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:beslut\w*|gav|fick|föreslog\w*|redovisa[dt]\w*|enligt|utred\w*|lag\w*|tidigare|förra|dåvarande|ursprunglig\w*)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b([A-ZÅÄÖ]{2,6}|[^\W\d]*(?:plan|planen|program|programmet|strategi|strategin|policy|budget|budgeten))\s+"
    r"((?:19|20)\d\d)\s?[-\u2013]\s?((?:19|20)\d\d)\b"
)
_PAST = re.compile(
    r"^[^.;:,]{0,12}?\b(avvecklade|öppnade|startade|beslutade|flyttade|avslutade|avslutades|infördes|stängde|stängdes|"
    r"genomfördes|tillträdde|började|upphörde|invigdes|besluttet|åpnet|avsluttet)\b"
)
_DATED = re.compile(r"\b(?:datum|sammanträdesdatum|upprättad|antagen|dato|päivä(?:määrä)?)\b", re.IGNORECASE)
_FRONT = 25
_NO_DATA = {TextKind.CONTENTS, TextKind.PREFACE, TextKind.FURNITURE}
_STALE = 2


@dataclass(frozen=True)
class OddYear:
    """`year` is printed at `place`; `fitting` is what the rest of the document says; `kind` is how they are at odds."""

    kind: str
    place: Place
    year: str
    fitting: str
    related: tuple[Place, ...] = ()


def caption_years(grids: Sequence[Grid]) -> Iterator[OddYear]:
    """A caption with one year over columns that are all of other years."""
    for grid in grids:
        years = {int(found[1]) for found in _CAPTION_YEAR.finditer(grid.table.caption)}
        held = {c.year for c in grid.columns if c.role in _VALUES and c.year} | {r.year for r in grid.rows if r.year}
        named = any(_CAPTION_YEAR.search(c.heading) for c in grid.columns)
        if len(years) == 1 and held and named and not (years & held) and not _OTHER_YEAR.search(grid.table.caption):
            place = grid.table.place.quoting(grid.table.caption)
            yield OddYear("caption", place, str(min(years)), ", ".join(str(year) for year in sorted(held)))


def repeated_years(grids: Sequence[Grid]) -> Iterator[OddYear]:
    """Two columns side by side with the same heading, where one year of the series is missing."""
    for grid in grids:
        columns = [c for c in grid.columns if c.role in _VALUES and c.year is not None]
        for number, (one, other) in enumerate(pairwise(columns)):
            if not _same_heading(one, other):
                continue
            after = columns[number + 2] if number + 2 < len(columns) else None
            before = columns[number - 1] if number else None
            year = one.year or 0
            if after is not None and after.year == year + _STALE:
                yield _column(grid, other, year + 1)
            elif before is not None and before.year == year - _STALE:
                yield _column(grid, one, year - 1)


def _same_heading(one: GridColumn, other: GridColumn) -> bool:
    same = one.heading.casefold() == other.heading.casefold() and one.group == other.group
    return same and one.period == other.period and other.index == one.index + 1


def _column(grid: Grid, column: GridColumn, fitting: int) -> OddYear:
    place = grid.place(grid.rows[0], column) if grid.rows else grid.table.place
    return OddYear("series", place.quoting(column.heading), str(column.year), str(fitting))


def planned_years(all_sentences: Sequence[Sentence], year: int | None) -> Iterator[OddYear]:
    """A sentence about what is to be done in a year long past."""
    for sentence in all_sentences if year else ():
        found = _PLANNED.search(sentence.text)
        if found and year and int(found[1]) <= year - _STALE and not _DECIDED.search(sentence.text):
            yield OddYear("planned", sentence.place(), found[1], str(year))


def plan_periods(all_sentences: Sequence[Sentence]) -> Iterator[OddYear]:
    """A plan that is named with another end than everywhere else: `EVP 2020-2021` among several `EVP 2020-2022`."""
    ends: dict[tuple[str, str], list[tuple[str, Sentence]]] = defaultdict(list)
    for sentence in all_sentences:
        for found in _PERIOD.finditer(sentence.text):
            ends[found[1].casefold().removesuffix("en"), found[2]].append((found[3], sentence))
    for (_, first), held in ends.items():
        counts = Counter(end for end, _ in held)
        (common, most), *others = counts.most_common()
        if most < _STALE or len(others) != 1 or others[0][1] > 1:
            continue
        odd = next(sentence for end, sentence in held if end != common)
        usual = next(sentence for end, sentence in held if end == common)
        yield OddYear("period", odd.place(), f"{first}-{others[0][0]}", f"{first}-{common}", (usual.place(),))


def past_dates(reading: Reading, all_sentences: Sequence[Sentence]) -> Iterator[OddYear]:
    """Something told as done on a date after the document's own."""
    own = document_date(reading)
    for sentence in all_sentences if own else ():
        for found in dates(sentence.text) if sentence.years else ():
            later = found.first is not None and own is not None and found.first == found.last and found.first > own
            if later and own and _PAST.match(sentence.text[found.end : found.end + 45]):
                yield OddYear("past", sentence.place(), found.text, own.isoformat())


def document_date(reading: Reading) -> date | None:
    """The date that the first lines give the document beside a word for date; None when they do not."""
    front = (b for b in reading.blocks if isinstance(b, ReadTable) or b.kind not in _NO_DATA)
    for block in islice(front, _FRONT):
        rows = block.rows[:8] if isinstance(block, ReadTable) else ()
        lines = [" ".join(c.text for c in row.cells) for row in rows] if rows else [getattr(block, "text", "")[:200]]
        for line in lines:
            word = _DATED.search(line)
            text = re.sub(r"\b(20\d\d)\.(\d\d)\.(\d\d)\b", r"\1-\2-\3", line) if word else ""
            day = next((d.first for d in dates(text) if d.first is not None and d.first == d.last), None)
            if day is not None:
                return day
    return None
