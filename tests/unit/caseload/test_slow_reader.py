"""The reader against a slow simple one that shares no code with it: the same spells, or the same faulty rows."""

import csv
import math
import re
from datetime import date
from io import StringIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styrhus.caseload import read_material
from styrhus.forecast.material import OPEN

EPOCH = date(1970, 1, 1)
COLUMNS = ("person", "group", "type", "provider", "start", "end", "price", "price_unit")
days = st.dates(date(2015, 1, 1), date(2024, 12, 31)).map(str)
rows = st.tuples(
    st.sampled_from(["p1", "p2", "p3", "å 4"]),
    st.sampled_from(["Barn", "Unga; äldre", "", 'med "citat"']),
    st.sampled_from(["institution", "foster_home", ""]),
    st.sampled_from(["own", "egen", "Extern", "", "ingen"]),
    st.one_of(days, days.map(lambda day: f"{day}T00:00"), st.sampled_from(["", "2023-02-30", "x"])),
    st.one_of(days, st.sampled_from(["", "--", "9999-12-31", "?"])),
    st.sampled_from(["", "--", "1200", "0", "1 234,5", "99,25", "-3", "dyrt", "1.234,50"]),
    st.sampled_from(["day", "dygn", "month", "Månad", "", "vecka"]),
)


def slow(row):
    """The spell of a row as (person, stream, start, end, price, monthly); None where anything is wrong."""
    person, group, kind, provider, start, end, price, unit = row
    known = {"own": "own", "egen": "own", "extern": "external", "": ""}.get(provider.lower())
    units = {"day": False, "dygn": False, "month": True, "månad": True}
    began, left = slow_day(start.replace("T00:00", "")), slow_day(end)
    lasts = end in ("", "--", "9999-12-31")
    amount = None if price in ("", "--") else slow_number(price)
    if known is None or began is None or (left is None and not lasts) or amount == "wrong":
        return None
    if (left is not None and left < began) or (unit and unit.lower() not in units):
        return None
    if amount is not None and (amount < 0 or not unit):
        return None
    return person, (group, kind, known), began, None if lasts else left, amount, units.get(unit.lower(), False)


def slow_day(text):
    try:
        return (date(*map(int, text.split("-"))) - EPOCH).days if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def slow_number(text):
    plain = text.replace(" ", "").replace(".", "").replace(",", ".")
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else "wrong"


def written(given_rows):
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerows([COLUMNS, *given_rows])
    return out.getvalue()


def number(value):
    return None if math.isnan(value) else round(value, 4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(rows, min_size=1, max_size=12))
def test_reads_what_the_slow_one_reads(tmp_path, drawn):
    path = tmp_path / "spells.csv"
    path.write_text(written(drawn), encoding="utf-8")
    found = read_material(path)
    simple = [slow(row) for row in drawn]
    if None in simple:
        assert found.material is None
        assert {problem.row for problem in found.errors} == {n for n, each in enumerate(simple, 2) if each is None}
        return
    assert by_person(fast(found.told)) == by_person(simple)


def fast(material):
    """The spells of the material in the form of the slow ones."""
    return [
        (
            int(material.person[n]), (stream.group, stream.type, stream.provider), int(material.start[n]),
            None if material.end[n] == OPEN else int(material.end[n]), number(float(material.price[n])),
            bool(material.monthly[n]),
        )
        for n, stream in enumerate(material.streams[place] for place in material.stream)
    ]  # fmt: skip


def by_person(spells):
    """What each person's spells are, whatever the person is called."""
    held = {}
    for person, *rest in spells:
        held.setdefault(person, []).append(tuple(map(repr, rest)))
    return sorted(sorted(each) for each in held.values())
