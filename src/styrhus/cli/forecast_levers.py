"""Levers and capacities on the command line."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from styrhus.cli.language import Language
from styrhus.cli.output import WRONG_USE, stop, tell

if TYPE_CHECKING:
    from styrhus.forecast import Capacity, Lever, Stream

_CAPACITY = re.compile(
    r"(?P<own>[^=>]+?)\s*=\s*(?P<places>\d{1,6})\s*(?:>(?P<overflow>[^=>]+?))?(?P<returns>:returns)?"
)


def levers_of(
    texts: Sequence[str], months: Sequence[str], streams: "Sequence[Stream]", language: Language
) -> "tuple[Lever, ...]":
    """The levers of the words after --lever; ends the command with 2 when one cannot be read."""
    from styrhus.forecast.lever_text import parse_levers

    levers, problems = parse_levers(texts, months, streams)
    if problems:
        tell(problems, language)
        raise SystemExit(WRONG_USE)
    return levers


def capacities_of(
    texts: Sequence[str], streams: "Sequence[Stream]", language: Language
) -> "tuple[Capacity, ...]":  # fmt: skip
    """The places after --capacity; the overflow is by default the external stream of the same group and type."""
    return tuple(_capacity(text, streams, language) for text in texts)


def _capacity(text: str, streams: "Sequence[Stream]", language: Language) -> "Capacity":
    from styrhus.forecast import Capacity, OverflowRule, Stream
    from styrhus.values.text import msg

    found = _CAPACITY.fullmatch(text.strip())
    if found is None:
        stop(msg("{text} is no capacity; write such as Barn/institution/own=12.", text=text), language)
    own = _known(found["own"], streams, language)
    beside = Stream(own.group, own.type, "external").key
    overflow = _known(found["overflow"] or beside, streams, language)
    if overflow == own:
        stop(msg("{text}: who gets no place has to go to another stream.", text=text), language)
    rule = OverflowRule.RETURNS if found["returns"] else OverflowRule.STAYS
    return Capacity(own, float(found["places"]), overflow, rule)


def _known(key: str, streams: "Sequence[Stream]", language: Language) -> "Stream":
    from styrhus.values.text import msg

    found = next((stream for stream in streams if stream.key == key.strip()), None)
    if found is None:
        held = ", ".join(stream.key for stream in streams)
        stop(msg("There is no stream {stream}; there are: {held}.", stream=key.strip(), held=held), language)
    return found
