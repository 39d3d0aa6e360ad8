"""Words that a live figure can take by its sign, so that a text stays true when its figures change."""

from dataclasses import dataclass

from styrhus.values.figure import Figure
from styrhus.values.number import decimals_of, round_half_up
from styrhus.values.text import Text, msg


@dataclass(frozen=True)
class Sides:
    """What is said of a negative and a positive amount, and of one that is nothing as it is shown."""

    below: Text
    above: Text
    level: Text


SIDES = {
    "over": Sides(msg("{amount} over budget"), msg("{amount} under budget"), msg("level with budget")),
    "better": Sides(msg("{amount} worse than budget"), msg("{amount} better than budget"), msg("level with budget")),
    "framed": Sides(msg("{amount} over the frame"), msg("{amount} under the frame"), msg("level with the frame")),
}
"""By the word in an expression. `over` and `better` are for variances (budget − actual), `framed` for
frame − forecast."""


def sided(figure: Figure, word: str, *, decimals: int | None, language: str) -> str:
    """`3,2 mnkr över budget` for a variance of −3,2; `i nivå med budget` when 0,0 would be shown."""
    if figure.value is None:
        return figure.text(language=language)
    shown = round_half_up(figure.value, decimals_of(figure.value) if decimals is None else decimals)
    sides = SIDES[word]
    side = sides.below if shown < 0 else sides.above if shown > 0 else sides.level
    if not shown:
        return side.render(language)
    plain = Figure(abs(shown), figure.unit).text(decimals=decimals, language=language)
    return Text(side.msgid, {"amount": plain}).render(language)
