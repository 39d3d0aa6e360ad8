"""The boards' published totals stand in every format of their documents."""

import html
import io
import re
from functools import cache

import pypdfium2
import pytest
from docx import Document as Word

from styrhus.paper.writers import WRITERS
from tests.unit.reports.reading import built

TOTALS = {
    ("lund-2023", "board-plan"): ("712 524 tkr", "+37 151 tkr", "675 373"),
    ("orebro-2019", "board-plan"): ("509 639", "518 681 tkr", "413", "297,0 mnkr"),
    ("helsingborg-2015", "scorecard"): ("482 560", "Invånare", "Omvärld", "Organisation", "Ekonomi", "minst 1 620"),
    ("lund-2020", "board-plan"): ("600 117", "+24 400"),
    ("eskilstuna-2019", "board-plan"): ("Vård och sociala tjänster", "Digitalisering", "104 709"),
}


def words_of_html(content: bytes) -> str:
    body = re.sub(r"<(style|svg)\b.*?</\1>", " ", content.decode(), flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", body))


def words_of_docx(content: bytes) -> str:
    document = Word(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def words_of_pdf(content: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


READERS = {"html": words_of_html, "docx": words_of_docx, "pdf": words_of_pdf}


@cache
def written(name: str, kind: str, suffix: str) -> str:
    """What can be read in the finished file, with ordinary spaces."""
    words = READERS[suffix](WRITERS[suffix](built(name, kind)))
    return re.sub(r"\s+", " ", words.replace("\u00a0", " "))


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize(("name", "kind"), TOTALS)
def test_the_published_totals_stand_in_the_file(name, kind, suffix):
    read = written(name, kind, suffix)
    assert [total for total in TOTALS[name, kind] if total not in read] == []


def test_every_target_path_of_the_scorecard_is_there():
    read = written("helsingborg-2015", "scorecard", "docx")
    assert "minst 40 % minst 45 % minst 50 %" in read.replace("  ", " ")
    assert "högst 120 högst 120 högst 120" in read


def test_all_fourteen_priorities_of_eskilstuna_are_headings_of_the_document():
    document = built("eskilstuna-2019")
    goals = [block for block in document.blocks if getattr(block, "anchor", "").startswith("goal-")]
    assert len(goals) == 14 + 4


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_document_gives_the_same_file(suffix):
    document = built("helsingborg-2015", "scorecard")
    assert WRITERS[suffix](document) == WRITERS[suffix](document)
