"""What a forecast on the command line is made from: a file, a plan folder, or a board of the database."""

from pathlib import Path
from typing import TYPE_CHECKING

from styrhus.cli.language import Language
from styrhus.cli.output import stop_with_problems, tell

if TYPE_CHECKING:
    from styrhus.forecast import Spells


def material_of_file(path: Path, language: Language) -> "Spells":
    """What a file tells; its warnings are told, without anything to forecast from the command ends with 1."""
    from styrhus.caseload import read_spells

    read = read_spells(path)
    if read.spells is None:
        stop_with_problems(read.problems, language)
    tell(read.problems, language)
    return read.spells
