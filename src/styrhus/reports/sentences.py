"""Sentences with figures in them, as runs: the words translated, each figure kept with its source."""

import re
from decimal import Decimal
from string import Formatter

from styrhus.dossier.references import LiveFigure
from styrhus.paper.blocks import Cell, Paragraph, Run, Runs
from styrhus.values.figure import Figure
from styrhus.values.number import NO_BREAK_SPACE
from styrhus.values.text import Text, catalogue
from styrhus.values.unit import Unit


def worded(text: Text, language: str, *, strong: bool = False) -> Runs:
    """A message as runs: parameters that are figures become live, every other one is rendered into the text.

    `strong` sets the figures apart from the words.
    """
    message = catalogue(language).gettext(text.msgid) if text.msgid else ""
    runs: list[Run] = []
    for words, name, _, _ in Formatter().parse(message):
        if words:
            runs.append(Run(words))
        if name is not None:
            runs.extend(_parameter(text.params[name], language, strong))
    return tuple(runs)


def _parameter(value: object, language: str, strong: bool) -> Runs:
    if isinstance(value, Figure):
        return (figure_run(LiveFigure(value), language, strong=strong),)
    if isinstance(value, LiveFigure):
        return (figure_run(value, language, strong=strong),)
    if isinstance(value, Text):
        return worded(value, language, strong=strong)
    return (Run(value.render(language) if hasattr(value, "render") else str(value)),)


def figure_run(live: LiveFigure, language: str, *, strong: bool = False) -> Run:
    """A figure in prose, unit included unless it asked for the number alone."""
    return Run(live.text(language), strong=strong, figure=live.figure)


def number_cell(figure: Figure, language: str, *, signed: bool = False, status: str = "") -> Cell:
    """A figure in a table whose caption or heading has the unit; a missing one shows its mark and has no link."""
    text = figure.number(signed=signed, language=language)
    linked = figure if figure.value is not None else None
    return Cell((Run(text, figure=linked),), status=status) if text else Cell(status=status)


def text_cell(text: str, *, indent: int = 0, strong: bool = False) -> Cell:
    """A cell of words; an empty one holds nothing."""
    return Cell((Run(text, strong=strong),), indent) if text else Cell(indent=indent)


def paragraph(text: Text, language: str, *, lead: bool = False, strong: bool = False) -> Paragraph:
    """A message as a paragraph with live figures."""
    return Paragraph(worded(text, language, strong=strong), lead)


def labelled(label: str, text: str) -> Paragraph:
    """A paragraph that begins with its label in strong words: **Strategi.** Utveckla …"""
    return Paragraph((Run(f"{label}.", strong=True), Run(f" {text}")))


_WITHIN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|%|(?:tkr|mnkr|kr)\b)")


def unbroken(text: str) -> str:
    """A text of the plan with numbers such as 712 524 tkr and 7 % kept on one line."""
    return _WITHIN_NUMBER.sub(NO_BREAK_SPACE, text)


def sentence(text: str) -> str:
    """The text with its first letter large and a full stop, unless it ends in a sign of its own."""
    text = unbroken(text.strip())
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?:" else ".")


def signed(figure: Figure) -> LiveFigure:
    """The figure with plus or minus before it."""
    return LiveFigure(figure, signed=True)


def percent_change(later: Decimal, earlier: Decimal) -> LiveFigure | None:
    """The change in per cent with one decimal, None when there is nothing to compare with."""
    return LiveFigure(Figure((later - earlier) / abs(earlier) * 100, Unit.PERCENT), 1, True) if earlier else None
