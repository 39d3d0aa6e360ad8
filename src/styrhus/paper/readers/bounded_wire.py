"""A reading as JSON and back, for the way from the process that read an untrusted file.

Not pickle: whoever gains hold of the reading process through a fault in a library could make the unpickling one run
anything. Here only the types below can come out, whatever is sent.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from styrhus.paper.reading import Build, Picture, ReadCell, Reading, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import Text
from styrhus.values.unit import Unit

_TUPLE, _DECIMAL, _MAPPING = range(3)
_TYPES: tuple[type, ...] = (
    Place, ReadCell, ReadRow, ReadTable, TextBlock, Picture, Build, Problem, Text, Reading, TextKind, Severity, Unit,
)  # fmt: skip
_CODES = {kind: code for code, kind in enumerate(_TYPES, 3)}
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in _TYPES if is_dataclass(kind)}


def _defaults(kind: type) -> tuple[object, ...]:
    """What may be left out at the end of a value's fields; MISSING where a value is always sent."""
    return tuple(field.default for field in fields(kind)) if is_dataclass(kind) else ()


_DEFAULTS = {kind: _defaults(kind) for kind in _TYPES}


def packed(value: object) -> bytes:
    """A reading or problems as bytes; TypeError for a value of a type that is not known here."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(content: bytes) -> object:
    """What `packed` was given; ValueError, TypeError, KeyError or IndexError for anything else."""
    return _value(json.loads(content.decode("utf-8", "surrogatepass")))


def _plain(value: Any) -> Any:
    """Lists begin with a code that says what they are."""
    kind = type(value)
    if value is None or kind in (str, int, bool):
        return value
    if kind is tuple or kind is list:
        return [_TUPLE, *map(_plain, value)]
    if isinstance(value, Decimal):
        return [_DECIMAL, str(value)]
    if isinstance(value, Enum):
        return [_CODES[kind], value.value]
    if isinstance(value, Mapping):
        return [_MAPPING, {str(key): _plain(held) for key, held in value.items()}]
    if kind not in _CODES:
        raise TypeError(f"{kind.__name__} has no form of its own here")
    return [_CODES[kind], *map(_plain, _sent(value, kind))]


def _sent(value: object, kind: type) -> list[object]:
    """The fields up to the last that is not as it would be by itself."""
    held = [getattr(value, name) for name in _NAMES[kind]]
    defaults = _DEFAULTS[kind]
    while held and defaults[len(held) - 1] is not MISSING and _same(held[-1], defaults[len(held) - 1]):
        held.pop()
    return held


def _same(value: object, default: object) -> bool:
    return value is default or (type(value) is type(default) and value == default)


def _value(sent: Any) -> Any:
    if not isinstance(sent, list):
        return sent
    code = sent[0]
    if code == _TUPLE:
        return tuple([_value(held) for held in sent[1:]])
    if code == _DECIMAL:
        return Decimal(sent[1])
    if code == _MAPPING:
        return {key: _value(held) for key, held in sent[1].items()}
    return _TYPES[code - 3](*[_value(held) for held in sent[1:]])


def size(reading: Reading) -> tuple[int, int]:
    """How many characters of text and how many cells a reading holds."""
    characters, cells = zip(*_sizes(reading), strict=True) if reading.blocks else ((0,), (0,))
    return sum(characters), sum(cells)


def _sizes(reading: Reading) -> Iterator[tuple[int, int]]:
    for block in reading.blocks:
        if isinstance(block, TextBlock):
            yield len(block.text), 0
        else:
            yield sum(len(cell.text) for row in block.rows for cell in row.cells), len(block.rows) * block.width
