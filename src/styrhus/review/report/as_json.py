"""The report as JSON after the published schema (docs/review.schema.json)."""

import json
from decimal import Decimal

from styrhus.review.review import Review
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity

_EXACT_DIGITS = 15
"""A number of this many digits is the same decimal when read back as a binary number."""


def write(review: Review, language: str) -> str:
    """One file's report."""
    return json.dumps(report(review, language), ensure_ascii=False, indent=2) + "\n"


def report(review: Review, language: str) -> dict[str, object]:
    """What the schema says, for one file."""
    done = review.checked
    return {
        "file": review.file,
        "findings": [_finding(finding, language) for finding in review.findings],
        "checked": {
            "tables": done.tables,
            "numbers": done.numbers,
            "relations": done.relations,
            "relations_holding": done.relations_holding,
        },
        "problems": [problem.render(language) for problem in review.problems],
    }


def _finding(finding: Finding, language: str) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "place": _place(finding.place),
        "expression": finding.expression,
        "stated": _number(finding.stated),
        "computed": _number(finding.computed),
        "difference": _number(finding.difference),
        "unit": finding.unit,
        "message": finding.message.render(language),
        "advice": finding.advice.render(language),
        "related": [_place(place) for place in finding.related],
        "noted": finding.noted,
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "page": place.page, "line": place.line, "table": place.table, "row": place.row, "column": place.column,
        "quote": place.quote, "row_number": place.row_number, "column_number": place.column_number,
        "cell": place.cell, "sheet": place.sheet, "file": place.file,
    }  # fmt: skip


def _number(value: Decimal | None) -> int | float | str | None:
    """A JSON number where that is exact, else its digits as text."""
    if value is None:
        return None
    if value == value.to_integral_value():
        return int(value)
    return float(value) if len(value.as_tuple().digits) <= _EXACT_DIGITS else format(value, "f")


def _nullable(kind: str) -> dict[str, object]:
    return {"type": [kind, "null"]}


_TEXT: dict[str, object] = {"type": "string"}
_AMOUNT: dict[str, object] = {"type": ["number", "string", "null"]}
_PLACE_FIELDS: dict[str, object] = {
    "page": _nullable("integer"), "line": _nullable("integer"), "table": _nullable("integer"), "row": _TEXT,
    "column": _TEXT, "quote": _TEXT, "row_number": _nullable("integer"), "column_number": _nullable("integer"),
    "cell": _TEXT, "sheet": _TEXT, "file": _TEXT,
}  # fmt: skip
_FINDING_FIELDS: dict[str, object] = {
    "rule": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
    "severity": {"enum": [severity.value for severity in Severity]},
    "confidence": {"enum": [confidence.value for confidence in Confidence]},
    "place": {"$ref": "#/$defs/place"},
    "expression": _TEXT, "stated": _AMOUNT, "computed": _AMOUNT, "difference": _AMOUNT, "unit": _TEXT,
    "message": _TEXT, "advice": _TEXT, "related": {"type": "array", "items": {"$ref": "#/$defs/place"}},
    "noted": _TEXT,
}  # fmt: skip
_CHECKED_FIELDS = ("tables", "numbers", "relations", "relations_holding")


def _object(fields: dict[str, object]) -> dict[str, object]:
    return {"type": "object", "required": list(fields), "additionalProperties": False, "properties": fields}


def schema() -> dict[str, object]:
    """The JSON Schema of what `styrhus review --format json` prints: one report, or a list of them for several files.

    `stated`, `computed` and `difference` are in `unit`; a number of more than fifteen digits is a string.
    """
    file = _object(
        {
            "file": _TEXT,
            "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
            "checked": _object({name: {"type": "integer", "minimum": 0} for name in _CHECKED_FIELDS}),
            "problems": {"type": "array", "items": _TEXT},
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Styrhus review",
        "oneOf": [{"$ref": "#/$defs/report"}, {"type": "array", "items": {"$ref": "#/$defs/report"}}],
        "$defs": {"report": file, "finding": _object(_FINDING_FIELDS), "place": _object(_PLACE_FIELDS)},
    }
