"""Blocks as the print template reads them."""

from styrhus.paper import charts, drawing
from styrhus.paper.blocks import (
    Block,
    Chart,
    Contents,
    Drawing,
    Facts,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Runs,
    Table,
)
from styrhus.paper.fonts import drawable
from styrhus.paper.outline import Outline, Placed
from styrhus.paper.printable import printable
from styrhus.paper.words import CONTENTS
from styrhus.paper.writers.pdf.tables import table_data
from styrhus.paper.writers.pdf.text import Data, pieces, shown

_LONG_NOTE = 900
"""A note of more characters than this may go on on the next page."""


class Blocks:
    """Turns placed blocks into data, one document at a time."""

    def __init__(self, language: str, outline: Outline) -> None:
        self._language = language
        self._outline = outline

    def __call__(self, place: Placed) -> Data:
        """The block's data; `kind` names the function of plan.typ that places it."""
        block = place.block
        if isinstance(block, Table):
            return {"kind": "table", **table_data(block, place, self._outline)}
        if isinstance(block, Chart):
            return self._picture(charts.svg(block.specification, self._language), block, place)
        if isinstance(block, Drawing):
            return self._picture(block.svg, block, place)
        if isinstance(block, Heading):
            # A heading without text would be refused, and would mean nothing to a reader.
            return {"kind": "heading", "text": shown(block.text) or "–", "level": place.level, "anchor": place.anchor}
        return self._plain(block)

    def _plain(self, block: Block) -> Data:
        match block:
            case Paragraph():
                runs = self._runs(block.runs)
                return {"kind": "paragraph", "lead": block.lead, "introduces": block.introduces, "runs": runs}
            case ListBlock():
                return self._list(block)
            case Facts():
                items = [{"label": shown(label), "runs": self._runs(runs)} for label, runs in block.items]
                return {"kind": "facts", "items": items}
            case Note():
                long = sum(len(run.text) for run in block.runs) > _LONG_NOTE
                return {"kind": "note", "title": shown(block.title), "runs": self._runs(block.runs), "long": long}
            case Contents():
                return {"kind": "contents", "title": CONTENTS.render(self._language), "depth": block.depth}
            case PageBreak():
                return {"kind": "page-break"}
        raise TypeError(f"no way to print {type(block).__name__}")

    def _runs(self, runs: Runs) -> list[Data]:
        return pieces(runs, self._outline)

    def _list(self, block: ListBlock) -> Data:
        items: list[Data] = [{"runs": self._runs(runs)} for runs in block.items]
        for index, child in block.children.items():
            items[index]["list"] = self._list(child)
        return {"kind": "list", "ordered": block.ordered, "items": items}

    def _picture(self, svg: str, block: Chart | Drawing, place: Placed) -> Data:
        return {
            "kind": "picture",
            "svg": drawable(printable(drawing.for_print(svg))),
            "width": drawing.size(svg)[0],
            "alt": shown(block.alt) or shown(block.caption) or "–",
            "caption": shown(block.caption),
            "label": place.label,
            "anchor": place.anchor,
        }
