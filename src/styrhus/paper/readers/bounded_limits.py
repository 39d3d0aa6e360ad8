"""What one untrusted file may take, and what is said when it wants more."""

from dataclasses import dataclass

from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text, msg

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """Bytes of file, seconds of wall clock, bytes of memory, bytes of the answer.

    `characters` and `cells` bound what is read out of it, so that the review that follows is bounded, too. A plan of
    two hundred pages has half a million characters and ten thousand cells.
    """

    file: int = 100 * MEGABYTE
    seconds: float = 20.0
    memory: int = 1_000 * MEGABYTE
    answer: int = 80 * MEGABYTE
    characters: int = 10 * MEGABYTE
    cells: int = 300_000


LIMITS = Limits()
_DIVIDE = msg("Divide the document and hand in the part to be reviewed, or save it anew without pictures.")


def too_large(name: str, limits: Limits) -> ProblemsError:
    return _refused(name, msg("The file is larger than {limit} MB.", limit=limits.file // MEGABYTE), _DIVIDE)


def too_slow(name: str, limits: Limits) -> ProblemsError:
    told = msg("Reading the file took more than {limit} seconds and was broken off.", limit=f"{limits.seconds:g}")
    return _refused(name, told, _DIVIDE)


def too_hungry(name: str, limits: Limits) -> ProblemsError:
    told = msg("Reading the file needs more than {limit} MB of memory.", limit=limits.memory // MEGABYTE)
    return _refused(name, told, _DIVIDE)


def too_much(name: str, limits: Limits) -> ProblemsError:
    told = msg(
        "The file holds more than a document for review: over {characters} million characters or {cells} cells.",
        characters=limits.characters // MEGABYTE, cells=f"{limits.cells:,}".replace(",", "\u00a0"),
    )  # fmt: skip
    return _refused(name, told, _DIVIDE)


def broke_reader(name: str) -> ProblemsError:
    return _refused(
        name,
        msg("The file made its reader stop: it is damaged, or not what it seems to be."),
        msg("Open it in the program it was written in, save it anew and hand that in."),
    )


def fault_of_ours(name: str, fault: str) -> ProblemsError:
    return _refused(
        name,
        msg("The file could not be read; the reader met something it does not know ({fault}).", fault=fault),
        msg("Save it in another format and hand that in, and tell the program's makers about it."),
    )


def no_file(name: str) -> ProblemsError:
    told = msg("It is no file that can be read: a folder, a device, or not there.")
    return _refused(name, told, msg("Give the path of a document."))


def not_allowed(name: str) -> ProblemsError:
    told = msg("The file may not be read by this user.")
    return _refused(name, told, msg("Change who may read it, or copy it to a folder of your own."))


def _refused(name: str, message: Text, remedy: Text) -> ProblemsError:
    return ProblemsError((Problem(message, remedy, name),))
