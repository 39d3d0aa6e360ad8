"""A Word file's parts, found by how they are related and not by their names."""

from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from styrhus.paper.readers.archive import Archive, damaged
from styrhus.paper.readers.xml_tree import Element, tree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
}


def w(name: str) -> str:
    """A WordprocessingML name with its namespace."""
    return W + name


VAL = w("val")


def is_on(parent: Element | None, name: str) -> bool | None:
    """Whether a switch such as `w:b` is on; None when it does not stand there."""
    held = parent.find(w(name)) if parent is not None else None
    if held is None:
        return None
    return held.get(VAL, "1") not in {"0", "false", "off", "none"}


def value(parent: Element | None, *path: str) -> str:
    """The `w:val` of an element below another; empty when it is not there."""
    held = parent.find("/".join(map(w, path))) if parent is not None else None
    return "" if held is None else held.get(VAL, "")


@dataclass
class Package:
    """The document's root and the roots of the parts beside it; None or empty where the file has none."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    settings: Element | None = None
    core: Element | None = None
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    """Footnotes and endnotes by which of them they are and their ids."""
    edges: list[Element] = field(default_factory=list)
    """Headers and footers."""


def package(content: bytes, name: str) -> Package:
    """ProblemsError when the file is damaged or has no document part."""
    archive = Archive(content, name)
    part = _related(archive, "", name).get("officeDocument", ["word/document.xml"])[0]
    root = _root(archive, part, name)
    if root is None or root.find(w("body")) is None:
        raise damaged(name)
    related = _related(archive, part, name)
    found = Package(root)
    found.styles = _first(archive, related, "styles", name)
    found.numbering = _first(archive, related, "numbering", name)
    found.settings = _first(archive, related, "settings", name)
    found.core = _root(archive, "docProps/core.xml", name)
    for kind in ("footnotes", "endnotes"):
        held = _first(archive, related, kind, name)
        for note in held if held is not None else ():
            found.notes[kind, note.get(w("id"), "")] = note
    edges = (_root(archive, held, name) for kind in ("header", "footer") for held in related.get(kind, ()))
    found.edges = [edge for edge in edges if edge is not None]
    return found


def _first(archive: Archive, related: dict[str, list[str]], kind: str, name: str) -> Element | None:
    parts = related.get(kind)
    return _root(archive, parts[0], name) if parts else None


def _root(archive: Archive, part: str, name: str) -> Element | None:
    content = archive.part(part)
    if _STRICT in content[:8192]:
        for strict, usual in _TRANSITIONAL.items():
            content = content.replace(strict, usual)
    return tree(content, name)


def _related(archive: Archive, part: str, name: str) -> dict[str, list[str]]:
    """The parts that a part refers to, by the last word of the relation's type."""
    folder = dirname(part)
    root = _root(archive, join(folder, "_rels", f"{part.rpartition('/')[2]}.rels"), name)
    found: dict[str, list[str]] = {}
    for relation in root if root is not None else ():
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found.setdefault(relation.get("Type", "").rpartition("/")[2], []).append(path)
    return found
