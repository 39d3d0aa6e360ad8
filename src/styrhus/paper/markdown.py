"""Markdown as blocks; what stands in double braces is left to whoever knows the figures.

`{{ expression }}` in a text is a live figure, `{{ block expression }}` on a line of its own stands for blocks.
Raw HTML is text, links lead to http, https, mailto and # only. A paragraph that begins with `Tabell:` or
`Table:` is the caption of the table below it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from styrhus.paper.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    plain,
)
from styrhus.paper.markers import Markers

Inline = Callable[[str, int], Runs]
Placed = Callable[[str, int], tuple[Block, ...]]

_SCHEMES = ("http://", "https://", "mailto:", "#")
_CAPTION = re.compile(r"(?:Tabell|Table):\s*")


def read_markdown(text: str, *, inline: Inline, block: Placed, level: int = 1) -> tuple[Block, ...]:
    """The blocks of `text`; a `#` heading becomes one of `level`, `##` one below it.

    `inline` and `block` get the expression (for `block` without that word) and its line, counted from 1. An
    expression that is never closed goes to `inline` with its braces, which no reference begins with.
    """
    markers = Markers(text)
    root = SyntaxTreeNode(_parser().parse(markers.text))
    return tuple(_Reader(markers, inline, block, level).blocks(root.children))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class _Reader:
    def __init__(self, markers: Markers, inline: Inline, block: Placed, level: int) -> None:
        self._markers = markers
        self._inline = inline
        self._placed = block
        self._level = level

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> list[Block]:
        made: list[Block] = []
        for node in nodes:
            if node.type == "table":
                caption = _taken_caption(made)
                made.append(self._table(node, caption))
            else:
                made.extend(self._block(node))
        return made

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node)
            case "heading":
                text = "".join(run.text for run in self._runs(node)).replace("\n", " ")
                yield Heading(self._level + int(node.tag[1:]) - 1, text)
            case "bullet_list" | "ordered_list":
                made, after = self._list(node)
                yield made
                yield from after
            case "blockquote":
                yield from self._note(node)
            case "fence" | "code_block":
                yield Paragraph(plain(self._markers.as_written(node.content).rstrip("\n")))
            case "hr":
                return
            case _:
                yield Paragraph(plain(self._markers.as_written(node.content)))

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        directive = self._markers.directive(node.children[0].content)
        if directive is not None:
            yield from self._placed(directive.expression, directive.line)
        elif runs := self._runs(node):
            yield Paragraph(runs)

    def _list(self, node: SyntaxTreeNode) -> tuple[ListBlock, list[Block]]:
        """The list, and what an item holds that is neither text nor list, to stand after it."""
        items: list[Runs] = []
        children: dict[int, ListBlock] = {}
        after: list[Block] = []
        for index, item in enumerate(node.children):
            texts: list[Runs] = []
            for part in self.blocks(item.children):
                if isinstance(part, Paragraph):
                    texts.append(part.runs)
                elif isinstance(part, ListBlock):
                    children[index] = _joined(children[index], part) if index in children else part
                else:
                    after.append(part)
            items.append(_in_lines(texts))
        return ListBlock(tuple(items), node.type == "ordered_list", children), after

    def _note(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """A remark; a first paragraph in bold alone is its title."""
        parts = self.blocks(node.children)
        texts = [part.runs for part in parts if isinstance(part, Paragraph)]
        title = ""
        if len(texts) > 1 and all(run.strong for run in texts[0]):
            title = "".join(run.text for run in texts.pop(0))
        if texts:
            yield Note(_in_lines(texts), title)
        yield from (part for part in parts if not isinstance(part, Paragraph))

    def _table(self, node: SyntaxTreeNode, caption: str) -> Table:
        rows = [row for part in node.children for row in part.children]
        columns = tuple(Column(_plain_text(self._runs(cell)), _align(cell)) for cell in rows[0].children)
        body = tuple(Row(tuple(Cell(self._runs(cell)) for cell in row.children)) for row in rows[1:])
        return Table(caption, columns, body)

    def _runs(self, node: SyntaxTreeNode) -> Runs:
        """The runs below a node that holds one inline node, such as a paragraph; neighbours alike are joined."""
        return _merged(run for child in node.children for run in self._stretches(child, Run("")))

    def _stretches(self, node: SyntaxTreeNode, look: Run) -> Iterator[Run]:
        match node.type:
            case "text":
                yield from self._text(node.content, look)
            case "softbreak":
                yield replace(look, text=" ")
            case "hardbreak":
                yield replace(look, text="\n")
            case "code_inline":
                yield replace(look, text=self._markers.as_written(node.content))
            case "image":
                yield replace(look, text=self._markers.as_written(node.content))
            case _:
                for child in node.children:
                    yield from self._stretches(child, self._look(node, look))

    def _look(self, node: SyntaxTreeNode, look: Run) -> Run:
        match node.type:
            case "strong":
                return replace(look, strong=True)
            case "em":
                return replace(look, emphasis=True)
            case "link":
                href = self._markers.as_written(str(node.attrs.get("href", "")))
                return replace(look, href=href if href.lower().startswith(_SCHEMES) else "")
        return look

    def _text(self, content: str, look: Run) -> Iterator[Run]:
        for part in self._markers.split(content):
            if isinstance(part, str):
                yield replace(look, text=part)
                continue
            for run in self._inline(part.expression, part.line):
                strong, emphasis = run.strong or look.strong, run.emphasis or look.emphasis
                yield replace(run, strong=strong, emphasis=emphasis, href=run.href or look.href)


def _taken_caption(made: list[Block]) -> str:
    """The caption in the paragraph just above a table, which is taken away there."""
    if not made or not isinstance(made[-1], Paragraph):
        return ""
    text = _plain_text(made[-1].runs)
    found = _CAPTION.match(text)
    if found is None:
        return ""
    made.pop()
    return text[found.end() :]


def _merged(runs: Iterable[Run]) -> Runs:
    made: list[Run] = []
    for run in runs:
        if made and run.figure is None and replace(made[-1], text="") == replace(run, text=""):
            made[-1] = replace(made[-1], text=made[-1].text + run.text)
        elif run.text or run.figure is not None:
            made.append(run)
    return tuple(made)


def _plain_text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _align(cell: SyntaxTreeNode) -> Align:
    return Align.RIGHT if "right" in str(cell.attrs.get("style", "")) else Align.LEFT


def _in_lines(texts: list[Runs]) -> Runs:
    """Several paragraphs as one, with line breaks between."""
    made: list[Run] = []
    for index, runs in enumerate(texts):
        made += [*plain("\n"), *runs] if index else runs
    return _merged(made)


def _joined(first: ListBlock, second: ListBlock) -> ListBlock:
    """Two lists under the same item as one."""
    moved = {index + len(first.items): child for index, child in second.children.items()}
    return ListBlock(first.items + second.items, first.ordered, {**first.children, **moved})
