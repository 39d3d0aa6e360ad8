"""One cell of a table of values: how a value is written in it, and what is read out of it."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from styrhus.values.number import NumberError, parse_typed, write_decimal
from styrhus.values.unit import Unit
from styrhus.web.forms.fields import number_error

MARKS = {"-", "–", "..", "..."}
"""What may be typed where there is no number: it is kept as it is."""
YES, NO = {"ja", "yes", "1"}, {"nej", "no", "0"}


@dataclass(frozen=True)
class Read:
    """A value or a mark, or neither for an empty cell; `error` says what to do about a cell that is none of it."""

    value: Decimal | None = None
    mark: str = ""
    error: str = ""

    @property
    def is_empty(self) -> bool:
        return self.value is None and not self.mark and not self.error


def write_cell(value: Decimal | None, mark: str, unit: Unit) -> str:
    """The text of a cell, in the form that `read_cell` reads back to the same."""
    if value is None:
        return mark
    if unit is Unit.YES_NO and value in {0, 1}:
        return _("yes") if value else _("no")
    return write_decimal(value)


def read_cell(text: str, unit: Unit) -> Read:
    """What a person typed or pasted; a percent sign after a per cent value is allowed, any other unit is not."""
    text = text.replace("\u00a0", " ").strip()
    if not text:
        return Read()
    if text in MARKS:
        return Read(mark=text)
    if unit is Unit.YES_NO:
        word = text.casefold()
        if word in YES | NO:
            return Read(Decimal(word in YES))
        return Read(error=_("Write yes or no, or leave the cell empty."))
    number = text.removesuffix("%").strip() if unit is Unit.PERCENT else text
    try:
        return Read(parse_typed(number))
    except NumberError as error:
        return Read(error=number_error(error.reason))
