"""Tables without lines or tags as programs print them: centred headings, airy rows, names of several lines."""

from styrhus.paper.readers.pdf import read
from tests.unit.paper.readers.looking import rows
from tests.unit.paper.readers.pdf_files import drawn, text

HEADS = [("Utfall", 210), ("Budget", 290), ("Avvikelse", 365)]
YEARS = [("2023", 212), ("2024", 293), ("2024", 377)]
BODY = [("Barn och unga", "-120,5", "-118,0", "-2,5"), ("Vuxna", "-40,0", "-41,5", "1,5"),
        ("Administration", "-8,2", "-8,0", "-0,2"), ("Lokaler", "-3,0", "-3,0", "0,0")]  # fmt: skip
WHOLE = [["mnkr", "Utfall 2023", "Budget 2024", "Avvikelse 2024"], *map(list, BODY)]


def head(y):
    """Two lines of headings with the unit over the names between them, as cells with centred text are printed."""
    upper = "".join(text(x, y, word, font="B", size=8) for word, x in HEADS)
    lower = "".join(text(x, y - 10, word, font="B", size=8) for word, x in YEARS)
    return upper + text(105, y - 5, "mnkr", font="B", size=8) + lower


def body(y, labels=BODY, *, step=26):
    content = ""
    for at, (label, *numbers) in enumerate(labels):
        content += text(60, y - at * step, label, size=8)
        content += "".join(text(x, y - at * step, n, size=8) for n, x in zip(numbers, (200, 280, 360), strict=True))
    return content


def test_headings_of_two_lines_with_the_unit_between_them():
    assert rows(read(drawn(head(700) + body(664)), "plan.pdf")) == WHOLE


def test_a_short_heading_over_the_names_makes_no_column():
    page = text(130, 700, "(tkr)", size=8) + "".join(text(x, 700, w, size=8) for w, x in HEADS)
    found = rows(read(drawn(page + body(680, [("Administration och övrigt", "1", "2", "3"), *BODY])), "plan.pdf"))
    assert found[0] == ["(tkr)", "Utfall", "Budget", "Avvikelse"]
    assert found[2] == list(BODY[0])


def test_a_name_that_runs_into_its_number_is_parted_from_it():
    page = body(664) + text(60, 560, "Gemensam ledning, stab och allt övrigt", size=8)
    page = head(700) + page + "".join(text(x, 560, n, size=8) for n, x in (("-9,1", 200), ("-9,0", 280), ("-0,1", 360)))
    assert rows(read(drawn(page), "plan.pdf"))[-1] == ["Gemensam ledning, stab och allt övrigt", "-9,1", "-9,0", "-0,1"]


def test_headings_that_a_page_repeats_go_and_the_rows_go_on():
    more = [("Personal", "-1,0", "-1,1", "0,1"), ("Resor", "-2,0", "-2,0", "0,0"), ("Övrigt", "-1,5", "-1,0", "-0,5")]
    pages = head(700) + body(664), head(790) + body(754, more)
    reading = read(drawn(*pages), "plan.pdf")
    assert rows(reading) == [*WHOLE, *map(list, more)]
    assert reading.tables[0].joined == (6,)


def test_the_first_name_of_a_page_may_be_of_two_lines():
    page = head(790) + text(60, 759, "Kultur- och", size=8) + text(60, 749, "fritidsnämnd", size=8)
    page += "".join(text(x, 754, n, size=8) for n, x in (("-9,1", 200), ("-9,0", 280), ("-0,1", 360)))
    found = rows(read(drawn(page + body(723)), "plan.pdf"))
    assert found == [WHOLE[0], ["Kultur- och fritidsnämnd", "-9,1", "-9,0", "-0,1"], *map(list, BODY)]


def test_headings_above_the_first_of_shaded_rows():
    shades = "".join(f"0.9 g 50 {y} 400 20 re f 0 g\n" for y in (652, 612))
    labels = [("mnkr", "Utfall", "Budget", "Avvikelse"), *BODY]
    assert rows(read(drawn(shades + body(679, labels, step=20)), "plan.pdf")) == [list(row) for row in labels]


def test_of_which_on_the_next_page_is_a_row_of_its_own():
    pages = head(700) + body(664), head(790) + body(754, [("varav hyror", "-2,0", "-2,1", "0,1"), *BODY[:2]])
    assert rows(read(drawn(*pages), "plan.pdf"))[4:6] == [list(BODY[3]), ["varav hyror", "-2,0", "-2,1", "0,1"]]


def test_a_table_takes_no_rows_from_the_one_above():
    page = head(700) + body(664, BODY[:2]) + body(560, BODY[2:]) + text(60, 500, "Slut.")
    found = [row for table in read(drawn(page), "plan.pdf").tables for row in table.rows]
    assert len(found) == len({row.cells[0].text for row in found}) == 5


def test_names_set_a_little_lower_than_their_numbers():
    page = "".join(text(60, 662 - at * 14, row[0], size=8) for at, row in enumerate(BODY))
    page += body(664, [("", *row[1:]) for row in BODY], step=14)
    reading = read(drawn(text(60, 760, "Utfall") + head(690) + page), "plan.pdf")
    assert rows(reading) == WHOLE
    assert reading.tables[0].rows[0].place.line == 2


def test_every_other_row_shaded_and_a_name_of_two_lines():
    shades = "".join(f"0.9 g 50 {y} 400 20 re f 0 g\n" for y in (654, 614))
    page = shades + "".join(text(x, 680, word, size=8) for x, word in ((60, "mnkr"), *((x, w) for w, x in HEADS)))
    page += body(660, BODY[:1]) + body(640, [("", *BODY[1][1:])]) + body(620, BODY[2:], step=20)
    page += text(60, 644.5, "Vuxna och", size=8) + text(60, 635.5, "äldre", size=8)
    expected = [["mnkr", "Utfall", "Budget", "Avvikelse"], list(BODY[0]), ["Vuxna och äldre", *BODY[1][1:]]]
    assert rows(read(drawn(page), "plan.pdf")) == [*expected, *map(list, BODY[2:])]
