"""Parts of pages, kept for as long as the plan that they show stays the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from styrhus.dossier.dossier import Dossier
from styrhus.web.frame import current_language

T = TypeVar("T")

KEPT = 256
"""Parts, of some ten to a hundred kB each; those asked for longest ago are let go."""
_held: OrderedDict[Hashable, object] = OrderedDict()
_lock = Lock()


def kept(dossier: Dossier, name: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives, made once for each dossier, language and `name`; a changed plan is another dossier.

    Only for what all readers of the board see alike: `make` must not ask who reads, and what else it asks (a filter,
    the day) must be in `name`.
    """
    key = (dossier, current_language(), name)
    with _lock:
        if key in _held:
            _held.move_to_end(key)
            found: T = _held[key]  # type: ignore[assignment]
            return found
    made = make()
    with _lock:
        _held[key] = made
        while len(_held) > KEPT:
            _held.popitem(last=False)
    return made


def fragment(request: HttpRequest, dossier: Dossier, template: str, page: object, *also: Hashable) -> SafeString:
    """A template about `page` alone, kept as `kept` does; the whole address counts as the reader's choice."""
    name = (template, request.get_full_path(), *also)
    return kept(dossier, name, lambda: render_to_string(template, {"page": page}, request))
