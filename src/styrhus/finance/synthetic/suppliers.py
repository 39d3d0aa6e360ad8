"""Invented names of suppliers: a made-up place or word and what they sell, of no company that is meant."""

from random import Random

WORDS = (
    "Blåklint", "Granliden", "Norrgläntan", "Sjöviken", "Tallmon", "Ekbacka", "Solhöjd", "Björkhult", "Lövåsen",
    "Stenvalla", "Klöverdal", "Rönnvik", "Havreholm", "Vintergatan", "Ljungheden", "Sävsjön", "Ängshagen", "Mosebo",
)  # fmt: skip
HOMES = ("behandlingshem", "HVB", "vård och stöd", "ungdomshem", "familjestöd", "boende", "öppenvård")
SHOPS = ("kontor", "data", "tolk", "bil", "livs", "utbildning", "handledning", "telefoni", "möbler", "resor")


def supplier(kinds: tuple[str, ...], chance: Random) -> str:
    """A name such as "Blåklint kontor (påhittad)"."""
    return f"{WORDS[chance.randrange(len(WORDS))]} {kinds[chance.randrange(len(kinds))]} (påhittad)"
