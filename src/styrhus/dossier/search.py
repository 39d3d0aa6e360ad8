"""Finding words anywhere in a dossier, without regard to case; å, ä and ö are letters of their own."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.references import UnknownReference, evaluate

AROUND = 60
_LIVE = re.compile(r"\{\{\s*(.*?)\s*\}\}")


class Found(StrEnum):
    """The kinds of things that can be found, in the order in which they are shown."""

    GOAL = "goal"
    INDICATOR = "indicator"
    ASSIGNMENT = "assignment"
    SAVING = "saving"
    REQUEST = "funding_request"
    TABLE = "table"
    SECTION = "section"
    FACT = "fact"


@dataclass(frozen=True)
class Hit:
    """One thing that holds all the words; `excerpt` is the text around the first of them, in three parts."""

    kind: Found
    key: str
    title: str
    in_title: bool
    excerpt: tuple[str, str, str]


@dataclass(frozen=True)
class _Entry:
    kind: Found
    key: str
    title: str
    texts: tuple[str, ...]


def search(dossier: Dossier, query: str, language: str = "sv") -> tuple[Hit, ...]:
    """Everything that holds every word of the query; hits in titles first within their kind.

    Live figures in texts count as what they show in `language`, so that a number can be searched for.
    """
    words = folded(query).split()
    if not words:
        return ()
    hits = [hit for entry in _entries(dossier, language) if (hit := _hit(entry, words))]
    order = list(Found)
    return tuple(sorted(hits, key=lambda hit: (order.index(hit.kind), not hit.in_title)))


def folded(text: str) -> str:
    """Composed and without case, so that `É` written in two ways is one letter and `Å` is not `A`."""
    return unicodedata.normalize("NFC", text).casefold()


def _entries(dossier: Dossier, language: str) -> Iterator[_Entry]:
    for goal in dossier.goals:
        texts = (goal.text, goal.rationale, goal.strategy, *goal.activities, *goal.aliases)
        yield _Entry(Found.GOAL, goal.id, f"{goal.number} {goal.name}".strip(), texts)
    for indicator in dossier.indicators:
        texts = (indicator.definition, indicator.method, indicator.note)
        yield _Entry(Found.INDICATOR, indicator.id, indicator.name, texts)
    for assignment in dossier.assignments:
        texts = (assignment.description, assignment.origin, *assignment.responsible, assignment.note)
        title = f"{assignment.number} {assignment.title}".strip()
        yield _Entry(Found.ASSIGNMENT, assignment.id, title, texts)
    yield from _money_and_text(dossier, language)


def _money_and_text(dossier: Dossier, language: str) -> Iterator[_Entry]:
    for saving in dossier.savings:
        texts = (saving.owner, saving.depends_on_others, saving.evidence, saving.note)
        yield _Entry(Found.SAVING, saving.id, saving.name, texts)
    for need in dossier.needs:
        yield _Entry(Found.REQUEST, need.id, need.name, (need.text, need.law, need.consequence, need.decision))
    for table in dossier.tables:
        labels = tuple(row.label for row in table.rows)
        yield _Entry(Found.TABLE, table.id, table.caption, (*labels, *table.notes))
    for section in dossier.sections:
        yield _Entry(Found.SECTION, section.id, section.title, (_shown(dossier, section.text, language),))
    for fact in dossier.facts:
        yield _Entry(Found.FACT, fact.id, fact.label, (fact.source, fact.note))


def _shown(dossier: Dossier, text: str, language: str) -> str:
    """The text as a reader sees it: figures in place of references, no marks of headings and emphasis."""

    def figure(found: re.Match[str]) -> str:
        try:
            return evaluate(dossier, found[1]).text(language)
        except UnknownReference:
            return ""

    return re.sub(r"[*_#|`]+", "", _LIVE.sub(figure, text))


def _hit(entry: _Entry, words: list[str]) -> Hit | None:
    title, texts = folded(entry.title), [folded(text) for text in entry.texts]
    if not all(word in title or any(word in text for text in texts) for word in words):
        return None
    in_title = all(word in title for word in words)
    return Hit(entry.kind, entry.key, entry.title, in_title, ("", "", "") if in_title else _excerpt(entry, words))


def _excerpt(entry: _Entry, words: list[str]) -> tuple[str, str, str]:
    """What stands before, at and after the first word that the title lacks."""
    missing = [word for word in words if word not in folded(entry.title)]
    for text in entry.texts:
        plain = " ".join(unicodedata.normalize("NFC", text).split())
        found = next((m for word in missing if (m := re.search(re.escape(word), plain, re.IGNORECASE))), None)
        if found:
            start, end = max(found.start() - AROUND, 0), found.end() + AROUND
            before = ("…" if start else "") + plain[start : found.start()]
            return before, found[0], plain[found.end() : end] + ("…" if end < len(plain) else "")
    return "", "", ""
