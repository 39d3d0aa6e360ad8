"""Which links a writer follows."""

from collections.abc import Collection
from dataclasses import dataclass

_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class Target:
    """Where a link leads: an `address` outside the document or an `anchor` in it; neither when it is no link."""

    address: str = ""
    anchor: str = ""


def target(href: str, anchors: Collection[str]) -> Target:
    """Addresses of known schemes and anchors that exist; anything else is text."""
    href = href.strip()
    if href.lower().startswith(_SCHEMES) and href.isprintable() and " " not in href:
        return Target(address=href)
    if href.startswith("#") and href[1:] in anchors:
        return Target(anchor=href[1:])
    return Target()
