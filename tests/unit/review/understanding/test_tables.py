"""What tables are understood as, in the style of many municipalities' documents."""

from dataclasses import replace

import pytest

from styrhus.paper.reading import ReadCell, ReadRow, TextBlock, TextKind
from styrhus.review.understanding.grid import ColumnRole, GridKind, RowRole, SignConvention
from styrhus.review.understanding.tables import grid
from styrhus.values.place import Place
from styrhus.values.unit import Unit
from tests.unit.review.understanding.made import column, in_document, roles, table, understood

BUDGET = """
Verksamhet (tkr)|Bokslut 2021|Prognos 2022|Budget 2022|Budget 2023|Förändring 2022/2023
Barn|65 000|38 000|37 000|38 000|1 000
18-24|24 000|25 000|25 000|26 000|1 000
Totalt|89 000|63 000|62 000|64 000|2 000
"""
NORWEGIAN = """
Tall i 1000 kr|Regnskap 2022|Opprinnelig budsjett 2023|Revidert budsjett 2023|Regnskap 2023|Avvik
Lønn|45 200|46 000|46 500|47 100|-600
Driftsinntekter|-5 100|-5 000|-5 200|-5 300|100
Driftsutgifter|9 000|9 100|9 200|9 300|-100
Sum|49 100|50 100|50 500|51 100|-600
"""
FINNISH = """
1 000 €|TP 2022|TA 2023 + muutos|TA 2024|Muutos|Muutos %
Toimintatuotot|1 200|1 300|1 350|50|3,8
Toimintakulut|-9 800|-10 400|-10 900|-500|4,8
josta henkilöstökulut|-5 000|-5 200|-5 400|-200|3,8
Toimintakate|-8 600|-9 100|-9 550|-450|4,9
"""


def test_budget_versions_by_columns() -> None:
    held = understood(BUDGET)
    assert roles(held) == ["label", "outcome", "forecast", "budget", "budget", "change"]
    assert [c.year for c in held.columns] == [None, 2021, 2022, 2022, 2023, None]
    assert column(held, 5).of_years == (2022, 2023)
    assert (held.kind, held.unit, held.year) == (GridKind.BUDGET, Unit.TKR, 2023)
    assert [row.role for row in held.rows] == [RowRole.LINE, RowRole.LINE, RowRole.TOTAL]


def test_norwegian_words() -> None:
    held = understood(NORWEGIAN)
    assert roles(held) == ["label", "outcome", "budget", "budget", "outcome", "variance"]
    assert (held.unit, held.unit_text) == (Unit.TKR, "1000 kr")
    assert held.rows[-1].role is RowRole.TOTAL
    assert held.sign is SignConvention.INCOME_NEGATIVE


def test_finnish_words_and_euro() -> None:
    held = understood(FINNISH)
    assert roles(held) == ["label", "outcome", "budget", "budget", "change", "percent_change"]
    assert (held.unit, held.currency, held.unit_text) == (Unit.TKR, "EUR", "1 000 €")
    assert [row.role for row in held.rows[2:]] == [RowRole.OF_WHICH, RowRole.RESULT]
    assert held.sign is SignConvention.COSTS_NEGATIVE


def test_an_interim_report_with_headings_in_two_rows() -> None:
    held = understood("""
        Belopp i tkr|Budget|Utfall|Prognos|Avvikelse
        |2017|201711|helår|helår
        Verksamhetens intäkter|218 033|174 917|189 333|-28 700
        Personalkostnader|-401 063|-366 742|-401 948|-885
        Verksamhetens nettokostnader|-183 030|-191 825|-212 615|-29 585
    """)
    assert [c.heading for c in held.columns] == [
        "Belopp i tkr", "Budget 2017", "Utfall 201711", "Prognos helår", "Avvikelse helår",
    ]  # fmt: skip
    assert column(held, 2).period == "2017-11"
    assert held.sign is SignConvention.COSTS_NEGATIVE


