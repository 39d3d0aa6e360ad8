"""Parts a line of a SIE file into its label and fields."""

import re

Field = str | tuple[str, ...]
"""A text, or the texts of an object list: dimension, object, dimension, object."""

_TOKEN = re.compile(r'"((?:\\"|[^"])*)"|([{}])|([^\s"{}]+)')


class BrokenLine(ValueError):
    """An object list that does not end."""


def fields(line: str) -> list[Field]:
    """Label and fields; `{` and `}` alone stand for themselves. BrokenLine when the line is cut."""
    if '"' not in line and "{" not in line and "}" not in line:
        return list(line.split())
    found: list[Field] = []
    objects: list[str] | None = None
    for text, brace, bare in _parts(line):
        if brace == "{" and objects is None and found:
            objects = []
        elif brace == "}" and objects is not None:
            found.append(tuple(objects))
            objects = None
        elif brace:
            found.append(brace)
        else:
            (found if objects is None else objects).append(bare or text.replace('\\"', '"'))
    if objects is not None:
        if objects:
            raise BrokenLine(line)
        found.append("{")  # a voucher whose block begins on the line of its label
    return found


def _parts(line: str) -> list[tuple[str, str, str]]:
    """Text, brace or bare word. A mark that does not end is ended by the line, as programs that cut texts mean it."""
    return _TOKEN.findall(line if _is_even(line) else f'{line}"')


def _is_even(line: str) -> bool:
    """A path such as `C:\\folder\\` ends with what looks like an escaped mark; then no mark is escaped."""
    return line.count('"') % 2 == 0 or (line.count('"') - line.count('\\"')) % 2 == 0
