"""The ledger of a board as it is stored: which files count, the journal of imports, and what plan years show of it."""

from styrhus.store.ledger.journal import files_of, held_months, journal
from styrhus.store.ledger.refresh import refresh

__all__ = ["files_of", "held_months", "journal", "refresh"]
