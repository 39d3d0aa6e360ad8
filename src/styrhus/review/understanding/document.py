"""What kind of document it is and which year it is about."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, takewhile

from styrhus.paper.reading import Reading, TextKind


class DocumentKind(StrEnum):
    """PLAN looks ahead, REPORT back; OTHER where the words do not tell."""

    PLAN = "plan"
    REPORT = "report"
    OTHER = "other"


@dataclass(frozen=True)
class About:
    """`year` is the plan's or report's year, None when it is not told."""

    kind: DocumentKind
    year: int | None


_REPORT = (
    r"årsredovisning|årsberättelse|verksamhetsberättelse|delårs\w*|tertial\w*|bokslut\w*|månads(?:rapport|"
    r"uppföljning)\w*|"
    r"uppföljning\w*|årsrapport|kvalitetsberättelse|årsmelding|årsberetning|tilinpäätös\w*|toimintakertomus|"
    r"osavuosikatsaus|"
    r"annual report|interim report"
)
_PLAN = (
    r"verksamhetsplan\w*|nämndsplan|nämndplan|internbudget|budget|mål och (?:budget|indikatorer|uppdrag|mätetal|"
    r"aktiviteter)|styrkort|nämndstyrkort|"
    r"internkontrollplan|"
    r"handlingsplan|behov och prioriteringar|flerårsplan|årsplan|\w*plan\b|virksomhetsplan|handlingsprogram|"
    r"budsjett\w*|"
    r"økonomiplan|talousarvio\w*|toimintasuunnitelma|budgetbok|operational plan"
)
_TITLE = re.compile(rf"\b(?:(?P<report>{_REPORT})|(?P<plan>{_PLAN}))", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d-])20[0-4]\d(?!\d)")
_IN_FILE_NAME = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_TITLE_BLOCKS, _TITLE_LENGTH = 15, 120


def about(reading: Reading) -> About:
    """The kind and the year of a document, from its title, its first lines, its file name and at last its numbers."""
    lines = _first_lines(reading)
    kinds = (_kind(line) for line in lines)
    kind = next((kind for kind in kinds if kind is not DocumentKind.OTHER), DocumentKind.OTHER)
    named = (_year(line) for line in lines if _TITLE.search(line))
    year = next((found for found in named if found), None)
    return About(kind, year or _year_of_file(reading.file) or _commonest_year(reading))


def _first_lines(reading: Reading) -> list[str]:
    """The lines of the title page: those before the first text that is longer than a title."""
    texts = (b.text for b in reading.texts if b.kind not in {TextKind.PREFACE, TextKind.CONTENTS} and b.text.strip())
    page = takewhile(lambda text: len(text) <= _TITLE_LENGTH, islice(texts, _TITLE_BLOCKS))
    return [reading.build.title or "", *page]


def _kind(line: str) -> DocumentKind:
    found = _TITLE.search(line)
    if found is None:
        return DocumentKind.OTHER
    return DocumentKind.REPORT if found["report"] else DocumentKind.PLAN


def _year(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def _year_of_file(name: str) -> int | None:
    found = _IN_FILE_NAME.search(name)
    return int(found[0]) if found else None


def _commonest_year(reading: Reading) -> int | None:
    """The year that the headings of tables name most; the later of two that are as common."""
    heads = (row for table in reading.tables for row in table.rows[:2])
    years = Counter(int(year) for row in heads for cell in row.cells for year in _YEAR.findall(cell.text))
    return max(years, key=lambda year: (years[year], year)) if years else None
