"""A review told: as text for a terminal, as JSON for a program, as a page for a colleague."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from styrhus.review.review import Review

Write = Callable[[Review, str], str]

FORMATS = ("text", "json", "html")


@cache
def writer(name: str) -> Write:
    """The writer of a format: a review and a language (`sv` or `en`) to the whole text. KeyError for another name."""
    if name not in FORMATS:
        raise KeyError(name)
    module = {"text": "plain", "json": "as_json", "html": "html"}[name]
    write: Write = import_module(f"{__name__}.{module}").write
    return write
