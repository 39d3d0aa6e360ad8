"""The error for an address that leads to no figure."""

from styrhus.dossier.near import near
from styrhus.values.text import Text, msg


class UnknownReference(ValueError):
    """A reference that leads nowhere, with what was probably meant."""

    def __init__(self, message: Text, remedy: Text) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


def unknown(address: str, step: str, known: tuple[str, ...]) -> UnknownReference:
    """The error for an address whose `step` is none of those known at that point."""
    told = msg("There is no figure {address}.", address=address)
    return UnknownReference(told, near(step, known))
