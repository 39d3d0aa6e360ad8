"""Swedish words for the fields and codes of the plan folder, each looked up once and never guessed."""

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

from styrhus.dossier.document import Part
from styrhus.dossier.labels import PART_LABELS
from styrhus.finance import labels as money_labels
from styrhus.plan import labels as plan_labels
from styrhus.plan.status_word import StatusWord
from styrhus.values.record import Record
from styrhus.values.unit import Unit

FILE = Path(__file__).with_name("words.toml")
SPOKEN: dict[type[StrEnum], dict[str, str]] = {
    **{
        enum: {code: text.render("sv") for code, text in words.items()}
        for held in (plan_labels.LABELS, money_labels.LABELS)
        for enum, words in held.items()
    },
    StatusWord: {word: word.label.render("sv") for word in StatusWord},
    Part: {part: PART_LABELS[part].render("sv") for part in Part},
    Unit: {unit: unit.label.render("sv") for unit in Unit},
}
"""The words that the application itself uses, by enum."""


class NoWordError(LookupError):
    """A field or code that words.toml does not know; the message tells where to add it."""


@cache
def written() -> dict[str, dict[str, str]]:
    """words.toml."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def field_word(record: type[Record], field: str) -> str:
    """What a field means."""
    own, every = written().get(record.__name__, {}), written()["every"]
    if field not in own and field not in every:
        raise NoWordError(f"tools/handbook/{FILE.name}: write under [{record.__name__}] what {field} means")
    return own.get(field) or every[field]


def codes_title(enum: type[StrEnum]) -> str:
    """What the list of an enum's codes is called."""
    titles = written()["codes"]
    if enum.__name__ not in titles:
        raise NoWordError(f"tools/handbook/{FILE.name}: write under [codes] what {enum.__name__} is called")
    return titles[enum.__name__]


def code_words(enum: type[StrEnum]) -> dict[str, str]:
    """Each code of an enum with its word."""
    known = SPOKEN.get(enum) or written().get(enum.__name__, {})
    for code in enum:
        if code not in known:
            raise NoWordError(f"tools/handbook/{FILE.name}: write under [{enum.__name__}] what {code} means")
    return {code.value: known[code] for code in enum}
