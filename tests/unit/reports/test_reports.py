"""Reports of a month: they add up, lead back to the ledger, say what they lack, and pass the review."""

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styrhus.dossier.document import Part, Section
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.references import resolve
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.ledger.balance import Balance
from styrhus.paper.blocks import RowKind
from styrhus.paper.readers.document import reading_of
from styrhus.reports import KINDS
from styrhus.review.review import review
from styrhus.values.number import parse_typed
from styrhus.values.problem import ProblemsError
from tests.cases.ledger import replaced, with_balances, with_ledger
from tests.unit.reports.reading import example, plain, refs, refs_in_text, tables, words

REPORTS = ("monthly-report", "interim-report", "annual-report")
UNITS = (None, "vuxna", "boendeenheten", "barn-och-familj", "enhet-for-familjehem")
KR = st.decimals(min_value=-(10**7), max_value=10**7, places=2)


@cache
def orebro(through: int = 8) -> Dossier:
    plan = replaced(example("orebro-2019"), accruals=())
    return with_ledger(plan, through=through, dearer="boendeenheten", share="1.20")


@cache
def report(kind: str, language: str = "sv", month: int | None = None):
    return KINDS[kind].build(orebro(), language, month=month)


def with_sections(dossier: Dossier, *sections: Section) -> Dossier:
    return replaced(dossier, sections=(*dossier.sections, *sections))


def table(document, anchor):
    return next(held for held in tables(document) if held.anchor == anchor)


def number(text: str) -> Decimal:
    return parse_typed(text.replace("+", "")) if text.strip("–") else Decimal(0)


@pytest.mark.parametrize(
    ("kind", "swedish", "english"),
    [
        ("monthly-report", "Månadsrapport augusti 2019", "Monthly report, August 2019"),
        ("interim-report", "Delårsrapport januari–augusti 2019", "Interim report, January–August 2019"),
        ("annual-report", "Nämndens årsredovisning 2019", "Annual report 2019"),
    ],
)
def test_each_kind_is_written_in_both_languages(kind, swedish, english):
    assert report(kind).title == swedish
    assert report(kind, "en").title == english
    assert KINDS[kind].file_name(orebro(), "pdf").startswith("orebro-2019-08-")


@pytest.mark.parametrize("kind", REPORTS)
def test_shown_rows_add_up_in_every_column(kind):
    anchors = {"outcome-by-unit", "outcome-by-cost-type", "forecast-by-unit", "forecast-by-cost-type"}
    found = [held for held in tables(report(kind)) if held.anchor in anchors]
    assert found
    for held in found:
        top = [row for row in held.rows if row.kind is not RowKind.TOTAL and row.cells[0].indent == 0]
        (total,) = (row for row in held.rows if row.kind is RowKind.TOTAL)
        for index in range(1, len(held.columns)):
            assert sum(number(row.cells[index].text) for row in top) == number(total.cells[index].text), held.caption


@pytest.mark.parametrize("kind", REPORTS)
def test_every_figure_leads_home(kind):
    found = [ref for ref in (*refs(report(kind)), *refs_in_text(report(kind))) if ref]
    assert len(found) > 50
    assert {resolve(orebro(), ref).source.ref for ref in found} == set(found)


def test_the_same_amount_stands_wherever_it_is_shown():
    held = report("monthly-report")
    units, kinds = (
        {row.cells[0].text: row.cells[3].text for row in table(held, anchor).rows}
        for anchor in ("outcome-by-unit", "outcome-by-cost-type")
    )
    deviating = {row.cells[0].text: row.cells[1].text for row in table(held, "deviations").rows}
    assert deviating.items() <= units.items()
    key = {row.cells[0].text: row.cells[1].text for row in table(held, "key-figures").rows}
    assert key["Avvikelse ackumulerat"] == units["Nettokostnad"] == kinds["Nettokostnad"]


