"""How good forecasts are: the past forecast again, beside what simple methods would have said."""

from styrhus.forecast.evaluate.backtest import Backtest, Score, TooShort, backtest
from styrhus.forecast.evaluate.best import best
from styrhus.forecast.evaluate.choose import WORDS, Choice, choose, fit_chosen

__all__ = ["WORDS", "Backtest", "Choice", "Score", "TooShort", "backtest", "best", "choose", "fit_chosen"]
