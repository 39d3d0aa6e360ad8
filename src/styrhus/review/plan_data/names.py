"""When two names are the same."""

import re


def same(one: str, other: str) -> bool:
    """Whether two names are the same apart from case, spaces and what stands around them."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w%]+", " ", text).casefold().split())
