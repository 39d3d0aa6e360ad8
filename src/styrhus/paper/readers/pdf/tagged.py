"""Pages of a tagged PDF: blocks as the file declares them, unless what is drawn says otherwise."""

from styrhus.paper.readers.assemble_shapes import BULLET
from styrhus.paper.readers.pdf import stream, tables
from styrhus.paper.readers.pdf.declared import declared_table, is_useless
from styrhus.paper.readers.pdf.found import FoundTable
from styrhus.paper.readers.pdf.layout import Item, lines, page_items
from styrhus.paper.readers.pdf.piece import Piece, piece
from styrhus.paper.readers.pdf.segments import is_amount
from styrhus.paper.readers.pdf.texts import paragraph_text, strong
from styrhus.paper.readers.pdf.tree import Leaf, TableNode, Tree
from styrhus.paper.readers.pdf.word import Page, Word, around
from styrhus.paper.reading import TextKind

_COVERED = 0.7
_KINDS = {
    "Title": TextKind.TITLE,
    "Caption": TextKind.CAPTION,
    "LI": TextKind.ITEM,
    "TOCI": TextKind.CONTENTS,
    "Note": TextKind.NOTE,
    "FENote": TextKind.NOTE,
}


class Tagged:
    """Reads page after page against the declared structure."""

    def __init__(self, tree: Tree) -> None:
        self._blocks = tree.by_page() if tree.tagged else {}

    def items(self, page: Page) -> list[Item]:
        """The page's items: by its tags where they can be trusted, else by its layout."""
        held = self._blocks.get(page.number, [])
        by_mark: dict[int, list[Word]] = {}
        for word in page.words:
            by_mark.setdefault(word.mark, []).append(word)
        found: list[Item] = []
        texts: list[Word] = []
        owned: set[int] = set()
        for number, block in held:
            marks = [mark for at, mark in block.marks if at == page.number]
            owned.update(marks)
            if isinstance(block, TableNode):
                table = declared_table(block, number, page, by_mark)
                if table is not None:
                    found.append(table)
            else:
                words = [word for mark in marks for word in by_mark.get(mark, [])]
                texts += words
                found += _text(block, words, page)
        rest = [w for w in page.words if w.mark not in owned or w.mark < 0]
        loose = [word for word in rest if not word.artifact and not word.turned]
        if not held or self._is_contradicted(page, found, [*texts, *loose], loose):
            return self._by_layout(page)
        return _placed(found, [*lines(loose, page, []), *_furniture(rest, page)])

    def _is_contradicted(self, page: Page, found: list[Item], texts: list[Word], loose: list[Word]) -> bool:
        """Whether the tags leave much out, put tables into one cell, or call tables plain text."""
        letters = sum(len(word.text) for word in page.words if not word.artifact)
        if sum(len(word.text) for word in loose) > (1 - _COVERED) * letters:
            return True
        if any(isinstance(item, FoundTable) and is_useless(item) for item in found):
            return True
        plain = Page(page.number, page.width, page.height, texts, page.across, page.down, page.fills)
        listed = {i.line for i in found if isinstance(i, Piece) and i.kind in {TextKind.CONTENTS, TextKind.ITEM}}
        missed = [t for t in tables.drawn(plain) if _is_table(t)]
        return bool(missed) or any(
            _is_table(table) for table in stream.tables(plain, [w for w in texts if w.line not in listed])
        )

    def _by_layout(self, page: Page) -> list[Item]:
        """The page by its layout, with the headings that its tags declare."""
        levels = {
            (page.number, mark): block
            for _, block in self._blocks.get(page.number, [])
            if isinstance(block, Leaf) and (_level(block) or block.kind == "Title")
            for at, mark in block.marks
            if at == page.number
        }
        declared = {
            word.line: levels[page.number, word.mark] for word in page.words if (page.number, word.mark) in levels
        }
        artifacts = {word.line for word in page.words if word.artifact} - {w.line for w in page.words if not w.artifact}
        items = page_items(page)
        for item in items:
            if not isinstance(item, Piece):
                continue
            if item.line in artifacts:
                item.kind, item.declared = TextKind.FURNITURE, True
            elif item.line in declared:
                _declare(item, declared[item.line])
        return items


def _is_table(table: FoundTable) -> bool:
    amounts = sum(is_amount(cell.text) and cell.column > 0 for row in table.rows for cell in row)
    return amounts >= 3 and len(table.rows) >= 3 and table.width >= 2


def _level(leaf: Leaf) -> int:
    if leaf.kind == "H":
        return 1
    return int(leaf.kind[1]) if len(leaf.kind) == 2 and leaf.kind[0] == "H" else 0


def _declare(item: Piece, leaf: Leaf) -> None:
    item.level = _level(leaf)
    item.kind = TextKind.HEADING if item.level else _KINDS.get(leaf.kind, TextKind.PARAGRAPH)
    item.declared = item.kind is not TextKind.PARAGRAPH


def _text(leaf: Leaf, words: list[Word], page: Page) -> list[Item]:
    """A declared block as one piece; text that a tag leaves empty is none."""
    if not words:
        return []
    made = piece(words, page.number, page.height)
    made.text, made.strong, made.line = paragraph_text(words), strong(words), words[0].line
    made.top = around(words[:1]).top
    _declare(made, leaf)
    if made.kind is TextKind.ITEM:
        made.level = leaf.depth
        bullet = BULLET.match(made.text)
        made.text = made.text[bullet.end() :] if bullet else made.text
    return [made] if made.text else []


def _furniture(words: list[Word], page: Page) -> list[Piece]:
    found = lines([w for w in words if w.artifact and not w.turned], page, [])
    for item in found:
        item.kind, item.declared, item.joins = TextKind.FURNITURE, True, False
    return found


def _placed(found: list[Item], loose: list[Piece]) -> list[Item]:
    """The declared items in their order, each loose line before the first of them that stands below it."""
    result = list(found)
    for item in sorted(loose, key=lambda i: i.top):
        at = next((n for n, held in enumerate(result) if _top(held) > item.top), len(result))
        result.insert(at, item)
    return result


def _top(item: Item) -> float:
    return item.top if isinstance(item, Piece) else item.box.top
