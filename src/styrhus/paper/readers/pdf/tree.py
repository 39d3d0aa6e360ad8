"""The structure that a tagged PDF declares: headings, paragraphs, lists and tables in reading order."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

_MOST_NODES, _DEEPEST = 300_000, 80
_BLOCKS = frozenset(
    {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Caption", "LI", "TOCI", "Note", "FENote", "Figure"}
    | {"Formula", "Table", "BlockQuote"}
)
_INLINE = frozenset({"Span", "Link", "Quote", "Reference", "Code", "Em", "Strong", "Annot", "Lbl", "LBody", "Sub"})
Mark = tuple[int, int]
"""Page (from 1) and number of the marked content on it."""


@dataclass(slots=True)
class Leaf:
    """A block of text with its marks; `depth` is how many lists it stands in."""

    kind: str
    marks: list[Mark] = field(default_factory=list)
    depth: int = 0


@dataclass(slots=True)
class CellNode:
    """A declared cell; each paragraph of it has its own marks."""

    marks: list[Mark]
    header: bool
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class TableNode:
    """A declared table: its rows, and for each whether it stands among the heading rows."""

    rows: list[list[CellNode]] = field(default_factory=list)
    heads: list[bool] = field(default_factory=list)

    @property
    def marks(self) -> Iterator[Mark]:
        return (mark for row in self.rows for cell in row for mark in cell.marks)


@dataclass(slots=True)
class FigureNode:
    """A declared picture."""

    page: int
    alt: str | None


@dataclass
class Tree:
    """Everything declared; `tagged` is False for a file without tags, None when that could not be seen."""

    tagged: bool = False
    language: str | None = None
    shows_title: bool | None = None
    title: str | None = None
    blocks: list[Leaf | TableNode] = field(default_factory=list)
    figures: list[FigureNode] = field(default_factory=list)

    def by_page(self) -> dict[int, list[tuple[int, Leaf | TableNode]]]:
        """The blocks of each page in order, each with its number."""
        found: dict[int, list[tuple[int, Leaf | TableNode]]] = defaultdict(list)
        for number, block in enumerate(self.blocks):
            for page in dict.fromkeys(page for page, _ in block.marks):
                found[page].append((number, block))
        return found


def tree_of(content: bytes) -> Tree:
    """The declared structure; an empty one when the file has none or it cannot be walked."""
    import pikepdf  # noqa: PLC0415

    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return _Walk(pdf).tree
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        return Tree()


class _Walk:
    """One walk over the structure."""

    def __init__(self, pdf: Any) -> None:
        self.tree = Tree()
        self._left = _MOST_NODES
        root = pdf.Root
        self._header(pdf, root)
        structure = root.get("/StructTreeRoot")
        marked = root.get("/MarkInfo")
        self.tree.tagged = structure is not None and bool(marked is not None and marked.get("/Marked", False))
        if structure is None:
            return
        self._roles = {str(k): str(structure.RoleMap[k]) for k in structure.get("/RoleMap", {})}
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        self._children(structure.get("/K"), page=0, leaf=None, depth=(0, 0))

    def _header(self, pdf: Any, root: Any) -> None:
        language = root.get("/Lang")
        self.tree.language = str(language) if language is not None else ""
        views = root.get("/ViewerPreferences")
        self.tree.shows_title = bool(views is not None and views.get("/DisplayDocTitle", False))
        title = pdf.docinfo.get("/Title") if pdf.trailer.get("/Info") is not None else None
        self.tree.title = str(title).strip() if title is not None else ""
        if not self.tree.title and "/Metadata" in root:
            with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
                self.tree.title = str(meta.get("dc:title", "") or "").strip()

    def _kind(self, node: Any) -> str:
        kind = str(node.get("/S", ""))
        for _ in range(5):
            if kind not in self._roles or kind.lstrip("/") in _BLOCKS | _INLINE:
                break
            kind = self._roles[kind]
        return kind.lstrip("/")

    def _page(self, node: Any, inherited: int) -> int:
        page = node.get("/Pg")
        return inherited if page is None else self._pages.get(page.objgen, inherited)

    def _children(self, kids: Any, *, page: int, leaf: Leaf | None, depth: tuple[int, int]) -> None:
        for kid in _each(kids):
            self._left -= 1
            if self._left < 0 or depth[0] > _DEEPEST:
                return
            mark = self._mark(kid, page)
            if mark is not None:
                if leaf is None:
                    leaf = self._open("P", depth[1])
                leaf.marks.append(mark)
            elif not isinstance(kid, int) and "/S" in kid:
                self._node(kid, page=page, leaf=leaf, depth=(depth[0] + 1, depth[1]))

    def _mark(self, kid: Any, page: int) -> Mark | None:
        if isinstance(kid, int):
            return (page, kid)
        if "/S" in kid or "/MCID" not in kid or "/Stm" in kid:
            return None
        return (self._page(kid, page), int(kid.MCID))

    def _open(self, kind: str, lists: int) -> Leaf:
        leaf = Leaf(kind, depth=max(0, lists - 1))
        self.tree.blocks.append(leaf)
        return leaf

    def _node(self, node: Any, *, page: int, leaf: Leaf | None, depth: tuple[int, int]) -> None:
        kind, page = self._kind(node), self._page(node, page)
        if kind == "Table":
            table = TableNode()
            self._table(node, table, page=page, head=False, depth=depth[0])
            self.tree.blocks.append(table)
            return
        if kind == "Figure":
            self._figure(node, page)
            return
        if kind == "L":
            depth, leaf = (depth[0], depth[1] + 1), None
        elif kind in _BLOCKS and not (
            leaf is not None and leaf.kind in {"LI", "TOCI", "Note", "FENote"} and kind == "P"
        ):
            leaf = self._open(kind, depth[1])
        elif kind not in _INLINE and kind not in _BLOCKS:
            leaf = None
        self._children(node.get("/K"), page=page, leaf=leaf, depth=depth)

    def _figure(self, node: Any, page: int) -> None:
        alt = node.get("/Alt")
        for kid in _each(node.get("/K")):
            mark = self._mark(kid, page)
            page = page or (mark[0] if mark else 0)
        self.tree.figures.append(FigureNode(page, None if alt is None else str(alt).strip()))

    def _table(self, node: Any, table: TableNode, *, page: int, head: bool, depth: int) -> None:
        for kid in _each(node.get("/K")):
            self._left -= 1
            if self._left < 0 or depth > _DEEPEST or isinstance(kid, int) or "/S" not in kid:
                continue
            kind, at = self._kind(kid), self._page(kid, page)
            if kind == "TR":
                table.rows.append([self._cell(c, at) for c in _each(kid.get("/K")) if not isinstance(c, int)])
                table.heads.append(head)
            elif kind == "Caption":
                self._node(kid, page=at, leaf=None, depth=(depth, 0))
            else:
                self._table(kid, table, page=at, head=head or kind == "THead", depth=depth + 1)

    def _cell(self, node: Any, page: int) -> CellNode:
        page = self._page(node, page)
        rows, columns = _spans(node)
        marks: list[Mark] = []
        self._gather(node, page, marks, 0)
        return CellNode(marks, self._kind(node) == "TH", rows, columns)

    def _gather(self, node: Any, page: int, marks: list[Mark], depth: int) -> None:
        for kid in _each(node.get("/K")):
            self._left -= 1
            mark = self._mark(kid, page)
            if mark is not None:
                marks.append(mark)
            elif not isinstance(kid, int) and "/S" in kid and depth < _DEEPEST and self._left > 0:
                self._gather(kid, self._page(kid, page), marks, depth + 1)


def _each(kids: Any) -> Iterator[Any]:
    import pikepdf  # noqa: PLC0415

    if kids is None:
        return
    if isinstance(kids, pikepdf.Array):
        yield from kids
    else:
        yield kids


def _spans(node: Any) -> tuple[int, int]:
    rows = columns = 1
    for attributes in _each(node.get("/A")):
        if not isinstance(attributes, int) and hasattr(attributes, "get"):
            rows = max(rows, int(attributes.get("/RowSpan", 1)))
            columns = max(columns, int(attributes.get("/ColSpan", 1)))
    return min(rows, 1000), min(columns, 200)
