"""Stated deficits and surpluses, held against outcome and budget beside them or against a table's total row."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from styrhus.review.understanding.document import About
from styrhus.review.understanding.figures import Measure, Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, agree, in_unit, shown
from styrhus.review.understanding.figures_index import CHANGES, Cell, Index
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.review.understanding.figures_subject import ACCOUNTS, BOARDS, GENERAL, LAST_YEAR, WIDE
from styrhus.review.understanding.figures_words import stems
from styrhus.review.understanding.grid import ColumnRole, GridKind, RowRole
from styrhus.values.finding import Confidence
from styrhus.values.number import format_number
from styrhus.values.problem import Severity

_DEVIATION = re.compile(
    r"\b(?:under|över)skott\w*|\b\w*avvik\w*|\b(?:mer|mindre)forbruk\w*|\balijäämä\w*|\bylijäämä\w*", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:exklusive|exkl|inklusive|inkl|justera\w*|rensa\w*|balanskrav\w*|ackumulera\w*|efter|före|varav|därav|hittills|"
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|tertial\w*|delår\w*|kvartal\w*|"
    r"ursprunglig\w*|tidigare|engång\w*|jämförelsestörande|prognos\w* i|förra|förbättra\w*|försämra\w*|utöver|utan|"
    r"av (?:under|över)skottet|beror|förklara\w*|orsaka\w*|dessutom|ytterligare|delvis|del av|bidrar|"
    r"ombudgeter\w*|tilläggs\w*|återställ\w*|täck\w*|åtgärd\w*)\b",
    re.IGNORECASE,
)
_ADJUSTED = re.compile(
    r"[^,;:\d]*?\b(?:exklusive|exkl|inklusive|inkl|justera\w*|rensa\w*|efter|före|utan|när|om)\b", re.IGNORECASE
)
_AFTER = 60
_OUTCOMES = {ColumnRole.OUTCOME, ColumnRole.FORECAST}
_SPENT = re.compile(
    r"\b(?:netto|kostnad|uppgick|uppgår|blev|utfall|bokslut|prognos|förbruka|regnskap|brukt|toteuma|ble)\w*",
    re.IGNORECASE,
)
_PLAIN = stems(
    "ble driftsutgift driftsutgifter redovisa redovisar visar ger innebär gör uppvisar blir blev utfall utfallet "
    "avvikelse avvikelsen underskott överskott underskottet överskottet budgetavvikelse budgetavvikelsen resultat "
    "jämfört innebar resulterade gav negativ positiv alltså därmed totalt sammantaget motsvarar ett år avviker "
    "positivt negativt merforbruk mindreforbruk viser utvalget periodens året helåret verksamhetsåret regnskapet "
    "netto nettokostnad nettokostnaden kostnad bruttokostnad kostnader slutade landade stannade hamnade "
    "budgetunderskott budgetöverskott prognosticerar prognostiserar räknar redovisade"
)  # fmt: skip
_TURNS = re.compile(
    r"\b(?:medan|men|samtidigt|totalt|sammantaget|\w*nämnden|\w*styrelsen|\w*förvaltningen)\b", re.IGNORECASE
)
_INCOME = stems("intäkt intäkter intäkterna inntekt inntekter inntektene tuotot bidrag statsbidrag")
_CLOSE = 2
_MANY = 15
"""A sentence with more figures than this is a list or a row, not a statement."""
_FAR = 5
_WHOLE = re.compile(
    r"\b(?:\w*nämnden|\w*styrelsen|\w*förvaltningen|totalt|sammantaget|årets resultat|helheten|utvalget|lautakunta)\b",
    re.IGNORECASE,
)


def deviation_claims(all_sentences: Sequence[Sentence], index: Index, about: About) -> Iterator[Claim]:
    """Every plain deviation whose outcome and budget stand near it, or that the one total row of a table tells."""
    totals: list[Cell] | None = None
    for number, sentence in enumerate(all_sentences):
        for mention in sentence.mentions[:_MANY]:
            if not _is_deviation(sentence, mention):
                continue
            beside = all_sentences[max(0, number - 1) : number + 2]
            near = [s for s in beside if s.block is sentence.block and len(s.mentions) <= _MANY]
            found = _near(sentence, mention, near)
            if found is None and _is_whole(sentence, mention):
                totals = _totals(index) if totals is None else totals
                found = _of_table(sentence, mention, totals, about)
            if found is not None:
                yield found


def _is_deviation(sentence: Sentence, mention: Mention) -> bool:
    figure = mention.figure
    if figure.kind is not Kind.MONEY or figure.price or mention.measure is Measure.CHANGE or not figure.value:
        return False
    before, after = sentence.text[mention.begin : figure.start], sentence.text[figure.end : figure.end + _AFTER]
    adjusted = _OTHER.search(before) or _ADJUSTED.match(after)
    return _DEVIATION.search(before) is not None and not adjusted


def _near(sentence: Sentence, mention: Mention, near: Sequence[Sentence]) -> Claim | None:
    """Outcome and budget in the same sentence, else in one beside it that is about the same."""
    for other in sorted(near, key=lambda one: one is not sentence):
        beside = (pair for pair in pairwise(other.mentions) if mention not in pair)
        pairs = [found for pair in beside if (found := _pair(other, *pair)) is not None]
        if len(pairs) != 1:
            continue
        outcome, budget = pairs[0]
        if other is sentence:
            close = abs(sentence.mentions.index(mention) - sentence.mentions.index(outcome)) <= _CLOSE
            turned = _TURNS.search(sentence.text[mention.begin : mention.figure.start])
            same = close and not turned and _narrow(mention) <= _narrow(outcome) | _narrow(budget)
        else:
            whole = not outcome.before & _INCOME or bool(mention.before & _INCOME)
            same = (
                whole
                and _narrow(mention) == _narrow(outcome)
                and _alone(sentence, mention)
                and not _OTHER.search(other.text)
            )
        years = mention.years and outcome.years and mention.years != outcome.years
        forecast = ColumnRole.FORECAST in mention.versions and ColumnRole.FORECAST not in outcome.versions
        if same and not years and not forecast:
            return _made(sentence, mention.figure, (outcome.figure, budget.figure), surely=other is sentence)
    return None


def _pair(sentence: Sentence, one: Mention, other: Mention) -> tuple[Mention, Mention] | None:
    """Outcome or forecast with the budget, in this order, from two figures side by side; None when they are not."""
    a, b = one.figure, other.figure
    dated = one.years and other.years and one.years != other.years
    if dated or not a.like(b) or a.kind is not Kind.MONEY or a.price or not a.value:
        return None
    between = sentence.text[other.begin : b.start]
    if Measure.CHANGE in (one.measure, other.measure) or _DEVIATION.search(between):
        return None
    first, second = _versions(sentence, one), _versions(sentence, other)
    if second == {ColumnRole.BUDGET} and first & _OUTCOMES and ColumnRole.BUDGET not in first:
        return one, other
    turned = first == {ColumnRole.BUDGET} and second & _OUTCOMES and ColumnRole.BUDGET not in second
    return (other, one) if turned else None


def _versions(sentence: Sentence, mention: Mention) -> set[ColumnRole]:
    """What the words right before a figure say that it is of."""
    text = sentence.text[mention.begin : mention.figure.start]
    held = set(mention.versions) & {ColumnRole.BUDGET, *_OUTCOMES}
    return held or ({ColumnRole.OUTCOME} if _SPENT.search(text) else set())


def _narrow(mention: Mention) -> frozenset[str]:
    """The stems that say which part a figure is of; none when it is of the whole."""
    return frozenset(w for w in mention.before - WIDE - _PLAIN - (GENERAL - ACCOUNTS) if not w.endswith(BOARDS))


def _alone(sentence: Sentence, mention: Mention) -> bool:
    """The only deviation that the sentence states in money."""
    return not any(
        other is not mention and other.figure.kind is Kind.MONEY and other.measure is not Measure.CHANGE
        for other in sentence.mentions
    )


def _made(sentence: Sentence, stated: Figure, terms: tuple[Figure, Figure], *, surely: bool) -> Claim | None:
    outcome, budget = terms
    computed = outcome.size - budget.size
    holds = agree(stated, computed, terms)
    if not holds and (stated.size * _FAR < abs(computed) or abs(computed) * _FAR < stated.size):
        # So far from each other they are hardly of the same thing.
        return None
    certain = surely and stated.hedge is outcome.hedge is budget.hedge is Hedge.NONE
    expression = f"{shown(outcome.size, stated)} − {shown(budget.size, stated)} = {shown(computed, stated)}"
    return Claim(
        ClaimKind.DEVIATION, sentence.place(stated), abs(stated.value), in_unit(abs(computed), stated),
        stated.unit_text, holds, "" if holds else expression, "",
        Severity.ERROR if certain else Severity.WARNING, Confidence.CERTAIN if certain else Confidence.LIKELY,
    )  # fmt: skip


def _is_whole(sentence: Sentence, mention: Mention) -> bool:
    """The sentence is about the board as a whole, under a heading that names no part of it."""
    before = sentence.text[: mention.figure.start]
    heading = stems(sentence.headings[-1]) if sentence.headings else frozenset[str]()
    general = not any(word not in WIDE | GENERAL | _PLAIN and not word.endswith(BOARDS) for word in heading)
    first = not any(m.figure.kind is Kind.MONEY for m in sentence.mentions[: sentence.mentions.index(mention)])
    return first and general and _WHOLE.search(before) is not None and not _narrow(mention)


def _totals(index: Index) -> list[Cell]:
    """The deviations of the total rows of budget tables; none when a table compares several boards."""
    held = [
        cell for row in index.rows if row.row.role in {RowRole.TOTAL, RowRole.RESULT}
        and row.grid.kind in {GridKind.BUDGET, GridKind.OTHER}
        for cell in row.cells if cell.column.role is ColumnRole.VARIANCE and cell.unit_known
        and cell.figure.kind is Kind.MONEY
    ]  # fmt: skip
    boards = any(word.endswith(BOARDS) for cell in held for row in cell.row.grid.rows for word in stems(row.label))
    return [] if boards else held


def _of_table(sentence: Sentence, mention: Mention, totals: Sequence[Cell], about: About) -> Claim | None:
    """The deviation of the only total row that there is; several tables or years leave it open."""
    stated = mention.figure
    if not totals or LAST_YEAR.search(sentence.text) or (about.year and mention.years - {about.year}):
        return None
    cells = [cell for total in totals for cell in total.row.cells if cell.column.role in CHANGES]
    if any(agree(stated, cell.figure.amount, (cell.figure,)) for cell in cells):
        return None
    if len(totals) != 1 or stated.hedge is not Hedge.NONE or totals[0].figure.size == 0:
        return None
    total = totals[0]
    if total.column.period or ColumnRole.FORECAST in mention.versions or "prognos" in total.column.heading.casefold():
        return None
    if not total.figure.size <= stated.size * _FAR <= total.figure.size * _FAR * _FAR:
        return None
    other = f"{format_number(abs(total.figure.value))} {total.figure.unit_text}"
    return Claim(
        ClaimKind.RESTATED, sentence.place(stated), abs(stated.value), in_unit(total.figure.size, stated),
        stated.unit_text, False,
        f"{format_number(abs(stated.value))} {stated.unit_text} ≠ {other}",
        total.row.row.label or total.row.grid.table.caption, Severity.WARNING, Confidence.LIKELY, (total.place,),
    )  # fmt: skip
