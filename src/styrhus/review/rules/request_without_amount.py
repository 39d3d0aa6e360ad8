"""A request for money that names no amount."""

import re
from collections.abc import Iterator, Sequence

from styrhus.paper.reading import ReadTable, TextKind
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.figures import Sentence
from styrhus.review.understanding.figures_numbers import Kind
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "request-without-amount"
_MONEY = (
    r"(?:ramförstärkning\w*|ramtillskott\w*|ramhöjning\w*|ramökning\w*|utökad (?:budget)?ram|tilläggsanslag\w*|"
    r"tilläggsbudget\w*|budgettillskott\w*|budgetförstärkning\w*|resurstillskott\w*|"
    r"ekonomiska? (?:förstärkning\w*|tillskott)|tilleggsbevilgning\w*|økte rammer|lisämäärära\w*|"
    r"(?:ytterligare|mer|utökade|ökade|extra) (?:medel|anslag|resurser|kommunbidrag|budgetmedel))"
)
_REQUEST = re.compile(
    rf"\b(?:äska[rs]?|äskat|äskande[nt]?\w*"
    rf"|(?:begär|begära|hemställer|hemställa|ansöker|yrkar|ber)\s+(?:\w+\s+){{0,6}}?{_MONEY}"
    rf"|behov(?:et|en)? av\s+(?:\w+\s+){{0,5}}?{_MONEY}|behöver\s+(?:\w+\s+){{0,4}}?{_MONEY})",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:har (?:fått|beviljats|tillförts|kompenserats)|hade|tidigare|föregående|förra|beviljade\w*|beviljats|"
    r"avslog\w*|fick)\b",
    re.IGNORECASE,
)
_AFTER = 2
_BLOCKS = 2


def check(examined: Examined) -> Iterator[Finding]:
    told: set[tuple[str, ...]] = set()
    for number, sentence in enumerate(examined.sentences):
        found = _REQUEST.search(sentence.text)
        if found is None or sentence.block.kind is TextKind.HEADING or _PAST.search(sentence.text[: found.start()]):
            continue
        if _names_amount(examined, number) or sentence.headings in told:
            continue
        told.add(sentence.headings)
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, sentence.place(),
            msg("Money is asked for (“{words}”), but no amount is named.", words=found[0]),
            msg("Write the amount, and whether it is for one year or for good."),
        )  # fmt: skip


def _names_amount(examined: Examined, number: int) -> bool:
    """An amount in the sentence, in those after it in the paragraph, or in a table or list that follows."""
    own = examined.sentences[number]
    near = [s for s in examined.sentences[number : number + _AFTER + 1] if s.block is own.block]
    if any(_has_money(s) for s in near):
        return True
    following = examined.reading.blocks[own.position + 1 : own.position + 1 + _BLOCKS]
    if any(isinstance(block, ReadTable) for block in following):
        return True
    return _listed(examined.sentences, number)


def _listed(all_sentences: Sequence[Sentence], number: int) -> bool:
    """A list right after the request, or the short paragraph after it, may hold the amounts."""
    own = all_sentences[number]
    near = all_sentences[number + 1 : number + 25]
    after = [s for s in near if s.position > own.position and s.headings == own.headings]
    items = [s for s in after if s.block.kind is TextKind.ITEM]
    last = own.position + _BLOCKS
    return any(_has_money(s) for s in items) or any(_has_money(s) for s in after if s.position <= last)


def _has_money(sentence: Sentence) -> bool:
    return any(m.figure.kind is Kind.MONEY for m in sentence.mentions)


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Request without an amount"),
    what=msg("The document asks for more money without saying how much."),
    why=msg("A request that has no amount cannot be weighed against others, nor followed up."),
    example=msg("“The board needs additional funds for the growing number of cases.”"),
    check=check,
)  # fmt: skip
