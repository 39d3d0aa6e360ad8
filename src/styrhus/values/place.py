"""Where in a document something stands."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Place:
    """As far as it is known: page and line count from 1, `table` is the table's number in the document.

    `line` is the line of a text file or the block's number in formats without lines. `row` and `column` are the
    label and the heading as printed; `row_number` and `column_number` count from 1 within the table, headings
    included. `cell` is a spreadsheet's address (`B7`), `sheet` its sheet. `quote` is what stands there.
    """

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: str = ""
    column: str = ""
    quote: str = ""
    row_number: int | None = None
    column_number: int | None = None
    cell: str = ""
    sheet: str = ""
    file: str = ""

    def quoting(self, quote: str) -> "Place":
        """The same place with what stands there."""
        return replace(self, quote=quote)
