"""One row of the forecast's chapter; modules named forecast_*.py with ROWS and told() are its groups."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """What was measured, in words: `0.08 %`, `41 ms`; `ratio` to what `against` names; `met` None without an aim."""

    what: str
    measured: str
    against: str = ""
    ratio: str = ""
    memory: str = ""
    aim: str = ""
    met: bool | None = None
