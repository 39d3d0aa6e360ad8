"""Marks of footnotes as they are printed: small raised digits."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(digits: str) -> str:
    """The text with its digits raised."""
    return digits.translate(_RAISED)
