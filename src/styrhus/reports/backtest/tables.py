"""The tables of a backtest: one line a method, and the engine by months ahead and by stream."""

from styrhus.forecast.evaluate import WORDS, Backtest, Score
from styrhus.forecast.evaluate.backtest import ENGINE
from styrhus.forecast.evaluate.choose import per_cent
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Table, plain
from styrhus.values.text import Text, msg

STEPS = (1, 3, 6, 12, 18, 24)


def table_of(scores: tuple[Score, ...], caption: Text, language: str) -> Table:
    """One line a method, the engine's first and strong."""
    headings = (
        msg("Method"), msg("Error (WAPE)"), msg("Slant"), msg("Pinball loss"), msg("Held 80 %"), msg("Held 90 %"),
    )  # fmt: skip
    rows = tuple(
        Row(
            (_word(each.method, language), *(_share(value, language) for value in _values(each))),
            RowKind.TOTAL if each.method == ENGINE else RowKind.LINE,
        )
        for each in scores
    )
    return Table(caption.render(language), _columns(headings, language), rows)


def _values(found: Score) -> tuple[float | None, ...]:
    return found.wape, found.bias, found.pinball, found.coverage_80, found.coverage_90


def steps_table(found: Backtest, language: str) -> Table:
    """The error of every method so many months ahead."""
    steps = [step for step in STEPS if step <= found.months]
    headings = (msg("Method"), *(msg("Month {count}", count=step) for step in steps))
    rows = tuple(
        Row((_word(method, language), *(_share(errors[step - 1], language) for step in steps)))
        for method, errors in found.by_step
    )
    return Table(msg("Error by months ahead, persons").render(language), _columns(headings, language), rows)


def streams_table(found: Backtest, language: str) -> Table:
    """The engine's error in each stream, beside the method that was best there."""
    headings = (msg("Row"), msg("The forecast here"), msg("Best method"), msg("Its error"))
    rows = []
    for stream, errors in found.by_stream:
        known = {method: error for method, error in errors if error is not None}
        best = min(known, key=lambda method: known[method], default="")
        rows.append(
            Row(
                (
                    Cell(plain(stream)), _share(known.get(ENGINE), language),
                    _word(best, language) if best else Cell(plain("–")), _share(known.get(best), language),
                )
            )
        )  # fmt: skip
    caption = msg("Error by row, persons").render(language)
    columns = list(_columns(headings, language))
    columns[2] = Column(columns[2].heading)
    return Table(caption, tuple(columns), tuple(rows))


def _columns(headings: tuple[Text, ...], language: str) -> tuple[Column, ...]:
    first, *rest = (heading.render(language) for heading in headings)
    return Column(first, width=2), *(Column(heading, Align.RIGHT) for heading in rest)


def _word(method: str, language: str) -> Cell:
    word = WORDS[method].render(language)
    return Cell(plain(word[:1].upper() + word[1:]))


def _share(value: float | None, language: str) -> Cell:
    return Cell(plain(per_cent(value).text(language=language)))
