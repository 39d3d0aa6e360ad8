"""Word files (DOCX, also with macros, which are not looked at)."""

from styrhus.paper.readers.assemble import assemble
from styrhus.paper.readers.building import declared_headings, tables_without_header
from styrhus.paper.readers.docx_body import Body
from styrhus.paper.readers.docx_package import package, w
from styrhus.paper.readers.xml_tree import Element
from styrhus.paper.reading import Block, Build, Reading

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read(content: bytes, name: str) -> Reading:
    """The document; pages are known where Word has laid it out. ProblemsError when the file is damaged."""
    parts = package(content, name)
    body = Body(parts)
    blocks = assemble(body.blocks(), paged=False)
    return Reading(name, "docx", blocks, pages=body.page, build=_build(blocks, body, parts.core, parts.settings))


def _build(blocks: tuple[Block, ...], body: Body, core: Element | None, settings: Element | None) -> Build:
    title = core.find(_TITLE) if core is not None else None
    theme = settings.find(w("themeFontLang")) if settings is not None else None
    return Build(
        language=body.language or (theme.get(w("val")) if theme is not None else None),
        title=(title.text or "").strip() if title is not None else "",
        heading_styles=declared_headings(blocks),
        tables_without_header=tables_without_header(blocks),
        pictures=tuple(body.pictures),
    )
