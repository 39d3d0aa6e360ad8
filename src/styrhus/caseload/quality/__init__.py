"""How good material is: what is doubtful in it, what the forecast does with that, and its streams by year."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from styrhus.caseload.extent import Extent, extent
from styrhus.caseload.quality import of_counts, of_spells
from styrhus.caseload.quality.kinds import Doubt, Finding
from styrhus.caseload.quality.overlaps import Lying
from styrhus.caseload.quality.yearly import StreamYear, counts_by_year, month_by_month, spells_by_year
from styrhus.forecast.material import Counts, Spells, Stream

__all__ = ["Doubt", "Finding", "Quality", "StreamYear", "compared", "quality"]


@dataclass(frozen=True)
class Quality:
    """`findings` with the gravest first; `years` are the streams by calendar year."""

    extent: Extent
    findings: tuple[Finding, ...]
    years: tuple[StreamYear, ...]

    def count(self, doubt: Doubt) -> int:
        """In how many cases a doubt was found; 0 where it was not."""
        return sum(finding.count for finding in self.findings if finding.doubt is doubt)


def quality(material: Spells | Counts, lie: Lying | None = None) -> Quality:
    """How good spells (as they were told) or counts are; `lie` is how the spells lie, where that is known."""
    if isinstance(material, Spells):
        years = spells_by_year(material)
        found = of_spells.doubts(material, years, lie)
        sudden = of_counts.jumps(month_by_month(material)) if len(material) else ()
        return Quality(extent(material), (*found, *sudden), years)
    years = counts_by_year(material)
    return Quality(extent(material), of_counts.doubts(material, years), years)


def compared(found: Quality, streams: Collection[Stream], known: Collection[Stream]) -> Quality:
    """The quality with the care among `streams` that is not among the `known` ones (of an earlier import, of the
    board's own grid); known ones without provider or type stand for any."""
    if not known:
        return found
    new = [stream.key for stream in streams if not any(stream.within(each) for each in known)]
    if not new:
        return found
    told = Finding(Doubt.NEW_STREAM, len(new), len(streams), of_spells.listed(sorted(new)))
    return replace(found, findings=(*found.findings, told))
