"""The four words that a status can be."""

from enum import StrEnum

from styrhus.values.text import Text, msg


class StatusWord(StrEnum):
    """Missing is never green or red: what lacks outcome or target cannot be judged."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"
    NOT_JUDGED = "not_judged"

    @property
    def symbol(self) -> str:
        """The shape that goes with the word, so that colour never stands alone."""
        return SYMBOLS[self]

    @property
    def label(self) -> Text:
        return LABELS[self]


SYMBOLS = {
    StatusWord.REACHED: "●",
    StatusWord.PARTLY: "◐",
    StatusWord.NOT_REACHED: "○",
    StatusWord.NOT_JUDGED: "–",
}
LABELS = {
    StatusWord.REACHED: msg("reached"),
    StatusWord.PARTLY: msg("partly reached"),
    StatusWord.NOT_REACHED: msg("not reached"),
    StatusWord.NOT_JUDGED: msg("cannot be judged"),
}
