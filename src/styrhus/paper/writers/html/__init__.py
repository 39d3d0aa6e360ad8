"""Writes a document as an accessible page, or its blocks as a fragment of another page."""

from collections.abc import Iterable

from styrhus.paper.blocks import Block, Document
from styrhus.paper.outline import outline
from styrhus.paper.writers.html.blocks import Fragment
from styrhus.paper.writers.html.page import article, whole_page
from styrhus.paper.writers.html.style import stylesheet
from styrhus.paper.writers.html.text import Link

__all__ = ["blocks_html", "stylesheet", "write_html"]


def write_html(document: Document, *, link: Link | None = None, standalone: bool = True, prefix: str = "") -> str:
    """The document as one file that needs nothing else, or with `standalone` False as an `<article>`.

    `link` gives the address of a source's ref, None when it has none. Without `link` figures lead to the first
    table of the document that holds them. `prefix` keeps ids apart from those of a page around the article.
    """
    fragment = Fragment(outline(document.blocks, document.language, prefix=prefix), document.language, link=link)
    return whole_page(document, fragment) if standalone else article(document, fragment)


def blocks_html(
    blocks: Iterable[Block],
    language: str,
    link: Link | None = None,
    *,
    prefix: str = "",
    top: int = 2,
    numbered: bool = False,
) -> str:
    """Blocks as HTML for a page that has `paper.css` (see `stylesheet`); a chapter becomes `<h{top}>`.

    It holds no style attributes and no scripts, so it lives with a strict content security policy.
    """
    placed = outline(blocks, language, prefix=prefix, numbered=numbered)
    return Fragment(placed, language, link=link, top=top).html()
