"""The latest frozen forecast in documents, the record's tables, and why forecasts differ."""

from dataclasses import replace
from decimal import Decimal

import pytest

from styrhus.dossier.forecast_changes import budget_side, changes_of, last_year_side, year_side
from styrhus.forecast.decompose import Driver
from styrhus.forecast.frozen import Been, WithoutLevers, opened, record_of
from styrhus.forecast.score import scored
from styrhus.paper.blocks import Chart, Heading, Paragraph, Table
from styrhus.reports import KINDS
from styrhus.reports.parts.forecast_record import (
    Line,
    change_blocks,
    cost_so_far,
    human_table,
    record_table,
    score_table,
    verdict,
)
from styrhus.reports.parts.frozen_forecast import forecast_of_document, known_then
from styrhus.reports.parts.savings_levers import lever_blocks
from styrhus.reports.report_chapters import FORECAST, FORECAST_IN_BRIEF
from styrhus.reports.setting import Setting
from tests.store.plans import rich_plan
from tests.unit.dossier.test_forecast_figures import FIRST, LAST, bought, plan
from tests.unit.forecast.forecasts import BOUGHT, OWN, been, forecast, frozen, stream_forecast

PLAN = plan(FIRST, LAST)


def setting(dossier=PLAN, language="sv", month=None):
    return Setting(dossier, language, sections=(), placed={}, prose=lambda *_: (), month=month)


def words(block):
    runs = block.runs if isinstance(block, Paragraph) else ()
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def cells(table):
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def test_a_document_tells_it_in_words_as_a_fan_and_in_a_table():
    blocks = list(forecast_of_document(setting()))
    assert isinstance(blocks[0], Heading)
    said = [words(block) for block in blocks if isinstance(block, Paragraph)]
    assert said == [
        "Placeringarna väntas kosta 36,0 mnkr år 2023, med 80 % sannolikhet mellan 30,6 mnkr och 41,4 mnkr.",
        "Sannolikheten att budgeten på 36,0 mnkr räcker är 50 %; 40,3 mnkr räcker med 80 % sannolikhet.",
        "Prognosen frystes den 15 februari 2023 på underlag till och med den 31 december 2022.",
    ]
    (chart,) = [block for block in blocks if isinstance(block, Chart)]
    assert "januari 2022" in chart.alt
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert cells(table) == [
        ["Barn: HVB", "19,7", "16,8–22,7", "36 000", "30 600–41 400"],
        ["Alla placeringar", "19,7", "16,8–22,7", "36 000", "30 600–41 400"],
    ]
    notes = ["".join(run.text for run in note) for note in table.notes]
    assert "3 stays have no price." in notes
    assert any("cdcdcdcdcdcd" in note for note in notes)


def test_levers_are_told_with_what_they_give():
    held = frozen(bought(levers=("inflow:Barn=-10%", "något annat")), "2023-03-01-01")
    said = [words(block) for block in forecast_of_document(setting(plan(held))) if isinstance(block, Paragraph)]
    assert said[1] == "Det är med dessa spakar: inflödet till Barn −10 %; något annat."


def test_every_number_in_the_sentences_is_live():
    paragraphs = [block for block in forecast_of_document(setting()) if isinstance(block, Paragraph)]
    refs = {run.figure.source.ref for block in paragraphs for run in block.runs if run.figure is not None}
    assert f"forecast.{LAST.id}.total.2023.cost.p90" in refs
    assert f"forecast.{LAST.id}.frame.2023.probability" in refs


def test_in_brief_there_is_no_table_and_without_a_forecast_nothing():
    assert not any(isinstance(block, Table) for block in forecast_of_document(setting(), brief=True))
    assert list(forecast_of_document(setting(plan()))) == []


def test_a_report_of_a_month_knows_only_what_was_known_then():
    late = frozen(bought(as_of="2023-08-31"), "2023-09-10-01")
    held = plan(FIRST, late)
    assert known_then(setting(held, month=6)) is FIRST
    assert known_then(setting(held, month=8)) is late
    assert known_then(setting(held)) is late


@pytest.mark.parametrize("kind", ["board-plan", "scorecard"])
def test_documents_of_the_plan_have_it(kind):
    assert "Placeringar: prognos med osäkerhet" in headings(KINDS[kind].build(PLAN, "sv"))
    assert "Placeringar: prognos med osäkerhet" not in headings(KINDS[kind].build(plan(), "sv"))


@pytest.mark.parametrize("chapter", [FORECAST, FORECAST_IN_BRIEF])
def test_chapters_of_monthly_reports_have_it(chapter):
    made = [b.text for b in chapter.content(setting(month=3)) if isinstance(b, Heading)]
    assert "Placeringar: prognos med osäkerhet" in made


