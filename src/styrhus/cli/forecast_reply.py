"""What the command line has to say of a forecast, before it has any form."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from styrhus.cli.forecast_frame import Held
    from styrhus.dossier.placement_forecast import Outlook
    from styrhus.forecast import Forecast


@dataclass(frozen=True, eq=False)
class Reply:
    """A forecast with what is said beside it.

    `frames` what it says of a frame; `outlook` the plan year with its budget, where there is a plan that has one;
    `synthetic` that it is of made-up cases; `households` that those are counted and not persons.
    """

    forecast: "Forecast"
    frames: "tuple[Held, ...]" = ()
    outlook: "Outlook | None" = None
    synthetic: bool = False
    households: bool = False
