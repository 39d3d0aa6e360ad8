"""The pass over raw blocks: pages, captions below, pieces of tables."""

from dataclasses import replace

from styrhus.paper.readers.assemble import assemble
from styrhus.paper.reading import Block, ReadCell, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place


def text(words: str, page: int = 1, kind: TextKind = TextKind.PARAGRAPH) -> TextBlock:
    return TextBlock(kind, words, Place(page=page), declared=kind is not TextKind.PARAGRAPH)


def table(lines: str, page: int = 1, header_rows: int | None = None) -> ReadTable:
    rows = tuple(ReadRow(tuple(map(ReadCell, line.split("|"))), Place(page=page)) for line in lines.split("/"))
    return ReadTable(0, rows, Place(page=page), header_rows=header_rows)


def tables(*blocks: Block) -> list[ReadTable]:
    return [block for block in assemble(blocks) if isinstance(block, ReadTable)]


def test_a_table_goes_on_over_furniture_and_notes() -> None:
    (found,) = tables(
        table("Enhet|2024/Barn*|10", 3),
        text("* preliminärt", 3), text("3 (20)", 3), text("Budget", 4, TextKind.FURNITURE),
        table("Enhet|2024/Unga|20/Summa|30", 4),
    )  # fmt: skip
    assert [row.text(0) for row in found.rows] == ["Enhet", "Barn*", "Unga", "Summa"]
    assert found.notes == ("* preliminärt",)
    assert [row.place.page for row in found.rows] == [3, 3, 4, 4]


def test_a_table_goes_on_without_headings_on_the_next_page_only() -> None:
    assert len(tables(table("Enhet|2024/Barn|10", 3), table("Unga|20/Summa|30", 4))) == 1
    assert len(tables(table("Enhet|2024/Barn|10", 3), table("Unga|20/Summa|30", 3))) == 2
    assert len(tables(table("Enhet|2024/Barn|10", 3), text("Om unga finns mer att säga.", 4), table("Unga|20", 4))) == 2


def test_a_table_with_subtotals_goes_on_over_the_page() -> None:
    pieces = (table("Enhet|2024/Barn|10/Summa barn|10", 3), table("Enhet|2024/Unga|20/Summa|30", 4))
    assert len(tables(*pieces)) == 1
    assert len(tables(table("Enhet|2024/Barn|10/Summa|10", 3), table("Enhet|2024/Unga|20/Summa|20", 3))) == 2


def test_lines_that_come_again_are_told_only_where_pages_hold_their_headers() -> None:
    blocks = [
        text(words, page) for page in (1, 2, 3, 4) for words in ("Budget 2024", f"Om enheten {page * 7}.", "Slut.")
    ]
    kinds = [[b.kind for b in assemble(blocks, paged=paged) if isinstance(b, TextBlock)] for paged in (True, False)]
    assert (kinds[0].count(TextKind.FURNITURE), kinds[1].count(TextKind.FURNITURE)) == (8, 0)


def test_captions_below_are_taken_when_the_document_writes_them_there() -> None:
    first, second = tables(
        text("Inledande text om vården som är lång."), table("A|1/B|2"), text("Tabell 1 Vård"),
        text("Mer text om skolan."), table("C|1/D|2"), text("Tabell 2 Skola"), text("Slut på texten."),
    )  # fmt: skip
    assert (first.caption, second.caption) == ("Tabell 1 Vård", "Tabell 2 Skola")
    assert second.before == "Mer text om skolan."


def test_a_line_below_that_says_what_the_table_shows() -> None:
    (found,) = tables(
        text("Läget är gott."), table("A|1/B|2"), text("Tabellen visar avvikelse per avdelning"), text("Mer text.")
    )
    assert found.caption == "Tabellen visar avvikelse per avdelning"
    (found,) = tables(table("A|1/B|2"), text("Tabellen visar att kostnaden ökar med 5 tkr."))
    assert found.caption == ""


def test_a_sentence_about_a_table_is_no_caption() -> None:
    (found,) = tables(text("Tabell 1 visar hur ramen fördelas."), table("A|1/B|2"))
    assert found.caption == ""
    assert found.before == "Tabell 1 visar hur ramen fördelas."


def test_a_caption_of_a_picture_is_not_the_tables() -> None:
    (found,) = tables(text("Diagram 1: Kostnad", kind=TextKind.CAPTION), table("A|1/B|2"))
    assert found.caption == ""


def test_declared_captions_and_units_in_short_lines() -> None:
    first, second = tables(
        text("Ram per enhet", kind=TextKind.CAPTION), table("A|1/B|2"), text("Driftbudget (tkr)"), table("C|1/D|2")
    )
    assert first.caption == "Ram per enhet"
    assert second.caption == "Driftbudget (tkr)"


def test_a_line_with_the_unit_is_part_of_the_caption() -> None:
    (found,) = tables(
        text("Läget är gott."), text("Tabell 4 Driftbudget per nämnd"), text("Belopp i tkr"), table("A|1/B|2")
    )
    assert (found.caption, found.before) == ("Tabell 4 Driftbudget per nämnd Belopp i tkr", "Läget är gott.")
    made = assemble([text("Ekonomi", kind=TextKind.HEADING), text(""), text("Mnkr"), text(""), table("A|1/B|2")])
    assert isinstance(made[-1], ReadTable)
    assert (made[-1].caption, made[-1].headings) == ("Mnkr", ("Ekonomi",))


def test_a_caption_inside_the_table() -> None:
    whole = table("Driftbudget (tkr)|/Enhet|2024/Barn|10")
    first = ReadRow((ReadCell("Driftbudget (tkr)", spans=2), ReadCell("")), whole.rows[0].place)
    (found,) = tables(replace(whole, rows=(first, *whole.rows[1:])))
    assert found.caption == "Driftbudget (tkr)"


def test_signs_that_nobody_sees_are_gone_and_letters_are_whole() -> None:
    (found,) = tables(text("Kommun\u00adbidrag i A\u030arsta"), table("Enhet\u200b|2024/A\u030ar|1\u00a0200"))
    assert found.before == "Kommunbidrag i Årsta"
    assert [cell.text for row in found.rows for cell in row.cells] == ["Enhet", "2024", "År", "1\u00a0200"]


def test_notes_by_number() -> None:
    (found,) = tables(table("Enhet|2024/Barn 1)|10"), text("1) Avser halvår."), text("2) En lista."))
    assert found.notes == ("1) Avser halvår.",)


def test_headings_in_bold_are_guessed_only_beside_declared_ones() -> None:
    heads = [text(f"Kapitel {n}", kind=TextKind.HEADING) for n in (1, 2, 3)]
    bold = TextBlock(TextKind.PARAGRAPH, "Fet rubrik", Place(), strong=True)
    made = assemble([*heads, bold, text("En vanlig rad"), text("Och en mening till den.")])
    kinds = {block.text: block.kind for block in made if isinstance(block, TextBlock)}
    assert kinds["Fet rubrik"] is TextKind.HEADING
    assert kinds["En vanlig rad"] is TextKind.PARAGRAPH
