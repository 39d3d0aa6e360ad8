"""Figures of the tables in words: milliseconds, ratios, megabytes."""

from benchmarks.samples import Samples

NO_BREAK_SPACE = "\u00a0"
DASH = "–"


def milliseconds(seconds: float) -> str:
    """Three telling digits: `0.312 ms`, `4.71 ms`, `87 ms`, `1 240 ms`."""
    value = seconds * 1000
    decimals = 3 if value < 1 else 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{decimals}f}".replace(",", NO_BREAK_SPACE) + f"{NO_BREAK_SPACE}ms"


def spread(samples: Samples) -> str:
    """Lowest to highest."""
    return f"{milliseconds(samples.low).split(NO_BREAK_SPACE + 'ms')[0]}{DASH}{milliseconds(samples.high)}"


def ratio(samples: Samples | None) -> str:
    """The median of the ratio with lowest and highest: `2.3 × (2.1–2.9)`."""
    if samples is None:
        return DASH
    return f"{times(samples.median)} ({samples.low:.1f}{DASH}{samples.high:.1f})"


def times(value: float) -> str:
    return f"{value:.1f}{NO_BREAK_SPACE}×"


def megabytes(size: int | None) -> str:
    """Whole megabytes of 1024 × 1024 bytes."""
    return DASH if size is None else f"{round(size / 1024**2)}{NO_BREAK_SPACE}MB"
