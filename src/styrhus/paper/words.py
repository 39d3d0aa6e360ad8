"""The few words that writers themselves put on a page."""

from datetime import date as Date

from styrhus.values.text import Text, msg

CONTENTS = msg("Contents")
SKIP_TO_CONTENT = msg("Skip to the content")
SHOW_DATA = msg("Show the figures as a table")
TABLES_AS_DATA = msg("The tables of the document as data")
ADDRESSES = {"sv": "sv-SE", "en": "en-GB"}
"""Language tags with region, as document formats want them."""

MONTHS = (
    msg("January"), msg("February"), msg("March"), msg("April"), msg("May"), msg("June"), msg("July"),
    msg("August"), msg("September"), msg("October"), msg("November"), msg("December"),
)  # fmt: skip


def table_label(number: int) -> Text:
    return msg("Table {number}", number=number)


def figure_label(number: int) -> Text:
    return msg("Figure {number}", number=number)


def iso_parts(date: str) -> tuple[int, int, int] | None:
    """Year, month and day of an ISO date, None for any other text."""
    try:
        read = Date.fromisoformat(date.strip())
    except ValueError:
        return None
    return read.year, read.month, read.day


def date_in_words(date: str, language: str) -> str:
    """`14 december 2022` for an ISO date; other texts stand as they are."""
    parts = iso_parts(date)
    if parts is None:
        return date
    year, month, day = parts
    return f"{day} {MONTHS[month - 1].render(language)} {year}"
