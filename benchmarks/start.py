"""Chapter: how soon the library and the command line are there."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.chapter import Chapter, Row, measured
from benchmarks.child import Ended, run
from benchmarks.effort import Effort
from benchmarks.samples import Samples

TITLE = "Start"
HELP_LIMIT_SECONDS = 0.3
IMPORT, DOSSIER = "import styrhus", "import styrhus.dossier.folder"
HELP, VERSION = "styrhus --help", "styrhus --version"
ROWS = tuple(f"`{what}`" for what in (IMPORT, HELP, VERSION, DOSSIER))
PEER = "python -c pass"
SHOWN_IMPORTS = 8
_IMPORT_LINE = re.compile(r"import time: +(\d+) \| +(\d+) \| *(\S+)")

EXPLAINED = """\
Whole processes from start to end, in turns with an interpreter that does nothing. Reading a plan folder is what most
commands begin with, so its import is here too. Memory below that of the measuring program cannot be seen."""


def chapter(effort: Effort) -> Chapter:
    """Measure each command in turns with the empty interpreter."""
    command = str(Path(sys.executable).with_name("styrhus"))
    commands = {
        IMPORT: (sys.executable, "-c", "import styrhus"),
        HELP: (command, "--help"),
        VERSION: (command, "--version"),
        DOSSIER: (sys.executable, "-c", "import styrhus.dossier.folder"),
    }
    rows = tuple(_row(what, command, effort) for what, command in commands.items())
    return measured(TITLE, EXPLAINED, rows, (f"What `styrhus --help` imports, slowest first: {_slowest()}.",))


def _row(what: str, command: Sequence[str], effort: Effort) -> Row:
    run(command)
    pairs = [(run(command), run((sys.executable, "-c", "pass"))) for _ in range(effort.runs)]
    own, peer = ([ended[side] for ended in pairs] for side in (0, 1))
    seconds, memory = _seconds(own), max(ended.memory for ended in own)
    ratio = seconds.over(_seconds(peer))
    if what != HELP:
        return Row(f"`{what}`", seconds, against=PEER, ratio=ratio, memory=memory)
    met = seconds.median < HELP_LIMIT_SECONDS
    return Row(f"`{what}`", seconds, "", PEER, ratio, memory=memory, aim="under 300 ms", met=met)


def _seconds(ended: Sequence[Ended]) -> Samples:
    return Samples.of([end.seconds for end in ended])


def _slowest() -> str:
    """The modules whose own code took longest to import, in milliseconds."""
    ended = run((sys.executable, "-X", "importtime", "-m", "styrhus", "--help"))
    lines = [_IMPORT_LINE.match(line) for line in ended.output.splitlines()]
    own = sorted(((int(line[1]), line[3]) for line in lines if line), reverse=True)
    return ", ".join(f"{name} {microseconds / 1000:.1f} ms" for microseconds, name in own[:SHOWN_IMPORTS])