def test_a_heading_over_several_columns() -> None:
    held = understood("""
        Verksamhet|Personer snitt per dygn/mån|||Kostnad snitt per dygn||Belopp (mnkr)|
        |Utf 2017|Budg 2018|Utfall 2018|Utfall 2018|Budg 2019|Budg 2018|Utfall 2018
        Barn|||||||
        Institutionsvård|21|20|23|3 450 kr|4 100 kr|27,7|26,8
        Kontaktperson|--|--|--|--|--|2,9|2,8
        Summa|21|20|23|||30,6|29,6
        Jourhem*|10|12|8|42 552 kr|38 000 kr|5,0|4,1
    """)
    assert column(held, 3).heading == "Personer snitt per dygn/mån Utfall 2018"
    assert roles(held) == ["label", *["volume"] * 3, "price", "price", "budget", "outcome"]
    assert [c.version for c in held.columns[4:6]] == [ColumnRole.OUTCOME, ColumnRole.BUDGET]
    assert [c.unit for c in held.columns] == [None, *[Unit.PERSONS] * 3, None, None, Unit.MNKR, Unit.MNKR]
    assert held.kind is GridKind.VOLUME_PRICE
    assert [(row.role, row.group) for row in held.rows] == [
        (RowRole.HEADING, ""), (RowRole.LINE, "Barn"), (RowRole.LINE, "Barn"), (RowRole.TOTAL, "Barn"),
        (RowRole.LINE, ""),
    ]  # fmt: skip
    assert held.rows[2].cells[1].missing


def test_years_printed_with_a_space_are_headings() -> None:
    held = understood("|2 019|2 020\nNämnden|458 848|483 248\nKommunbidrag|575 717|600 117")
    assert [c.year for c in held.columns] == [None, 2019, 2020]
    assert len(held.rows) == 2


def test_values_that_look_like_years_are_values() -> None:
    held = understood("Enhet|Budget|Utfall\nA|2 019|2 050\nB|3 100|3 200\nSumma|5 119|5 250")
    assert [str(row.value(1).value) for row in held.rows if row.value(1)] == ["2019", "3100", "5119"]
    same = understood("A|2 000|2 000|2 000\nB|1 500|1 600|1 700")
    assert len(same.rows) == 2


def test_a_table_without_headings() -> None:
    held = understood("Utgående budgetram 2018 (tkr)|509 639\nVolym|12 000\nSänkt ränta|-53\nRam 2019|521 586")
    assert len(held.rows) == 4
    assert (held.kind, held.unit) == (GridKind.FRAME_BRIDGE, Unit.TKR)
    assert held.rows[1].year is None


def test_a_heading_repeated_further_down_is_no_row() -> None:
    held = understood("Post (tkr)|Pris|Summa\nA|100|100\nPost (tkr)|Pris|Summa\nB|600|600\nSumma|700|700")
    assert [row.label for row in held.rows] == ["A", "B", "Summa"]


def test_a_heading_repeated_with_another_name_heads_what_follows() -> None:
    held = understood("Intäkter|2022|2023\nAvgifter|100|110\nKostnader|2022|2023\nLöner|200|210")
    assert [(row.role, row.group) for row in held.rows] == [
        (RowRole.LINE, ""), (RowRole.HEADING, ""), (RowRole.LINE, "Kostnader"),
    ]  # fmt: skip
    assert held.rows[1].value(1) is None


def test_indicators_keep_their_words_and_their_goals() -> None:
    held = understood("""
        Nämndens mål|Indikatorer|Utfall 2021|Utfall 2022|Mål 2023|Status
        Trygga barn|Antal barn i akuta boenden ska minska|54|42|20|Gul
        |Plan för ny familjecentral ska tas fram||Nej|Ja|Grön
        |Andel i tid, procent|90|K: 82,4 M: 84,7|Minst 95 %|Grön
        |Antal utbildade medarbetare||||
    """)
    assert roles(held) == ["text", "label", "outcome", "outcome", "target", "status"]
    assert held.kind is GridKind.INDICATORS
    assert [row.role for row in held.rows] == [RowRole.LINE] * 4
    assert [number.label for number in held.rows[2].cells[3].numbers] == ["K", "M"]
    assert held.unit_at(held.rows[2], column(held, 2)) is Unit.PERCENT


def test_a_total_over_women_and_men_of_an_indicator_is_no_sum() -> None:
    held = understood("Mått|K|M|Totalt|Mål 2023\nNöjda|82 %|78 %|80 %|85 %\nTrygga|70 %|72 %|71 %|75 %")
    assert roles(held) == ["label", "number", "number", "number", "target"]


