"""What a forecast on the command line says of a frame: how likely it holds, and which frame would."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from styrhus.cli.language import Language
from styrhus.cli.output import stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from styrhus.forecast import Counts, Forecast, Spells, YearForecast
    from styrhus.values.text import Text

CERTAINTIES = (0.5, 0.8, 0.9)
UNITS = {"mnkr": Decimal(1_000_000), "tkr": Decimal(1000), "kr": Decimal(1)}


def amount_of(text: str, language: Language) -> Decimal:
    """kr of `290000000`, `290 000 tkr` or `290,5 mnkr`; ends the command for what is no frame."""
    from styrhus.values.number import NumberError, parse_typed
    from styrhus.values.text import msg

    unit = next((unit for unit in UNITS if text.strip().lower().endswith(unit)), "")
    digits = text.strip()[: -len(unit)] if unit else text
    try:
        amount = parse_typed(digits.replace(".", ",")) * UNITS[unit or "kr"]
    except (NumberError, InvalidOperation):
        stop(msg("{text} is no amount; write such as 290000000, 290 000 tkr or 290,5 mnkr.", text=text), language)
    if amount <= 0:
        stop(msg("A frame has to be more than zero, not {text}.", text=text), language)
    return amount


@dataclass(frozen=True)
class Held:
    """A frame in kr of a calendar year; `so_far` is what the months before the horizon have cost."""

    year: "YearForecast"
    frame: Decimal
    so_far: float = 0.0

    def as_json(self) -> dict[str, object]:
        """Year, months ahead, cost so far, probability of holding the frame, and the frames for 50, 80 and 90 %."""
        return {
            "year": self.year.year, "month_count": self.year.months, "so_far": self.so_far, "frame": float(self.frame),
            "probability": self._probability(),
            **{f"frame_{round(certainty * 100)}": self._frame_for(certainty) for certainty in CERTAINTIES},
        }  # fmt: skip

    def _probability(self) -> float | None:
        from styrhus.forecast.frame import probability

        left = float(self.frame) - self.so_far
        if left <= 0 and self.year.cost_percentiles:
            return 0.0
        return probability(self.year, left)

    def _frame_for(self, certainty: float) -> float | None:
        from styrhus.forecast.frame import frame_for

        found = frame_for(self.year, certainty)
        return None if found is None else found + self.so_far

    def told(self, language: str) -> "Iterator[Text]":
        """The same in words, in tkr."""
        from styrhus.forecast.frame import told
        from styrhus.values.text import msg

        share, year = self._probability(), self.year.year
        if share is None:
            yield msg("{year}: without prices nothing can be said of the frame.", year=year)
            return
        if self.year.months < 12:
            yield msg("{year}: the months before the forecast have cost {so_far} tkr, {months} months are left.",
                      year=year, so_far=_tkr(self.so_far, language), months=self.year.months)  # fmt: skip
        yield msg("{year}: the frame of {frame} tkr is held with a probability of {share}.", year=year,
                  frame=_tkr(float(self.frame), language), share=told(share))  # fmt: skip
        low, middle, high = (_tkr(self._frame_for(certainty), language) for certainty in CERTAINTIES)
        yield msg("A frame of {low} tkr would hold with 50 %, {middle} tkr with 80 % and {high} tkr with 90 %.",
                  low=low, middle=middle, high=high)  # fmt: skip


def _tkr(amount: float | None, language: str) -> str:
    from styrhus.values.number import format_number

    return "–" if amount is None else format_number(Decimal(repr(float(amount) / 1000)), 0, language=language)


def frames_of(forecast: "Forecast", amount: Decimal | None, material: "Spells | Counts") -> tuple[Held, ...]:
    """The frame against every calendar year that has its last month in the horizon; none without a frame."""
    if amount is None:
        return ()
    whole = [year for year in forecast.years if f"{year.year}-12" in forecast.months]
    return tuple(
        Held(year, amount, spent(material, year.year, 12 - year.months) if year.months < 12 else 0.0)
        for year in whole or forecast.years
    )


def spent(material: "Spells | Counts", year: int, months: int) -> float:
    """kr of January up to a month; 0 where the material does not tell. A month told of in part counts as a whole."""
    from styrhus.dossier.placement_forecast import Material
    from styrhus.dossier.placement_forecast.past import past_of

    past = past_of(Material(f"{id(material)}", material), year)
    gone = [month for month in past.months if month <= (year, months)]
    cost = past.stretch(past.streams, gone).cost
    return 0.0 if cost is None else float(cost)
