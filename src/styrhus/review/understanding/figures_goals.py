"""What a target volume costs at the stated mean cost, against what the budget pays for."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.review.understanding.figures import Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, agree, in_unit, shown
from styrhus.review.understanding.figures_index import Cell, Index
from styrhus.review.understanding.figures_numbers import Figure, Kind
from styrhus.review.understanding.figures_words import stems
from styrhus.review.understanding.grid import ColumnRole
from styrhus.values.finding import Confidence
from styrhus.values.number import format_number, round_half_up
from styrhus.values.problem import Severity

MEAN = re.compile(
    r"\b(?:snittkostnad\w*|medelkostnad\w*|genomsnittskostnad\w*|styckkostnad\w*|dygnskostnad\w*|månadskostnad\w*|"
    r"genomsnittlig\w* kostnad\w*|snittpris\w*|dygnspris\w*|"
    r"kostnad\w* per (?:hushåll|person|placering|plats|dygn|elev|barn))\b"
    r"[^.;\d]{0,50}$",
    re.IGNORECASE,
)
_PAYS_FOR = re.compile(
    r"\b(?:räcker (?:till|för)|finansierar|täcker|motsvarar|räckt till|dekker)\b[^.;\d]{0,30}$", re.IGNORECASE
)
_GOAL = re.compile(r"\b(?:mål(?:et|nivån?|sättning\w*|värdet)?|målbild\w*)\b[^.;\d]{0,40}$", re.IGNORECASE)
_MEAN_VOLUME = re.compile(r"\b(?:i genomsnitt|i snitt|i medeltal|per månad)\b", re.IGNORECASE)
_MONTHLY = re.compile(r"\b(?:per|i) månad|/\s?mån", re.IGNORECASE)
_DAILY = re.compile(r"\b(?:per|i) dygn|/\s?dygn|\bdygns(?:kostnad|pris)", re.IGNORECASE)
_YEARLY = re.compile(r"\b(?:per|om) år|/\s?år|årskostnad|årsplats", re.IGNORECASE)
LACKS = re.compile(
    r"\b(?:saknas|fattas|underskott|ofinansiera|underfinansiera|gap|brist|täcks inte|räcker inte)", re.IGNORECASE
)
NOUNS = stems(
    "hushåll personer placeringar platser brukare barn ungdomar elever ärenden klienter vårdtagare dygn årsplaceringar "
    "boende deltagare individer familjer årsplatser vårddygn timmar"
)
_REACH = 4
_SLACK = Decimal("1.02")


def goal_claims(all_sentences: Sequence[Sentence], index: Index) -> Iterator[Claim]:
    """Every stated mean cost that stands with the volume that the budget pays for and with a higher target."""
    for number, sentence in enumerate(all_sentences):
        for mention in sentence.mentions:
            if mention.figure.kind is Kind.MONEY and MEAN.search(sentence.text[: mention.figure.start][-90:]):
                near = [s for s in all_sentences[max(0, number - 2) : number + _REACH] if s.block is sentence.block]
                yield from _claims(sentence, mention.figure, near, index)


def _claims(sentence: Sentence, cost: Figure, near: Sequence[Sentence], index: Index) -> Iterator[Claim]:
    """The budget is told by the volume that it is said to pay for, so that no line has to be guessed."""
    periods = periods_of(sentence.text)
    volumes = [(s, m) for s in near for m in s.mentions if m.figure.kind is Kind.COUNT and m.figure.noun in NOUNS]
    paid = next(((s, m) for s, m in volumes if _PAYS_FOR.search(s.text[: m.figure.start][-60:])), None)
    if periods is None or paid is None:
        return
    budget = _budget_for(paid[1].figure, cost, periods, index)
    if budget is None:
        return
    yield _paid_claim(paid[0], paid[1].figure, cost, (periods, budget))
    goal = _goal(volumes, paid[1])
    if goal is not None and goal[1].size > paid[1].figure.size * _SLACK:
        yield _goal_claim(goal, cost, (periods, budget), near)


def periods_of(text: str) -> int | None:
    """How many times a year a mean cost falls; None when the words do not tell."""
    if _DAILY.search(text):
        return 365
    if _MONTHLY.search(text):
        return 12
    return 1 if _YEARLY.search(text) else None


def _budget_for(volume: Figure, cost: Figure, periods: int, index: Index) -> Cell | None:
    """The one budget figure that pays for just this volume at this cost."""
    per_one = cost.size * periods
    found = [
        cell for row in index.rows for cell in row.cells
        if cell.unit_known and cell.figure.kind is Kind.MONEY and cell.column.role is ColumnRole.BUDGET
        and abs(cell.figure.size / per_one - volume.size) <= max(Decimal(1), volume.size / 200)
    ]  # fmt: skip
    sizes = {cell.figure.size for cell in found}
    latest = max((cell.year or 0 for cell in found), default=0)
    found = [cell for cell in found if (cell.year or 0) == latest] if len(sizes) > 1 else found
    return found[0] if found and len({cell.figure.size for cell in found}) == 1 else None


def _goal(volumes: Sequence[tuple[Sentence, Mention]], paid: Mention) -> tuple[Sentence, Figure, Figure] | None:
    """The target's sentence, its volume over the year, and the target itself; a stated mean over the year is used."""
    others = [(s, m.figure) for s, m in volumes if m is not paid and m.figure.noun == paid.figure.noun]
    goal = next(((s, f) for s, f in others if _GOAL.search(s.text[: f.start][-70:])), None)
    if goal is None:
        return None
    mean = next((f for s, f in others if f is not goal[1] and _MEAN_VOLUME.search(s.text, f.end, f.end + 60)), None)
    return goal[0], mean or goal[1], goal[1]


def _paid_claim(sentence: Sentence, volume: Figure, cost: Figure, held: tuple[int, Cell]) -> Claim:
    periods, cell = held
    pays = round_half_up(cell.figure.size / (cost.size * periods), 1)
    amount = cell.figure
    expression = f"{shown(amount.size, amount)} / ({shown(cost.size, amount)} × {periods}) = {format_number(pays)}"
    holds = abs(pays - volume.size) <= max(Decimal(1), volume.size / 100)
    return Claim(
        ClaimKind.GOAL, sentence.place(volume), volume.size, pays, volume.noun, holds, expression,
        cell.row.row.label, Severity.NOTE, Confidence.ROUNDING, (cell.place,),
    )  # fmt: skip


def _goal_claim(
    goal: tuple[Sentence, Figure, Figure], cost: Figure, held: tuple[int, Cell], near: Sequence[Sentence]
) -> Claim:
    """`stated` is the budget and `computed` the cost of the target, both in the budget's unit."""
    sentence, volume, _ = goal
    periods, cell = held
    budget = cell.figure
    need = volume.size * cost.size * periods
    lacking = need - budget.size
    said = any(
        LACKS.search(s.text) and m.figure.kind is Kind.MONEY and agree(m.figure, lacking, (cost,))
        for s in near for m in s.mentions
    )  # fmt: skip
    expression = (
        f"{format_number(volume.size)} × {shown(cost.size, budget)} × {periods} = {shown(need, budget)}; "
        f"{shown(need, budget)} − {shown(budget.size, budget)} = {shown(lacking, budget)}"
    )
    return Claim(
        ClaimKind.GOAL, sentence.place(volume), in_unit(budget.size, budget), in_unit(need, budget), budget.unit_text,
        False, expression, cell.row.row.label, Severity.NOTE if said else Severity.WARNING, Confidence.LIKELY,
        (cell.place,),
    )  # fmt: skip
