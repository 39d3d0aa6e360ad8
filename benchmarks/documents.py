"""Chapter: a plan to HTML, DOCX and PDF."""

from benchmarks.chapter import Chapter, Row, measured
from benchmarks.child import python
from benchmarks.effort import Effort
from benchmarks.timing import time_in_turns
from benchmarks.words import milliseconds

TITLE = "Documents"
LIMIT_SECONDS = 1.0
PLANS = {"published": "Lund 2023", "long": "Long plan", "report": "Monthly report"}
FORMS = {"content": "content alone", "html": "HTML", "docx": "DOCX", "pdf": "PDF"}
ROWS = tuple(
    f"{plan}, {form}{when}" for plan in PLANS.values() for form in FORMS.values() for when in ("", ", first time")
)

EXPLAINED = """\
The board plan with internal budget, from a dossier in memory to the bytes of the file. Lund 2023 is {published} pages
in PDF; the long plan, {long} pages, is the same with goals, indicators, assignments, tables and texts twice over, the
second time with other values. The monthly report, {report} pages, is of Lund 2023 with a ledger of twenty months, its
texts drafted anew each time. Before each run one grant and one outcome are changed, as when somebody has just saved:
the house, the bridge and one indicator's charts are drawn anew each time, and no file can be handed out twice. “First
time” is the first file of a new process and counts all that is imported for it. The aim is for what is warm."""


def chapter(effort: Effort) -> Chapter:
    """Measure every plan in every form."""
    pages = {name: int(python("-m", "benchmarks.subjects.pages", name).output) for name in PLANS}
    rows = [row for name in PLANS for form in FORMS for row in _rows(name, form, pages[name], effort)]
    return measured(TITLE, EXPLAINED.format(**pages), rows)


def _rows(name: str, form: str, pages: int, effort: Effort) -> tuple[Row, Row]:
    timing = time_in_turns(f"subjects.documents:{name}_{form}", effort=effort)
    what = f"{PLANS[name]}, {FORMS[form]}"
    per = f"{milliseconds(timing.again.median / pages)} per page"
    met = timing.again.median < LIMIT_SECONDS
    return (
        Row(what, timing.again, per, memory=timing.memory, aim="under 1 s", met=met),
        Row(f"{what}, first time", timing.first, memory=timing.memory),
    )
