"""What is learnt from spells."""

import numpy as np
import pytest

from styrhus.forecast import OPEN, Horizon, Spells, Stream, fit
from styrhus.forecast.placements.fit import Known, estimate
from styrhus.forecast.placements.parameters import Parameters
from styrhus.forecast.placements.sequence import stays

NAMES = tuple(Stream("Children", name, "external") for name in ("institution", "family_home", "at_home"))
AS_OF, FIRST = 17_896, 16_071  # 2018-12-31, 2014-01-01
MISSING = float("nan")


def _spells(*rows: tuple[int, int, int, int, float], size: int = 3, as_of: int = AS_OF, first: int = FIRST) -> Spells:
    """Rows of stream, person, start, end (0 for open) and price."""
    stream, person, start, end, price = zip(*rows, strict=True) if rows else ((),) * 5
    ends = np.array(end, dtype=np.int32)
    return Spells(
        NAMES[:size], np.array(stream, dtype=np.int16), np.array(person, dtype=np.int64),
        np.array(start, dtype=np.int32), np.where(ends == 0, OPEN, ends).astype(np.int32),
        np.array(price, dtype=float), np.zeros(len(rows), dtype=bool), as_of, first,
    )  # fmt: skip


def _estimate(spells: Spells, known: Known | None = None) -> Parameters:
    return estimate(spells, Horizon.after(spells.as_of, 12), draws=400, seed=1, known=known)


def _many(count: int = 600, stay: float = 200.0, growth: float = 0.0) -> Spells:
    random = np.random.default_rng(3)
    start = np.sort(random.integers(FIRST - 1500, AS_OF, count))
    end = start + random.exponential(stay, count).astype(int)
    kept = end >= FIRST
    price = 1000 * random.lognormal(0, 0.1, count) * (1 + growth) ** ((start - AS_OF) / 365.25)
    rows = zip(start[kept], end[kept], price[kept], strict=True)
    return _spells(*((0, n, int(a), int(b) if b <= AS_OF else 0, p) for n, (a, b, p) in enumerate(rows)), size=1)


def test_a_new_price_in_the_same_place_is_one_stay() -> None:
    found = stays(_spells((0, 1, 17_000, 17_100, 10.0), (0, 1, 17_100, 17_200, 12.0), (0, 2, 17_000, 0, 10.0)))
    assert found.start.tolist() == [17_000, 17_000]
    assert found.end.tolist() == [17_200, OPEN]


def test_who_enters_another_place_within_a_week_has_moved_and_did_not_come_from_outside() -> None:
    rows = (0, 1, 17_000, 17_100, 10.0), (1, 1, 17_103, 17_200, 10.0), (2, 1, 17_300, 0, 10.0)
    found = stays(_spells(*rows))
    assert found.onward.tolist() == [1, -1, -1]
    assert found.outside.tolist() == [True, False, True]


def test_moves_are_no_arrivals() -> None:
    rows = []
    for person in range(200):
        start = FIRST + person * 9
        rows += [(0, person, start, start + 30, 10.0), (1, person, start + 30, start + 60, 10.0)]
    found = _estimate(_spells(*rows))
    assert found.moves[:, 0, 1].mean() > 0.97
    assert found.arrivals[:, 0].mean() == pytest.approx(30.4 / 9, rel=0.1)
    assert found.arrivals[:, 1].mean() < 0.1


def test_stays_are_as_long_as_they_were_though_some_are_not_over_and_some_began_before_the_data() -> None:
    found = _estimate(_many())
    # Days to a hazard of 1, over the pieces' middle where most leave.
    mean = 1 / (found.hazard[:, 0, 2:6].mean(axis=1) * found.pace[:, 0].mean(axis=1))
    assert np.median(mean) == pytest.approx(200, rel=0.2)


def test_residents_are_those_who_have_not_left_with_their_planned_ends() -> None:
    spells = _spells((0, 1, AS_OF, 0, 1.0), (0, 2, 17_000, AS_OF + 40, 1.0), (1, 3, 17_000, AS_OF, 1.0))
    found = _estimate(spells).residents
    assert sorted(zip(found.stayed.tolist(), found.ends.tolist(), strict=True)) == [(0, 0), (AS_OF - 17_000, 40)]


def test_who_will_be_too_old_leaves_on_that_day() -> None:
    spells = _spells((0, 1, 17_000, 0, 1.0), (0, 2, 17_000, 0, 1.0))
    known = Known(latest=np.array([AS_OF + 100, OPEN], dtype=np.int32))
    assert sorted(_estimate(spells, known).residents.ends.tolist()) == [0, 100]


def test_prices_that_have_risen_go_on_rising_for_those_who_come() -> None:
    steady, rising = (_estimate(_many(1500, growth=growth)).price[:, 0] for growth in (0.0, 0.06))
    assert np.median(steady[:, 0]) == pytest.approx(1005, rel=0.04)
    assert np.median(rising[:, 11] / rising[:, 0]) > np.median(steady[:, 11] / steady[:, 0]) + 0.015


