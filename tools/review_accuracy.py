"""Measure what the review finds against the ground truth: `python tools/review_accuracy.py`.

Writes docs/granskning-traffsakerhet.md: for each rule how much of what is wrong in the published plans is found and
how many findings are false, and how much is found of what is planted in random tables. The ground truth was
written while the review was built; tests/cases/review/plans_truth.py adds the tables up without any of its code.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random

from styrhus.paper.readers import read
from styrhus.review.review import review
from styrhus.values.finding import Confidence
from styrhus.values.problem import Severity

ROOT = Path(__file__).resolve().parent.parent
PLANS = ROOT.parent / "shared" / "plans"
TRUTH = ROOT / "tests" / "cases" / "review" / "plans"
PAGE = ROOT / "docs" / "granskning-traffsakerhet.md"
RANDOM_TABLES = 400
# The rules that the ground truth is complete for.
JUDGED = (
    "sum-row-differs", "sum-column-differs", "change-column-differs", "percent-change-differs", "share-differs",
    "product-differs", "frame-bridge-differs", "missing-minus", "sign-differs", "unit-implausible", "column-copied",
)  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """One contradiction that stands in a plan: its rule, line, column and the two amounts."""

    plan: str
    rule: str
    line: int
    row: str
    column: str
    stated: Decimal | None
    computed: Decimal | None
    severity: str


@dataclass(frozen=True)
class Outcome:
    """What was found of the truth in one plan, and what was found beside it."""

    plan: str
    found: tuple[Fact, ...]
    missed: tuple[Fact, ...]
    false: tuple[tuple[str, int | None, str], ...]
    relations: int
    holding: int


def truth(plan: str) -> list[Fact]:
    """The facts of a plan."""
    with (TRUTH / f"{plan}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    return [
        Fact(plan, r["rule"], int(r["line"]), r["row"], r["column"], _amount(r["stated"]), _amount(r["computed"]),
             r["severity"])
        for r in rows
    ]  # fmt: skip


def _amount(text: str) -> Decimal | None:
    return Decimal(text.replace(",", ".")) if text else None


def measured(plan: str) -> Outcome:
    """The review of one plan against its truth; notes are no findings that can be false."""
    done = review(read(PLANS / f"{plan}.txt"))
    facts = truth(plan)
    rules = set(JUDGED) | {fact.rule for fact in facts}
    told = {
        (f.rule, f.place.line or 0, f.stated, f.computed, f.severity.value): f
        for f in done.findings if f.rule in rules and f.severity is not Severity.NOTE
    }  # fmt: skip
    keys = {(fact.rule, fact.line, fact.stated, fact.computed, fact.severity): fact for fact in facts}
    return Outcome(
        plan, tuple(fact for key, fact in keys.items() if key in told),
        tuple(fact for key, fact in keys.items() if key not in told),
        tuple((f.rule, f.place.line, f"{f.place.row}, {f.place.column}") for key, f in told.items()
              if key not in keys and f.rule in JUDGED),
        done.checked.relations, done.checked.relations_holding,
    )  # fmt: skip


def planted() -> dict[int, tuple[int, int, int]]:
    """Random tables with one cell spoilt, by number of columns: tried, told, told as certain. Sound ones must pass."""
    sys.path.insert(0, str(ROOT))
    from tests.unit.review.random_tables import examined, sound_table, spoilt  # noqa: PLC0415

    counted: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for seed in range(RANDOM_TABLES):
        random = Random(seed)
        table = sound_table(random)
        if examined(table).faults:
            raise SystemExit(f"a sound table is called wrong: {seed}")
        wrong, _row, column = spoilt(replace(table, change=False), random)
        faults = [f for f in examined(wrong).faults if f.at.column.heading == column]
        held = counted[len(table.columns)]
        held[0] += 1
        held[1] += bool(faults)
        held[2] += any(f.confidence is Confidence.CERTAIN for f in faults)
    return {width: (a, b, c) for width, (a, b, c) in sorted(counted.items())}


def page(outcomes: list[Outcome]) -> str:
    """The page in Swedish."""
    return "\n".join([*_plans(outcomes), "", *_planted(planted()), ""])


def _plans(outcomes: list[Outcome]) -> Iterator[str]:
    found = Counter(fact.rule for o in outcomes for fact in o.found)
    missed = Counter(fact.rule for o in outcomes for fact in o.missed)
    false = Counter(rule for o in outcomes for rule, _line, _where in o.false)
    yield from (
        "# Granskningens träffsäkerhet", "",
        "Skriven av `python tools/review_accuracy.py`; ändras inte för hand.", "",
        "Facit är de räknefel som är kända i fem publicerade verksamhetsplaner och ligger i",
        "`tests/cases/review/plans/`. Det skrevs medan granskningen byggdes, och något skript från det arbetet finns",
        "inte sparat. Efteråt har därför `tests/cases/review/plans_truth.py` räknat om planernas avskrivna",
        "tabeller utan någon del av granskningen: summarader, förändringskolumner och personer × pris × dagar eller",
        "månader. Skriptet pekar ut 18 av de 19 felen med samma belopp; det nittonde är en förväxlad enhet i löptext,",
        "som det inte prövar. Utöver facit pekar det ut tio tal som vid läsning inte är fel: summor över områden och",
        "enheter i samma kolumn (3), en summa av en enda kostnadsrad (4), medelpris på en totalrad (2) och ett pris i",
        "hela tusental (1). Siffrorna nedan mäter alltså planer som granskningen är byggd med; de säger inte hur väl",
        "den klarar okända dokument.",
        "Ett fel räknas som hittat när regel, rad, tryckt belopp, beräknat belopp och allvarlighetsgrad stämmer.",
        "Ett falsklarm är ett fel eller en varning som inte finns i facit.", "",
        "## Per regel", "", "| regel | fel i planerna | hittade | missade | falsklarm |", "|---|---:|---:|---:|---:|",
    )  # fmt: skip
    for rule in sorted({*JUDGED, *found, *missed}):
        yield f"| {rule} | {found[rule] + missed[rule]} | {found[rule]} | {missed[rule]} | {false[rule]} |"
    yield from ("", "## Per plan", "", "| plan | fel | hittade | falsklarm | samband | som stämmer |",
                "|---|---:|---:|---:|---:|---:|")  # fmt: skip
    for o in outcomes:
        count = len(o.found) + len(o.missed)
        yield f"| {o.plan} | {count} | {len(o.found)} | {len(o.false)} | {o.relations} | {o.holding} |"


def _planted(counted: dict[int, tuple[int, int, int]]) -> Iterator[str]:
    yield from (
        "## Inlagda fel i slumpade tabeller", "",
        f"{RANDOM_TABLES} tabeller med summor, delsummor, områden ovanför sina enheter, resultaträkningar, luckor",
        "och oberoende avrundning. Ingen av dem kallas fel. I var och en ändras sedan ett tal mer än avrundning",
        "kan förklara.",
        "", "| talkolumner | tabeller | hittade | varav säkra |", "|---:|---:|---:|---:|",
    )  # fmt: skip
    for width, (tried, told, sure) in counted.items():
        yield f"| {width} | {tried} | {told} | {sure} |"
    yield from (
        "", "En enda talkolumn ger inget annat att jämföra med än orden. Då är det fel bara när raden heter summa",
        "eller motsvarande och skillnaden är liten; annars blir det en varning eller ingenting.",
    )  # fmt: skip


def main() -> int:
    """Write the page; gives 1 when something is missed or false, 2 when there are no plans to try."""
    if not PLANS.is_dir():
        print(f"no plans in {PLANS}")
        return 2
    outcomes = [measured(path.stem) for path in sorted(TRUTH.glob("*.csv"))]
    PAGE.write_text(page(outcomes), encoding="utf-8")
    for outcome in outcomes:
        for fact in outcome.missed:
            print("missed:", fact)
        for told in outcome.false:
            print("false:", outcome.plan, *told)
    return 1 if any(o.missed or o.false for o in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
