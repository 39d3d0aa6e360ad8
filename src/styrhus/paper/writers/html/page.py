"""The page around a document: title, contents, main text."""

from styrhus.paper.blocks import Document
from styrhus.paper.words import ADDRESSES, SKIP_TO_CONTENT, date_in_words
from styrhus.paper.writers.html.blocks import Fragment
from styrhus.paper.writers.html.style import standalone_style
from styrhus.paper.writers.html.text import escaped

_DEPTH = 2


def whole_page(document: Document, fragment: Fragment) -> str:
    """One file with everything in it; contents stand beside the text on wide screens."""
    publisher = f'<meta name="author" content="{escaped(document.publisher)}">' if document.publisher else ""
    depth = fragment.contents.depth if fragment.contents else _DEPTH
    return f"""<!DOCTYPE html>
<html lang="{ADDRESSES[document.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escaped(_page_title(document))}</title>
{publisher}
<style>
{standalone_style()}
</style>
</head>
<body class="paper-page">
<a class="paper-skip" href="#paper-main">{SKIP_TO_CONTENT.render(document.language)}</a>
{_title_block(document)}
{fragment.contents_html(depth)}
<main class="paper" id="paper-main" tabindex="-1">
{fragment.html(with_contents=False)}
</main>
</body>
</html>
"""


def article(document: Document, fragment: Fragment) -> str:
    """The document inside another page, whose own title is above it."""
    return f'<article class="paper" lang="{ADDRESSES[document.language]}">\n{fragment.html()}\n</article>\n'


def _page_title(document: Document) -> str:
    return f"{document.title} – {document.publisher}" if document.publisher else document.title


def _title_block(document: Document) -> str:
    lines = (
        ("paper-publisher", document.publisher),
        ("", ""),
        ("paper-subtitle", document.subtitle),
        ("paper-status", _status(document)),
    )
    parts = [f'<p class="{css}">{escaped(text)}</p>' if text else "" for css, text in lines]
    parts[1] = f"<h1>{escaped(document.title)}</h1>"
    return f'<header class="paper-title">{"".join(parts)}</header>'


def _status(document: Document) -> str:
    return " ".join(part for part in (document.status, date_in_words(document.date, document.language)) if part)
