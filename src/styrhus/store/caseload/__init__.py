"""The cases of a board as they are stored: the journal of imports, and the material that counts."""

from styrhus.store.caseload.held import CaseloadMaterial, material
from styrhus.store.caseload.journal import CaseloadLine, journal, remembered
from styrhus.store.caseload.known import known_streams

__all__ = ["CaseloadLine", "CaseloadMaterial", "journal", "known_streams", "material", "remembered"]
