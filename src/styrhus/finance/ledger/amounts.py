"""SQL that reads amounts as people and programs write them, to exact kr with two decimals; NULL for anything else."""

_SPACES = "\u00a0\u202f\u2009"
_TYPE = "DECIMAL(18,2)"


def amount(text: str, decimal: str) -> str:
    """The expression for a column of text with `decimal` as its decimal sign.

    Group separators (spaces of any width, apostrophe, and the point when the decimal sign is a comma or the other
    way about), parentheses, trailing minus and true minus are understood. More than two decimals give NULL, as do
    other texts. Nearly every row is written plainly and does not meet the slow way.
    """
    plain = f"replace({text}, ',', '.')" if decimal == "," else text
    quick = f"TRY_CAST({plain} AS {_TYPE})"
    written_plainly = f"regexp_full_match({text}, '-?[0-9]+([{decimal}][0-9]{{1,2}})?')"
    return f"CASE WHEN {written_plainly} THEN {quick} ELSE {_slow(text, decimal)} END"


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