def test_an_index_that_the_user_gives_counts_for_all_prices() -> None:
    found = _estimate(_many(), Known(index=0.03)).price[:, 0]
    assert np.median(found[:, 11] / found[:, 0]) == pytest.approx(1.03 ** (11 / 12), rel=0.01)


def test_arrivals_follow_the_population_that_is_given() -> None:
    plain, half = (_estimate(_many(), Known(population=people)).arrivals for people in (None, {"Children": [0.5] * 12}))
    assert half == pytest.approx(plain / 2)


def test_a_stream_that_began_late_is_not_held_to_be_as_small_as_before_it_began() -> None:
    rows = [(0, n, FIRST + n * 10, FIRST + n * 10 + 20, 1.0) for n in range(180)]
    rows += [(1, 1000 + n, AS_OF - 360 + n * 9, AS_OF - 340 + n * 9, 1.0) for n in range(38)]
    assert np.median(_estimate(_spells(*rows)).arrivals[:, 1]) == pytest.approx(30.4 / 9, rel=0.25)


def test_an_hour_of_care_is_no_care_day() -> None:
    rows = [(0, n, FIRST + n, FIRST + n, 1.0) for n in range(1500)]
    assert fit(_spells(*rows), draws=64).forecast().total.whole.persons.p90 < 0.5


def _numbers(value: object) -> list[float]:
    if isinstance(value, float):
        return [value]
    if isinstance(value, tuple):
        return [number for item in value for number in _numbers(item)]
    fields = getattr(value, "__dataclass_fields__", {})
    return [number for name in fields for number in _numbers(getattr(value, name))]


ROWS = [(n % 3, n, FIRST + n * 20, FIRST + n * 20 + 100, 1000.0) for n in range(85)]
ODD = {
    "nobody at all": [],
    "three spells": [(0, 1, 16_500, 16_700, 1000.0), (0, 2, 17_000, 0, 1200.0), (1, 3, 17_300, 17_400, 3000.0)],
    "one who came today": [(0, 1, AS_OF, 0, 1000.0)],
    "all are still there": [(n % 2, n, 17_000 + n * 10, 0, 1000.0) for n in range(40)],
    "nobody is there any more": ROWS,
    "no price": [(*row[:4], MISSING) for row in ROWS],
    "free of charge": [(*row[:4], 0.0) for row in ROWS],
    "all leave on a day that is known": [(0, n, 17_000 + n, AS_OF + 1 + n, 500.0) for n in range(60)],
    "all stay equally long": [(0, n, 17_500 + n * 3, 17_550 + n * 3, 500.0) for n in range(100)],
    "prices of a milliard and of a tenth of an öre": [(0, n, 17_000 + n, 0, (1e9, 1e-3)[n % 2]) for n in range(50)],
    "the end before the start, the start after the data": [(0, 1, 17_000, 16_000, 1.0), (0, 2, 18_500, 0, 1.0)],
    "one person in two places": [(n % 2, n // 2, 17_000 + n, 17_300 + n, 1.0) for n in range(80)],
}


@pytest.mark.parametrize("rows", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize(("as_of", "first"), [(AS_OF, FIRST), (AS_OF - 13, FIRST + 45), (AS_OF, AS_OF)])
def test_whatever_is_given_no_number_is_missing_and_bounds_are_in_order(rows, as_of, first) -> None:
    forecast = fit(_spells(*rows, as_of=as_of, first=first), months=13, draws=64).forecast()
    assert np.isfinite(_numbers(forecast)).all()
    for told in (forecast.total, *forecast.streams):
        assert 0 <= told.whole.persons.p5 <= told.whole.persons.p50 <= told.whole.persons.p95 < 1e4


def test_notes_tell_what_is_missing() -> None:
    spells = _spells((0, 1, 17_000, 0, 1000.0), (0, 2, 17_000, 0, MISSING), as_of=AS_OF - 5, first=AS_OF - 300)
    told = " ".join(str(note) for note in fit(spells, draws=64).forecast().notes)
    for part in ("10 months", "2018-12-26", "Nobody has left", "Fewer than 10", "no price for", "1 of 2"):
        assert part in told


def test_the_same_gives_the_same_and_other_knowledge_another_digest() -> None:
    one, two = (fit(_many(), draws=64).forecast() for _ in range(2))
    assert one == two
    assert fit(_many(), draws=64, known=Known(index=0.02)).digest != fit(_many(), draws=64).digest


def test_less_is_known_of_a_short_past() -> None:
    spells = _many(1200)
    late = AS_OF - 200
    kept = spells.end >= late
    columns = (getattr(spells, name)[kept] for name in ("stream", "person", "start", "end", "price", "monthly"))
    short = Spells(spells.streams, *columns, spells.as_of, late)
    wide = [fit(each, draws=400).forecast().total.whole.persons for each in (spells, short)]
    assert wide[1].p90 - wide[1].p10 > 1.3 * (wide[0].p90 - wide[0].p10)
