"""Markdown files as pages in the look of our own documents."""

import html
import re
from itertools import pairwise
from pathlib import Path

from handbook.links import MARKDOWN, address, is_outside, links, tokens
from styrhus.paper.writers.html.style import standalone_style

STYLE = """
.paper img { max-inline-size: 100%; block-size: auto; border: 1px solid var(--paper-rule); }
.paper pre { overflow-x: auto; padding: .8rem 1rem; border: 1px solid var(--paper-rule); font-size: .88rem; }
.paper table { display: block; overflow-x: auto; border-collapse: collapse; }
.paper { padding-block-start: 2rem; }
.paper tr { border-block-end: 1px solid var(--paper-rule); }
.paper td, .paper th { padding: .25rem .8rem .25rem 0; vertical-align: top; text-align: start; }
"""
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body class="paper-page">
<main class="paper" id="paper-main">
{body}
</main>
</body>
</html>
"""
SWEDISH = "docs/handbok"


def page(path: Path, root: Path) -> str:
    """The page of a file; links to Markdown files become links to their pages."""
    pieces = tokens(path)
    for link in links(pieces):
        if link.type == "link_open" and not is_outside(address(link)):
            link.attrs["href"] = re.sub(r"\.md(?=#|$)", ".html", str(link.attrs["href"]))
    title = next((after.content for piece, after in pairwise(pieces) if piece.tag == "h1"), path.stem)
    return PAGE.format(
        language="sv" if str(path.relative_to(root)).startswith(SWEDISH) else "en",
        title=html.escape(title),
        style=standalone_style() + STYLE,
        body=MARKDOWN.renderer.render(pieces, MARKDOWN.options, {}),
    )
