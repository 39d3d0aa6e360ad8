"""What levers change: the base beside all of them together, each alone, and why the whole is not their sum."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from styrhus.dossier.placement_forecast import Outlook
from styrhus.dossier.placement_forecast.words import mnkr, persons, signed
from styrhus.forecast.frame import probability, told
from styrhus.values.number import format_number
from styrhus.web.frame import current_language, say

ZERO = Decimal(0)


@dataclass(frozen=True)
class Line:
    """Texts of one row: cost of the year, its 80 % interval, how likely the frame is, persons, against the base."""

    words: str
    cost: str
    interval: str
    probability: str
    persons: str
    difference: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Answer:
    """`lines` begin with the base; `fan` is that of the chosen stream with the base dotted beside it."""

    sentence: str
    lines: tuple[Line, ...]
    interplay: str
    fan: SafeString
    frame_word: str


def line(words: str, found: Outlook, base: Outlook | None, *, frame: Decimal | None, kind: str = "") -> Line:
    """The row of one outlook; the difference is that from `base`."""
    total = found.total
    against = found.budget if frame is None else frame
    share = probability(found.whole, against)
    return Line(
        words,
        _text(total.cost.mean) if total.cost else "–",
        f"{_text(total.cost.low)}–{_text(total.cost.high)}" if total.cost else "–",
        say(told(share)) if share is not None else "–",
        _persons(total.persons.mean) if total.persons else "–",
        "" if base is None else _difference(found, base),
        kind,
    )


def sum_line(words: str, parts: list[Outlook], base: Outlook) -> Line:
    """The differences of single levers added; only the mean can be added."""
    added = sum((_gap(part, base) or ZERO for part in parts), ZERO)
    return Line(words, "", "", "", "", mnkr(added).number(decimals=1, signed=True, language=current_language()), "sum")


def interplay(parts: list[Outlook], together: Outlook, base: Outlook) -> str:
    """How the levers work on each other, in words; empty for a single one and without cost."""
    whole = _gap(together, base)
    if len(parts) < 2 or whole is None:
        return ""
    added = sum((_gap(part, base) or ZERO for part in parts), ZERO)
    rest = whole - added
    if not mnkr(rest).value:
        return gettext("Together the levers change about as much as one by one.")
    words = {"together": say(signed(whole)), "added": say(signed(added)), "rest": _with_unit(abs(rest))}
    gaps = [gap for gap in (_gap(part, base) for part in parts) if gap]
    if min(gaps, default=ZERO) < 0 < max(gaps, default=ZERO):
        return gettext("Together the levers change the cost by %(together)s, added one by one by %(added)s: working "
                       "against each other they differ by %(rest)s.") % words  # fmt: skip
    if abs(whole) < abs(added):
        return gettext("Together the levers change the cost by %(together)s, added one by one by %(added)s: they "
                       "overlap by %(rest)s.") % words  # fmt: skip
    return gettext("Together the levers change the cost by %(together)s, added one by one by %(added)s: they "
                   "strengthen each other by %(rest)s.") % words  # fmt: skip


def sentence(found: Outlook, base: Outlook, frame: Decimal | None) -> str:
    """The answer in words."""
    gap = _gap(found, base)
    if gap is None or found.total.cost is None:
        return _by_persons(found, base)
    words = {"cost": _with_unit(found.total.cost.mean), "difference": _with_unit(abs(gap)), "year": found.year}
    said = gettext("With the levers %(year)s is expected to cost %(cost)s, %(difference)s less.") % words
    if gap > 0:
        said = gettext("With the levers %(year)s is expected to cost %(cost)s, %(difference)s more.") % words
    against = found.budget if frame is None else frame
    before, after = probability(base.whole, against), probability(found.whole, against)
    if before is None or after is None:
        return said
    more = gettext("The probability of holding the budget goes from %(before)s to %(after)s.")
    if frame is not None:
        more = gettext("The probability of holding the frame goes from %(before)s to %(after)s.")
    return f"{said} {more % {'before': say(told(before)), 'after': say(told(after))}}"


def one_lever(words: str, found: Outlook, base: Outlook, *, frame: Decimal | None) -> str:
    """One lever in one sentence: what it is, what it changes, and what then becomes of the risk."""
    gap = _gap(found, base)
    if gap is None:
        return ""
    said = gettext("%(lever)s: %(difference)s.") % {"lever": words, "difference": say(signed(gap))}
    share = probability(found.whole, found.budget if frame is None else frame)
    if share is None:
        return said
    chance = gettext("The probability of holding the budget then is %(probability)s.")
    if frame is not None:
        chance = gettext("The probability of holding the frame then is %(probability)s.")
    return f"{said} {chance % {'probability': say(told(share))}}"


def _by_persons(found: Outlook, base: Outlook) -> str:
    if found.total.persons is None or base.total.persons is None:
        return gettext("The data do not tell of the whole year, so that the levers have no yearly cost to change.")
    words = {"after": _persons(found.total.persons.mean), "before": _persons(base.total.persons.mean)}
    return gettext("With the levers %(after)s persons a day are expected instead of %(before)s.") % words


def _gap(found: Outlook, base: Outlook) -> Decimal | None:
    if found.total.cost is None or base.total.cost is None:
        return None
    return found.total.cost.mean - base.total.cost.mean


def _difference(found: Outlook, base: Outlook) -> str:
    gap = _gap(found, base)
    return "" if gap is None else mnkr(gap).number(decimals=1, signed=True, language=current_language())


def _text(amount: Decimal) -> str:
    return mnkr(amount).number(decimals=1, language=current_language())


def _with_unit(amount: Decimal) -> str:
    return mnkr(amount).text(decimals=1, language=current_language())


def _persons(many: Decimal) -> str:
    return format_number(persons(many).value or ZERO, 1, language=current_language())
