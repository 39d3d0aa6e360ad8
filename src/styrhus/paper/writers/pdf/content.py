"""A document as the plain data that the print template reads."""

from dataclasses import asdict

from styrhus.paper import fonts
from styrhus.paper.blocks import Document
from styrhus.paper.outline import Outline
from styrhus.paper.palette import LIGHT
from styrhus.paper.spreads import front, spreads
from styrhus.paper.words import ADDRESSES, date_in_words, iso_parts
from styrhus.paper.writers.pdf.blocks import Blocks
from styrhus.paper.writers.pdf.tables import tables_file
from styrhus.paper.writers.pdf.text import Data, shown

UNDATED = (2000, 1, 1)
"""The creation date of a document without an ISO date, so that its bytes do not change by the day."""


def content(document: Document, ordered: Outline) -> Data:
    """Everything plan.typ needs; see there for the names."""
    make = Blocks(document.language, ordered)
    opening = front(ordered.placed)
    return {
        "title": shown(document.title) or "–",
        "short_title": shown(document.short_title or document.title),
        "subtitle": shown(document.subtitle),
        "publisher": shown(document.publisher),
        "status": shown(document.status),
        "date": shown(date_in_words(document.date, document.language)),
        "created": list(iso_parts(document.date) or UNDATED),
        "language": document.language,
        "region": ADDRESSES[document.language].partition("-")[2],
        "fonts": list(fonts.FAMILIES),
        "colours": asdict(LIGHT),
        "front": [make(place) for place in opening],
        "spreads": [
            {"on_side": spread.on_side, "blocks": [make(place) for place in spread.placed]}
            for spread in spreads(ordered.placed[len(opening) :])
        ],
        "files": [tables_file(ordered, document.language)],
    }
