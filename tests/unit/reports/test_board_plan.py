"""What the board plan says, chapter by chapter, on real plans."""

from styrhus.paper.blocks import Chart, Facts, Heading, ListBlock, Note, Paragraph
from tests.unit.reports.reading import anchors, built, plain, tables, texts, words


def block_after(document, anchor):
    """The block after the one with an anchor."""
    place = next(n for n, block in enumerate(document.blocks) if getattr(block, "anchor", "") == anchor)
    return document.blocks[place + 1]


def table(document, anchor):
    return next(held for held in tables(document) if held.anchor == anchor)


def row(held, name):
    """The texts of the row whose heading begins so."""
    return [cell.text.replace("\u00a0", " ") for r in held.rows for cell in r.cells if r.cells[0].text.startswith(name)]


def test_the_title_page_tells_whose_plan_it_is_and_how_it_was_decided():
    document = built("orebro-2019")
    facts = document.blocks[0]
    assert isinstance(facts, Facts)
    told = {label: plain(runs) for label, runs in facts.items}
    assert told["Nämnd"] == "Socialnämnden"
    assert told["Sammanträde"] == "14 februari 2019, § 32"
    assert document.title == "Verksamhetsplan med budget 2019"
    assert (document.status, document.date) == ("Fastställd", "2019-02-14")


def test_decision_points_are_att_clauses_after_the_text_that_leads_to_them():
    document = built("orebro-2019")
    assert anchors(document, "decision") == ["decision"]
    points = next(block for block in document.blocks if isinstance(block, ListBlock) and block.ordered)
    assert [plain(item).split()[:2] for item in points.items][:2] == [["att", "verksamhetsplanen"], ["att", "planen"]]
    assert sum("Förslag till beslut" in text for block in document.blocks for text in texts(block)) == 1


def test_the_frame_stands_first_in_the_budget_with_its_change():
    lead = block_after(built("lund-2023"), "economy")
    assert isinstance(lead, Paragraph)
    assert plain(lead.runs).replace("\u00a0", " ") == "Ramen för 2023 är 712 524 tkr, +37 151 tkr (+5,5 %) mot 2022."
    assert [run.figure.source.ref for run in lead.runs if run.figure][:2] == ["grant.2023", "grant.change.2023"]


def test_the_bridge_tells_what_the_plan_does_not_specify():
    document = built("lund-2023")
    bridge = table(document, "table-bridge")
    assert row(bridge, "Kommunbidrag 2022")[1] == "675 373"
    assert row(bridge, "Tillfällig tilläggsbudget för arbetsmarknadsinsatser")[1] == "−11 500"
    assert row(bridge, "Ej specificerat")[1] == "−15 858"
    assert row(bridge, "Kommunbidrag 2023")[1] == "712 524"
    assert any(isinstance(block, Chart) and block.anchor == "chart-bridge" for block in document.blocks)


def test_a_published_table_that_is_the_bridge_takes_its_place():
    document = built("orebro-2019")
    assert "table-bridge" not in anchors(document, "table-")
    assert "table-forandringar-i-kostnadsramen" in anchors(document, "table-")


def test_changes_carry_a_sign_and_totals_their_weight():
    held = table(built("lund-2023"), "table-kommunbidrag-per-omrade")
    assert held.caption == "Kommunbidrag per verksamhetsområde, tkr"
    assert row(held, "Vuxen") == ["Vuxen", "238 320", "309 600", "+71 280"]
    assert row(held, "Flykting") == ["Flykting", "1 820", "-", "−1 820"]
    assert [r.kind.value for r in held.rows][-1] == "total"


def test_a_contradiction_is_told_at_its_table():
    document = built("lund-2023")
    note = block_after(document, "table-investering")
    assert isinstance(note, Note)
    assert note.title == "Motsägelse 1"
    assert "2 470" in plain(note.runs).replace("\u00a0", " ")


def test_many_contradictions_at_one_table_are_listed_with_their_figures():
    note = block_after(built("orebro-2019"), "table-externa-insatser")
    lines = plain(note.runs).replace("\u00a0", " ").split("\n")
    assert lines[0] == (
        "1 Barn, Institutionsvård, Belopp, utfall 2018: tryckt är 26,8 mnkr, uträkningen ger 29,0 mnkr."
    )


def test_sums_that_rounding_explains_are_said_to_be_rounded():
    notes = " ".join(plain(n) for n in table(built("orebro-2019"), "table-budgetramens-fordelning").notes)
    assert "Avrundade belopp" in notes
    assert "Egen verksamhet, Utfall 2018: −248,5" in notes


def test_an_index_is_followed_by_its_parts_and_its_splits():
    held = table(built("orebro-2019"), "indicators-attraktiv-arbetsgivare")
    names = [(r.cells[0].text.strip("\u00a0¹²³⁴⁵⁶⁷⁸⁹\u202f"), r.cells[0].indent) for r in held.rows]
    start = names.index(("Anställningstrygghetsindex", 0))
    assert names[start + 1 : start + 4] == [("kvinnor", 1), ("män", 1), ("Väster", 1)]
    assert ("Andel timavlönade årsarbetare", 1) in names


def test_before_the_year_the_starting_position_stands_in_words_with_its_shape():
    held = table(built("lund-2023"), "indicators-trygga-barn")
    status = [r.cells[-1].text.replace("\u00a0", " ") for r in held.rows]
    assert status == ["– kan ej bedömas", "○ ej på målnivån", "○ ej på målnivån"]
    assert "före året" in plain(held.notes[-1])


def test_without_outcomes_one_sentence_replaces_a_column_of_missing_statuses():
    held = table(built("helsingborg-2015", language="en"), "indicators-barn-och-unga")
    assert "Status" not in " ".join(column.heading for column in held.columns)
    assert plain(held.notes[-1]) == "None of these can be judged yet."


def test_a_value_that_says_more_than_its_number_has_a_note():
    notes = [plain(n) for n in table(built("orebro-2019"), "indicators-attraktiv-arbetsgivare").notes]
    assert any("36,8% (ca 40%)" in note for note in notes)
    assert not any("38,5%" in note for note in notes)


def test_new_indicators_write_themselves_from_the_life_log():
    read = words(built("lund-2023", language="en"))
    assert "New indicators." in read
    assert "Changed from ”1000 hushåll (2022)” to ”950 hushåll (2023)”." in read


def test_a_text_about_a_goal_stands_under_the_goal_and_brings_those_below_it():
    document = built("lund-2023")
    order = [block.text for block in document.blocks if isinstance(block, Heading)]
    start = order.index("Mål 2: Sveriges tryggaste kommun")
    assert order[start + 1].startswith("Stärkt självständighet")
    assert order[start + 4] == "Mål 3: Fler Lundabor i arbete"


def test_assignments_that_need_no_report_stand_by_themselves():
    document = built("lund-2023", language="en")
    silent = next(held for held in tables(document) if held.caption.endswith("no report needed"))
    lines = [r for r in silent.rows if r.kind.value == "line"]
    groups = [r.cells[0].text for r in silent.rows if r.kind.value == "heading"]
    assert len(lines) == 82
    assert "Energiplan (KF): 3" in groups
    assert "The board has 84 assignments from 10 documents. 82 of them need no report." in words(document)


def test_an_amount_that_is_not_given_is_said_to_be_missing():
    held = next(held for held in tables(built("eskilstuna-2019", language="en")) if held.caption == "Permanent needs")
    assert {r.cells[2].text for r in held.rows} == {"not stated"}
