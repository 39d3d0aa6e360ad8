"""Markdown: headings, lists, pipe tables, and what HTML stands in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from styrhus.paper.readers.assemble import assemble
from styrhus.paper.readers.building import declared_headings, tables_without_header
from styrhus.paper.readers.decoding import decode
from styrhus.paper.readers.marks import raised
from styrhus.paper.readers.spans import Spanning, regular
from styrhus.paper.readers.text import text_blocks
from styrhus.paper.reading import Block, Build, Picture, ReadCell, Reading, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title\s*[:=]\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_MARK = re.compile(r"\[\^(\w{1,10})\](?:(:)[ \t]*)?")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DRAWN = re.compile(r"^\s*(?:\+[-=:]{2,}|-{2,}[ \t]+-{2,})", re.MULTILINE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(content: bytes, name: str) -> Reading:
    """The document, without the facts that some programs put before it."""
    text, problems = decode(content, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    skipped = front.end() if front else 0
    title = _TITLE.search(front[0]) if front else None
    walk = _Walk(text.count("\n", 0, skipped), name)
    blocks = assemble(walk.blocks(text[skipped:]))
    build = Build(
        title=title[1] if title else None,
        heading_styles=declared_headings(blocks),
        tables_without_header=tables_without_header(blocks),
        pictures=tuple(walk.pictures),
    )
    return Reading(name, "markdown", blocks, build=build, problems=problems)


class _Walk:
    def __init__(self, skipped: int, name: str) -> None:
        self._skipped = skipped
        self._name = name
        self._lines: list[str] = []
        self.pictures: list[Picture] = []

    def blocks(self, text: str) -> Iterator[Block]:
        """The blocks; places are lines of the file."""
        self._lines = text.split("\n")
        # A line of dashes with spaces is a table's, as some programs draw it, oftener than a rule across the page.
        tokens = MarkdownIt("commonmark", {"html": True}).enable("table").disable("hr").parse(text)
        made, depth, at = TextBlock(TextKind.PARAGRAPH, "", Place()), -1, 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "table_open":
                end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
                yield self._table(tokens[at:end])
                at = end
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                depth += 1
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                depth -= 1
            elif token.type == "heading_open":
                made = TextBlock(TextKind.HEADING, "", Place(), int(token.tag[1]), declared=True)
            elif token.type in {"inline", "html_block", "fence", "code_block"}:
                yield from self._leaf(token, made, depth)
                made = TextBlock(TextKind.PARAGRAPH, "", Place())
            at += 1

    def _line(self, token: Token) -> int:
        return self._skipped + (token.map[0] + 1 if token.map else 1)

    def _source(self, token: Token) -> list[str]:
        """The lines of the file that made a token, with the spaces that Markdown takes away."""
        first, end = token.map or (0, 0)
        return self._lines[first:end]

    def _leaf(self, token: Token, made: TextBlock, depth: int) -> Iterator[Block]:
        line = self._line(token)
        if token.type == "html_block":
            yield from _html(token.content, self._name, line)
        elif token.type != "inline":
            for block in text_blocks(token.content):
                yield _at(block, line)
        elif made.kind is TextKind.PARAGRAPH and _DRAWN.search(token.content):
            yield from (_at(block, line) for block in text_blocks("\n".join(self._source(token))))
        else:
            text, strong = self._words(token.children or (), line)
            for part, text_line in enumerate(text.split("\n")) if made.kind is TextKind.PARAGRAPH else ((0, text),):
                if text_line.strip():
                    yield _made(text_line.strip(), made, depth, Place(line=line + part), strong=strong)

    def _words(self, tokens: Sequence[Token], line: int) -> tuple[str, bool]:
        """An inline token's text, and whether all of it is bold; hard breaks are line feeds."""
        parts: list[tuple[str, bool]] = []
        bold = 0
        for token in tokens:
            if token.type in {"strong_open", "strong_close"}:
                bold += 1 if token.type == "strong_open" else -1
            elif token.type == "image":
                self.pictures.append(Picture(Place(line=line), token.content or None))
            elif token.type in {"softbreak", "hardbreak"}:
                parts.append((" " if token.type == "softbreak" else "\n", False))
            elif token.type == "html_inline":
                parts.append(("\n" if _BREAK.fullmatch(token.content) else "", False))
            else:
                parts.append((token.content, bold > 0))
        lettered = [strong for part, strong in parts if any(map(str.isalnum, part))]
        text = _MARK.sub(lambda found: raised(found[1]) + (" " if found[2] else ""), "".join(part for part, _ in parts))
        return text, bool(lettered) and all(lettered)

    def _table(self, tokens: Sequence[Token]) -> ReadTable:
        rows: list[tuple[list[Spanning], int]] = []
        for token in tokens:
            if token.type == "tr_open":
                rows.append(([], self._line(token)))
            elif token.type == "inline":
                text, strong = self._words(token.children or (), rows[-1][1])
                cell = ReadCell(
                    "\n".join(part.strip() for part in text.split("\n")), strong=strong, header=len(rows) == 1
                )
                rows[-1][0].append(Spanning(cell))
        grid = regular([cells for cells, _ in rows])
        made = tuple(ReadRow(cells, Place(line=line)) for cells, (_, line) in zip(grid, rows, strict=True))
        return ReadTable(0, made, made[0].place, header_rows=1 if len(made) > 1 else None)


def _made(text: str, made: TextBlock, depth: int, place: Place, *, strong: bool) -> TextBlock:
    if depth >= 0 and made.kind is TextKind.PARAGRAPH:
        return TextBlock(TextKind.ITEM, text, place, depth, strong=strong, declared=True)
    return replace(made, text=text, place=place, strong=strong)


def _html(content: str, name: str, line: int) -> Iterator[Block]:
    """The blocks of HTML that stands among the Markdown; a lone tag is nothing."""
    content = _COMMENT.sub("", content)
    if not _TAG.sub("", content).strip():
        return
    from styrhus.paper.readers.html import page  # noqa: PLC0415
    from styrhus.paper.readers.html_body import Body  # noqa: PLC0415

    root = page(content, name)
    for block in Body().blocks(root):
        yield _at(block, line)


def _at(block: Block, line: int) -> Block:
    """A block of a part of the file, moved to the line where the part begins."""
    place = Place(line=line + (block.place.line or 1) - 1)
    if isinstance(block, TextBlock):
        return replace(block, place=place)
    rows = tuple(replace(row, place=Place(line=line + (row.place.line or 1) - 1)) for row in block.rows)
    return replace(block, rows=rows, place=place)
