"""Reads a SIE file label by label; labels that are not known are passed over, as the format asks."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from styrhus.finance.ledger.shown import kr
from styrhus.finance.ledger.sie.content import Content, Entry, PeriodBalance
from styrhus.finance.ledger.sie.control_sum import ControlSum
from styrhus.finance.ledger.sie.tokens import BrokenLine, Field, fields
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg

_AMOUNT = re.compile(r"[+-]?[0-9]+(\.[0-9]{1,2}0*)?|[+-]?\.[0-9]{1,2}")
_DATE = re.compile(r"(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
_MARK = "\ufeff"
PASSED_OVER = frozenset({
    "#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#PROSA", "#FNR", "#ADRESS", "#FTYP", "#BKOD", "#TAXAR", "#OMFATTN",
    "#KPTYP", "#VALUTA", "#KTYP", "#ENHET", "#SRU", "#OIB", "#OUB", "#PBUDGET", "#RTRANS", "#BTRANS",
})  # fmt: skip
"""Labels without use for a ledger. #RTRANS is always followed by a #TRANS of the same; #BTRANS was taken away."""

_TEXT = msg("Fetch the file anew from the ledger, or let its vendor know.")


class Reader:
    """Fills a Content line by line."""

    def __init__(self, name: str) -> None:
        self.content = Content()
        self._name = name
        self._line = 0
        self._voucher: tuple[str, str, str] | None = None
        self._opened = False
        self._begun = 0
        self._sum = Decimal(0)
        self._control = ControlSum()
        self._labels: dict[str, Callable[[list[Field]], None]] = {
            "#SIETYP": self._kind, "#ORGNR": self._number, "#FNAMN": self._named, "#RAR": self._year,
            "#KONTO": self._account, "#DIM": self._dimension, "#UNDERDIM": self._dimension, "#OBJEKT": self._object,
            "#IB": self._opening, "#UB": self._closing, "#RES": self._result, "#PSALDO": self._period,
            "#VER": self._ver, "#TRANS": self._trans,
        }  # fmt: skip

    def read(self, lines: Iterable[str]) -> Content:
        """The file's lines in order."""
        for number, line in enumerate(lines, 1):
            self._line = number
            bare = line.strip().lstrip(_MARK)
            if bare:
                self._one(bare)
        self._ended()
        return self.content

    def _one(self, line: str) -> None:
        try:
            found = fields(line)
        except BrokenLine:
            self._fault(msg("The line ends in the middle of an object list."), _TEXT, line)
            return
        label = str(found[0]).upper()
        if label == "{":
            self._opened = True
        elif label == "}":
            self._close()
        elif label == "#KSUMMA":
            self._told(self._control.at(str(found[1]) if len(found) > 1 else ""), line)
            return
        else:
            self._labelled(label, found, line)
        self._control.add(found)

    def _labelled(self, label: str, found: list[Field], line: str) -> None:
        read = self._labels.get(label)
        if read is None:
            if label not in PASSED_OVER:
                self.content.ignored[label] = self.content.ignored.get(label, 0) + 1
            return
        try:
            read(found)
        except (IndexError, ValueError, TypeError):
            self._fault(msg("The line cannot be read."), _TEXT, line)

    def _kind(self, found: list[Field]) -> None:
        self.content.kind = _text(found[1])

    def _number(self, found: list[Field]) -> None:
        if len(found) > 1 and found[1] not in (*self.content.numbers, ""):
            self.content.numbers.append(_text(found[1]))

    def _named(self, found: list[Field]) -> None:
        if len(found) > 1 and found[1] not in (*self.content.names, ""):
            self.content.names.append(_text(found[1]))

    def _year(self, found: list[Field]) -> None:
        year = _text(found[1])
        span = _text(found[2]), _text(found[3])
        if self.content.years.setdefault(year, span) != span:
            self._fault(msg("The file gives two spans for the same accounting year."), _TWO_FILES, " – ".join(span))

    def _account(self, found: list[Field]) -> None:
        self.content.accounts[_text(found[1])] = _text(found[2]) if len(found) > 2 else ""

    def _dimension(self, found: list[Field]) -> None:
        self.content.dimensions[_text(found[1])] = _text(found[2]) if len(found) > 2 else ""

    def _object(self, found: list[Field]) -> None:
        self.content.objects[_text(found[1]), _text(found[2])] = _text(found[3]) if len(found) > 3 else ""

    def _opening(self, found: list[Field]) -> None:
        self._balance(self.content.opening, found)

    def _closing(self, found: list[Field]) -> None:
        self._balance(self.content.closing, found)

    def _result(self, found: list[Field]) -> None:
        self._balance(self.content.results, found)

    def _balance(self, held: dict[str, Decimal], found: list[Field]) -> None:
        if found[1] == "0":
            held[_text(found[2])] = _amount(found[3])

    def _period(self, found: list[Field]) -> None:
        objects = found[4] if isinstance(found[4], tuple) else ()
        amount = found[5] if isinstance(found[4], tuple) else found[4]
        period = _text(found[2])
        if not _DATE.fullmatch(f"{period}01"):
            raise ValueError(period)
        self.content.periods.append(PeriodBalance(self._line, period, _text(found[3]), objects, _amount(amount)))

    def _ver(self, found: list[Field]) -> None:
        if self._voucher is not None:
            self._unended()
        day = _text(found[3])
        if not _DATE.fullmatch(day):
            raise ValueError(day)
        text = _text(found[4]) if len(found) > 4 and found[4] != "{" else ""
        self._voucher = _voucher(_text(found[1]), _text(found[2])), day, text
        self._begun, self._sum, self._opened = self._line, Decimal(0), found[-1] == "{"
        self.content.vouchers += 1

    def _trans(self, found: list[Field]) -> None:
        if self._voucher is None or not self._opened:
            self._fault(msg("A transaction stands outside every voucher."), _TEXT, " ".join(map(str, found)))
            return
        voucher, day, text = self._voucher
        objects = found[2] if isinstance(found[2], tuple) else ()
        rest = found[3:] if isinstance(found[2], tuple) else found[2:]
        amount = _amount(rest[0])
        given = _text(rest[1]) if len(rest) > 1 else ""
        if given and not _DATE.fullmatch(given):
            raise ValueError(given)
        own = _text(rest[2]) if len(rest) > 2 else ""
        self._sum += amount
        self.content.entries.append(
            Entry(self._line, voucher, day, _text(found[1]), objects, amount, given or day, own or text)
        )

    def _close(self) -> None:
        if self._voucher is not None and self._sum:
            self._fault(
                msg("The voucher is not balanced: its transactions add up to {difference}.", difference=kr(self._sum)),
                msg("Mend the voucher in the ledger and export anew."), self._voucher[0], line=self._begun,
            )  # fmt: skip
        self._voucher, self._opened = None, False

    def _ended(self) -> None:
        if self._voucher is not None:
            self._unended()
        self._told(self._control.ended(), "")

    def _unended(self) -> None:
        self._fault(
            msg("The voucher has no end: the file has been cut off or edited."), _TEXT,
            self._voucher[0] if self._voucher else "", line=self._begun,
        )  # fmt: skip

    def _told(self, message: Text | None, value: str) -> None:
        if message is not None:
            self._fault(message, _TEXT, value)

    def _fault(self, message: Text, remedy: Text, value: str, *, line: int | None = None) -> None:
        self.content.problems.append(Problem(message, remedy, self._name, line or self._line, value=value[:80]))


_TWO_FILES = msg("Import each file on its own.")


def _voucher(series: str, number: str) -> str:
    return f"{series}{number}" if not series or series[-1].isalpha() else f"{series}-{number}"


def _text(given: Field) -> str:
    if isinstance(given, tuple):
        raise TypeError(given)
    return " ".join(given.split())


def _amount(given: Field) -> Decimal:
    text = _text(given)
    if not _AMOUNT.fullmatch(text):
        raise ValueError(text)
    return Decimal(text).quantize(Decimal("0.01"))
