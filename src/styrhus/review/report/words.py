"""The words that every form of the report shares."""

from decimal import Decimal

from styrhus.review.review import Checked, Review
from styrhus.values.finding import Confidence, Finding
from styrhus.values.number import NO_BREAK_SPACE, format_number
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

SEVERITY = {Severity.ERROR: msg("Error"), Severity.WARNING: msg("Warning"), Severity.NOTE: msg("Remark")}
SEVERITIES = {Severity.ERROR: msg("Errors"), Severity.WARNING: msg("Warnings"), Severity.NOTE: msg("Remarks")}
SYMBOL = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "i"}
CONFIDENCE = {
    Confidence.CERTAIN: msg("certain"),
    Confidence.LIKELY: msg("likely"),
    Confidence.ROUNDING: msg("may be rounding"),
}
_ONE = {Severity.ERROR: msg("1 error"), Severity.WARNING: msg("1 warning"), Severity.NOTE: msg("1 remark")}
_MANY = {Severity.ERROR: msg("{n} errors"), Severity.WARNING: msg("{n} warnings"), Severity.NOTE: msg("{n} remarks")}

_LONGEST_LABEL = 70


def counted(severity: Severity, count: int, language: str) -> str:
    """`1 error`, `3 errors`."""
    if count == 1:
        return _ONE[severity].render(language)
    return Text(_MANY[severity].msgid, {"n": count}).render(language)


def summary(review: Review, language: str) -> str:
    """How many of each severity, in one sentence; that nothing was found when so."""
    counts = {severity: sum(f.severity is severity and not f.noted for f in review.findings) for severity in Severity}
    parts = [counted(severity, count, language) for severity, count in counts.items() if count]
    if noted := sum(bool(finding.noted) for finding in review.findings):
        parts.append(msg("{n} noted in the plan", n=noted).render(language))
    return (", ".join(parts) if parts else msg("Nothing found").render(language)) + "."


def checked(done: Checked, language: str) -> str:
    """How much was looked at, so that silence can be told from blindness."""
    return msg(
        "Checked: tables {tables}, numbers in them {numbers}, relations {relations}, of which hold {holding}.",
        tables=done.tables, numbers=done.numbers, relations=done.relations, holding=done.relations_holding,
    ).render(language)  # fmt: skip


def place_words(place: Place, language: str, *, has_lines: bool = True) -> str:
    """`page 3, line 509, table 12, Totalt, Prognos 2022`, as far as it is known.

    Without lines (as Reading.has_lines) a text outside tables is found by its paragraph's number.
    """
    parts = [
        place.file,
        msg("sheet {name}", name=place.sheet).render(language) if place.sheet else "",
        msg("page {page}", page=place.page).render(language) if place.page else "",
        _line(place, has_lines).render(language),
        msg("table {table}", table=place.table).render(language) if place.table else "",
        msg("cell {cell}", cell=place.cell).render(language) if place.cell else "",
        _clipped(place.row),
        _clipped(place.column),
    ]
    return ", ".join(" ".join(part.split()) for part in parts if part)


def difference(finding: Finding, language: str) -> str:
    """`Difference: −4 000 tkr`, printed less computed; empty when it is not about an amount."""
    if finding.difference is None:
        return ""
    amount = with_unit(finding.difference, finding.unit, language)
    return msg("Difference: {amount}", amount=amount).render(language)


def noted(finding: Finding, language: str) -> str:
    """The plan's own explanation; empty when it has not noted the contradiction."""
    return msg("Noted in the plan: {explanation}", explanation=finding.noted).render(language) if finding.noted else ""


def with_unit(value: Decimal, unit: str, language: str) -> str:
    """A signed number with its unit."""
    number = format_number(value, signed=True, language=language)
    return f"{number}{NO_BREAK_SPACE}{unit}" if unit else number


def _line(place: Place, has_lines: bool) -> Text:
    if not place.line or place.cell or (place.table and not has_lines):
        return Text("")
    return msg("line {line}", line=place.line) if has_lines else msg("paragraph {number}", number=place.line)


def _clipped(label: str) -> str:
    """A label short enough for a line; an indicator's name can be a paragraph."""
    words = " ".join(label.split())
    return words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1].rstrip() + "…"
