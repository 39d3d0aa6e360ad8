"""Chapter: the review of a finished plan, from file to report."""

import os
import shutil
import sys
from pathlib import Path

from benchmarks.chapter import Chapter, Row, measured
from benchmarks.child import Ended, python, run
from benchmarks.effort import Effort
from benchmarks.samples import Samples
from benchmarks.subjects.plan_files import PUBLISHED
from benchmarks.subjects.review import FOLDER
from benchmarks.timing import Timing, time_in_turns
from benchmarks.words import milliseconds

TITLE = "Review"
LIMITS = {"txt": 0.3, "docx": 1.0, "pdf": 3.0}
NAMES = {"txt": "Text", "docx": "DOCX", "pdf": "PDF"}
PEERS = {"txt": "lines and tabs", "docx": "lxml, tree alone", "pdf": "pdfium, text alone"}
GROWTH = (2, 4, 8)
MOST_GROWTH = 1.5
"""How much more than eight times as long eight times the plan may take."""
MANY = {"txt": 24, "docx": 12, "pdf": 6}
ROWS = (
    *(f"{name}, whole command" for name in NAMES.values()),
    *(f"{name}, {step}" for name in NAMES.values() for step in ("reading", "review of what was read")),
    *(f"{MANY[form]} × {name}, one command" for form, name in NAMES.items()),
    "The plan once, review",
    *(f"The plan {count} times over, review" for count in GROWTH),
)

EXPLAINED = """\
`styrhus review` on {plan} as text, and on DOCX and PDF files that the project's writers make of that text. A whole
command starts the interpreter, reads the file in a process of its own (with limits on time and memory), tries every
rule and writes the report; its ratio is to an interpreter that does nothing, its memory that of the larger of the two
processes. Reading and review are also timed apart, in one process that has done it before: the peer of reading parses
the same file and understands nothing, the ratio of the review is to the reading of the same file. With several files
in one command, others are read while one is reviewed; the ratio is to as many commands one after another. The plan
several times over has the figures of each copy's tables larger by a factor, so that sums still hold; the ratio is to
the plan once, and the aim is near linear: eight times the plan in less than {most} × eight times the time."""


def chapter(scratch: Path, effort: Effort) -> Chapter:
    """Measure everything; `scratch` takes the files."""
    scratch.mkdir(parents=True, exist_ok=True)
    python("-m", "benchmarks.subjects.plan_files", str(scratch))
    environment = {FOLDER: str(scratch)}
    whole = {form: _command(scratch / f"plan.{form}", effort) for form in NAMES}
    parts = {form: _parts(form, effort, environment) for form in NAMES}
    rows = [_whole(form, *whole[form]) for form in NAMES]
    rows += [row for form in NAMES for row in _apart(form, *parts[form])]
    rows += [_several(form, scratch, whole[form][0], effort) for form in NAMES]
    rows += _growth(effort, environment)
    plan = "Lund 2023" if PUBLISHED.exists() else "a plan as long as Lund 2023"
    explained = EXPLAINED.format(plan=plan, most=MOST_GROWTH)
    return measured(TITLE, explained, rows, (_shares(parts),))


def _command(path: Path, effort: Effort) -> tuple[list[Ended], list[Ended]]:
    """The command and its peer in turns."""
    _reviewed(path)
    pairs = [(_reviewed(path), run((sys.executable, "-c", "pass"))) for _ in range(effort.runs)]
    return [own for own, _ in pairs], [peer for _, peer in pairs]


def _reviewed(*paths: Path) -> Ended:
    """A review that ends with findings of severity error gives 1, which is no failure here."""
    command = str(Path(sys.executable).with_name("styrhus"))
    return run(("sh", "-c", '"$0" review "$@" || [ $? = 1 ]', command, *map(str, paths)))


def _whole(form: str, own: list[Ended], peer: list[Ended]) -> Row:
    seconds = _seconds(own)
    limit = LIMITS[form]
    return Row(
        f"{NAMES[form]}, whole command", seconds, "", "python -c pass", seconds.over(_seconds(peer)),
        memory=max(ended.memory for ended in own), aim=f"under {limit:g} s", met=seconds.median < limit,
    )  # fmt: skip


def _parts(form: str, effort: Effort, environment: dict[str, str]) -> tuple[Timing, Timing]:
    subject = "subjects.review"
    reading = time_in_turns(f"{subject}:read_{form}", f"{subject}:plain_{form}", effort=effort, environment=environment)
    review = time_in_turns(f"{subject}:review_{form}", f"{subject}:read_{form}", effort=effort, environment=environment)
    return reading, review


def _apart(form: str, reading: Timing, review: Timing) -> tuple[Row, Row]:
    name = NAMES[form]
    return (
        Row(f"{name}, reading", reading.again, "", PEERS[form], reading.ratio, memory=reading.memory),
        Row(f"{name}, review of what was read", review.again, "", "its reading", review.ratio, memory=review.memory),
    )


def _shares(parts: dict[str, tuple[Timing, Timing]]) -> str:
    told = ", ".join(f"{NAMES[form]} {_share(*both):.0%}" for form, both in parts.items())
    return f"Share of reading in reading and review together: {told}; the rest is understanding, relations and rules."


def _share(reading: Timing, review: Timing) -> float:
    return reading.again.median / (reading.again.median + review.again.median)


def _several(form: str, scratch: Path, alone: list[Ended], effort: Effort) -> Row:
    """Many files in one command, against as many commands."""
    count = MANY[form]
    copies = [scratch / f"{number}-{form}.{form}" for number in range(count)]
    for copy in copies:
        shutil.copy(scratch / f"plan.{form}", copy)
    ended = [_reviewed(*copies) for _ in range(effort.processes)]
    seconds = _seconds(ended)
    ratio = Samples.of([one / (count * _seconds(alone).median) for one in seconds.values])
    per = f"{60 * count / seconds.median:.0f} per minute on {os.cpu_count()} processors"
    what = f"{count} × {NAMES[form]}, one command"
    return Row(what, seconds, per, f"{count} commands", ratio, memory=max(end.memory for end in ended))


def _growth(effort: Effort, environment: dict[str, str]) -> list[Row]:
    once = time_in_turns("subjects.review:review_1", effort=effort, environment=environment)
    rows = [Row("The plan once, review", once.again, memory=once.memory)]
    for count in GROWTH:
        taken = time_in_turns(
            f"subjects.review:review_{count}", "subjects.review:review_1", effort=effort, environment=environment
        )
        limit = MOST_GROWTH * count
        last = count == GROWTH[-1] and taken.ratio is not None
        rows.append(
            Row(
                f"The plan {count} times over, review", taken.again,
                f"{milliseconds(taken.again.median / count)} per plan", "the plan once", taken.ratio, taken.memory,
                f"under {limit:g} ×" if last else "", taken.ratio.median < limit if last and taken.ratio else None,
            )
        )  # fmt: skip
    return rows


def _seconds(ended: list[Ended]) -> Samples:
    return Samples.of([end.seconds for end in ended])
