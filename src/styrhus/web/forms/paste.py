"""A block of cells pasted from a spreadsheet, filled into the table of outcomes before anything is saved."""

from dataclasses import replace

from django.utils.translation import gettext as _

from styrhus.values.period import Period
from styrhus.web.forms.outcome_details import Details
from styrhus.web.forms.outcome_grid import MOST_LINES, Grid

WORDS_FOR_PARTS = {
    "": "", "totalt": "", "total": "", "samtliga": "", "alla": "", "k": "K", "kvinnor": "K", "women": "K",
    "flickor": "K", "m": "M", "män": "M", "men": "M", "pojkar": "M",
}  # fmt: skip


def filled(grid: Grid, pasted: str) -> tuple[Grid, str]:
    """The grid with the pasted values, and what was wrong with the block ("" when nothing was).

    Two forms are read: a header row of periods with parts to the left, or a period and a value on each line.
    Cells that the block does not name stay as they are.
    """
    lines = [line.rstrip("\r").split("\t") for line in pasted.split("\n") if line.strip()]
    if not lines:
        return grid, _("There is nothing to fill in. Copy the cells in the spreadsheet and paste them here.")
    if len(lines) > MOST_LINES or max(map(len, lines)) > MOST_LINES:
        return grid, _("The block is too large. Copy only the rows and columns of this indicator.")
    if _is_period(lines[0][0]):
        values = {("", line[0].strip()): line[1].strip() if len(line) > 1 else "" for line in lines}
    else:
        periods = [cell.strip() for cell in lines[0][1:]]
        wrong = next((p for p in periods if not _is_period(p)), "" if periods else lines[0][0])
        if wrong or not periods:
            told = _("“%(value)s” is no period. The first row must hold periods such as 2022, the first column parts.")
            return grid, told % {"value": wrong}
        values = {
            (_part(line[0]), period): cell.strip()
            for line in lines[1:]
            for period, cell in zip(periods, line[1:], strict=False)
        }
    return _with(grid, values), ""


def _is_period(text: str) -> bool:
    try:
        Period.parse(text.strip())
    except ValueError:
        return False
    return True


def _part(text: str) -> str:
    return WORDS_FOR_PARTS.get(text.strip().casefold(), text.strip())


def _with(grid: Grid, values: dict[tuple[str, str], str]) -> Grid:
    """The grid with more columns and rows where the values need them."""
    held = {**grid.text, **values}
    details = {period: found for period, found in zip(grid.periods, grid.details, strict=True) if period}
    periods = tuple(sorted({*details, *(period for _part, period in values)}))
    parts = tuple(dict.fromkeys(["", *grid.parts, *(part for part, _period in values)]))
    spare = ("",) if len(grid.parts) > 1 and not grid.parts[-1] else ()
    rows = (*parts, *spare)
    cells = tuple(
        tuple(held.get((part, period), "") if part or not row else "" for period in (*periods, ""))
        for row, part in enumerate(rows)
    )
    return replace(
        grid,
        periods=(*periods, ""),
        parts=rows,
        cells=cells,
        details=tuple(details.get(period, Details()) for period in (*periods, "")),
        errors={},
    )
