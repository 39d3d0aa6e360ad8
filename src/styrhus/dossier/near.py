"""Near matches for a name that does not exist, as a remedy a person can use."""

import difflib
from collections.abc import Sequence

from styrhus.values.text import Text, msg


def near(word: str, known: Sequence[str]) -> Text:
    """Name what was probably meant, or begin to list what there is."""
    close = difflib.get_close_matches(word, known, n=3, cutoff=0.5)
    if close:
        return msg("Did you mean {names}?", names=", ".join(close))
    return msg("Known names: {names}.", names=", ".join(list(known)[:12]) or "–")
