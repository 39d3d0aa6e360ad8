"""What the year's ledger is likely to end at, from the months that it has."""

from styrhus.forecast.ledger.material import Adjustment, Material, Method, Proposal, TooShort
from styrhus.forecast.ledger.propose import propose

__all__ = ["Adjustment", "Material", "Method", "Proposal", "TooShort", "propose"]
