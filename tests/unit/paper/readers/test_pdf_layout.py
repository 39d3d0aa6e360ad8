"""Pages without tags: order of reading, paragraphs, tables told from how their texts stand."""

import pytest

from styrhus.paper.readers.pdf import read
from styrhus.paper.reading import TextKind
from tests.unit.paper.readers.looking import rows, texts
from tests.unit.paper.readers.pdf_files import drawn, lines, right, text, turned

LEFT = """Den första spalten handlar om barn
och unga i kommunen och om hur
nämnden följer upp sina mål.
Varje mål har en indikator som
visar om verksamheten går åt
rätt håll under hela året.
Resultaten redovisas i varje
delårsrapport till fullmäktige.""".splitlines()
RIGHT = """Den andra spalten handlar om vuxna
och om stöd till försörjning som
ges efter prövning varje månad.
Antalet hushåll har minskat men
kostnaden per hushåll har ökat
mer än vad som var väntat.
Prognosen bygger på antaganden
om arbetsmarknaden i regionen.""".splitlines()


def table(y, labels, columns, *, step=14, size=10):
    """Rows of a label and numbers that end at the columns' right sides, without any lines."""
    content = ""
    for index, (label, *numbers) in enumerate(labels):
        content += text(70, y - index * step, label, size=size)
        for at, number in zip(columns, numbers, strict=True):
            content += right(at, y - index * step, number, size=size) if number else ""
    return content


def test_numbers_side_by_side_stay_apart():
    page = text(70, 760, "Budget i sammandrag") + table(
        700,
        [("Personal", "218 033", "174 917"), ("Lokaler", "-700", "-500"), ("Summa", "217 333", "174 417")],
        (250, 290),
    )
    assert rows(read(drawn(page), "plan.pdf")) == [
        ["Personal", "218 033", "174 917"],
        ["Lokaler", "-700", "-500"],
        ["Summa", "217 333", "174 417"],
    ]


def test_an_empty_cell_stays_in_its_column():
    page = table(
        700,
        [
            ("Konto", "2022", "2023", "2024"),
            ("Barn", "", "12,5", "14,0"),
            ("Vuxna", "8,1", "", "9,0"),
            ("Summa", "8,1", "12,5", "23,0"),
        ],
        (250, 320, 390),
    )
    assert rows(read(drawn(page), "plan.pdf"))[1:3] == [["Barn", "", "12,5", "14,0"], ["Vuxna", "8,1", "", "9,0"]]


def test_a_label_over_two_lines_is_one_row():
    page = text(70, 700, "Placeringar av barn och unga i") + table(
        688, [("familjehem", "400", "500"), ("Drift", "1", "2"), ("Summa", "401", "502")], (300, 360), step=20
    )
    page = text(70, 726, "Slag") + right(300, 726, "2023") + right(360, 726, "2024") + page
    assert ["Placeringar av barn och unga i familjehem", "400", "500"] in rows(read(drawn(page), "plan.pdf"))


def test_columns_of_text_are_read_one_after_the_other():
    page = lines(700, LEFT, x=60) + lines(700, RIGHT, x=320)
    reading = read(drawn(page), "plan.pdf")
    assert reading.tables == ()
    whole = " ".join(texts(reading, TextKind.PARAGRAPH))
    assert whole == " ".join(LEFT + RIGHT)


def test_words_that_a_line_ends_are_mended():
    page = lines(
        700,
        [
            "Nämnden ansvarar för verksam-",
            "heten inom individ- och familje-",
            "omsorgen samt vård- och omsorgsboenden.",
        ],
    )
    assert texts(read(drawn(page), "plan.pdf"), TextKind.PARAGRAPH) == [
        "Nämnden ansvarar för verksamheten inom individ- och familjeomsorgen samt vård- och omsorgsboenden."
    ]


def test_contents_are_no_table():
    page = text(70, 740, "Innehåll", font="B", size=14) + lines(
        700,
        [
            "Ekonomi ................................ 3",
            "Mål ..................................... 5",
            "Uppdrag ............................. 11",
        ],
    )
    reading = read(drawn(page, text(70, 700, "Text.")), "plan.pdf")
    assert reading.tables == ()
    assert texts(reading, TextKind.CONTENTS)[-3:] == ["Ekonomi\t3", "Mål\t5", "Uppdrag\t11"]


def test_larger_type_is_a_heading_with_a_level():
    page = (
        text(70, 760, "Verksamhet", font="B", size=18)
        + lines(730, LEFT)
        + text(70, 600, "Placeringar", font="B", size=13)
        + lines(580, RIGHT)
    )
    headings = [
        (b.text, b.level) for b in read(drawn(page), "plan.pdf").texts if b.kind in {TextKind.HEADING, TextKind.TITLE}
    ]
    assert headings == [("Verksamhet", 1), ("Placeringar", 2)]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(degrees):
    labels = [("Personal", "218 033", "174 917"), ("Lokaler", "-700", "-500"), ("Summa", "217 333", "174 417")]
    upright = read(drawn(text(70, 760, "Budget i sammandrag") + table(700, labels, (250, 310))), "plan.pdf")
    matrix = {90: "0 1 -1 0 842 0 cm", 180: "-1 0 0 -1 595 842 cm", 270: "0 -1 1 0 0 595 cm"}[degrees]
    content = f"q {matrix}\n" + text(70, 760 - 247 * (degrees != 180), "Budget i sammandrag")
    content += table(700 - 247 * (degrees != 180), labels, (250, 310)) + "Q\n"
    size = {"width": 842, "height": 595} if degrees != 180 else {}
    assert rows(read(turned(drawn(content, **size), degrees), "plan.pdf")) == rows(upright)


def test_text_up_the_margin_is_told():
    margin = "BT /F 9 Tf 0 1 -1 0 40 200 Tm (Detta löper längs kanten av sidan uppåt) Tj ET\n"
    reading = read(drawn(lines(700, LEFT) + margin), "plan.pdf")
    assert "1." in reading.problems[0].message.render("en")


def test_frame_around_text_is_no_table():
    page = "60 560 300 160 re S\n" + lines(700, LEFT)
    assert read(drawn(page), "plan.pdf").tables == ()


def test_drawn_cells_with_several_rows_are_parted():
    frame = "".join(f"60 {y} m 360 {y} l S\n" for y in (640, 700, 720))
    frame += "".join(f"{x} 640 m {x} 720 l S\n" for x in (60, 200, 280, 360))
    head = text(65, 706, "Slag") + right(275, 706, "2023") + right(355, 706, "2024")
    body = table(688, [("Personal", "10", "12"), ("Lokaler", "5", "4"), ("Summa", "15", "16")], (275, 355))
    assert rows(read(drawn(frame + head + body), "plan.pdf")) == [
        ["Slag", "2023", "2024"],
        ["Personal", "10", "12"],
        ["Lokaler", "5", "4"],
        ["Summa", "15", "16"],
    ]
