"""Lines of a text with their numbers and pages, freed from the markup that copying left in them."""

import re
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)(p|br|li|ul|ol|i|b|u|em|strong|span|div|sub|sup|h[1-6])(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_BREAKS = frozenset({"p", "br", "li", "ul", "ol", "div"})
_BOLD = re.compile(r"(\w?)\*\*(?=\S)([^*\t]{1,2000})(?<=\S)\*\*(?!\*(?!\*))(?=(\w?))")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\t]{1,500})(?<=[^\s*])\*(?![\w*])")
_FEWEST_LONE = 3
_ESCAPED = {"&nbsp;": "\u00a0", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}


@dataclass(frozen=True)
class Line:
    """A line counted from 1; `page` where form feeds part pages, `strong` where all of it was marked as bold.

    `markup` is the first tag of a web editor that stood in it.
    """

    number: int
    text: str
    page: int | None = None
    strong: bool = False
    markup: str = ""


def lines_of(text: str) -> list[Line]:
    """The lines; ends of lines in any system's way."""
    paged = "\f" in text.rstrip("\f\n\r ")
    found: list[Line] = []
    page = 1
    for number, line in enumerate(re.split(r"\r\n|\r|\n|\u2028|\u0085", text), 1):
        parts = line.replace("\v", " ").split("\f")
        page += len(parts) - 1
        plain, strong = plain_line(" ".join(part for part in parts if part))
        found.append(Line(number, plain, page if paged else None, strong, _markup(line)))
    return found


def _markup(line: str) -> str:
    """The first tag that was left in a line; a line break is no fault of the writer."""
    tags = _TAG.finditer(line) if "<" in line else ()
    return next((tag[0] for tag in tags if tag[2].lower() != "br"), "")


def closed(lines: list[Line]) -> list[Line]:
    """The lines without the empty ones in a table whose every row stands alone: three rows or more, of one width."""
    found: list[Line] = []
    index = 0
    while index < len(lines):
        rows = _lone_rows(lines, index)
        if len(rows) >= _FEWEST_LONE:
            found += rows
            index += len(rows) * 2 - 1
        else:
            found.append(lines[index])
            index += 1
    return found


def _lone_rows(lines: list[Line], start: int) -> list[Line]:
    """The lines from `start` on, every second, that have as many tabs as the first and an empty line between."""
    tabs = lines[start].text.count("\t")
    if not tabs or (start and "\t" in lines[start - 1].text):
        return []
    found = [lines[start]]
    at = start + 2
    while at < len(lines) and not lines[at - 1].text.strip() and lines[at].text.count("\t") == tabs:
        found.append(lines[at])
        at += 2
    follows = at - 1 < len(lines) and "\t" in lines[at - 1].text
    return [] if follows else found


def plain_line(line: str) -> tuple[str, bool]:
    """A line without the marks of HTML and Markdown, and whether they said that all of it is bold."""
    if "<" not in line and "*" not in line and "&" not in line:
        return line, False
    if "<" in line:
        line = _TAG.sub(lambda tag: " " if tag[2].lower() in _BREAKS else "", line)
        line = re.sub(r" {2,}", " ", line)
    if "&" in line:
        for entity, sign in _ESCAPED.items():
            line = line.replace(entity, sign)
    if "*" not in line:
        return line, False
    strong = bool(re.fullmatch(r"\s*\*\*[^*\s][^*]*\*\*\s*", line))
    line = _BOLD.sub(_unbold, line)
    return _ITALIC.sub(r"\1", line), strong


def _unbold(found: re.Match[str]) -> str:
    """The words without stars; a space where the stars alone kept them apart."""
    return found[1] + (" " if found[1] else "") + found[2] + (" " if found[3] else "")
