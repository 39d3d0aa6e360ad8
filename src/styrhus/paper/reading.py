"""A finished document as it was read: texts and tables in order, each with its place."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from styrhus.values.place import Place
from styrhus.values.problem import Problem


class TextKind(StrEnum):
    """What a text is; CONTENTS, FURNITURE and PREFACE are never data.

    FURNITURE is what is repeated on each page (running headers and footers, page numbers); PREFACE is what stands
    before the document itself, such as the list of links on the web page that it was taken from.
    """

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    NOTE = "note"
    CONTENTS = "contents"
    FURNITURE = "furniture"
    PREFACE = "preface"


@dataclass(frozen=True)
class TextBlock:
    """A paragraph's worth of text; `level` is a heading's level (1 is a chapter) or a list item's depth from 0.

    `declared` tells that the file itself says what it is (a heading style, a list), so that it was not guessed.
    """

    kind: TextKind
    text: str
    place: Place
    level: int = 0
    strong: bool = False
    declared: bool = False


@dataclass(frozen=True)
class ReadCell:
    """A cell's text as printed; line breaks within it are `\\n`. A spanned cell stands once and is then empty.

    `spans` is how many columns it covers, `header` whether the file declares it a header cell.

    Of a spreadsheet `text` is what the number format shows, as its readers see it, and what relations are judged
    from; `exact` is the value behind it on the same scale (12.54 behind `12,5 %`), so that a difference between shown
    figures can be explained. `address` is the cell's (`B7`), `formula` what it is calculated by, without `=`.
    """

    text: str
    spans: int = 1
    header: bool = False
    strong: bool = False
    indent: int = 0
    address: str = ""
    formula: str = ""
    exact: Decimal | None = None


@dataclass(frozen=True)
class ReadRow:
    """A row with its own place (page, line, row number)."""

    cells: tuple[ReadCell, ...]
    place: Place

    def text(self, column: int) -> str:
        """What stands in a column counted from 0; empty beyond the row's end."""
        return self.cells[column].text if column < len(self.cells) else ""


@dataclass(frozen=True)
class ReadTable:
    """A table; all rows have the same number of cells. `number` counts the document's tables from 1.

    `caption` is the line that names it, `headings` the headings above it from the chapter down, `before` the text
    just before it, `notes` the lines under it that belong to it. `header_rows` is how many rows at the top are
    headings when the file declares it, else None. `joined` tells at which row numbers pieces were joined that a
    page break had parted. `doubtful` tells that its columns were guessed from how the text stands on the page and do
    not fit all its rows, so that what follows from it is no more than likely.
    """

    number: int
    rows: tuple[ReadRow, ...]
    place: Place
    caption: str = ""
    headings: tuple[str, ...] = ()
    before: str = ""
    notes: tuple[str, ...] = ()
    header_rows: int | None = None
    joined: tuple[int, ...] = ()
    doubtful: bool = False

    @property
    def width(self) -> int:
        return len(self.rows[0].cells) if self.rows else 0


@dataclass(frozen=True)
class Picture:
    """A picture with its alternative text; None when the file has none, empty when it is marked as decoration."""

    place: Place
    alt: str | None


@dataclass(frozen=True)
class Build:
    """How the file is made, as far as accessibility asks; None where the format cannot tell.

    `markup` is where a plain text still had tags of a web editor (`<p>`), which the reader took away.
    `heading_styles` is how many headings the file declares, `tables_without_header` the numbers of tables for which
    it declares no header row.
    """

    language: str | None = None
    title: str | None = None
    tagged: bool | None = None
    heading_styles: int | None = None
    tables_without_header: tuple[int, ...] = ()
    pictures: tuple[Picture, ...] = ()
    markup: tuple[Place, ...] = ()


Block = TextBlock | ReadTable


@dataclass(frozen=True)
class Reading:
    """A whole document as read; `format` is the reader's name, `pages` None where there are none.

    `problems` are warnings about what could not be read (pages without text); what cannot be read at all is raised
    as ProblemsError by the reader.
    """

    file: str
    format: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    build: Build = field(default_factory=Build)
    problems: tuple[Problem, ...] = ()

    @property
    def tables(self) -> tuple[ReadTable, ...]:
        return tuple(block for block in self.blocks if isinstance(block, ReadTable))

    @property
    def texts(self) -> tuple[TextBlock, ...]:
        return tuple(block for block in self.blocks if isinstance(block, TextBlock))

    @property
    def has_lines(self) -> bool:
        """Whether a place's `line` is a line that a person can find; elsewhere it counts the blocks."""
        return self.format not in {"docx", "odt", "html", "document"}

    def named(self, file: str) -> "Reading":
        """The same reading under another file name."""
        return replace(self, file=file)
