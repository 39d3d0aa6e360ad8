"""What the user knows beside the cases: how prices will grow, and how many there will be of each age."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from styrhus.cli.language import Language
from styrhus.cli.output import stop, stop_with_problems, tell

if TYPE_CHECKING:
    from styrhus.caseload import Population
    from styrhus.cli.forecast_material import Source
    from styrhus.forecast.placements.fit import Known

_PER_CENT = re.compile(r"([+\-\u2212]?)(\d{1,2}(?:[.,]\d+)?)\s*%?")
Ages = tuple[int, int]


@dataclass(frozen=True)
class Beside:
    """`index` a year's growth of prices (0.03); `ages` the youngest and oldest of target groups."""

    index: float | None = None
    population: Path | None = None
    ages: Mapping[str, Ages] = field(default_factory=dict)

    @property
    def is_asked(self) -> bool:
        return self.index is not None or self.population is not None or bool(self.ages)

    def known(self, source: "Source", months: int, language: Language) -> "Known | None":
        """As the engine takes it; ends the command for what the source has nothing to do with."""
        from styrhus.forecast import Spells
        from styrhus.forecast.placements.fit import Known
        from styrhus.values.text import msg

        if not self.is_asked:
            return None
        if not isinstance(source.material, Spells):
            stop(
                msg("--index, --population and --ages need placements; {name} has counts.", name=source.name), language
            )
        if not self.ages:
            return Known(index=self.index)
        return Known(index=self.index, population=self._ahead(source, months, language))

    def _ahead(self, source: "Source", months: int, language: Language) -> dict[str, tuple[float, ...]]:
        from styrhus.caseload.population_ahead import NotToldError, population_ahead
        from styrhus.forecast import Horizon, Spells
        from styrhus.values.text import msg

        assert isinstance(source.material, Spells)
        people = source.population if self.population is None else _read(self.population, language)
        if people is None:
            stop(msg("{name} has no population; give --population FILE.", name=source.name), language)
        groups = dict.fromkeys(stream.group for stream in source.material.streams)
        unknown = [group for group in self.ages if group not in groups]
        if unknown:
            held = ", ".join(groups)
            stop(msg("There is no target group {group}; there are: {held}.", group=unknown[0], held=held), language)
        as_of = source.material.as_of
        try:
            return population_ahead(people, self.ages, Horizon.after(as_of, months), as_of)
        except NotToldError as error:
            stop(msg("The population does not tell of the ages of {group} at the time of the forecast.", group=error),
                 language)  # fmt: skip


def beside_of(index: str | None, population: Path | None, ages: Sequence[str], language: Language) -> Beside:
    """The words after --index, --population and --ages; ends the command with 2 for those that cannot be read."""
    from styrhus.values.text import msg

    if population is not None and not ages:
        stop(msg("--population needs --ages, such as --ages Barn=0-12."), language)
    return Beside(_index(index, language), population, dict(_ages(text, language) for text in ages))


def _index(text: str | None, language: Language) -> float | None:
    from styrhus.values.text import msg

    if text is None:
        return None
    found = _PER_CENT.fullmatch(text.strip())
    if found is None:
        stop(msg("{text} is no index; write such as 3% or 2,5%.", text=text), language)
    return float(found[2].replace(",", ".")) / 100 * (-1 if found[1] in ("-", "\u2212") else 1)


def _ages(text: str, language: Language) -> tuple[str, Ages]:
    from styrhus.caseload.counts.population_read import ages_of
    from styrhus.values.text import msg

    group, _, told = text.partition("=")
    found = ages_of(told)
    if not group.strip() or found is None:
        stop(msg("{text} tells no ages; write such as Barn=0-12 or Vuxna=25+.", text=text), language)
    return group.strip(), found


def _read(path: Path, language: Language) -> "Population":
    from styrhus.caseload import read_material
    from styrhus.values.text import msg

    if not path.is_file():
        stop(msg("There is no file {file}.", file=path), language)
    read = read_material(path)
    if read.population is None:
        if not read.errors:
            stop(msg("{file} tells nothing of the population by age.", file=path), language)
        stop_with_problems(read.errors, language)
    tell(read.problems, language)
    return read.population
