"""Blocks as HTML."""

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
    Table,
)
from styrhus.paper.outline import Outline, Placed
from styrhus.paper.printable import one_line, printable
from styrhus.paper.words import CONTENTS, SHOW_DATA
from styrhus.paper.writers.html.tables import caption_html, table_html
from styrhus.paper.writers.html.text import Link, Texts, escaped


class Fragment:
    """The blocks of one document or one part of a page, ready to be written."""

    def __init__(self, outline: Outline, language: str, *, link: Link | None = None, top: int = 2) -> None:
        self._outline = outline
        self._language = language
        self._texts = Texts(outline, link)
        self._top = top

    @property
    def contents(self) -> Contents | None:
        """The contents block that the document itself asks for."""
        return next((place.block for place in self._outline.placed if isinstance(place.block, Contents)), None)

    def html(self, *, with_contents: bool = True) -> str:
        """All blocks in order; a page that shows the contents elsewhere leaves them out."""
        return "\n".join(
            self._block(place)
            for place in self._outline.placed
            if with_contents or not isinstance(place.block, Contents)
        )

    def contents_html(self, depth: int) -> str:
        """The headings as nested lists of links; nothing when there are none."""
        entries = self._outline.entries(depth)
        if not entries:
            return ""
        title = CONTENTS.render(self._language)
        head = f"<h{self._top}>{title}</h{self._top}>"
        return f'<nav class="paper-contents" aria-label="{title}">{head}{_nested(entries)}</nav>'

    def _block(self, place: Placed) -> str:
        block = place.block
        if isinstance(block, Heading):
            tag = f"h{min(self._top + place.level - 1, 6)}"
            return f'<{tag} id="{place.anchor}">{escaped(block.text) or "–"}</{tag}>'
        if isinstance(block, Table):
            return table_html(block, self._texts, anchor=place.anchor, label=place.label)
        if isinstance(block, Chart):
            return self._figure(block, place, self._drawn(block), more=self._data(block, place.anchor))
        if isinstance(block, Drawing):
            return self._figure(block, place, {"": printable(block.svg)})
        return self._plain(block)

    def _plain(self, block: Block) -> str:
        match block:
            case Paragraph():
                css = ' class="lead"' if block.lead else ' class="introduces"' if block.introduces else ""
                return f"<p{css}>{self._texts.html(block.runs)}</p>"
            case ListBlock():
                return self._list(block)
            case Facts():
                pairs = (f"<div><dt>{escaped(a)}</dt><dd>{self._texts.html(b)}</dd></div>" for a, b in block.items)
                return f'<dl class="paper-facts">{"".join(pairs)}</dl>'
            case Note():
                title = f"<p><strong>{escaped(block.title)}</strong></p>" if block.title else ""
                return f'<div class="paper-note" role="note">{title}<p>{self._texts.html(block.runs)}</p></div>'
            case Contents():
                return self.contents_html(block.depth)
            case PageBreak():
                return '<div class="paper-page-break"></div>'
        raise TypeError(f"no HTML for {type(block).__name__}")

    def _list(self, block: ListBlock) -> str:
        tag = "ol" if block.ordered else "ul"
        items = []
        for index, runs in enumerate(block.items):
            child = block.children.get(index)
            items.append(f"<li>{self._texts.html(runs)}{self._list(child) if child else ''}</li>")
        return f"<{tag}>{''.join(items)}</{tag}>"

    def _drawn(self, chart: Chart) -> dict[str, str]:
        """The chart's drawings by the class that says on which widths they are seen."""
        drawn = {"": charts.svg(chart.specification, self._language)}
        if chart.narrow is None:
            return drawn
        return {"on-wide": drawn[""], "on-narrow": charts.svg(chart.narrow, self._language)}

    def _figure(self, block: Chart | Drawing, place: Placed, drawn: dict[str, str], *, more: str = "") -> str:
        """One image with its text equivalent, which may scroll sideways where the page is narrow."""
        alt = one_line(block.alt) or one_line(block.caption)
        pictures = "".join(
            drawing.for_page(svg, alt=alt, identity=f"{place.anchor}{css}", css=css) for css, svg in drawn.items()
        )
        caption = caption_html("figcaption", block.caption, place.label, identity=f"{place.anchor}-caption")
        name = f'aria-labelledby="{place.anchor}-caption"' if caption else f'aria-label="{escaped(alt)}"'
        region = f'<div class="paper-scroll" role="region" {name} tabindex="0">{pictures}</div>'
        return f'<figure class="paper-figure" id="{place.anchor}">{caption}{region}{more}</figure>'

    def _data(self, chart: Chart, anchor: str) -> str:
        table = table_html(chart.data, self._texts, anchor=f"{anchor}-data")
        return f"<details><summary>{SHOW_DATA.render(self._language)}</summary>{table}</details>"


def _nested(entries: tuple[Placed, ...]) -> str:
    """Nested lists; levels never skip, which the outline has seen to."""
    made, depth = [], 0
    for entry in entries:
        if entry.level > depth:
            made.append("<ul>" * (entry.level - depth))
        else:
            made.append("</li>" + "</ul></li>" * (depth - entry.level))
        depth = entry.level
        text = escaped(entry.block.text) if isinstance(entry.block, Heading) else ""
        made.append(f'<li><a href="#{entry.anchor}">{text or "–"}</a>')
    return "".join(made) + "</li></ul>" * depth
