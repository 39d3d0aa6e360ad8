"""What a backtest comes to, in sentences for a controller."""

from collections.abc import Iterator

from styrhus.forecast.evaluate.backtest import ENGINE, Backtest, Score
from styrhus.forecast.evaluate.choose import choose, per_cent
from styrhus.values.text import Text, msg

NARROW, WIDE = 0.75, 0.85
"""Between these the 80 per cent interval is held to be right."""
SLANT = 0.02
"""A mean error of less than this share is no slant."""


def verdict(found: Backtest) -> tuple[Text, ...]:
    """How far off the forecast was, whether it leaned, whether its interval held, and what a simple method did."""
    return tuple(_verdict(found))


def _verdict(found: Backtest) -> Iterator[Text]:
    yield from choose(found).reasons
    whole = _engine(found.all_cost) or _engine(found.all_persons)
    what = msg("cost") if found.all_cost else msg("number of persons")
    if whole is not None and whole.wape is not None:
        yield msg(
            "The whole {what} over {months} months was off by {wape} on average.", what=what, months=found.months,
            wape=per_cent(whole.wape),
        )  # fmt: skip
    own = _engine(found.persons)
    if own is None:
        return
    if own.bias is not None:
        yield _leaning(own.bias)
    if own.coverage_80 is not None:
        yield _held(own.coverage_80)


def _engine(scores: tuple[Score, ...]) -> Score | None:
    return next((each for each in scores if each.method == ENGINE), None)


def _leaning(bias: float) -> Text:
    if abs(bias) < SLANT:
        return msg("It leaned neither high nor low ({bias} of the persons).", bias=per_cent(bias))
    if bias > 0:
        return msg("It was too high by {bias} of the persons on average.", bias=per_cent(bias))
    return msg("It was too low by {bias} of the persons on average.", bias=per_cent(-bias))


def _held(coverage: float) -> Text:
    share = per_cent(coverage)
    if coverage < NARROW:
        return msg("The 80 per cent interval held {share} of the outcomes: it is too narrow.", share=share)
    if coverage > WIDE:
        return msg("The 80 per cent interval held {share} of the outcomes: it is wider than it need be.", share=share)
    return msg("The 80 per cent interval held {share} of the outcomes, as it should.", share=share)
