"""How large a request may be: little for all pages, more for the one that ledger files are handed in at."""

import re

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.utilities import RequestEntityTooLarge

LARGEST_REQUEST = 64 * 1024**2
"""Bytes; what is larger is refused before it is received."""
LARGEST_LEDGER_FILE = 2 * 1024**3 + 1024**2
"""Bytes, with the rest of the form; received only from a browser that says it has logged in."""
_LEDGER_IMPORT = re.compile(r"/[a-z0-9-]+/\d{4}/economy/ledger/import/")


class LimitedParser(HTTPRequestParser):  # type: ignore[misc]
    """Refuses what is too large for its address as soon as the headers tell."""

    completed: bool
    error: object

    def received(self, data: bytes) -> int:
        consumed: int = super().received(data)
        if self.headers_finished and not self.completed and self._size >= self._limit:
            self.error = RequestEntityTooLarge(f"exceeds {self._limit} bytes")
            self.completed = True
        return consumed

    @property
    def _size(self) -> int:
        return max(int(self.content_length), int(self.body_bytes_received))

    @property
    def _limit(self) -> int:
        path = getattr(self, "path", "")
        has_session = "sessionid=" in self.headers.get("COOKIE", "")
        return LARGEST_LEDGER_FILE if has_session and _LEDGER_IMPORT.fullmatch(path) else LARGEST_REQUEST


def limit_requests() -> None:
    """Have every connection of this process read its requests within the limits."""
    HTTPChannel.parser_class = LimitedParser
