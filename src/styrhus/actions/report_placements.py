"""Report the figures of the placement grid."""

from collections.abc import Mapping, Sequence

from styrhus.actions.draft import drafting
from styrhus.actions.grid_rules import refuse_figures
from styrhus.actions.validation import validated_rows
from styrhus.finance.grids.placement import PlacementFigure
from styrhus.store.models import User


def report_placements(
    board: str, year: int, figures: Mapping[str, Sequence[Mapping[str, object]]], *,
    versions: Mapping[str, int], by: User,
) -> tuple[PlacementFigure, ...]:  # fmt: skip
    """Replace all figures of the rows named by those given; `versions` are those of the rows' figures.

    Raises NotAllowed, Conflict, NotFound, and ProblemsError whose problems name row (from 1, in the order given) and
    field.
    """
    with drafting("report_placements", board, year, by) as draft:
        draft.require()
        new = validated_rows(PlacementFigure, [{**given, "row": row} for row, own in figures.items() for given in own])
        refuse_figures(new, ("persons", "price"))
        for row in figures:
            draft.find("placement_rows", row)
            draft.expect("placement_figures", row, versions.get(row, 0))
            draft.replace_of("placement_figures", "row", row, [figure for figure in new if figure.row == row])
    return new
