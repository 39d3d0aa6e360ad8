"""Plain text: what is a table in it, and what belongs to the table."""

from hypothesis import given
from hypothesis import strategies as st

from styrhus.paper.readers import read_content
from styrhus.paper.reading import Reading, TextKind
from tests.unit.paper.readers.looking import levels, rows, texts


def read(text: str) -> Reading:
    return read_content(text.encode(), "plan.txt")


def test_a_table_has_its_caption_headings_text_before_and_notes() -> None:
    reading = read(
        "1 Ekonomi\n\n1.1 Ram\n\nRamen fördelas så här under året.\n\nTabell 2: Ram per enhet (tkr)\n\n"
        "Enhet\t2023\t2024\nBarn*\t10\t12\nSumma\t10\t12\n\n*exklusive hyror\n\nKälla: egen beräkning\n\nText efter.\n"
    )
    (table,) = reading.tables
    assert table.caption == "Tabell 2: Ram per enhet (tkr)"
    assert table.headings == ("1 Ekonomi", "1.1 Ram")
    assert table.before == "Ramen fördelas så här under året."
    assert table.notes == ("*exklusive hyror", "Källa: egen beräkning")
    assert table.place.line == 9
    assert [row.place.line for row in table.rows] == [9, 10, 11]
    assert [row.place.row_number for row in table.rows] == [1, 2, 3]


def test_a_star_without_a_star_in_the_table_is_a_list() -> None:
    reading = read("Enhet\t2024\nBarn\t10\n\n* minska köpen\n* öka stödet\n")
    assert reading.tables[0].notes == ()
    assert texts(reading, TextKind.ITEM) == ["minska köpen", "öka stödet"]


def test_pieces_with_the_same_headings_are_one_table() -> None:
    reading = read("Enhet\tBudget\nBarn\t10\n\nEnhet\tBudget\nUnga\t20\nSumma\t30\n")
    assert rows(reading) == [["Enhet", "Budget"], ["Barn", "10"], ["Unga", "20"], ["Summa", "30"]]
    assert reading.tables[0].joined == (3,)


def test_rows_after_an_empty_line_go_on_where_no_total_has_closed_the_table() -> None:
    assert len(read("Enhet\t2023\nBarn\t10\n\nUnga\t20\nSumma\t30\n").tables) == 1
    assert len(read("Enhet\t2023\nBarn\t10\nSumma\t10\n\nUnga\t20\nVuxna\t30\n").tables) == 2
    assert len(read("Enhet\t2023\nBarn\t10\n\nMål\t2023\nNöjda\t80\n").tables) == 2


def test_a_table_whose_rows_each_stand_alone() -> None:
    reading = read("Text.\n\nEnhet\t2023\n\nBarn\t10\n\nUnga\t20\n\nText.\n")
    assert rows(reading) == [["Enhet", "2023"], ["Barn", "10"], ["Unga", "20"]]
    assert [row.place.line for row in reading.tables[0].rows] == [3, 5, 7]


def test_two_tables_that_each_have_a_total_stay_two() -> None:
    reading = read("Enhet\tBudget\nBarn\t10\nSumma\t10\n\nEnhet\tBudget\nUnga\t20\nSumma\t20\n")
    assert len(reading.tables) == 2


def test_a_row_cut_by_the_page_break_is_whole_again() -> None:
    reading = read(
        "Mål\tMätetal\t2024\nBarn\tAndel som fullföljer sin\tMinst 80 %\n\nMål\tMätetal\t2024\n\tinsats\t\n\tAntal\t3\n"
    )
    assert rows(reading)[1:] == [["Barn", "Andel som fullföljer sin insats", "Minst 80 %"], ["", "Antal", "3"]]


def test_rows_with_an_empty_first_cell_stay_rows() -> None:
    reading = read("Mål\tMätetal\t2024\nBarn\tAndel trygga\t80 %\n\tAndel nöjda\t70 %\n\tAntal platser\t12\n")
    assert len(reading.tables[0].rows) == 4


