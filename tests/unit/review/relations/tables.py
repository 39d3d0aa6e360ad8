"""Small tables for the tests of relations."""

from styrhus.paper.readers.text import read
from styrhus.review.examined import Examined


def table(*rows: str) -> Examined:
    """Rows with `|` between their cells, the first one the headings."""
    text = "\n".join("\t".join(cell.strip() for cell in row.split("|")) for row in rows)
    return Examined(read(f"{text}\n".encode(), "table.txt"))