def test_an_internal_control_plan_multiplies() -> None:
    held = understood("""
        Risk|Sannolikhet|Konsekvens|Riskvärde|Kontrollmoment|Ansvarig
        Felaktiga utbetalningar|3|4|12|Stickprov|Ekonomichef
        Bristande dokumentation|2|3|6|Granskning|Enhetschef
    """)
    assert roles(held) == ["label", "factor", "factor", "product", "text", "text"]
    assert held.kind is GridKind.RISKS


def test_account_numbers_are_no_amounts() -> None:
    held = understood("Konto|Benämning|Budget|Utfall\n5010|Hyra|1 200|1 250\n5020|El|300|280\n|Summa|1 500|1 530")
    assert roles(held) == ["text", "label", "budget", "outcome"]
    assert held.rows[0].value(0) is None
    assert held.rows[-1].role is RowRole.TOTAL


def test_parts_of_a_year() -> None:
    held = understood("tkr|Utfall jan-aug 2023|Utfall 230831|Toteuma 1-8/2023|Budget helår 2023\nA|1|2|3|4\nB|5|6|7|8")
    assert [c.period for c in held.columns[1:]] == [*["2023-01/2023-08"] * 3, ""]
    assert [c.to_date for c in held.columns[1:]] == [True, True, True, False]


def test_what_a_difference_is_of() -> None:
    held = understood("tkr|Budget 2026|Prognos 2026|Avv. prognos/ budget 2026\nA|100|110|-10\nB|50|40|10")
    assert column(held, 3).of_roles == (ColumnRole.FORECAST, ColumnRole.BUDGET)


def test_a_difference_between_years_is_a_change() -> None:
    held = understood("tkr|Utfall 2021|Utfall 2022|Differens\nA|100|110|10\nB|50|40|-10")
    assert column(held, 3).role is ColumnRole.CHANGE


@pytest.mark.parametrize(
    ("told", "unit"),
    [
        ({"caption": "Tabell 4: Driftbudget (mnkr)"}, Unit.MNKR),
        ({"before": "Nedan visas budgeten.\nBelopp i tkr"}, Unit.TKR),
        ({"notes": ("Alla belopp i tusentals kronor.",)}, Unit.TKR),
        ({"headings": ("Ekonomi", "Resultaträkning, mnkr")}, Unit.MNKR),
        ({"before": "Kostnaden ökade med 5 mnkr under året."}, None),
        ({"caption": "Ökning med 5 mnkr"}, None),
        ({}, None),
    ],
)
def test_where_a_unit_is_told(told: dict[str, object], unit: Unit | None) -> None:
    assert understood("Enhet|Budget 2022|Budget 2023\nA|100|110\nB|200|220", **told).unit is unit


def test_a_unit_for_the_whole_document() -> None:
    text = TextBlock(TextKind.PARAGRAPH, "Alla belopp redovisas i tkr om inte annat anges.", Place(line=1))
    assert in_document("Enhet|Budget 2022|Budget 2023\nA|100|110\nB|200|220", text).unit is Unit.TKR


def test_units_of_rows_and_columns_go_before_that_of_the_table() -> None:
    held = understood("""
        Belopp i tkr|Antal tjänster|Budget 2023|Andel (%)
        Enhetschef|1|895|45
        Antal hushåll|2|950|3
        Nettokostnad (mnkr)|3|1,2|4
    """)
    assert [held.unit_at(held.rows[0], c) for c in held.columns[1:]] == [Unit.FTE, Unit.TKR, Unit.PERCENT]
    assert held.unit_at(held.rows[1], column(held, 2)) is Unit.HOUSEHOLDS
    assert held.unit_at(held.rows[2], column(held, 2)) is Unit.MNKR


def test_the_habit_of_the_table_decides_what_a_point_is() -> None:
    held = understood("Ålder|2020|2021\n0-5 år|1.234|1.250\n6-15 år|2.345|2.400\nTotalt|3.579|3.650")
    assert [str(row.value(1).value) for row in held.rows if row.value(1)] == ["1234", "2345", "3579"]


