"""Expressions in double braces, taken out of a text before Markdown can read signs of its own into them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from styrhus.paper.printable import REPLACEMENT, printable

# Two private characters stand around the number of an expression; a text that holds them loses them first.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_IN_ADDRESS = re.compile(r"%EE%80%80(\d+)%EE%80%81")
_EXPRESSION = re.compile(r"\{\{(?P<inside>[^{}]*)\}\}|(?P<open>\{\{.*)")
_DIRECTIVE = re.compile(r"(?P<indent>\s*)\{\{\s*block\s[^{}]*\}\}\s*")


@dataclass(frozen=True)
class Expression:
    """What stood between the braces, its line counted from 1, and how it was written."""

    expression: str
    line: int
    written: str
    directive: bool = False


class Markers:
    """A text whose expressions are markers, and the way back from them."""

    def __init__(self, text: str) -> None:
        self._held: list[Expression] = []
        lines = printable(text).replace(_OPEN, REPLACEMENT).replace(_CLOSE, REPLACEMENT).split("\n")
        self.text = "\n".join(self._marked(line, number) for number, line in enumerate(lines, 1))

    def _marked(self, line: str, number: int) -> str:
        directive = _DIRECTIVE.fullmatch(line)
        if directive is not None:
            written = line.strip()
            words = " ".join(written.strip("{}").split()).removeprefix("block").strip()
            marker = self._hold(Expression(words, number, written, directive=True))
            # Blank lines make it a paragraph of its own, wherever it stands.
            return f"\n{directive['indent']}{marker}\n"
        return _EXPRESSION.sub(lambda found: self._expression(found, number), line)

    def _expression(self, found: re.Match[str], number: int) -> str:
        inside = found["open"] if found["inside"] is None else found["inside"]
        return self._hold(Expression(" ".join(inside.split()), number, found[0]))

    def _hold(self, expression: Expression) -> str:
        self._held.append(expression)
        return f"{_OPEN}{len(self._held) - 1}{_CLOSE}"

    def directive(self, content: str) -> Expression | None:
        """The directive that a paragraph consists of."""
        found = _MARKER.fullmatch(content.strip())
        if found is None or not self._held[int(found[1])].directive:
            return None
        return self._held[int(found[1])]

    def split(self, content: str) -> Iterator[str | Expression]:
        """Text and expressions in turn."""
        end = 0
        for found in _MARKER.finditer(content):
            if found.start() > end:
                yield content[end : found.start()]
            yield self._held[int(found[1])]
            end = found.end()
        if end < len(content):
            yield content[end:]

    def as_written(self, content: str) -> str:
        """The text with its braces again, for code and addresses, where they mean nothing."""
        content = _IN_ADDRESS.sub(lambda found: self._held[int(found[1])].written, content)
        return _MARKER.sub(lambda found: self._held[int(found[1])].written, content)
