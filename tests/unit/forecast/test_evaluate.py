"""Forecasting the past again: scores by hand, no peeping, and a simple method that is better is used."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from styrhus.forecast import OPEN, Counts, Spells, Stream
from styrhus.forecast.evaluate import Backtest, Score, TooShort, backtest, best, choose, fit_chosen, score
from styrhus.forecast.evaluate.choose import Choice
from styrhus.forecast.evaluate.origins import known_then, origins, whole_months
from styrhus.forecast.evaluate.verdict import verdict

STREAMS = (Stream("Barn", "institution", "external"), Stream("Unga", "family_home", "external"))


def day(text: str) -> int:
    return (date.fromisoformat(text) - date(1970, 1, 1)).days


def counts(months: int = 48) -> Counts:
    random = np.random.default_rng(5)
    persons = np.array([[30.0], [60.0]]) * np.exp(np.cumsum(random.normal(0, 0.02, (2, months)), axis=1))
    return Counts(STREAMS, (2019, 1), persons, np.full((2, months), 40_000.0))


def spells() -> Spells:
    random = np.random.default_rng(6)
    size = 700
    start = day("2019-01-01") + random.integers(0, 1460, size)
    end = start + random.geometric(1 / 200, size)
    as_of = day("2022-12-31")
    return Spells(
        STREAMS, random.integers(0, 2, size).astype(np.int16), np.arange(size), start.astype(np.int32),
        np.where(end > as_of, OPEN, end).astype(np.int32), np.full(size, 2_000.0), np.zeros(size, dtype=bool),
        as_of, day("2019-01-01"),
    )  # fmt: skip


def test_scores_by_hand():
    said, came = np.array([10.0, 20.0, 30.0]), np.array([12.0, 20.0, np.nan])
    assert score.wape(said, came) == pytest.approx(2 / 32)
    assert score.bias(said, came) == pytest.approx(-2 / 32)
    assert score.coverage(said - 2, said + 1, came) == 0.5
    one_number = score.pinball(np.stack([said, said, said]), came, np.array([0.1, 0.5, 0.9]))
    assert one_number == pytest.approx(score.wape(said, came))
    # Off by 2 below: 0.1 · 2, 0.5 · 2, 0.9 · 2 at three levels; twice the mean over the outcome.
    assert one_number == pytest.approx(2 * (0.2 + 1 + 1.8) / 3 / 32)
    assert np.isnan(score.wape(said, np.zeros(3)))


@pytest.mark.parametrize(
    ("length", "months", "wanted", "expected"),
    [
        (48, 12, 4, (27, 30, 33, 36)),
        (27, 12, 4, (12, 13, 14, 15)),
        (24, 12, 8, (12,)),
        (23, 12, 8, ()),
        (48, 12, 0, ()),
    ],
)
def test_origins_end_with_the_data_and_have_a_year_before_them(length, months, wanted, expected):
    assert origins(length, months=months, wanted=wanted) == expected


def test_what_was_known_then_tells_nothing_of_later():
    held = spells()
    then = known_then(held, day("2020-06-30"))
    assert then.as_of == day("2020-06-30")
    assert then.start.max() <= then.as_of
    assert ((then.end <= then.as_of) | (then.end == OPEN)).all()
    assert whole_months(replace(held, as_of=day("2022-12-30"))).count == 47


@pytest.fixture(scope="module")
def tried():
    return backtest(counts(), months=6, wanted=3, draws=100)


def test_every_method_is_scored_in_the_same_way(tried):
    assert tried.origins == ("2021-12", "2022-03", "2022-06")[-3:] or len(tried.origins) == 3
    assert [each.method for each in tried.persons] == ["engine", "naive", "seasonal_naive", "mean_12", "ets"]
    assert "volume_price" in {each.method for each in tried.all_cost}
    by_name = {each.method: each for each in tried.persons}
    assert 0 < by_name["engine"].wape < 0.2
    assert by_name["naive"].pinball == pytest.approx(by_name["naive"].wape)
    assert by_name["naive"].coverage_80 is None
    assert 0 <= by_name["engine"].coverage_80 <= by_name["engine"].coverage_90 <= 1
    assert len(tried.by_step[0][1]) == 6


def test_the_last_value_is_scored_as_by_hand(tried):
    persons = counts().persons
    off = total = 0.0
    for known in (36, 39, 42):
        off += np.abs(persons[:, known - 1 : known] - persons[:, known : known + 6]).sum()
        total += persons[:, known : known + 6].sum()
    assert next(each for each in tried.persons if each.method == "naive").wape == pytest.approx(off / total)


def test_spells_are_tried_beside_their_own_months():
    found = backtest(spells(), months=6, wanted=2, draws=100, ets=False)
    assert found.engine == "spells"
    assert [each.method for each in found.persons][:2] == ["engine", "counts"]
    assert found.persons[0].wape < 0.5
    assert found.all_cost[0].wape is not None


def test_too_few_months_and_yearly_values_say_so():
    short = backtest(counts(20))
    assert isinstance(short, TooShort)
    assert "20 whole months" in short.reason.render("en")
    yearly = Counts(STREAMS, (2017, 1), np.ones((2, 2)), np.ones((2, 2)), 12)
    assert "Yearly values" in backtest(yearly).reason.render("en")


def scored(**wapes: float) -> Backtest:
    scores = tuple(Score(method, wape, 0.05, wape, None, None) for method, wape in wapes.items())
    engine = replace(scores[0], coverage_80=0.6, coverage_90=0.7)
    return Backtest("spells", 12, ("2020-01",) * 4, ("Barn",), (engine, *scores[1:]), (), scores, (), (), ())


def test_a_simple_method_that_was_clearly_better_is_used():
    found = scored(engine=0.20, counts=0.19, naive=0.15, ets=0.10)
    assert choose(found).method == "naive"
    said = " ".join(sentence.render("en") for sentence in verdict(found))
    assert "A simpler method would have been better: “last value” was off by 15.0" in said
    assert "too narrow" in said
    assert "too high by 5.0" in said


def test_a_little_better_is_not_enough_and_few_trials_choose_nothing():
    assert choose(scored(engine=0.20, counts=0.195, naive=0.3)).method == "engine"
    few = replace(scored(engine=0.20, naive=0.10), origins=("2020-01",))
    assert choose(few).method == "engine"


def test_with_a_handful_of_persons_the_engine_stays():
    small = replace(scored(engine=0.20, naive=0.0), level=3.0)
    assert choose(small).method == "engine"
    assert "3.0 persons a day" in choose(small).reasons[0].render("en").replace("\u00a0", " ")


def test_the_fewer_trials_the_clearer_it_must_be_and_the_whole_must_not_be_worse():
    eight = replace(scored(engine=0.20, naive=0.185), origins=("2020-01",) * 8)
    three = replace(eight, origins=("2020-01",) * 3)
    worse = replace(eight, all_persons=(Score("engine", 0.05, 0, 0, None, None), Score("naive", 0.1, 0, 0, None, None)))
    assert [choose(each).method for each in (eight, three, worse)] == ["naive", "engine", "engine"]


def test_what_is_chosen_is_what_forecasts():
    held = spells()
    simple = fit_chosen(held, Choice("naive", ()), months=3).forecast()
    assert simple.method == "counts: naive"
    assert simple.months == fit_chosen(held, Choice("engine", ()), months=3).forecast().months
    last = [told.months[0].persons.p50 for told in simple.streams]
    there = [((held.stream == n) & (held.end == OPEN)).sum() for n in (0, 1)]
    assert last == pytest.approx(there, rel=0.2)


def test_a_page_uses_the_simple_method_and_says_so():
    level = np.where(np.arange(60) % 12 < 6, 30.0, 60.0)
    flips = Counts(STREAMS, (2019, 1), np.stack([level, level[::-1]]), np.full((2, 60), 40_000.0))
    found = best(flips)
    assert found.method == "counts: seasonal_naive"
    said = [note.render("en") for note in found.forecast().notes]
    assert "same month last year" in said[0]
    assert "therefore used" in said[1]
    assert best(counts()).method == "counts"
