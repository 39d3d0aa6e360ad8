"""What headings and labels tell, in the words of Swedish, Norwegian, Finnish and English documents."""

import pytest

from styrhus.review.understanding.grid import Flow, RowRole
from styrhus.review.understanding.heading_words import words_of
from styrhus.review.understanding.row_words import role_of
from styrhus.review.understanding.years import When, when, years_named

COLUMNS = {
    "outcome": [
        "Bokslut 2021",
        "Utf 2017",
        "Utfall jan-aug",
        "TP 2022",
        "Toteuma",
        "Tilinpäätös 2022",
        "Regnskap 2022",
    ],
    "forecast": ["Prognos 2022", "Helårsprognos", "Ennuste 2023", "Prognose", "Tkr Prognos helår"],
    "budget": [
        "KF budget 2015",
        "Internbudget",
        "Ram 2023",
        "TA 2023 + muutos",
        "Talousarvio",
        "Revidert budsjett",
        "EVP",
        "Plan 2025",
        "Budget efter ändringar",
        "Ack budget",
    ],
    "change": [
        "Förändring",
        "Förändring 2022/2023",
        "Muutos",
        "Endring",
        "Budgetändring",
        "Skillnad mot föregående år",
    ],
    "variance": [
        "Avvikelse",
        "Avv. prognos/budget",
        "Diff",
        "Avvik",
        "Poikkeama",
        "Kvar av budget",
        "Utfall mot budget",
    ],
    "percent_change": ["Förändr %", "Avvikelse %", "Muutos %", "Avvik i %", "% change"],
    "share": ["Andel (%)", "Förbrukat %", "Tot-%", "Utfall/budget %"],
    "target": ["Målvärde 2015", "Mål 2023", "Målnivå", "Tavoite 2024"],
    "sum": ["Summa", "Totalt", "Yhteensä", "Sum", "Total summa"],
    "result": ["Netto", "Nettokostnad/ram", "Resultat"],
    "volume": ["Antal tjänster", "Personer snitt per dygn/mån Utf 2017", "Årsarbetare", "Antall", "Vårddygn"],
    "price": ["Kostnad snitt per dygn/mån Budg 2019", "Dygnskostnad", "Kostnad per plats", "À-pris", "Snittkostnad"],
    "amount": ["Belopp tkr", "Intäkter", "Kommunbidrag", "Total utgift", "Beløp"],
    "factor": ["Sannolikhet", "Konsekvens", "Sannsynlighet"],
    "product": ["Riskvärde", "S x K", "Risktal"],
    "date": ["Startdatum", "Klart senast", "Frist"],
    "status": ["Status", "Prognos måluppfyllelse", "Trend"],
}
ROWS = {
    RowRole.TOTAL: [
        "Summa",
        "Totalt",
        "Total SOF",
        "IFO totalt",
        "Summa kostnader*",
        "Yhteensä",
        "Sum drift",
        "S:a personal",
    ],
    RowRole.SUBTOTAL: ["Delsumma", "Delsumma personal"],
    RowRole.RESULT: [
        "Netto",
        "Nettokostnad",
        "Årets resultat",
        "Verksamhetens nettokostnader",
        "Toimintakate",
        "Överskott",
    ],
    RowRole.OF_WHICH: ["varav löner", "- därav HVB", "josta henkilöstö", "herav lønn", "of which wages"],
    RowRole.DIFFERENCE: ["Förändring", "Avvikelse mot budget", "Förändring i %", "Endring"],
    RowRole.LINE: [
        "Barn",
        "Totalförsvar",
        "Resultatenheter",
        "Ofinansierat underskott",
        "Resultat vid avslut i kommunen",
        "Förändring av pensionsskuld",
        "Finansnetto",
        "Summering",
        "Intäkter",
    ],
}


@pytest.mark.parametrize(("role", "heading"), [(role, text) for role, texts in COLUMNS.items() for text in texts])
def test_roles_of_columns(role: str, heading: str) -> None:
    found = words_of(heading).role
    assert found is not None
    assert found.value == role


@pytest.mark.parametrize(
    "heading", ["", "Barn", "Demografi", "Pris och ändrat PO", "Ansvarig", "Kontrollmoment", "Riket"]
)
def test_headings_that_tell_no_role(heading: str) -> None:
    assert words_of(heading).role is None


@pytest.mark.parametrize(("role", "label"), [(role, text) for role, texts in ROWS.items() for text in texts])
def test_roles_of_rows(role: RowRole, label: str) -> None:
    assert role_of(label) is role


@pytest.mark.parametrize(
    ("text", "flow"),
    [
        ("Verksamhetens intäkter", Flow.INCOME),
        ("Personalkostnader", Flow.COST),
        ("Nettokostnader", Flow.NET),
        ("Barn", None),
    ],
)
def test_flows(text: str, flow: Flow | None) -> None:
    assert words_of(text).flow is flow


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Utfall 2017", When(2017)),
        ("201711", When(2017, "2017-11")),
        ("Utfall jan-aug 2023", When(2023, "2023-01/2023-08", to_date=True)),
        ("Utfall 230831", When(2023, "2023-01/2023-08", to_date=True)),
        ("Toteuma 1-8/2023", When(2023, "2023-01/2023-08", to_date=True)),
        ("Budget 202301-202308", When(2023, "2023-01/2023-08", to_date=True)),
        ("Utfall 2301-2308", When(2023, "2023-01/2023-08", to_date=True)),
        ("Tot. 8/2023", When(2023, "2023-08")),
        ("Regnskap pr. 31.08.2023", When(2023, "2023-01/2023-08", to_date=True)),
        ("Tertial 2 2023", When(2023, "2023-T2")),
        ("maj 2026", When(2026, "2026-05")),
        ("Ack utfall", When(to_date=True)),
        ("TP22", When(2022)),
        ("2022-12-31", When(2022)),
        ("31 december", When()),
        ("Marknad", When()),
    ],
)
def test_years_and_parts_of_years(heading: str, expected: When) -> None:
    assert when(heading) == expected


@pytest.mark.parametrize(
    ("heading", "years"),
    [("Förändring 2022/2023", (2022, 2023)), ("Diff 22/23", (2022, 2023)), ("2023-08", (2023,)), ("Avvikelse", ())],
)
def test_years_that_a_difference_names(heading: str, years: tuple[int, ...]) -> None:
    assert years_named(heading) == years
