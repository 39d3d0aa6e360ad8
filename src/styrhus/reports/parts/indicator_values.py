"""One outcome or one target as it stands in a table, and the note beside it when it says more than its number."""

import re
from collections.abc import Callable
from decimal import Decimal

from styrhus.paper.blocks import Cell, Run
from styrhus.plan.indicator import Indicator
from styrhus.plan.outcome import Outcome
from styrhus.plan.target import Target
from styrhus.plan.target_words import target_words
from styrhus.reports.sentences import sentence, unbroken
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.number import NO_BREAK_SPACE, decimals_of, write_decimal
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

Say = Callable[[Text], str]
"""Puts a text into the language of the reader."""


def outcome_cell(setting: Setting, indicator: Indicator, outcome: Outcome | None) -> Cell:
    """The number with its mark: what was printed instead of a number, preliminary, or awaited."""
    if outcome is None:
        return Cell()
    ref = ".".join(filter(None, ("outcome", indicator.id, outcome.period, outcome.part)))
    source = Source(ref, outcome.source)
    figure = Figure(outcome.value, indicator.unit, outcome.period, source, indicator.name, outcome.mark)
    if outcome.value is None:
        text = outcome.mark or (setting.say(msg("awaited")) if outcome.awaiting else "")
        return Cell((Run(text),)) if text else Cell()
    run = Run(figure.number(decimals=_decimals(indicator, outcome), language=setting.language), figure=figure)
    preliminary = Run(NO_BREAK_SPACE + setting.say(msg("prel.")))
    return Cell((run, preliminary) if outcome.preliminary else (run,))


def _decimals(indicator: Indicator, outcome: Outcome) -> int | None:
    """As published; the indicator's own number of decimals only ever adds, so that nothing is rounded away."""
    if outcome.value is None or indicator.decimals is None:
        return None
    return max(indicator.decimals, decimals_of(outcome.value))


def target_cell(setting: Setting, indicator: Indicator, target: Target | None) -> Cell:
    """The target in words, linked to its address when it has a value."""
    if target is None:
        return Cell()
    words = target_words(target, indicator.unit, bare=True).render(setting.language)
    ref = ".".join(filter(None, ("target", indicator.id, str(target.year), target.part)))
    figure = Figure(target.value, indicator.unit, str(target.year), Source(ref), indicator.name)
    if target.value is None:
        return Cell((Run(words),))
    # Yes and no stand beside outcomes that are yes and no, and are written as they are.
    shown = figure.number(language=setting.language) if indicator.unit is Unit.YES_NO else words
    return Cell((Run(shown, figure=figure),))


def outcome_note(say: Say, outcome: Outcome) -> str:
    """What stands behind an outcome, in sentences; empty when the number says it all."""
    said = [
        msg("Describes {year}.", year=outcome.measured) if outcome.measured else None,
        _age(outcome),
        msg("Awaits {what}.", what=outcome.awaiting.rstrip(".")) if outcome.awaiting else None,
        _printed(outcome.printed, outcome.value, known={outcome.mark, str(outcome.measured or "")}),
        Text(sentence(_plain(outcome.note))) if outcome.note else None,
    ]
    return " ".join(say(text) for text in said if text is not None)


def _age(outcome: Outcome) -> Text | None:
    """That a value is preliminary, and the day that it describes unless that is the last of its year."""
    if outcome.as_of is None or (outcome.as_of.month, outcome.as_of.day) == (12, 31):
        return msg("Preliminary.") if outcome.preliminary else None
    if outcome.preliminary:
        return msg("Preliminary as of {day}.", day=outcome.as_of)
    return msg("As of {day}.", day=outcome.as_of)


def target_note(say: Say, indicator: Indicator, target: Target) -> str:
    """What the target says beyond the words in its cell."""
    words = target_words(target, indicator.unit).render("sv")
    same = _squeezed(target.printed) in _squeezed(words)
    numeric = None if indicator.unit is Unit.YES_NO else target.value
    printed = None if same else _printed(target.printed, numeric, known=_SAYS_NOTHING)
    known = say(target_words(target, indicator.unit))
    relative = target.reference and target.reference not in known and target.reference not in target.printed
    said = [
        printed,
        msg("Counted against {reference}.", reference=target.reference.rstrip(".")) if relative else None,
        Text(sentence(_plain(target.note))) if target.note else None,
    ]
    return " ".join(say(text) for text in said if text is not None)


def _plain(text: str) -> str:
    """Braces would be read as parameters of a message."""
    return text.replace("{", "(").replace("}", ")")


_NUMBER = re.compile(r"\d+(?:[ \u00a0]\d{3})*(?:,\d+)?")
_SAYS_NOTHING = {"-", "–", "Mätas", "Följas", "Behålla nivån"}
_YES_NO = re.compile(r"\W*(ja|nej)\W*", re.IGNORECASE)


def _printed(printed: str, value: Decimal | None, *, known: set[str]) -> Text | None:
    """The published wording, where it says more than the number, and the words `known`, already do."""
    if not printed or printed in known or _YES_NO.fullmatch(printed):
        return None
    numbers = {_bare(number) for number in _NUMBER.findall(printed)}
    if value is not None and numbers <= {_bare(write_decimal(abs(value))), *known}:
        return None
    return msg("Published as ”{printed}”.", printed=unbroken(printed))


def _bare(number: str) -> str:
    """A number without group spaces and without decimals that say nothing, to be compared."""
    plain = re.sub(r"[ \u00a0]", "", number)
    return plain.rstrip("0").rstrip(",") if "," in plain else plain


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0.]+", "", text).lower()


def unit_words(indicator: Indicator, setting: Setting) -> str:
    """The indicator's unit for its own column."""
    return setting.say(msg("number of") if indicator.unit is Unit.NUMBER else indicator.unit.label)
