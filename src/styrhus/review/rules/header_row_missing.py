"""Tables without a declared header row."""

import re
from collections.abc import Iterator

from styrhus.paper.reading import ReadTable
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "header-row-missing"
_MOST_TOLD = 8
_NAME_AND_VALUE = 2
_VALUE = re.compile(r"[-+−–]?\d[\d \u00a0.,]*(?:\s?(?:%|\w{1,6}))?$")
_YEAR = re.compile(r"20\d\d")
# A word that heads a column of texts.
_HEADING = re.compile(
    r"(?:förklaring|innebörd|beskrivning|betydelse|definition|ansvar\w*|status|kommentar|syfte|innehåll|värde|belopp|"
    r"antal|utfall|budget|mål\w*|tkr|mnkr|kr|%|beskrivelse|forklaring|beløp|kuvaus|selitys|määrä|description|meaning)",
    re.IGNORECASE,
)


def check(examined: Examined) -> Iterator[Finding]:
    build = examined.reading.build
    tables = {table.number: table for table in examined.reading.tables}
    without = [
        n for n in build.tables_without_header if n in tables and len(tables[n].rows) > 1 and tables[n].width > 1
        and not _is_facts(tables[n])
    ]  # fmt: skip
    if without:
        yield Finding(
            ID, Severity.WARNING, Confidence.CERTAIN, tables[without[0]].place,
            msg("{count} of {total} tables have no header row declared: "
                "{tables}.", count=len(without), total=len(tables),
                tables=_numbers(without)),
            msg("Mark the first row as a header row that is repeated on each page, and let no row break across pages."),
            related=tuple(tables[number].place for number in without[1:]),
        )  # fmt: skip


def _is_facts(table: ReadTable) -> bool:
    """Two columns of which the first names what the second tells: there is no row of headings to mark."""
    first, *rest = table.rows
    if table.width != _NAME_AND_VALUE or not all(row.text(0).strip() for row in table.rows):
        return False
    if all(row.cells[0].header for row in table.rows):
        return True
    strong = all(cell.strong for cell in first.cells) and not any(row.cells[1].strong for row in rest)
    if strong or any(cell.header for cell in first.cells) or _HEADING.fullmatch(first.text(1).strip()):
        return False
    if any(_has_digit(row.text(0)) for row in table.rows):
        return False
    values = [_is_value(row.text(1)) for row in rest]
    return _is_value(first.text(1)) or 2 * sum(values) <= len(values)


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _is_value(text: str) -> bool:
    """Whether a text is a figure, perhaps with a unit; a year alone heads a column."""
    return _VALUE.match(text.strip()) is not None and _YEAR.fullmatch(text.strip()) is None


def _numbers(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_MOST_TOLD])
    return shown if len(numbers) <= _MOST_TOLD else f"{shown} …"


RULE = Rule(
    ID,
    Severity.WARNING,
    Confidence.CERTAIN,
    title=msg("Tables without header row"),
    what=msg("The file does not say which row of a table holds the headings of its columns."),
    why=msg(
        "A screen reader then reads figures without saying what they are "
        "(lag 2018:1937 om tillgänglighet till digital offentlig service, EN 301 549, WCAG 2.1 1.3.1)."
    ),
    example=msg("A budget table whose first row is only made bold."),
    check=check,
)
