"""What all writers have in common: the same bytes, the same numbers, any text, quick to import."""

import subprocess
import sys
from io import BytesIO

import docx as docx_reader
import lxml.html
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styrhus.paper.blocks import (
    Align,
    Cell,
    Column,
    Contents,
    Document,
    Drawing,
    Facts,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Run,
    Table,
    plain,
)  # fmt: skip
from styrhus.paper.charts import bars, line
from styrhus.paper.writers import WRITERS
from styrhus.values.unit import Unit
from tests.unit.paper.documents import HOUSE, points, whole_document


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_document_gives_the_same_bytes(suffix, request):
    before = request.getfixturevalue(suffix)
    again = WRITERS[suffix](whole_document())
    assert again == (before.encode() if isinstance(before, str) else before)


def test_captions_have_the_same_numbers_everywhere(html, docx, pdf):
    page = lxml.html.document_fromstring(html)
    numbers = [b.text for b in page.xpath("//main/*/div/table/caption//b|//figcaption//b")]
    assert numbers == [*(f"Tabell {n}" for n in range(1, 5)), *(f"Figur {n}" for n in range(1, 6))]
    opened = docx_reader.Document(BytesIO(docx))
    captions = [p.text.replace("\u00a0", " ") for p in opened.paragraphs if p.style and p.style.name == "Caption"]
    assert [caption.split("\u2002")[0] for caption in captions] == numbers
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    assert all(number in text.replace("\u00a0", " ") for number in numbers)


TEXTS = st.one_of(
    st.text(alphabet=st.characters(codec=None, categories=None), max_size=25),
    st.text(alphabet="&<>#*$\\@_`\"'[](){}~^%/=-+|;:,.!? \n\t\r\x00\x0b\u00ad\u200b\u2028åäö→✓", max_size=25),
)
FIGURE = line.chart(
    line.LineChart((line.Series("x", points(("2018", "1"), ("2019", "2"))),), Unit.DAYS), caption="x", language="sv"
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    def words() -> str:
        return draw(TEXTS)

    runs = (
        Run(words(), strong=True),
        Run(words(), emphasis=True, href=words()),
        Run(words(), href="https://" + words()),
    )
    head = (Column(words()), Column(words(), Align.RIGHT))
    rows = tuple(Row((Cell(runs, indent=1, status="partly"), Cell(plain(words()))), kind) for kind in RowKind)
    nested = ListBlock((runs, plain(words())), draw(st.booleans()), {0: ListBlock((plain(words()),))})
    blocks = [
        Facts(((words(), runs),)), Contents(3), Heading(draw(st.integers(1, 8)), words(), words()), Paragraph(runs),
        nested, Table(words(), head, rows, words(), (runs,), words()), Note(runs, words()), PageBreak(),
        Drawing(words(), HOUSE, words() + "x"), FIGURE, Table(words(), head, ()),
        Paragraph(()), ListBlock(()), Facts(()),
    ]  # fmt: skip
    chosen = draw(st.permutations(blocks))[: draw(st.integers(0, len(blocks)))]
    title = words() + "x"
    return Document(title, "sv", tuple(chosen), words(), words(), words(), words(), words())


@pytest.mark.parametrize("suffix", WRITERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_no_text_breaks_a_writer(suffix, document):
    made = WRITERS[suffix](document)
    if suffix == "html":
        assert lxml.html.document_fromstring(made).find("body") is not None
    elif suffix == "docx":
        docx_reader.Document(BytesIO(made))
    else:
        assert len(pypdfium2.PdfDocument(made)) >= 1


@settings(max_examples=20, deadline=None)
@given(label=TEXTS, version=TEXTS)
def test_no_text_breaks_a_chart(label, version):
    row = bars.BarRow(label, (bars.Amount(points(("x", "1"))[0].value),))
    made = bars.chart(bars.BarChart((version,), (row,), Unit.TKR), caption=label, language="sv")
    for writer in WRITERS.values():
        assert writer(Document("x", "sv", (made,)))


def test_importing_the_writers_does_not_import_their_engines():
    engines = "('typst', 'vl_convert', 'pikepdf', 'docx')"
    code = f"import sys, styrhus.paper.writers; print([m for m in {engines} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found.strip() == "[]"