def test_a_heading_row_after_numbers_begins_a_table() -> None:
    reading = read(
        "Extern vård\tBokslut 2022\tBudget 2023\nBarn\t10\t12\nSkyddat boende\tBokslut 2022\tBudget 2023\nBarn\t1\t2\n"
    )
    assert [table.rows[0].text(0) for table in reading.tables] == ["Extern vård", "Skyddat boende"]


def test_contents_are_no_table() -> None:
    reading = read(
        "Innehåll\n\nEkonomi.....\t3\nPersonal\t5\nBilaga\tFel! Bokmärket är inte definierat.\nMål\t9\n\n"
        "Ekonomi\n\nText.\n"
    )
    assert not reading.tables
    assert texts(reading, TextKind.CONTENTS)[1:] == [
        "Ekonomi\t3", "Personal\t5", "Bilaga\tFel! Bokmärket är inte definierat.", "Mål\t9",
    ]  # fmt: skip
    assert levels(reading) == [(1, "Ekonomi")]


def test_contents_with_dots_only() -> None:
    reading = read(
        "Inledning .......... 3\nEkonomi ............ 5\nPersonal ........... 12\n\nInledning\n\nText här.\n"
    )
    assert texts(reading, TextKind.CONTENTS) == ["Inledning\t3", "Ekonomi\t5", "Personal\t12"]


def test_contents_without_pages() -> None:
    reading = read(
        "Innehåll\n\n- Ekonomi\n- Personal\n\nEkonomi\n\nText om ekonomi.\n\nPersonal\n\nText om personal.\n"
    )
    assert texts(reading, TextKind.CONTENTS) == ["Innehåll", "Ekonomi", "Personal"]
    assert [text for _, text in levels(reading)] == ["Ekonomi", "Personal"]


def test_two_columns_of_small_numbers_are_no_contents() -> None:
    reading = read(
        "Barn\n\nText om barn.\n\nVuxna\n\nText om vuxna.\n\nMålgrupp\tAntal\nBarn\t53\nVuxna\t61\nÄldre\t70\n"
    )
    assert len(reading.tables) == 1


def test_a_list_of_links_before_the_document_is_no_data() -> None:
    links = "\n\n".join(f"Plan för social omsorg {year} i kommun {n}" for n, year in enumerate(range(1995, 2020)))
    body = "\n\n".join(f"Nämndens kostnader är {n} tkr. " + "Det är en lång mening om läget. " * 12 for n in range(5))
    reading = read(f"{links}\n\nTranskript:\n\n{body}\n")
    assert len(texts(reading, TextKind.PREFACE)) == 26
    assert len(texts(reading, TextKind.PARAGRAPH)) == 5


def test_cells_apart_by_spaces_semicolons_and_bars() -> None:
    spaces = read(
        "Nämnd              Budget 2023    Utfall 2023\n"
        "Styrelsen               12 345\n"
        "Vård                   345 678        350 000\n"
    )
    assert rows(spaces) == [
        ["Nämnd", "Budget 2023", "Utfall 2023"],
        ["Styrelsen", "12 345", ""],
        ["Vård", "345 678", "350 000"],
    ]
    assert rows(read("Enhet;Budget;Utfall\nA;1 200;1 300\nB;500;400\n"))[1] == ["A", "1 200", "1 300"]
    assert rows(read("| Mål | 2023 |\n|---|--:|\n| Nöjda | 85 % |\n")) == [["Mål", "2023"], ["Nöjda", "85 %"]]


def test_tabs_that_only_make_columns_stand_straight() -> None:
    reading = read("Enhet\t\t\t2023\t2024\nBarn och unga\t10\t12\nIFO\t\t\t5\t6\n")
    assert rows(reading) == [["Enhet", "2023", "2024"], ["Barn och unga", "10", "12"], ["IFO", "5", "6"]]
    gaps = [["Enhet", "2022", "2023"], ["Barn", "", "12"], ["Unga", "5", "6"]]
    assert rows(read("\n".join("\t".join(row) for row in gaps))) == gaps


