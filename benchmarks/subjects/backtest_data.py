"""Open data to forecast again: stays of a shelter and households with income support; None where not present."""

import csv
from datetime import date

import numpy as np

from benchmarks.child import ROOT
from styrhus.forecast import OPEN, Counts, Spells, Stream
from styrhus.forecast.material.horizon import day_number

FOLDER = ROOT.parent / "shared" / "data" / "backtest"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CENTURY = 2000


def long_beach() -> Spells | None:
    """Stays of a public shelter 2017–2024 by kind."""
    path = FOLDER / "longbeach_episodes.csv"
    if not path.is_file():
        return None
    with path.open(encoding="utf-8") as file:
        rows = [(row["kind"], _day(row["start"]), _day(row["end"])) for row in csv.DictReader(file)]
    kinds = tuple(dict.fromkeys(kind for kind, *_ in rows))
    size = len(rows)
    return Spells(
        tuple(Stream(kind) for kind in kinds),
        np.array([kinds.index(kind) for kind, *_ in rows], dtype=np.int16), np.arange(size),
        np.array([start for _, start, _ in rows], dtype=np.int32),
        np.array([end for *_, end in rows], dtype=np.int32), np.full(size, np.nan), np.zeros(size, dtype=bool),
        as_of=day_number(date(2024, 12, 31)), first=day_number(date(2017, 1, 1)),
    )  # fmt: skip


def _day(text: str) -> int:
    return day_number(date.fromisoformat(text)) if text else int(OPEN)


def alberta() -> Counts | None:
    """Households with income support by month: the total and by client, family, region, age and gender.

    Up to March 2012 there is only a total under another name, which is joined to the later one.
    """
    path = FOLDER / "alberta_income_support_monthly.csv"
    if not path.is_file():
        return None
    with path.open(encoding="latin-1") as file:
        told = [row for row in csv.reader(file) if len(row) > 4 and row[0][:2].isdecimal() and row[4].strip()]
    held: dict[tuple[str, str], dict[int, float]] = {}
    for month, _, measure, name, count, *_ in told:
        text = count.strip().replace(",", "")
        if text.isdecimal():
            held.setdefault((measure, name), {})[_month(month)] = float(text)
    whole = held[("Total Caseload", "Total Caseload")]
    whole.update(held[("Client Type Level", "Client Caseload Total")])
    first = min(whole)
    persons = np.full((len(held), max(whole) - first + 1), np.nan)
    for place, values in enumerate(held.values()):
        for number, value in values.items():
            persons[place, number - first] = value
    streams = tuple(Stream(measure, name.replace("/", "-")) for measure, name in held)
    return Counts(streams, (first // 12, first % 12 + 1), persons, np.full(persons.shape, np.nan))


def _month(text: str) -> int:
    """`05-Apr` is April 2005."""
    year, _, month = text.partition("-")
    return (CENTURY + int(year)) * 12 + MONTHS.index(month)
