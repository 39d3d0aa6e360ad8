"""Repeated measurements of one thing, and what may be said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Samples:
    """Measurements of the same thing in the order they were made; seconds, or a ratio where so said."""

    values: tuple[float, ...]

    @classmethod
    def of(cls, values: Sequence[float]) -> "Samples":
        """The samples; ValueError when nothing was measured."""
        if not values:
            raise ValueError("nothing was measured")
        return cls(tuple(values))

    @property
    def median(self) -> float:
        return median(self.values)

    @property
    def p95(self) -> float:
        """The smallest value that at least 95 % of the measurements do not exceed."""
        ordered = sorted(self.values)
        return ordered[-(-95 * len(ordered) // 100) - 1]

    @property
    def low(self) -> float:
        return min(self.values)

    @property
    def high(self) -> float:
        return max(self.values)

    def over(self, peer: "Samples") -> "Samples":
        """The ratio to a peer measured in turns with this, pair by pair, so that a drifting machine cancels out."""
        return Samples.of([own / other for own, other in zip(self.values, peer.values, strict=True)])
