"""Which elements of HTML begin a line, which are not read, and the text of those that stand in a line."""

import re

from styrhus.paper.readers.marks import raised
from styrhus.paper.readers.xml_tree import Element

BLOCKS = frozenset({
    *("html", "body", "div", "section", "article", "main", "header", "footer", "aside", "p", "blockquote", "pre", "ul"),
    *("ol", "li", "dl", "dt", "dd", "table", "figure", "figcaption", "hr", "address", "details", "summary", "form"),
    *("fieldset", "legend", "center", "h1", "h2", "h3", "h4", "h5", "h6", "nav", "caption", "tr", "td", "th"),
})  # fmt: skip
_UNREAD = frozenset({
    *("script", "style", "template", "noscript", "head", "iframe", "object", "embed", "audio", "video", "canvas"),
    *("button", "select", "textarea", "input", "del", "svg", "map", "datalist", "dialog"),
})  # fmt: skip
_BOLD = frozenset({"b", "strong"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def is_unread(element: Element) -> bool:
    """Whether nothing of it is shown, or only to machines."""
    if element.tag in _UNREAD or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN.search(element.get("style", "")))


def is_bold(element: Element) -> bool:
    return element.tag in _BOLD or "font-weight:bold" in element.get("style", "").replace(" ", "").lower()


def collapsed(text: str | None) -> str:
    """Text with its white space as a browser shows it; spaces that do not break stay."""
    return _SPACES.sub(" ", text or "")


def tidy(text: str) -> str:
    """A text's lines without spaces around them and without empty ones."""
    return "\n".join(line for line in (part.strip(" ") for part in text.split("\n")) if line)


def line_of(element: Element) -> tuple[str, bool]:
    """All text below an element, lines where the browser breaks them, and whether all of it is bold."""
    parts: list[tuple[str, bool]] = []
    _gather(element, parts, bold=is_bold(element))
    text = tidy("".join(part for part, _ in parts))
    lettered = [bold for part, bold in parts if any(map(str.isalnum, part))]
    return text, bool(lettered) and all(lettered)


def _gather(element: Element, parts: list[tuple[str, bool]], *, bold: bool) -> None:
    parts.append((collapsed(element.text), bold))
    for child in element:
        if child.tag == "br":
            parts.append(("\n", False))
        elif child.tag == "sup":
            text = collapsed("".join(map(str, child.itertext())))
            parts.append((raised(text) if len(text.strip()) <= 3 else text, bold))
        elif not is_unread(child):
            broken = "\n" if child.tag in BLOCKS else ""
            parts.append((broken, False))
            _gather(child, parts, bold=bold or is_bold(child))
            parts.append((broken, False))
        parts.append((collapsed(child.tail), bold))
