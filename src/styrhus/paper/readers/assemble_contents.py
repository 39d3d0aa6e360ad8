"""Tables of contents: lines that lead to pages, also where they look like a table of two columns."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from styrhus.paper.readers.assemble_shapes import is_blank, is_text, squeezed
from styrhus.paper.reading import Block, ReadRow, ReadTable, TextBlock, TextKind

_TITLE = re.compile(
    r"(?:innehåll(?:sförteckning)?|innhold(?:sfortegnelse)?|indhold(?:sfortegnelse)?|sisällys(?:luettelo)?|"
    r"(?:table of )?contents)\s*:?",
    re.IGNORECASE,
)
_LINE = re.compile(r"(\S[^\n]{0,200}?)(?:\s*[.…·_]{3,}\s*|\t+\s*)(\d{1,3})")
_LOOSE_LINE = re.compile(r"(\S[^\n]{0,200}?)\s+(\d{1,3})")
_DOTS = re.compile(r"\s*[.…·]{3,}\s*$")
_ERROR = re.compile(r"fel!|error!|feil!|virhe", re.IGNORECASE)
_SIGN = re.compile(r"^\s*[-–•*]\s+")
_FEWEST, _LONGEST = 3, 150


def contents(blocks: list[Block]) -> list[Block]:
    """Mark the entries as CONTENTS, a heading and a page with a tab between (`Ekonomi\\t12`)."""
    named = Counter(squeezed(b.text) for b in blocks if isinstance(b, TextBlock) and 0 < len(b.text) < _LONGEST)
    titles = set(named)
    found: list[Block] = []
    after_title = False
    for block in _lines(blocks):
        if isinstance(block, ReadTable) and _is_contents(block, titles, after_title=after_title):
            found += _entries(block)
        elif isinstance(block, TextBlock) and _TITLE.fullmatch(block.text) and block.kind is not TextKind.FURNITURE:
            after_title = True
            found.append(replace(block, kind=TextKind.CONTENTS))
            continue
        elif after_title and isinstance(block, TextBlock) and _is_link(block, named):
            named[squeezed(block.text)] = 0
            found.append(replace(block, kind=TextKind.CONTENTS, text=_SIGN.sub("", block.text)))
            continue
        else:
            found.append(block)
        after_title = after_title and (is_blank(block) or is_text(block, TextKind.FURNITURE, TextKind.CONTENTS))
    return found


def _is_link(block: TextBlock, named: Counter[str]) -> bool:
    """Whether a line of a list without pages is a heading that comes again, when it is the heading itself."""
    return block.kind in {TextKind.ITEM, TextKind.PARAGRAPH} and named[squeezed(block.text)] > 1


def _is_contents(table: ReadTable, titles: set[str], *, after_title: bool) -> bool:
    rows = [[cell.text for cell in row.cells if cell.text] for row in table.rows]
    if table.width > 4 or len(rows) < (2 if after_title else _FEWEST) or any(not 1 <= len(row) <= 3 for row in rows):
        return False
    pages = [_page(row[-1]) for row in rows if len(row) > 1]
    numbers = [page for page in pages if page is not None]
    if len(numbers) < len(rows) * 0.7 or any(a > b for a, b in itertools.pairwise(numbers)):
        return False
    if after_title or sum(bool(_DOTS.search(text)) for row in rows for text in row) >= 2:
        return True
    named = sum(squeezed(_DOTS.sub("", row[-2])) in titles for row in rows if len(row) > 1)
    return named >= len(rows) * 0.6 and bool(pages) and pages[0] is not None


def _page(text: str) -> int | None:
    digits = text.lstrip(".… ")
    return int(digits) if digits.isdecimal() and len(digits) <= 3 else None


def _entries(table: ReadTable) -> Iterator[TextBlock]:
    for row in table.rows:
        yield TextBlock(TextKind.CONTENTS, _entry(row), replace(row.place, table=None, row_number=None), _depth(row))


def _entry(row: ReadRow) -> str:
    cells = [cell.text for cell in row.cells if cell.text]
    if len(cells) < 2:
        return cells[0] if cells else ""
    return f"{_DOTS.sub('', ' '.join(cells[:-1]))}\t{cells[-1].lstrip('.… ')}"


def _depth(row: ReadRow) -> int:
    return row.cells[0].indent if row.cells else 0


def _lines(blocks: list[Block]) -> Iterator[Block]:
    """Mark runs of text lines that end in dots and a page, and after a title of contents those that end in a page."""
    index = 0
    after_title = False
    while index < len(blocks):
        run = _run(blocks, index, _LOOSE_LINE if after_title else _LINE)
        if sum(is_text(block) for block in run) >= (2 if after_title else _FEWEST):
            yield from (_marked(block, _LOOSE_LINE if after_title else _LINE) for block in run)
            index += len(run)
            continue
        block = blocks[index]
        if isinstance(block, TextBlock) and block.text:
            after_title = bool(_TITLE.fullmatch(block.text))
        yield block
        index += 1


def _run(blocks: list[Block], start: int, line: re.Pattern[str]) -> list[Block]:
    """The blocks from `start` on that are such lines or stand between them."""
    last, least = start, 0
    for index in range(start, len(blocks)):
        block = blocks[index]
        if is_blank(block) or is_text(block, TextKind.FURNITURE):
            continue
        if not isinstance(block, TextBlock) or block.kind in {TextKind.HEADING, TextKind.CAPTION}:
            break
        match = line.fullmatch(block.text)
        if not (match and int(match[2]) >= least) and not (last > start and _ERROR.search(block.text)):
            break
        least = int(match[2]) if match else least
        last = index + 1
    return blocks[start:last]


def _marked(block: Block, line: re.Pattern[str]) -> Block:
    if not isinstance(block, TextBlock) or not block.text or block.kind is TextKind.FURNITURE:
        return block
    match = line.fullmatch(block.text)
    text = f"{_DOTS.sub('', match[1])}\t{match[2]}" if match else block.text
    return replace(block, kind=TextKind.CONTENTS, text=text)