@given(
    st.lists(st.tuples(st.sampled_from(UNITS), st.sampled_from([*CostType, None]), st.integers(1, 8), KR), min_size=1)
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_report_comes_to_the_ledger_to_the_ore(rows):
    balances = [Balance(year=2019, month=m, unit=u, cost_type=k, amount=a) for u, k, m, a in rows]
    dossier = with_balances(example("orebro-2019"), balances)
    month = max(b.month for b in balances)
    document = KINDS["monthly-report"].build(dossier, "sv", month=month)
    net = sum((b.amount for b in balances if b.cost_type is None or b.cost_type.is_net_cost), Decimal(0))
    accrued = resolve(dossier, f"outlook.2019-{month:02d}.accrued").value or Decimal(0)
    for anchor in ("outcome-by-unit", "outcome-by-cost-type"):
        held = table(document, anchor)
        column = [c.heading for c in held.columns].index("Utfall ackumulerat")
        figures = {row.kind: row.cells[column].runs[0].figure.value for row in held.rows if row.kind is RowKind.TOTAL}
        assert figures == {RowKind.TOTAL: net + accrued}
    ledger = table(document, "reconciliation")
    shown = ledger.rows[-1].cells[1].runs[0]
    assert shown.figure.value == sum(b.amount for b in balances)
    assert number(shown.text) == shown.figure.value
    assert "samma summa" in plain(ledger.notes[0])


@pytest.mark.parametrize("kind", REPORTS)
def test_the_review_finds_nothing_in_what_the_report_reckons_itself(kind):
    document = report(kind)
    own = {"key-figures", "volumes-in-brief", "table-gap-units", "deviations",
           "outcome-by-unit", "outcome-by-cost-type", "forecast-by-unit",
           "forecast-by-cost-type", "unit-comments", "ledger-imports", "reconciliation", "accruals", "law"}  # fmt: skip
    found = review(reading_of(document)).findings
    held = tables(document)
    about = [f for f in found if f.place.table is None or held[f.place.table - 1].anchor in own]
    assert [(f.rule, f.message.render("sv")) for f in about] == []


def test_an_interim_report_ends_in_june_to_august_and_says_so_when_it_does_not():
    assert KINDS["interim-report"].month(orebro(11)) == 8
    assert KINDS["interim-report"].month(orebro(7)) == 7
    assert "inte den som lagen kräver" not in words(report("interim-report"))
    early = KINDS["interim-report"].build(orebro(4), "sv")
    assert "inte den som lagen kräver" in words(early)


def test_what_the_law_demands_is_told_where_it_stands_or_that_it_is_missing():
    rows = {row.cells[0].text: row.cells[1].text for row in table(report("interim-report"), "law").rows}
    assert rows["Helårsprognos mot budget"] == "Kapitlet Helårsprognos."
    assert rows["Väsentliga händelser under perioden och efter dess slut"].startswith("Saknas")
    assert "Väsentliga händelser: ingen text är skriven." in words(report("interim-report"))


def test_an_annual_report_of_an_unfinished_year_is_preliminary():
    held = report("annual-report")
    assert held.status == "Preliminär"
    assert "Preliminärt, till och med augusti." in words(held)
    whole = KINDS["annual-report"].build(orebro(12), "sv")
    assert whole.status == "Utkast"
    assert "Preliminärt" not in words(whole)


def test_a_month_that_the_ledger_lacks_is_refused():
    for dossier, month in ((orebro(), 9), (orebro(), 13), (example("eskilstuna-2019"), None)):
        with pytest.raises(ProblemsError):
            KINDS["monthly-report"].build(dossier, "sv", month=month)


def test_a_stored_text_stands_instead_of_the_draft_of_its_month_alone():
    text = Section(
        id="egen", title="Sammanfattning", part=Part.SUMMARY, document="monthly-report", period="2019-08",
        text="Egna ord: {{ followup.2019-08.all.all.actual-to-date | mnkr 1 }}.",
    )  # fmt: skip
    dossier = with_sections(orebro(), text)
    august, july = (words(KINDS["monthly-report"].build(dossier, "sv", month=month)) for month in (8, 7))
    assert "Egna ord" in august
    assert "är nettokostnaden" not in august
    assert "Egna ord" not in july
    assert "Till och med juli är nettokostnaden" in july
    assert "Egna ord" not in words(KINDS["board-plan"].build(dossier, "sv"))
    assert "Egna ord" not in words(KINDS["interim-report"].build(dossier, "sv"))


def test_a_monthly_report_is_brief_and_the_interim_report_whole():
    month, interim = report("monthly-report"), report("interim-report")
    brief, whole = ({held.anchor for held in tables(document)} for document in (month, interim))
    assert len(brief) == len(tables(month)) <= 10
    assert not brief & {"placements-side-by-side", "investments", "goal-states", "ledger-imports", "table-savings"}
    assert {"placements-side-by-side", "investments", "goal-states", "ledger-imports", "table-savings"} <= whole
    rows = {anchor: {row.cells[0].indent for row in table(month, anchor).rows} for anchor in ("outcome-by-unit",)}
    assert rows == {"outcome-by-unit": {0}}
    assert max(row.cells[0].indent for row in table(interim, "outcome-by-unit").rows) > 0


@pytest.mark.parametrize("name", ["orebro-2019", "lund-2023"])
def test_volumes_in_brief_are_those_of_the_whole_grid(name):
    dossier = with_ledger(replaced(example(name), accruals=()))
    brief = table(KINDS["monthly-report"].build(dossier, "sv"), "volumes-in-brief")
    whole = table(KINDS["interim-report"].build(dossier, "sv"), "placements-side-by-side")
    heads = [column.heading for column in whole.columns]
    sums = next(row for row in brief.rows if row.kind is RowKind.SUBTOTAL)
    for index, column in enumerate(brief.columns[1:], 1):
        groups = brief.rows[1 : brief.rows.index(sums)]
        assert sum(number(row.cells[index].text) for row in groups) == number(sums.cells[index].text)
        assert sums.cells[index].text == whole.rows[-1].cells[heads.index(f"Belopp, {column.heading}")].text


def test_grid_and_ledger_add_up_with_units_that_the_grid_has_no_row_for():
    dossier = replaced(example("orebro-2019"), accruals=())
    units = {row.unit for row in dossier.placement_rows}
    other = next(unit.id for unit in dossier.organisation if unit.id not in units and unit.parent not in units)
    held = [
        Balance(year=2019, month=8, unit=unit, cost_type=CostType.BOUGHT_CARE, amount=Decimal(amount))
        for unit, amount in ((other, 7_700_600), *((unit, 1_234_500) for unit in units))
    ]
    found = table(KINDS["interim-report"].build(with_balances(dossier, held), "sv"), "placements-ledger")
    *lines, total = found.rows
    assert any(row.cells[1].text == "–" and number(row.cells[3].text) for row in lines)
    for index in (1, 2, 3):
        assert sum(number(row.cells[index].text) for row in lines) == number(total.cells[index].text)
    assert number(total.cells[3].text) == number(total.cells[2].text) - number(total.cells[1].text)


def test_a_monthly_report_holds_what_somebody_has_written_of_staff():
    text = Section(id="egen", title="Personal", part=Part.STAFF, document="monthly-report", period="2019-08",
                   text="Tre tjänster är vakanta.")  # fmt: skip
    assert "Tre tjänster" in words(KINDS["monthly-report"].build(with_sections(orebro(), text), "sv"))
    assert "Personal:" not in words(report("monthly-report"))


def test_missing_months_are_told_first():
    held = orebro()
    gap = [b for b in held.balances if b.month != 3]
    found = words(KINDS["monthly-report"].build(with_balances(held, gap), "sv"))
    assert "Huvudboken saknar mars." in found
    assert "Huvudboken saknar mars; utfallet hittills är utan dem." in found
