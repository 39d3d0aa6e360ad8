"""What a forecast on the command line is asked for, and the task that it makes of a source."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from styrhus.cli.language import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from styrhus.cli.forecast_beside import Beside
    from styrhus.cli.forecast_material import Source
    from styrhus.forecast import Capacity
    from styrhus.forecast.many import Task


@dataclass(frozen=True)
class Asked:
    """The words of the command that are the same for one board and for many."""

    levers: tuple[str, ...]
    months: int | None
    kind: str
    as_of: date | None
    data: Path | None
    beside: "Beside"

    def source(self, named: str, language: Language) -> "Source":
        """The material of what is named; ends the command when there is none."""
        from styrhus.cli.forecast_material import source_of

        return source_of(named, self.kind, self.as_of, data=self.data, language=language)

    def task(
        self, source: "Source", language: Language, capacities: "Sequence[Capacity]" = ()
    ) -> "Task":  # fmt: skip
        """What is to be forecast; the plan's own places count unless others are given."""
        from styrhus.cli.forecast_levers import levers_of
        from styrhus.forecast.many import Task

        names = source.month_names(self.months)
        levers = levers_of(self.levers, names, source.material.streams, language)
        known = self.beside.known(source, len(names), language)
        places = capacities or source.capacities
        return Task(source.name, source.material, len(names), levers, places, known=known)
