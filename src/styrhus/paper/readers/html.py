"""Web pages (HTML)."""

import codecs
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from lxml import etree, html

from styrhus.paper.readers.archive import damaged
from styrhus.paper.readers.assemble import assemble
from styrhus.paper.readers.building import declared_headings, tables_without_header
from styrhus.paper.readers.decoding import decode
from styrhus.paper.readers.html_body import Body
from styrhus.paper.readers.html_words import collapsed
from styrhus.paper.readers.xml_tree import Element
from styrhus.paper.reading import Block, Build, Reading, TextBlock, TextKind
from styrhus.values.problem import Problem

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)


def read(content: bytes, name: str) -> Reading:
    """The page; navigation, scripts and what is hidden are left out. ProblemsError when it cannot be parsed."""
    text, problems = _decoded(content, name)
    root = page(text, name)
    body = Body()
    held = root.find("body")
    blocks = assemble(_titled(body.blocks(held if held is not None else root)))
    build = Build(
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        title=collapsed(root.findtext("head/title")).strip(),
        heading_styles=declared_headings(blocks),
        tables_without_header=tables_without_header(blocks),
        pictures=tuple(body.pictures),
    )
    return Reading(name, "html", blocks, build=build, problems=problems)


def page(text: str, name: str) -> Element:
    """The root of a page, mended where its tags do not match."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise damaged(name) from error
    return root


def _decoded(content: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text as the page says it is written, where that holds."""
    said = _CHARSET.search(content[:4096])
    if said:
        # A page may be wrong about itself; then its encoding is found out as that of any text, which tells losses.
        with suppress(LookupError, UnicodeDecodeError, ValueError):
            return content.decode(codecs.lookup(said[1].decode("ascii")).name), ()
    return decode(content, name)


def _titled(blocks: Iterable[Block]) -> list[Block]:
    """A single heading of the first level is the title; the others then move up by one."""
    found = list(blocks)
    levels = [block.level for block in found if isinstance(block, TextBlock) and block.kind is TextKind.HEADING]
    if levels.count(1) != 1 or len(levels) < 2:
        return found
    return [
        _moved(block) if isinstance(block, TextBlock) and block.kind is TextKind.HEADING else block for block in found
    ]


def _moved(heading: TextBlock) -> TextBlock:
    kind = TextKind.TITLE if heading.level == 1 else TextKind.HEADING
    return replace(heading, kind=kind, level=heading.level - 1)
