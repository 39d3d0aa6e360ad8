"""A list with more or fewer items than the sentence before it says."""

from collections.abc import Iterator

from styrhus.paper.reading import Block, TextBlock, TextKind
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.counts import ANNOUNCED, NOT_ALL, counted
from styrhus.review.understanding.wording import short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "list-count-differs"
_TAIL = 160
_AFTER = 3


def check(examined: Examined) -> Iterator[Finding]:
    blocks = tuple(
        b for b in examined.reading.blocks if not isinstance(b, TextBlock) or b.kind is not TextKind.FURNITURE
    )
    for index, block in enumerate(blocks):
        if not isinstance(block, TextBlock) or block.kind is TextKind.CONTENTS or not block.text.rstrip().endswith(":"):
            continue
        tail = block.text[-_TAIL:]
        found = ANNOUNCED.search(tail)
        if found is None or NOT_ALL.search(tail):
            continue
        items = _items(blocks, index + 1)
        if items and items != counted(found):
            yield Finding(
                ID, Severity.WARNING, Confidence.LIKELY, block.place.quoting(block.text),
                msg("The text says {stated}, but the list has {items} items: {text}",
                    stated=counted(found), items=items, text=f"”{short(tail, 120)}”"),
                msg("Correct the number or complete the list."),
            )  # fmt: skip


def _items(blocks: tuple[Block, ...], start: int) -> int:
    """The items of the outermost level; 0 when there is no list, or when it may go on after a text."""
    count, index, level = 0, start, None
    for index in range(start, len(blocks)):
        block = blocks[index]
        if not isinstance(block, TextBlock) or block.kind is not TextKind.ITEM:
            break
        level = block.level if level is None else level
        count += block.level <= level
    rest = blocks[index : index + _AFTER]
    for block in rest if count else ():
        if isinstance(block, TextBlock) and block.kind is TextKind.HEADING:
            break
        if isinstance(block, TextBlock) and block.kind is TextKind.ITEM and block is not blocks[-1]:
            return 0
    return count if count > 1 else 0


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("List has another number of items than is said"),
    what=msg("A sentence says how many goals, measures or points follow, and the list has more or fewer."),
    why=msg("Either an item was lost or one was added without the text being changed; the decision may rest on "
            "either."),
    example=msg("“The board has four goals:” followed by a list of five."),
    check=check,
)  # fmt: skip
