"""Every figure that a text can refer to, in the order of the plan, and the search among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up_figures import follow_up_addresses
from styrhus.dossier.forecast_figures import forecast_addresses
from styrhus.dossier.grid_references import grid_addresses
from styrhus.dossier.references import resolve
from styrhus.dossier.savings_figures import savings_addresses
from styrhus.finance.table import ColumnKind
from styrhus.values.figure import Figure


@dataclass(frozen=True)
class Entry:
    """A figure with what it is called and where it stands."""

    figure: Figure
    name: str
    place: str

    @property
    def address(self) -> str:
        return self.figure.source.ref

    @property
    def expression(self) -> str:
        """What to write in a text."""
        return f"{{{{ {self.address} }}}}"

    def holds(self, words: Iterable[str]) -> bool:
        """Whether each word occurs in address, name or place, whatever their case."""
        text = f"{self.address} {self.name} {self.place}".casefold()
        return all(word.casefold() in text for word in words)


@lru_cache(maxsize=64)
def entries(dossier: Dossier) -> tuple[Entry, ...]:
    """Frames, their changes, outcomes and targets, facts, tables, the latest follow-up; only what has a value."""
    found = (_entry(dossier, address) for address in dict.fromkeys(addresses(dossier)))
    return tuple(entry for entry in found if entry.figure.value is not None)


def search(dossier: Dossier, query: str) -> tuple[Entry, ...]:
    """The entries that hold every word of the query, in the order of the plan."""
    words = query.split()
    return tuple(entry for entry in entries(dossier) if entry.holds(words))


def addresses(dossier: Dossier) -> Iterator[str]:
    """Every address that can be resolved, whether there is a value at it or not."""
    years = {frame.year for frame in dossier.frames if not frame.part}
    for frame in dossier.frames:
        if frame.year in years:
            yield ".".join(filter(None, ("grant", str(frame.year), frame.part)))
    yield from (f"grant.change.{year}" for year in sorted(years) if year - 1 in years)
    yield from (f"frame.{change.id}" for change in dossier.frame_changes)
    yield from (f"fact.{fact.id}" for fact in dossier.facts)
    for outcome in dossier.outcomes:
        yield ".".join(filter(None, ("outcome", outcome.indicator, outcome.period, outcome.part)))
    for target in dossier.targets:
        yield ".".join(filter(None, ("target", target.indicator, str(target.year), target.part)))
    for table in dossier.tables:
        for row in table.rows:
            for column in table.columns:
                if column.kind is not ColumnKind.TEXT:
                    yield f"table.{table.id}.{row.id}.{column.id}"
    yield from savings_addresses(dossier)
    yield from grid_addresses(dossier)
    yield from follow_up_addresses(dossier)
    yield from forecast_addresses(dossier)


def _entry(dossier: Dossier, address: str) -> Entry:
    figure = resolve(dossier, address)
    part = address.split(".")[3:] if address.startswith(("outcome.", "target.")) else []
    name = ", ".join([figure.label, *part]) if figure.label else address
    return Entry(figure, name, figure.source.place or figure.period)