def test_tables_drawn_with_dashes_and_boxes() -> None:
    simple = (
        "  Enhet             2023     2024\n  --------------- ------ --------\n"
        "  Barn och unga       10   1 200\n  Summa                      -5\n"
    )
    assert rows(read(simple)) == [["Enhet", "2023", "2024"], ["Barn och unga", "10", "1 200"], ["Summa", "", "-5"]]
    box = "+-------+------+\n| Enhet | 2024 |\n+=======+======+\n| Barn  | 10   |\n| unga  |      |\n+-------+------+\n"
    for name in ("plan.txt", "plan.md"):
        reading = read_content(box.encode(), name)
        assert rows(reading) == [["Enhet", "2024"], ["Barn unga", "10"]]
        assert reading.tables[0].header_rows == 1
    assert rows(read_content(simple.encode(), "plan.md"))[1] == ["Barn och unga", "10", "1 200"]


def test_group_lines_and_missing_first_headings_are_in_the_table() -> None:
    reading = read("Bokslut 2022\tBudget 2023\nBarn\nHem\t10\t12\nUnga\nHem\t5\t6\n")
    assert rows(reading)[:3] == [["", "Bokslut 2022", "Budget 2023"], ["Barn", "", ""], ["Hem", "10", "12"]]


def test_headings_lists_and_sentences() -> None:
    reading = read(
        "PLAN 2024\n\nNämnden\n\n1. Inledning\n\n"
        "En mening som bröts av sidan och sedan i\n\nmitten av raden gick vidare.\n\n"
        "1.1 Läget\n\nNämnden ansvarar för\n\n- vård\n  - av unga\n2. hem\n\n¹ En fotnot.\n"
    )
    assert texts(reading, TextKind.TITLE) == ["PLAN 2024"]
    assert levels(reading)[1:] == [(1, "1. Inledning"), (2, "1.1 Läget")]
    assert [(b.level, b.text) for b in reading.texts if b.kind is TextKind.ITEM] == [
        (0, "vård"),
        (1, "av unga"),
        (0, "hem"),
    ]
    assert texts(reading, TextKind.NOTE) == ["¹ En fotnot."]


def test_markup_left_by_copying_is_gone() -> None:
    reading = read(
        "**Hållbara inköp**\n\nAndelen *ska* öka, se <i>planen</i>.\n\n<p>Mål</p>\t<p>2024</p>\nNöjda*\t80 %\n"
    )
    assert levels(reading) == [(1, "Hållbara inköp")]
    assert texts(reading, TextKind.PARAGRAPH) == ["Andelen ska öka, se planen."]
    assert rows(reading) == [["Mål", "2024"], ["Nöjda*", "80 %"]]


def test_pages_and_what_they_repeat() -> None:
    page = "Kommunen, budget 2024\n\nText på sidan {n} om verksamheten.\n\n{n}\n\f"
    reading = read("".join(page.format(n=n) for n in range(1, 6)))
    assert reading.pages == 5
    assert len(texts(reading, TextKind.FURNITURE)) == 10
    assert [block.place.page for block in reading.texts if block.kind is TextKind.PARAGRAPH] == [1, 2, 3, 4, 5]


def test_page_numbers_and_headers_of_a_text_without_pages() -> None:
    page = "Text om verksamhet {n} i nämnden.\n\nKommunens budget\nSida {n} av 9\n\n"
    reading = read("".join(page.format(n=n) for n in range(2, 6)))
    assert len(texts(reading, TextKind.FURNITURE)) == 8
    bare = read("Enhet\t2024\nBarn\t10\n\n3\n\nEnhet\t2024\nUnga\t20\n\n4\n\nText här.\n\n5\n\n2024\n")
    assert texts(bare, TextKind.FURNITURE) == ["3", "4", "5"]
    assert len(bare.tables) == 1


WORDS = st.text(st.sampled_from("abcåäö 0123456789,-%"), max_size=12).map(str.strip)


def a_table(width: int) -> st.SearchStrategy[list[list[str]]]:
    return st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=2, max_size=6)


@given(st.integers(2, 5).flatmap(a_table))
def test_every_cell_of_a_tabbed_table_is_read(table: list[list[str]]) -> None:
    table = [[f"r{index}{cells[0]}", *cells[1:]] for index, cells in enumerate(table)]
    reading = read("Rubrik\n\n" + "\n".join("\t".join(cells) for cells in table) + "\n")
    assert rows(reading) == table
