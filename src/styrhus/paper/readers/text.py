"""Plain text: lines and paragraphs, and tables whose cells tabs, spaces, semicolons or bars keep apart."""

import re
from collections.abc import Iterator
from dataclasses import replace

from styrhus.paper.readers.assemble import assemble
from styrhus.paper.readers.decoding import decode
from styrhus.paper.readers.text_lines import Line, closed, lines_of
from styrhus.paper.readers.text_tables import tables_in
from styrhus.paper.reading import Block, Build, Reading, TextBlock, TextKind
from styrhus.values.place import Place

_RULE = re.compile(r"[-–—_=*~.\s]{2,}")
_LEAST_HARD, _MOST_HARD = 50, 130


def read(content: bytes, name: str) -> Reading:
    """Raises no problem of its own: any text can be read."""
    text, problems = decode(content, name)
    lines = closed(lines_of(text))
    pages = next((line.page for line in reversed(lines) if line.text.strip()), None)
    build = Build(markup=tuple(_place(line).quoting(line.markup) for line in lines if line.markup))
    return Reading(name, "text", assemble(_blocks(lines)), pages=pages, build=build, problems=problems)


def text_blocks(text: str) -> Iterator[Block]:
    """The raw blocks of plain text inside another format; places count its lines from 1."""
    return _blocks(lines_of(text))


def _blocks(lines: list[Line]) -> Iterator[Block]:
    """The runs of lines between empty ones, each as the tables and texts it holds."""
    run: list[Line] = []
    for line in lines:
        if line.text.strip():
            run.append(line)
        else:
            yield from _run(run)
            run = []
            yield TextBlock(TextKind.PARAGRAPH, "", _place(line))
    yield from _run(run)


def _run(run: list[Line]) -> Iterator[Block]:
    loose: list[Line] = []
    for piece in tables_in(run):
        if isinstance(piece, Line):
            loose.append(piece)
            continue
        yield from _texts(loose)
        loose = []
        yield piece
    yield from _texts(loose)


def _texts(lines: list[Line]) -> Iterator[TextBlock]:
    """A text for each line; lines that were broken at the margin are one paragraph."""
    hard = _is_hard_broken(lines)
    held: TextBlock | None = None
    for line in lines:
        text = line.text.rstrip()
        if _RULE.fullmatch(text):
            continue
        block = TextBlock(TextKind.PARAGRAPH, _indented(text), _place(line), strong=line.strong)
        if held is not None and hard and not _begins(text):
            held = replace(held, text=_wrapped(held.text, text.strip()))
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _indented(text: str) -> str:
    """Spaces before a list's mark tell its depth; before other texts they mean nothing."""
    return text if re.match(r"\s*[-–•*o]\s", text) else text.strip()


def _is_hard_broken(lines: list[Line]) -> bool:
    """Whether the lines are as long as each other, as when a program breaks them at a margin."""
    lengths = [len(line.text.strip()) for line in lines[:-1]]
    return bool(lengths) and max(lengths) <= _MOST_HARD and min(lengths) >= max(_LEAST_HARD, max(lengths) * 0.7)


def _begins(text: str) -> bool:
    return bool(re.match(r"\s*(?:[-–•*▪]|\d{1,2}[.)]|[a-z]\))\s", text))


def _wrapped(first: str, rest: str) -> str:
    return first[:-1] + rest if first.endswith("\u00ad") else f"{first} {rest}"


def _place(line: Line) -> Place:
    return Place(page=line.page, line=line.number)
