"""What the reader asks the forecast page for, read from the address."""

import re
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.http import QueryDict

from styrhus.forecast import Stream
from styrhus.values.number import NumberError, parse_typed
from styrhus.values.unit import KRONOR, Unit

MEASURES = ("cost", "persons")


@dataclass(frozen=True)
class Chosen:
    """`stream` None is all; `frame` in kr instead of the budget."""

    stream: Stream | None = None
    measure: str = "cost"
    frame: Decimal | None = None

    @classmethod
    def read(cls, query: QueryDict, streams: tuple[Stream, ...]) -> "Chosen":
        """Read an address; what it does not understand it takes as not asked for."""
        key, measure = query.get("stream", ""), query.get("measure", "")
        stream = next((held for held in streams if held.key == key), None)
        return cls(stream, measure if measure in MEASURES else "cost", _frame(query.get("frame", "")))

    def query(self, stream: Stream | None = None) -> str:
        """The address' end for a stream, with the same measure and frame."""
        held = {
            "stream": stream.key if stream else "",
            "measure": "" if self.measure == "cost" else self.measure,
            "frame": frame_text(self.frame),
        }
        told = {name: value for name, value in held.items() if value}
        return f"?{urlencode(told)}" if told else "?"


def _frame(text: str) -> Decimal | None:
    """An amount in mnkr as typed, in kr; None for nothing, for what is no number, and for zero or less."""
    text = text.strip()
    if re.fullmatch(r"\d+\.\d+", text):
        text = text.replace(".", ",")
    try:
        amount = parse_typed(text) * KRONOR[Unit.MNKR]
    except NumberError:
        return None
    return amount if Decimal(0) < amount < Decimal("1e12") else None


def frame_text(frame: Decimal | None) -> str:
    """`203,5` as it is typed."""
    return "" if frame is None else format((frame / KRONOR[Unit.MNKR]).normalize(), "f").replace(".", ",")
