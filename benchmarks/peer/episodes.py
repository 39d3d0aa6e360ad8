"""The same spells twice: as the peer reads them (SSDA903) and as we do."""

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

FIRST, LAST = date(2017, 4, 1), date(2022, 3, 31)
TYPES = {
    "U1": ("foster_home", "own", 750, 420), "U4": ("foster_home", "external", 1900, 380),
    "K2": ("institution", "external", 5200, 190), "K1": ("institution", "own", 3400, 220),
    "H5": ("housing", "external", 1500, 160), "P1": ("other", "external", 1200, 120),
}  # fmt: skip
"""Placement code: type, provider, kr a day, mean stay in days."""
GROUPS = ((10, "Barn"), (16, "Ungdom"), (99, "Unga vuxna"))
MOVES = 0.35
Episode = tuple[int, date, date, str, date | None]
"""Child, born, start, code, end."""


def episodes(count: int) -> list[Episode]:
    """So many spells of children who come, stay, move on and leave, some of them still there; always the same."""
    chance, found, child = Random("episodes"), [], 0
    days = (LAST - FIRST).days
    while len(found) < count:
        child += 1
        start = FIRST + timedelta(days=int(chance.random() * days))
        born = start - timedelta(days=int(365.25 * (1 + 15.5 * chance.random())))
        end: date | None = start
        while end is not None and len(found) < count:
            code = chance.choice(list(TYPES))
            start, end = end, end + timedelta(days=1 + int(chance.expovariate(1 / TYPES[code][3])))
            end = end if end <= LAST else None
            found.append((child, born, start, code, end))
            if chance.random() > MOVES:
                break
    return found


def write(folder: Path, count: int) -> tuple[Path, Path]:
    """The folder that the peer reads, and the file that we read."""
    made = episodes(count)
    theirs = folder / "ssda903"
    theirs.mkdir(parents=True)
    births = {child: born for child, born, *_ in made}
    _write(theirs / "header.csv", ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"],
           [[child, 1, _uk(born), "WBRI", f"X{child}", "", ""] for child, born in births.items()])  # fmt: skip
    head = ["CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
            "HOME_POST", "PL_POST", "URN"]  # fmt: skip
    for year in range(FIRST.year, LAST.year + 1):
        own = [episode for episode in made if episode[2].year == year]
        (theirs / str(year)).mkdir()
        _write(theirs / str(year) / "episodes.csv", head, [_theirs(episode) for episode in own])
    ours = folder / "placements.csv"
    _write(ours, ["person", "group", "type", "provider", "start", "end", "price", "price_unit"],
           [_ours(episode) for episode in made])  # fmt: skip
    return theirs, ours


def _theirs(episode: Episode) -> list[object]:
    child, _, start, code, end = episode
    return [
        child,
        _uk(start),
        "S",
        "C2",
        "N1",
        code,
        "PR0",
        _uk(end) if end else "",
        "X1" if end else "",
        "",
        "",
        "",
        "",
    ]


def _ours(episode: Episode) -> list[object]:
    child, born, start, code, end = episode
    kind, provider, price, _ = TYPES[code]
    group = next(name for age, name in GROUPS if (start - born).days / 365.25 < age)
    return [f"p{child}", group, kind, provider, start.isoformat(), end.isoformat() if end else "", price, "day"]


def _uk(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _write(path: Path, head: list[str], rows: list[list[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