def test_series_down_the_rows() -> None:
    held = understood("År|Antal barn|Antal vuxna\n2 021|415|21\n2 022|360|19\n2 023 (budget)|280|17")
    assert [row.year for row in held.rows] == [2021, 2022, 2023]
    assert held.rows[0].value(0) is None


def test_an_empty_table_is_no_error() -> None:
    held = understood("|\n|")
    assert held.rows == ()
    assert held.confidence < 0.7


def test_a_heading_within_the_table_gives_its_unit_to_the_rows_below() -> None:
    held = understood("""
        1 000 €|Förbrukning 2020|Budget 2021|Förslag 2022
        Inkomster|177 320|176 300|166 800
        Utgifter|-2 266 570|-2 298 302|-2 421 103
        Verksamhetsbidrag|-2 089 250|-2 122 002|-2 254 303
        Förändring, %|||
        Inkomster||-0,6|-5,4
        Utgifter||1,4|5,3
    """)
    assert roles(held) == ["label", "outcome", "budget", "budget"]
    assert [held.unit_at(row, column(held, 2)) for row in held.rows[-2:]] == [Unit.PERCENT, Unit.PERCENT]


def test_words_parted_by_narrow_columns_are_whole_again() -> None:
    parted = table("tkr|Budget|Utfall\nX|1|2\nB|3|4")
    first = ReadRow((ReadCell("Verksam-\nhetsbidrag"), *parted.rows[1].cells[1:]), parted.rows[1].place)
    assert grid(replace(parted, rows=(parted.rows[0], first, parted.rows[2]))).rows[0].label == "Verksamhetsbidrag"


def test_causes_of_change_between_two_frames_are_amounts() -> None:
    held = understood("Nämnd, tkr|Ram 2023|Löner|Priser|Volym|Ram 2024\nA|100|3|2|1|106\nB|200|6|4|2|212")
    assert roles(held) == ["label", "budget", "number", "amount", "amount", "budget"]
    assert held.kind is GridKind.BUDGET


def test_a_change_in_percent_of_amounts_and_of_percentages() -> None:
    amounts = understood("Yrke|Medellön 2022|Medellön 2023|Ökning\nA|30 000|31 500|5,0 %\nB|40 000|41 000|2,5 %")
    shares = understood("Enhet|2022|2023|Förändring\nA|7,9 %|7,2 %|-0,7 %\nB|5,0 %|5,5 %|0,5 %")
    assert (column(amounts, 3).role, column(shares, 3).role) == (ColumnRole.PERCENT_CHANGE, ColumnRole.CHANGE)


def test_a_table_of_percentages_or_days() -> None:
    assert understood("Sjukfrånvaro i procent|2022|2023\nKvinnor|7,9|7,2\nMän|5,0|5,1").unit is Unit.PERCENT
    assert understood("Sjukfrånvaro, dagar|2022|2023\nKvinnor|790|720\nMän|500|510").unit is Unit.DAYS


def test_names_with_numbers_are_labels() -> None:
    held = understood("Kod|Enhet|Budget|Utfall\n1|Enhet 1|10|11\n2|Enhet 2|20|22\n3|Enhet 3|30|33")
    assert roles(held) == ["text", "label", "budget", "outcome"]


def test_years_over_what_is_counted() -> None:
    held = understood("Verksamhet|2023|||2024||\n|Personer|Dygn|Kostnad tkr|Personer|Dygn|Kostnad tkr\n"
                      "HVB|12|4 380|20 805|10|3 650|18 250\nHem|80|29 200|35 040|84|30 660|38 325")  # fmt: skip
    assert roles(held)[1:4] == ["volume", "volume", "amount"]
    assert [c.unit for c in held.columns[1:4]] == [Unit.PERSONS, Unit.DAYS, Unit.TKR]
    assert [c.year for c in held.columns[1:]] == [2023] * 3 + [2024] * 3


def test_a_name_without_values_above_a_sum_is_a_line() -> None:
    held = understood("Enhet|2023\nGrupp A|\nStab|18\nTolkar|\nSumma|18")
    assert [row.role for row in held.rows] == [RowRole.HEADING, RowRole.LINE, RowRole.LINE, RowRole.TOTAL]
