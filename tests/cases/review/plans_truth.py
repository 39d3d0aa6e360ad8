"""Add up the transcribed tables of the published plans without the review: `python tests/cases/review/plans_truth.py`.

Plain arithmetic over the CSV tables of facts.md, with nothing imported from the product: rows called a sum against the
rows above them, change columns against two other columns, and persons × price × days or months against the amount.
It prints each suspect with the fact of the ground truth that it is, and the facts that it cannot see.
"""

import csv
import io
import re
import sys
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import permutations
from pathlib import Path

HERE = Path(__file__).resolve().parent
FACTS = HERE.parents[3] / "shared" / "plans" / "facts.md"
PLAN = re.compile(r"^### 2\.\d+ \d+ (\w+) (\d{4})")
TABLE = re.compile(r"^#### (.*?)(?: \(rad (\d+)-(\d+)\))?(?: \[.*)?$")
SUM = re.compile(r"^(summa|totalt|total\b)", re.IGNORECASE)
VERSION = re.compile(r"(?:utf(?:all)?|budg(?:et)?) 20\d\d", re.IGNORECASE)
PRICE = re.compile(r"^kostnad|pris", re.IGNORECASE)
ASCII = str.maketrans("åäöÅÄÖ", "aaoAAO")
Table = tuple[str, str, int, list[str], list[list[str]]]
Suspect = tuple[str, str, str, str, Decimal, Decimal]


def tables(text: str) -> Iterator[Table]:
    """Plan, title, first line, headings and rows of each transcribed table."""
    plan, title, line, held = "", "", 0, None
    for row in text.splitlines():
        if found := PLAN.match(row):
            plan = f"{found[1].translate(ASCII).lower()}-{found[2]}"
        elif found := TABLE.match(row):
            title, line = found[1], int(found[2] or 0)
        elif row.startswith("```csv"):
            held = []
        elif row.startswith("```") and held:
            rows = list(csv.reader(io.StringIO("\n".join(held))))
            yield plan, title, line, rows[0], rows[1:]
            held = None
        elif held is not None:
            held.append(row)


def number(text: str) -> Decimal | None:
    """A transcribed number; a dash is nothing printed."""
    try:
        return Decimal(text.replace("*", "").replace(" ", ""))
    except InvalidOperation:
        return None


def half(value: Decimal) -> Decimal:
    """Half a unit of the last decimal."""
    return Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)


def sums(headings: list[str], rows: list[list[str]]) -> Iterator[tuple[str, str, Decimal, Decimal]]:
    """Rows called a sum that no run of rows just above gives, nor the sums above, nor half of all (areas and units)."""
    for j in range(1, len(headings)):
        lines: list[Decimal] = []
        totals: list[Decimal] = []
        label = next((k for k, cell in enumerate(rows[0]) if number(cell) is None), 0) if rows else 0
        for row in rows if not PRICE.search(headings[j]) else ():
            value = number(row[j]) if j < len(row) else None
            called = any(SUM.match(cell) for cell in row[: label + 2])
            if value is not None and called and len(lines) >= 2:
                runs = [sum(lines[k:], Decimal(0)) for k in range(len(lines) - 1)]
                tries = [*runs, sum(totals, Decimal(0)), runs[0] / 2]
                nearest = min(tries, key=lambda t, v=value: abs(t - v))
                if abs(nearest - value) > half(value) * (len(lines) + 1):
                    yield row[label], headings[j], value, nearest
                totals.append(value)
            elif value is not None and not called:
                lines.append(value)


def changes(headings: list[str], rows: list[list[str]]) -> Iterator[tuple[str, str, Decimal, Decimal]]:
    """Change columns that are not the difference of the pair of columns that fits most rows, or of any."""
    for j, heading in enumerate(headings):
        if not heading.lower().startswith("förändring") or "%" in heading:
            continue
        others = [k for k in range(1, len(headings)) if k != j]
        held = [(r, [number(c) for c in r]) for r in rows if number(r[j] if j < len(r) else "") is not None]
        pairs = [(sum(_fits(v, j, a, b) for _, v in held), a, b) for a, b in permutations(others, 2)]
        years = re.findall(r"20\d\d", heading)
        named = [p for p in pairs if len(years) == 2 and years[1] in headings[p[1]] and years[0] in headings[p[2]]]
        if not pairs:
            continue
        _, a, b = max(named or pairs)
        for row, values in held:
            if not _fits(values, j, a, b) and values[a] is not None and values[b] is not None:
                yield row[0], heading, values[j] or Decimal(0), values[a] - values[b]  # type: ignore[operator]


def _fits(values: list[Decimal | None], j: int, a: int, b: int) -> bool:
    stated, one, other = values[j], values[a] or Decimal(0), values[b] or Decimal(0)
    return stated is not None and abs(one - other - stated) <= half(stated) * 3


def products(headings: list[str], rows: list[list[str]]) -> Iterator[tuple[str, str, Decimal, Decimal]]:
    """Persons times price times 365 or 12 in mnkr, where names of the columns end in the same version."""
    for p, heading in enumerate(headings):
        version = _version(heading)
        same = [k for k, h in enumerate(headings) if version and _version(h) == version]
        if not PRICE.search(heading) or len(same) != 3:
            continue
        volume, amount = min(same), max(same)
        for row in rows:
            held = [number(row[k]) if k < len(row) else None for k in (volume, p, amount)]
            persons, price, stated = held
            if persons is None or price is None or stated is None:
                continue
            tries = [(_product(persons, price, t), _room(persons, price, t)) for t in (365, 12)]
            computed, room = min(tries, key=lambda t, v=stated: abs(t[0] - v))
            if abs(computed - stated) > room + half(stated):
                yield " ".join(row[:2]), headings[amount], stated, computed


def _version(heading: str) -> str:
    found = VERSION.search(heading)
    return found[0].lower() if found else ""


def _product(persons: Decimal, price: Decimal, times: int) -> Decimal:
    return (persons * price * times / 1_000_000).quantize(Decimal("0.1"))


def _room(persons: Decimal, price: Decimal, times: int) -> Decimal:
    return (Decimal("0.5") * price + Decimal("0.5") * persons) * times / 1_000_000


def suspects(text: str) -> Iterator[Suspect]:
    """All that does not add up in the transcribed tables."""
    for plan, title, _line, headings, rows in tables(text):
        for rule, found in (("sum", sums), ("change", changes), ("product", products)):
            for row, column, stated, computed in found(headings, rows):
                yield plan, rule, f"{title}: {row}", column, stated, computed


def facts() -> dict[tuple[str, Decimal, Decimal], str]:
    """The ground truth by plan and the two amounts."""
    held = {}
    for path in sorted((HERE / "plans").glob("*.csv")):
        for r in csv.DictReader(path.open(encoding="utf-8"), delimiter=";"):
            amounts = (Decimal(r[name].replace(",", ".")) for name in ("stated", "computed"))
            held[(path.stem, *amounts)] = f"{r['rule']} {r['row']}"
    return held


def main() -> int:
    """Print the comparison; gives 2 where the plans are not here."""
    if not FACTS.is_file():
        print(f"no {FACTS.name}")
        return 2
    known, seen = facts(), set()
    for plan, rule, row, column, stated, computed in suspects(FACTS.read_text(encoding="utf-8")):
        fact = known.get((plan, stated, computed))
        seen.add((plan, stated, computed))
        print("in truth" if fact else "NOT in truth", plan, rule, row, "|", column, stated, computed, sep="; ")
    for key, fact in known.items():
        if key not in seen:
            print("not seen by this script", key[0], fact, key[1], key[2], sep="; ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
