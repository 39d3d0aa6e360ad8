"""What a Word file's paragraph styles say: headings, titles, captions, contents, lists, bold."""

import re
from dataclasses import dataclass
from functools import cached_property

from styrhus.paper.readers.docx_package import VAL, is_on, value, w
from styrhus.paper.readers.xml_tree import Element
from styrhus.paper.reading import TextKind

_HEADING = re.compile(r"(?:heading|rubrik|överskrift|overskrift|otsikko)[ _]?([1-9])\b.*", re.IGNORECASE)
_NAMES = {
    TextKind.CONTENTS: (
        r"(?:toc|innehåll|contents?|innhold|indhold|sisluet|sisällys)[ _]?(?:\d|heading).*|innehållsförteckningsrubrik|"
        r"overskrift for innholdsfortegnelse|table of (?:figures|contents)|figurförteckning"
    ),
    TextKind.TITLE: r"title|titel|tittel|dokumenttitel|dokumentrubrik|huvudtitel",
    TextKind.CAPTION: (
        r"caption|beskrivning|bildtext|tabellrubrik|tabellöverskrift|bildetekst|tabelltittel|billedtekst|kuvaotsikko|"
        r"kuvan otsikko|taulukon otsikko|table caption|tabell ?(?:caption|titel)|table|illustration"
    ),
    TextKind.NOTE: (
        r"(?:foot|end)note(?: text)?|fotnotstext|slutnotstext|fotnottekst|tabellnot|tabellkommentar|källa|"
        r"alaviitteen teksti|källhänvisning"
    ),
    TextKind.FURNITURE: r"header|footer|sidhuvud|sidfot|topptekst|bunntekst|ylätunniste|alatunniste",
}
"""What styles of a kind are called, in the languages that the programs name them in."""
_KINDS = tuple((re.compile(pattern, re.IGNORECASE), kind) for kind, pattern in _NAMES.items())


def kind_named(name: str) -> tuple[TextKind | None, int]:
    """The kind of text that a style of that name is for, and the level of a heading; None when it tells nothing."""
    heading = _HEADING.fullmatch(name)
    if heading:
        return TextKind.HEADING, int(heading[1])
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), None), 0


@dataclass(frozen=True)
class Style:
    """A paragraph style with what it takes over from those it builds on."""

    name: str = ""
    kind: TextKind | None = None
    level: int = 0
    strong: bool = False
    number: tuple[str, str] = ("", "")
    """The list that it belongs to, and the level there."""
    is_list: bool = False


class Styles:
    """Styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        held = root.findall(w("style")) if root is not None else []
        self._elements = {element.get(w("styleId"), ""): element for element in held}
        self._made: dict[str, Style] = {}
        self._default = next(
            (e.get(w("styleId"), "") for e in held if e.get(w("type")) == "paragraph" and e.get(w("default")) == "1"),
            "",
        )

    def style(self, identity: str) -> Style:
        """The style of that id, the default where there is none."""
        identity = identity or self._default
        if identity not in self._made:
            self._made[identity] = Style()  # a style that builds on itself ends here
            self._made[identity] = self._read(identity)
        return self._made[identity]

    def is_strong(self, identity: str) -> bool | None:
        """Whether a character style is bold."""
        element = self._elements.get(identity)
        return is_on(element.find(w("rPr")), "b") if element is not None else None

    @cached_property
    def language(self) -> str | None:
        """The language of text that says none itself."""
        normal = self._elements.get(self._default)
        for parent in (normal, self._root.find(w("docDefaults")) if self._root is not None else None):
            held = parent.find(f".//{w('lang')}") if parent is not None else None
            if held is not None and held.get(VAL):
                return held.get(VAL)
        return None

    def _read(self, identity: str) -> Style:
        element = self._elements.get(identity)
        if element is None:
            return _named(Style(), identity)
        based = value(element, "basedOn")
        base = self.style(based) if based and based in self._elements else Style()
        properties = element.find(w("pPr"))
        level = value(properties, "outlineLvl")
        number = (value(properties, "numPr", "numId"), value(properties, "numPr", "ilvl") or "0")
        strong = is_on(element.find(w("rPr")), "b")
        name = value(element, "name")
        kind, depth = (
            (TextKind.HEADING, int(level) + 1) if level.isdecimal() and int(level) < 9 else (base.kind, base.level)
        )
        made = Style(
            name, kind, depth, base.strong if strong is None else strong, number if number[0] else base.number,
            base.is_list or bool(re.match(r"list|lista|punktlista|numrerad lista|liste", name, re.IGNORECASE)),
        )  # fmt: skip
        return _named(made, name)


def _named(style: Style, name: str) -> Style:
    """The style with the kind that its name tells, which goes before what it builds on."""
    kind, level = kind_named(name)
    if kind is None:
        return style
    depth = re.search(r"(\d)$", name) if kind is TextKind.CONTENTS else None
    return Style(name, kind, int(depth[1]) if depth else level, style.strong, style.number)
