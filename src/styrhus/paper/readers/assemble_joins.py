"""Tables that a page break parted: the repeated headings go, the rows go on, and a row cut in two is put together."""

import re
from dataclasses import replace

from styrhus.paper.readers.assemble_sentences import rejoined
from styrhus.paper.readers.assemble_shapes import is_note, is_sentence, is_skipped, is_text, squeezed
from styrhus.paper.reading import Block, ReadCell, ReadRow, ReadTable, TextBlock, TextKind

_NUMBER = re.compile(r"[-+−–(]?\s*\d[\d\s.,]*\s*(?:%|kr|tkr|mnkr|st)?\)?\*?", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:del)?(?:total(?:t|a|en)?|summa(?:n)?|sum|sammanlagt|totalsumma|i alt|yhteensä|ialt|sammanlagd)\b[:.]?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|2 ?0)\d\d")
_MOST_HEADING_ROWS = 4
_LONG = 60
_CONTINUED = re.compile(
    r"(?:tabell|table|tabel|taulukko)?\s*\d*\s*\(?(?:forts(?:ättning|\.|ettelse)?|cont(?:inued|\.)?|jatkuu)",
    re.IGNORECASE,
)


def joined(blocks: list[Block]) -> list[Block]:
    """The blocks with each parted table as one; notes that stood between the pieces follow after it."""
    found: list[Block] = []
    open_at: int | None = None
    for block in blocks:
        if isinstance(block, ReadTable):
            held = found[open_at] if open_at is not None else None
            if open_at is not None and isinstance(held, ReadTable):
                repeated = _repeated(held, block, adjacent=all(map(is_skipped, found[open_at + 1 :])))
                if repeated is not None:
                    found[open_at] = continued(held, block, repeated)
                    continue
            open_at = len(found)
        elif not is_skipped(block) and not _is_between(block):
            open_at = None
        found.append(block)
    return found


def _is_between(block: Block) -> bool:
    """Whether a text may stand between two pieces of a table."""
    if not isinstance(block, TextBlock) or block.kind is TextKind.HEADING:
        return False
    return is_text(block, TextKind.NOTE) or is_note(block.text) or bool(_CONTINUED.match(block.text))


def _repeated(first: ReadTable, second: ReadTable, *, adjacent: bool) -> int | None:
    """How many rows of the second table repeat the first's headings; None when it is a table of its own."""
    if first.width != second.width or second.caption or first.place.sheet != second.place.sheet:
        return None
    pages = (first.rows[-1].place.page, second.rows[0].place.page)
    parted = pages[0] is None or pages[1] is None or pages[1] == pages[0] + 1
    if not (parted or adjacent):
        return None
    on_next_page = parted and pages[0] is not None and pages[0] != pages[1]
    same = _same_rows(first, second)
    if same and same < len(second.rows):
        return None if _both_are_whole(first, second) and not on_next_page else same
    loose = pages[0] is None and second.header_rows is None and _is_open(first)
    goes_on = adjacent and (on_next_page or loose) and not second.header_rows and _is_data(second.rows[0])
    return 0 if goes_on else None


def _same_rows(first: ReadTable, second: ReadTable) -> int:
    """How many rows at the top are the same; a heading row holds at least one word and no amounts."""
    count = 0
    for ours, theirs in zip(first.rows[:_MOST_HEADING_ROWS], second.rows, strict=False):
        texts = [squeezed(cell.text) for cell in ours.cells]
        if texts != [squeezed(cell.text) for cell in theirs.cells] or not any(texts):
            break
        if count and any(_NUMBER.fullmatch(cell.text) and len(cell.text) != 4 for cell in ours.cells[1:]):
            break
        count += 1
    return count


def _both_are_whole(first: ReadTable, second: ReadTable) -> bool:
    """Whether each ends in a total of its own, so that they are two tables of one make.

    A total with a name (`Summa barn`) may be a subtotal of a table that goes on.
    """
    return bool(_TOTAL.fullmatch(first.rows[-1].text(0)) and _TOTAL.match(second.rows[-1].text(0)))


def _is_open(table: ReadTable) -> bool:
    """Whether a table has headings and rows but no total at its end, so that rows below an empty line may be its."""
    first, last = table.rows[0], table.rows[-1]
    return len(table.rows) > 1 and not _is_data(first) and _is_data(last) and not _TOTAL.match(last.text(0))


def _is_data(row: ReadRow) -> bool:
    """Whether a row has a number that is no year."""
    return any(_NUMBER.fullmatch(cell.text) and not _YEAR.fullmatch(cell.text) for cell in row.cells[1:])


def continued(first: ReadTable, second: ReadTable, repeated: int) -> ReadTable:
    """The two pieces as one table; so many rows of the second repeat the first's headings and go."""
    rows = second.rows[repeated:]
    at = len(first.rows) + 1
    last = first.rows[-1]
    if rows and len(first.rows) > repeated and _goes_on(last, rows[0]):
        merged = ReadRow(tuple(map(_merged, last.cells, rows[0].cells)), last.place)
        return replace(first, rows=(*first.rows[:-1], merged, *rows[1:]), joined=(*first.joined, at - 1))
    return replace(first, rows=(*first.rows, *rows), joined=(*first.joined, at))


def _goes_on(last: ReadRow, row: ReadRow) -> bool:
    """Whether a row below repeated headings is the rest of the row above them: its texts finish sentences of that."""
    head = row.text(0)
    if head and _have_numbers(last, row):
        return False
    if _is_rest(last, row):
        return True
    if head and not _finishes(last.text(0), head):
        return False
    pairs = [(a.text, b.text) for a, b in zip(last.cells, row.cells, strict=True) if b.text]
    return any(_finishes(a, b) for a, b in pairs)


def _have_numbers(last: ReadRow, row: ReadRow) -> bool:
    """Whether both have a number in the same column (`of which …` below its whole), so that they are two rows."""
    pairs = zip(last.cells[1:], row.cells[1:], strict=True)
    return any(_NUMBER.fullmatch(a.text) and _NUMBER.fullmatch(b.text) for a, b in pairs)


def _is_rest(last: ReadRow, row: ReadRow) -> bool:
    """Whether a long text without anything beside it follows a row that has something in every cell."""
    lone = len(row.text(0)) > _LONG and not any(cell.text for cell in row.cells[1:])
    return lone and len(row.cells) > 1 and all(cell.text for cell in last.cells)


def _finishes(text: str, rest: str) -> bool:
    if not rest or not any(map(str.isalnum, text)) or (_NUMBER.fullmatch(text) and _NUMBER.fullmatch(rest)):
        return False
    if text.endswith((":", "-", "–", ",")):
        return rest[0].islower() or rest[0] in "-–•" or (text[-1] in "-–" and rest[0].isdigit() and len(text) > 1)
    return not is_sentence(text) and rest[0].islower() and len(text) > 1


def _merged(upper: ReadCell, lower: ReadCell) -> ReadCell:
    if not upper.text or not lower.text:
        return upper if upper.text else replace(lower, spans=upper.spans)
    if _finishes(upper.text, lower.text):
        hard = upper.text.endswith(("-", "–")) and lower.text[0].isdigit()
        text = upper.text + lower.text if hard else rejoined(upper.text, lower.text)
    else:
        text = f"{upper.text}\n{lower.text}"
    return replace(upper, text=text)
