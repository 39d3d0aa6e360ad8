"""A forecast as JSON, and the document that gives the same forecast back."""

import json
from datetime import date
from decimal import Decimal

import pytest

from styrhus.forecast.result import Distribution, Measures, StreamForecast
from styrhus.forecast.written import UnreadableForecast, as_json, from_document, to_document
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg
from styrhus.values.unit import Unit
from tests.unit.forecast.forecasts import BOUGHT, around, forecast, stream_forecast

QUANTILES = ["mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95"]


def test_the_form_that_other_programs_read() -> None:
    told = json.loads(json.dumps(as_json(forecast(), "en"), allow_nan=False))
    assert list(told["total"]["cost"]) == QUANTILES
    assert told["streams"][1]["stream"] == "Barn/institution/external"
    assert (told["streams"][1]["group"], told["streams"][1]["type"]) == ("Barn", "institution")
    assert told["streams"][1]["persons"]["mean"] == 20
    assert told["streams"][1]["months"][3]["month"] == "2019-04"
    assert told["streams"][1]["months"][3]["care_days"]["p50"] == 600
    assert told["years"][0]["year"] == told["streams"][0]["years"][0]["year"] == 2019
    assert told["streams"][0]["years"][0]["cost"] == told["streams"][0]["cost"]
    assert told["notes"] == ["3 stays have no price."]


def test_without_a_price_the_cost_is_null() -> None:
    held = forecast(streams=(stream_forecast(BOUGHT, 20, None),))
    assert as_json(held)["streams"][0]["cost"] is None


def test_what_is_no_number_is_null_and_cannot_be_kept() -> None:
    broken = Measures(around(1), around(30), Distribution(*[float("nan")] * 8))
    held = forecast(streams=(StreamForecast(BOUGHT, broken, (broken,) * 12),))
    assert as_json(held)["streams"][0]["cost"] is None
    with pytest.raises(ValueError, match="Out of range"):
        to_document(held)


def test_a_document_gives_the_same_forecast_back() -> None:
    notes = (
        msg("{inner}: {day}, {share}, {none}", inner=msg("a {b}", b=2), day=date(2019, 1, 1), share=0.1, none=None),
        msg("{amount} {figure}", amount=Decimal("1.50"), figure=Figure(Decimal(3), Unit.TKR, "2019", Source("a", "b"))),
    )
    held = forecast(notes=notes, levers=("inflow=-10%",))
    again = from_document(to_document(held))
    assert again == held
    assert to_document(again) == to_document(held)
    assert [note.render() for note in again.notes] == [note.render() for note in notes]


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"form": 99}', '{"form": 1}', "no JSON"])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(UnreadableForecast):
        from_document(text)
