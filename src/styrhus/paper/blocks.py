"""The blocks of a document: everything a writer needs, already chosen, counted and worded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from styrhus.values.figure import Figure


@dataclass(frozen=True)
class Run:
    """A stretch of text with one look; `figure` marks a live figure, `href` a link.

    A line feed in `text` is a line break. `href` may begin with http:, https:, mailto:, # (an anchor in the
    same document) or a single / (on web pages); writers show anything else as text.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    figure: Figure | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """`level` 1 is a chapter; the document's title stands above and is not a Heading."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    runs: Runs
    lead: bool = False

    @property
    def introduces(self) -> bool:
        """Whether it is a short line in bold, which writers keep on the page of what follows."""
        return bool(self.runs) and all(run.strong for run in self.runs) and sum(len(r.text) for r in self.runs) < 90


@dataclass(frozen=True)
class ListBlock:
    """Items hold runs; nested lists follow their item in `children` by its index."""

    items: tuple[Runs, ...]
    ordered: bool = False
    children: Mapping[int, "ListBlock"] = field(default_factory=dict)


class Align(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class RowKind(StrEnum):
    LINE = "line"
    HEADING = "heading"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    OF_WHICH = "of_which"


@dataclass(frozen=True)
class Cell:
    """What stands in a cell; a figure keeps its source, `indent` counts steps in a hierarchy.

    `status` is one of reached, partly, not_reached, not_judged; writers put its symbol before the text, which
    must hold the word.
    """

    runs: Runs = ()
    indent: int = 0
    status: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Column:
    heading: str
    align: Align = Align.LEFT
    width: int = 1
    """Relative width, so that a text column may take more room than a number column."""


@dataclass(frozen=True)
class Row:
    """The first cell is the row's heading.

    A row of kind HEADING opens a group; it spans the table when only its first cell holds something.
    """

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.LINE


@dataclass(frozen=True)
class Table:
    """A table with caption (the unit in it), header row and row headings.

    Its number is given by the document, see `outline`; a table without caption gets none. `description` is for
    those who cannot see the table: how it is built, when that is not plain from its headings.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    anchor: str = ""
    notes: tuple[Runs, ...] = ()
    description: str = ""


def _require_alt(alt: str, caption: str) -> None:
    if not alt.strip():
        raise ValueError(f"a picture needs a text for those who cannot see it: {caption}")


@dataclass(frozen=True)
class Chart:
    """One Vega-Lite specification for every medium; `alt` is written from the data, `data` is shown beside it.

    `narrow` is the same chart for a telephone, where web pages show it instead. ValueError without `alt`.
    """

    caption: str
    specification: Mapping[str, object]
    alt: str
    data: Table
    anchor: str = ""
    narrow: Mapping[str, object] | None = None

    def __post_init__(self) -> None:
        _require_alt(self.alt, self.caption)


@dataclass(frozen=True)
class Drawing:
    """A ready SVG drawing (the house) with its text equivalent; ValueError without `alt`."""

    caption: str
    svg: str
    alt: str
    anchor: str = ""

    def __post_init__(self) -> None:
        _require_alt(self.alt, self.caption)


@dataclass(frozen=True)
class Facts:
    """Label–value pairs, such as the document's registry number and dates."""

    items: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True)
class Note:
    """A remark set apart from the text, such as a figure that the published plan contradicts itself about."""

    runs: Runs
    title: str = ""


@dataclass(frozen=True)
class Contents:
    """The place of the table of contents, down to heading level `depth`."""

    depth: int = 2


@dataclass(frozen=True)
class PageBreak:
    """A new page where pages exist."""


Block = Heading | Paragraph | ListBlock | Table | Chart | Drawing | Facts | Note | Contents | PageBreak


@dataclass(frozen=True)
class Document:
    """A whole document: title and language (`sv` or `en`) are required by every accessible format.

    `short_title` stands in running headers, the title where it is empty. `date` is an ISO date, which is
    written out in words, or free text. ValueError without a title.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    publisher: str = ""
    status: str = ""
    date: str = ""
    short_title: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a document needs a title")


def plain(text: str) -> Runs:
    """Runs of one plain text."""
    return (Run(text),)
