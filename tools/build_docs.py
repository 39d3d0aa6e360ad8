"""Turn the Markdown of docs/ into pages in build/docs and tell broken links; with `--check` only the latter."""

import html
import re
import shutil
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "docs"
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body{{font:1rem/1.6 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}}
table{{border-collapse:collapse}}td,th{{padding:.2rem .8rem .2rem 0;text-align:left}}img{{max-width:100%}}
pre{{overflow:auto}}</style></head><body>{body}</body></html>
"""
MARKDOWN = MarkdownIt("commonmark").enable("table")
SWEDISH = "docs/manual"


def sources() -> list[Path]:
    """The Markdown files that people read, README first."""
    found = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [path for path in found if path.exists()]


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


def broken(path: Path) -> Iterator[str]:
    """The links of a file that lead to no file or heading of ours; addresses on the web are not asked."""
    for link in links(tokens(path)):
        file, _, heading = address(link).partition("#")
        if re.match(r"[a-z]+:", file):
            continue
        target = (path.parent / file) if file else path
        if not target.exists():
            yield f"{path.relative_to(ROOT)}: there is no {file}"
        elif heading and heading not in {piece.attrs.get("id") for piece in tokens(target)}:
            yield f"{path.relative_to(ROOT)}: there is no heading {heading} in {target.name}"


def render(path: Path) -> None:
    """Write the page of a file; links to Markdown files become links to their pages."""
    pieces = tokens(path)
    for link in links(pieces):
        href = str(link.attrs.get("href", ""))
        if not re.match(r"[a-z]+:", href):
            link.attrs["href"] = re.sub(r"\.md(?=#|$)", ".html", href)
    title = next((after.content for piece, after in pairwise(pieces) if piece.tag == "h1"), "")
    name = str(path.relative_to(ROOT))
    page = PAGE.format(
        language="sv" if name.startswith(SWEDISH) else "en",
        title=html.escape(title or path.stem),
        body=MARKDOWN.renderer.render(pieces, MARKDOWN.options, {}),
    )
    target = (TARGET / name).with_suffix(".html")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(page, encoding="utf-8")


def main() -> int:
    """Check every link, then write the pages; gives 1 when a link leads nowhere."""
    faults = [fault for path in sources() for fault in broken(path)]
    print("\n".join(faults) if faults else "Links: all lead somewhere.")
    if faults or "--check" in sys.argv[1:]:
        return 1 if faults else 0
    shutil.rmtree(TARGET, ignore_errors=True)
    for path in sources():
        render(path)
    for picture in (ROOT / "docs").rglob("*.png"):
        shutil.copyfile(picture, TARGET / picture.relative_to(ROOT))
    print(f"{len(sources())} pages in {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
