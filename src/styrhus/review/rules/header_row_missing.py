"""Tables without a declared header row."""

from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "header-row-missing"
_MOST_TOLD = 8


def check(examined: Examined) -> Iterator[Finding]:
    build = examined.reading.build
    tables = {table.number: table for table in examined.reading.tables}
    without = [
        n for n in build.tables_without_header if n in tables and len(tables[n].rows) > 1 and tables[n].width > 1
    ]
    if without:
        yield Finding(
            ID, Severity.WARNING, Confidence.CERTAIN, tables[without[0]].place,
            msg("{count} of {total} tables have no header row declared: "
                "{tables}.", count=len(without), total=len(tables),
                tables=_numbers(without)),
            msg("Mark the first row as a header row that is repeated on each page, and let no row break across pages."),
            related=tuple(tables[number].place for number in without[1:]),
        )  # fmt: skip


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
