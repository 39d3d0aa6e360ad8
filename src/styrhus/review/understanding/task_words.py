"""The words that head a column of assignments, activities and measures."""

import re
from collections.abc import Iterable

WHAT = (
    r"uppdrag\w*|aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?|kontrollmoment|kontrollaktivitet(?:er)?|åtagande(?:n)?|"
    r"tiltak|oppdrag|aktivitet|toimenpi\w+|tehtävä\w*|assignments?|activit(?:y|ies)|actions?"
)
TASKS = re.compile(rf"\b(?:{WHAT})\b", re.IGNORECASE)


def lists_tasks(headings: Iterable[str]) -> bool:
    """Whether one of the first two columns is headed as assignments."""
    return any(TASKS.search(heading) for heading in list(headings)[:2])
