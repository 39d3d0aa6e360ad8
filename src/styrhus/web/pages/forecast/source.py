"""What a board's forecast is made from: its caseload, or the years of its placement grid."""

from dataclasses import dataclass
from datetime import date

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.placement_forecast import Material, grid_material
from styrhus.forecast import Capacity
from styrhus.store import caseload


@dataclass(frozen=True)
class Source:
    """`name` is the file, empty for the grid; `imported_on` when it came."""

    material: Material
    name: str = ""
    imported_on: date | None = None
    synthetic: bool = False

    @property
    def is_grid(self) -> bool:
        return not self.name


def source_of(board: str, dossier: Dossier) -> Source | None:
    """The best that there is; None when neither caseload nor grid tells of any persons."""
    return _imported(board) or _grid(dossier)


def _imported(board: str) -> Source | None:
    held = caseload.material(board)
    data = None if held is None else held.spells if held.spells is not None else held.counts
    if held is None or data is None or not len(data):
        return None
    return Source(Material(held.digest, data), held.name, held.imported_on, held.synthetic)


def _grid(dossier: Dossier) -> Source | None:
    material = grid_material(dossier)
    return None if material is None else Source(material)


def capacities_of(dossier: Dossier) -> tuple[Capacity, ...]:
    """The places of the board's own streams."""
    return tuple(held.capacity for held in dossier.capacities)
