"""The document of a backtest: what it comes to, what each method was off, and what the words mean."""

from collections.abc import Iterator

from styrhus.forecast.evaluate import Backtest
from styrhus.forecast.evaluate.verdict import verdict
from styrhus.paper.blocks import Block, Document, Heading, ListBlock, Note, Paragraph, plain
from styrhus.reports.backtest.tables import steps_table, streams_table, table_of
from styrhus.values.text import Text, msg

TITLE = msg("How good are the forecasts?")
WORDS = (
    msg("Error (WAPE): the sum of all deviations, without sign, as a share of the sum of the outcomes. Lower is "
        "better."),
    msg("Slant: the mean deviation as a share of the outcome. Above zero the forecast was too high."),
    msg("Pinball loss: the error of the whole interval, as a share of the outcome; a method that gives one number has "
        "its error here. Lower is better."),
    msg("Held 80 % and 90 %: how often the outcome was inside the interval. It ought to be 80 and 90 %."),
)  # fmt: skip


def document(found: Backtest, source: str, language: str) -> Document:
    """The whole document; `source` is the name of what was tried, language `sv` or `en`."""
    return Document(TITLE.render(language), language, tuple(blocks(found, language)), subtitle=source)


def blocks(found: Backtest, language: str) -> Iterator[Block]:
    """What the document holds under its title."""

    def say(text: Text) -> str:
        return text.render(language)

    first, *rest = verdict(found)
    yield Note(plain(say(first)), title=say(msg("In short")))
    if rest:
        yield ListBlock(tuple(plain(say(sentence)) for sentence in rest))
    yield Heading(1, say(msg("What was tried")))
    yield Paragraph(plain(say(_tried(found))))
    yield Heading(1, say(msg("What each method was off")))
    parts = (
        (msg("Persons by row and month"), found.persons),
        (msg("All persons over the whole period"), found.all_persons),
        (msg("Cost by row and month"), found.cost),
        (msg("The whole cost over the whole period"), found.all_cost),
    )
    for caption, scores in parts:
        if scores:
            yield table_of(scores, caption, language)
    yield Heading(1, say(msg("How far ahead, and where")))
    yield steps_table(found, language)
    yield streams_table(found, language)
    yield Heading(1, say(msg("What the words mean")))
    yield ListBlock(tuple(plain(say(word)) for word in WORDS))


def _tried(found: Backtest) -> Text:
    return msg(
        "The months that have been were forecast again from {count} earlier months, {first} to {last}, each time "
        "{months} months ahead and with nothing but what was known then. Beside it stand simple methods, tried in the "
        "same way.",
        count=len(found.origins), first=found.origins[0], last=found.origins[-1], months=found.months,
    )  # fmt: skip
