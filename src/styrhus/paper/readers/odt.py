"""OpenDocument texts (ODT), also as one flat XML file."""

from styrhus.paper.readers.archive import Archive, damaged
from styrhus.paper.readers.assemble import assemble
from styrhus.paper.readers.building import declared_headings, tables_without_header
from styrhus.paper.readers.odt_body import Body
from styrhus.paper.readers.odt_outline import Outline
from styrhus.paper.readers.odt_words import FO, OFFICE, PAGE_BREAK, STYLE
from styrhus.paper.readers.xml_tree import Element, tree
from styrhus.paper.reading import Build, Reading

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_NAMED = STYLE + "style"


def read(content: bytes, name: str) -> Reading:
    """The document; pages are known where the program has noted them. ProblemsError when the file is damaged."""
    roots = _roots(content, name)
    text = next((held for root in roots if (held := root.find(f"{OFFICE}body/{OFFICE}text")) is not None), None)
    if text is None:
        raise damaged(name)
    styles = {element.get(STYLE + "name", ""): element for root in roots for element in root.iter(_NAMED)}
    body = Body(styles, Outline(roots), paged=next(text.iter(PAGE_BREAK), None) is not None)
    raw = list(body.blocks(text))
    for root in roots:
        masters = root.find(OFFICE + "master-styles")
        raw += body.furniture(masters) if masters is not None else ()
    blocks = assemble(raw, paged=False)
    build = Build(
        language=_language(roots),
        title=next((title.strip() for root in roots if (title := root.findtext(f".//{_TITLE}"))), ""),
        heading_styles=declared_headings(blocks),
        tables_without_header=tables_without_header(blocks),
        pictures=tuple(body.pictures),
    )
    return Reading(name, "odt", blocks, pages=body.page, build=build)


def _roots(content: bytes, name: str) -> list[Element]:
    if not content.startswith(b"PK"):
        root = tree(content, name)
        return [root] if root is not None else []
    archive = Archive(content, name)
    parts = (tree(archive.part(part), name) for part in ("content.xml", "styles.xml", "meta.xml"))
    return [root for root in parts if root is not None]


def _language(roots: list[Element]) -> str | None:
    for root in roots:
        for default in root.iter(STYLE + "default-style"):
            properties = default.find(STYLE + "text-properties")
            language = properties.get(FO + "language") if properties is not None else None
            if properties is not None and language and default.get(STYLE + "family") == "paragraph":
                country = properties.get(FO + "country", "")
                return f"{language}-{country}" if country not in {"", "none"} else language
    return None