def headings(document):
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_without_prices_it_tells_persons():
    only = stream_forecast(BOUGHT, 20, None)
    year = replace(forecast(2023).years[0], cost_percentiles=())
    held = frozen(bought(streams=(only,), total=stream_forecast(None, 20, None), years=(year,)), "2023-03-01-01")
    blocks = list(forecast_of_document(setting(plan(held))))
    assert "19,7 personer" in words(blocks[1])
    assert "saknas priser" in words(blocks[1])
    assert any(isinstance(block, Chart) for block in blocks)


def test_why_it_differs_adds_up_to_the_budget_last_year_and_the_one_before():
    found = changes_of(PLAN, LAST)
    assert found.previous is FIRST
    held = opened(LAST.content)
    assert year_side(held, 2023).total == pytest.approx(36_000_000)
    assert budget_side(PLAN, held).total == 36_000_000
    assert last_year_side(held, 2022).total == pytest.approx(20 * 365 * 5000)
    for part in (found.since_previous, found.since_last_year, found.against_budget):
        assert sum(part.parts.values()) == pytest.approx(part.difference, abs=1e-3)
    assert last_year_side(held, 2020) is None


def test_levers_are_told_by_themselves_in_either_forecast():
    base = opened(LAST.content)
    cheaper = replace(
        base,
        forecast=replace(base.forecast, levers=("inflow=-10%",), digest="99" * 32),
        without_levers=(WithoutLevers(BOUGHT, 8000, 40_000_000.0),),
    )
    later = record_of(cheaper, "2023-05-01-01", LAST.made_on)
    found = changes_of(plan(LAST, later), later).since_previous
    assert found.parts[Driver.LEVERS] == pytest.approx(-4_000_000)
    assert sum(found.parts.values()) == pytest.approx(0, abs=1)
    (table,) = change_blocks(setting(plan(LAST, later)), changes_of(plan(LAST, later), later))
    rows = {row[0]: row[1:] for row in cells(table)}
    assert rows["Spakar"][0] == "−4,0"


def test_the_causes_shown_lead_from_one_shown_amount_to_the_other():
    (table,) = change_blocks(setting(), changes_of(PLAN, LAST))
    columns = list(zip(*[row[1:] for row in cells(table)], strict=True))
    for first, *parts, last in columns:
        amounts = [Decimal(p.replace("−", "-").replace("+", "").replace(",", ".")) for p in parts if p != "–"]
        assert Decimal(first.replace(",", ".")) + sum(amounts) == Decimal(last.replace(",", "."))


def test_the_record_tells_how_each_has_held():
    months, outcome = been(2024)
    found = scored(opened(FIRST.content), months, outcome)
    lines = [Line(LAST, None), Line(FIRST, found)]
    table = record_table(setting(), lines)
    (latest, first) = cells(table)
    assert latest[:6] == ["2023-02-15", "2022-12-31", "36,0", "30,6–41,4", "50 %", "0"]
    assert first[5:7] == ["12", "0,0 %"]
    assert "Fel, personer" in [column.heading for column in score_table(setting(), found).columns]
    assert "12 månader" in verdict(found).render()
    assert "kostade" in cost_so_far(found).render()


def test_a_simple_method_that_was_better_is_told_plainly():
    streams = (stream_forecast(OWN, 15, 1000), stream_forecast(BOUGHT, 30, 5000))
    found = scored(opened(frozen(forecast(2023, streams=streams)).content), *been(2024))
    assert "En enkel metod hade varit bättre" in verdict(found).render()


def test_an_empty_outcome_is_no_verdict():
    rows = tuple(Been(stream, (0.0,) * 12, (0.0,) * 12) for stream in (OWN, BOUGHT))
    found = scored(opened(FIRST.content), been(2024)[0], rows)
    assert "Ingen var placerad" in verdict(found).render()


def test_units_without_a_record_have_no_table():
    assert list(human_table(setting(rich_plan(unit_forecasts=())))) == []


def test_savings_with_levers_are_told_together():
    rich = rich_plan()
    (row,) = rich.saving_levers
    other = rich.savings[0].model_copy(update={"id": "mindre", "name": "Mindre"})
    both = rich.model_copy(update={
        "savings": (*rich.savings, other),
        "saving_levers": (row, row.model_copy(update={"saving": "mindre"})),
    })  # fmt: skip
    sentence, table = lever_blocks(setting(both))
    assert "Tillsammans ger åtgärderna med spakar 1 200 tkr" in words(sentence)
    assert "−258 tkr" in words(sentence)
    assert cells(table)[-1][2:5] == ["240", "1 458", "1 200"]
    assert list(lever_blocks(setting(rich_plan(saving_levers=())))) == []
