"""What happened in the cases, without who it happened to: files of events and counts, and how good they are."""

from styrhus.caseload.counts.population import Population
from styrhus.caseload.folder import of_folder
from styrhus.caseload.mapping import CaseMapping, MaterialKind
from styrhus.caseload.material_read import MaterialRead, read_material
from styrhus.caseload.quality import Doubt, Finding, Quality, quality
from styrhus.caseload.read import SpellsRead, read_spells

__all__ = [
    "CaseMapping", "Doubt", "Finding", "MaterialKind", "MaterialRead", "Population", "Quality", "SpellsRead",
    "of_folder", "quality", "read_material", "read_spells",
]  # fmt: skip
