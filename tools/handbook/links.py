"""The links and pictures of a Markdown file, and which of them lead nowhere."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKDOWN = MarkdownIt("commonmark").enable("table")


def anchor(heading: str) -> str:
    """The name by which a link reaches a heading."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading.lower()).strip())


def tokens(path: Path) -> list[Token]:
    """A file in pieces, with an anchor on every heading."""
    pieces = MARKDOWN.parse(path.read_text(encoding="utf-8"))
    for piece, after in pairwise(pieces):
        if piece.type == "heading_open":
            piece.attrSet("id", anchor(after.content))
    return pieces


def links(pieces: list[Token]) -> Iterator[Token]:
    """Every link and picture."""
    for piece in pieces:
        yield from (child for child in piece.children or () if child.type in ("link_open", "image"))


def address(link: Token) -> str:
    """Where a link or picture leads."""
    return unquote(str(link.attrs.get("href", link.attrs.get("src", ""))))


def is_outside(to: str) -> bool:
    """Whether an address leads to the web, which is never asked."""
    return re.match(r"[a-z]+:", to) is not None


def broken(path: Path, root: Path) -> Iterator[str]:
    """The links of a file that lead to no file or heading of ours, and pictures without a text for those who cannot
    see them."""
    for link in links(tokens(path)):
        to = address(link)
        file, _, heading = to.partition("#")
        if link.type == "image" and not link.content.strip():
            yield f"{path.relative_to(root)}: the picture {file} has no alternative text"
        if is_outside(to):
            continue
        target = (path.parent / file) if file else path
        if not target.exists():
            yield f"{path.relative_to(root)}: there is no {file}"
        elif heading and heading not in {piece.attrs.get("id") for piece in tokens(target)}:
            yield f"{path.relative_to(root)}: there is no heading {heading} in {target.name}"
