"""SQL that reads amounts as people and programs write them, to exact kr with two decimals; NULL for anything else."""

_SPACES = "\u00a0\u202f\u2009"
_TYPE = "DECIMAL(18,2)"


def amount(text: str, decimal: str, *, plain: str = "", quick: str = "") -> str:
    """The expression for a column of text with `decimal` as its decimal sign.

    Group separators (spaces of any width, apostrophe, and the point when the decimal sign is a comma or the other
    way about), parentheses, trailing minus and true minus are understood. More than two decimals give NULL, as do
    other texts. Nearly every row is written plainly and does not meet the slow way. `plain` and `quick` name columns
    that hold `with_point` and `cast_plainly` already, since DuckDB works out what stands within CASE more than once.
    """
    plain = plain or with_point(text, decimal)
    quick = quick or cast_plainly(text, decimal)
    turned = "" if decimal == "." else f" AND {text} <> {plain}"
    written_plainly = f"regexp_full_match({text}, '-?[0-9]+([{decimal}][0-9]{{1,2}})?')"
    return (
        f"CASE WHEN CAST({quick} AS VARCHAR) = {plain}{turned} THEN {quick} "
        f"WHEN {written_plainly} THEN {quick} ELSE {_slow(text, decimal)} END"
    )


def with_point(text: str, decimal: str) -> str:
    """The expression for the text with a point as its decimal sign."""
    return text if decimal == "." else f"replace({text}, '{decimal}', '.')"


def cast_plainly(text: str, decimal: str) -> str:
    """The expression for what DuckDB reads; right where it is written back as it stands, to be doubted elsewhere."""
    return f"TRY_CAST({with_point(text, decimal)} AS {_TYPE})"


def _slow(text: str, decimal: str) -> str:
    even = f"trim(translate({text}, '{_SPACES}\u2212', '   -'))"
    digits = f"regexp_replace({even}, '[^0-9{decimal}]', '', 'g')"
    number = digits if decimal == "." else f"replace({digits}, ',', '.')"
    sign = f"CASE WHEN contains({even}, '-') OR contains({even}, '(') THEN '-' ELSE '' END"
    return (
        f"CASE WHEN regexp_full_match({even}, '{_pattern(decimal)}') THEN TRY_CAST({sign} || {number} AS {_TYPE}) END"
    )


def _pattern(decimal: str) -> str:
    group = "." if decimal == "," else ","
    number = f"(?:[0-9]+|[0-9]{{1,3}}(?:[ ''{group}][0-9]{{3}})+)(?:[{decimal}][0-9]{{1,2}})?"
    return rf"[-+]? ?{number}|{number} ?-|\( ?{number} ?\)"
