"""Small groups are not shown to everybody: cells that tell of few persons, and others from which they could be told."""

from collections.abc import Sequence

THRESHOLD = 5
"""Groups of one to four persons are hidden, as in official statistics."""


def suppressed(column: Sequence[int | None], *, threshold: int = THRESHOLD) -> tuple[bool, ...]:
    """Which cells of a column, whose total is shown, are to be hidden.

    A cell of 1 to `threshold` − 1 is hidden. A single hidden cell could be reckoned from the total, as could several
    whose sum is below the threshold: then the smallest other that is not empty is hidden too.
    """
    hidden = [cell is not None and 0 < cell < threshold for cell in column]
    while any(hidden) and _can_be_told(column, hidden, threshold):
        others = [place for place, cell in enumerate(column) if cell and not hidden[place]]
        if not others:
            break
        hidden[min(others, key=lambda place: column[place] or 0)] = True
    return tuple(hidden)


def _can_be_told(column: Sequence[int | None], hidden: Sequence[bool], threshold: int) -> bool:
    cells = [cell or 0 for cell, is_hidden in zip(column, hidden, strict=True) if is_hidden]
    return len(cells) == 1 or sum(cells) < threshold
