"""The plan that is reviewed, as text, DOCX and PDF: `python -m benchmarks.subjects.plan_files FOLDER` writes the files.

The text of Lund 2023 where it lies beside the project, which may not hold it; else a plan of the same length that the
project writes itself.
"""

import re
import sys
from decimal import Decimal
from pathlib import Path

from benchmarks.subjects import plans
from styrhus.paper.readers import read_content
from styrhus.paper.reading import Reading, ReadTable
from styrhus.values.number import format_number, parse_typed
from tests.readings import document

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "plans" / "lund-2023.txt"
FORMS = ("txt", "docx", "pdf")
_AMOUNT = re.compile(r"[-−+]?(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:,\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def text() -> str:
    """The plan's text with tabs between the cells of tables."""
    if PUBLISHED.exists():
        return PUBLISHED.read_text(encoding="utf-8")
    from styrhus.paper.readers.document import reading_of  # noqa: PLC0415
    from styrhus.reports import KINDS  # noqa: PLC0415

    return "\n\n".join(_lines(reading_of(KINDS["board-plan"].build(plans.published(), "sv")))) + "\n"


def _lines(reading: Reading) -> list[str]:
    return [_written(block) if isinstance(block, ReadTable) else block.text for block in reading.blocks]


def _written(table: ReadTable) -> str:
    rows = ("\t".join(cell.text.replace("\n", " ") or " " for cell in row.cells) for row in table.rows)
    return "\n".join((table.caption, *rows) if table.caption else rows)


def times(count: int) -> bytes:
    """The plan so many times over, the figures of its tables twice, three times … as large, so that sums still hold."""
    lines = text().splitlines()
    copies = ("\n".join(_larger(line, factor) for line in lines) for factor in range(1, count + 1))
    return "\n\n".join(copies).encode()


def _larger(line: str, factor: int) -> str:
    if "\t" not in line or factor == 1:
        return line
    return "\t".join(_multiplied(cell, factor) for cell in line.split("\t"))


def _multiplied(cell: str, factor: int) -> str:
    held = cell.strip()
    if not _AMOUNT.fullmatch(held) or _YEAR.fullmatch(held):
        return cell
    return format_number(parse_typed(held) * Decimal(factor))


def write(folder: Path) -> None:
    """Put the plan into `folder` in every form."""
    from styrhus.paper.writers import WRITERS  # noqa: PLC0415

    content = times(1)
    (folder / "plan.txt").write_bytes(content)
    written = document(read_content(content, "plan.txt"))
    for form in FORMS[1:]:
        (folder / f"plan.{form}").write_bytes(WRITERS[form](written))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
