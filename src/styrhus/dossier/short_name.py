"""A short name (id) for a new record, made from its title."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 60
RESERVED = {"new"}
"""Words that stand in addresses where a name could stand."""


def short_name(title: str, taken: Collection[str]) -> str:
    """`Trygg uppväxt` becomes `trygg-uppvaxt`; a number follows when that is taken."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-") or "ny"
    name, number = words, 2
    while name in taken or name in RESERVED:
        name, number = f"{words}-{number}", number + 1
    return name
