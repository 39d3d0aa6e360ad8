"""The control sum of a SIE file: CRC-32 of labels and fields in code page 437, without what stands between them."""

from zlib import crc32

from styrhus.finance.ledger.sie.tokens import Field
from styrhus.values.text import Text, msg


class ControlSum:
    """Counts from the first #KSUMMA to the second; files without them have no control sum."""

    def __init__(self) -> None:
        self._counting = False
        self._sum = 0

    def at(self, told: str) -> Text | None:
        """Meets a #KSUMMA; what is wrong with it, if anything."""
        if not self._counting:
            self._counting, self._sum = True, 0
            return None
        self._counting = False
        if told.lstrip("-").isdigit() and int(told) % 2**32 == self._sum:
            return None
        return msg("The file's control sum does not agree: it has been changed since the ledger wrote it.")

    def add(self, found: list[Field]) -> None:
        """Counts a line in."""
        if self._counting:
            texts = (part for each in found for part in (each if isinstance(each, tuple) else (each,)))
            text = "".join(part for part in texts if part not in ("{", "}"))
            self._sum = crc32(text.encode("cp437", errors="replace"), self._sum)

    def ended(self) -> Text | None:
        """What is wrong when the file ends."""
        if self._counting:
            return msg("The file announces a control sum and has none at its end: it has been cut off.")
        return None
