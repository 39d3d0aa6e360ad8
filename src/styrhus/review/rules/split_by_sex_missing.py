"""Figures about people that are not given for women and men."""

import re
from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.grid import Grid
from styrhus.review.understanding.indicator_parts import SEXES
from styrhus.review.understanding.indicators import Indicator
from styrhus.review.understanding.wording import listed
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "split-by-sex-missing"
_PEOPLE = re.compile(
    r"\b(?:personer|elever|barn(?!-)|ungdomar(?!-)|unga|brukare|klienter|deltagare|medarbetare|anställda|vuxna|"
    r"äldre|patienter|"
    r"invånare|studerande|sökande|månadsavlönade|årsarbetare|chefer|socialsekreterare|lärare|sjukfrånvaro|elevers|"
    r"personer|ansatte|brukere|innbyggere|oppilaat|asiakkaat|henkilöstö)\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:antal|andel(?:en)?)\s(?:av\s)?(?:\w+\s)?(?:enheter|\w*utredningar|insatser|placeringar|utbetal\w*|"
    r"föreningsbidrag|ärenden|kostnad\w*|dygn|timmar|bostäder|\w*beslut|avtal|verksamheter|skolor)",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\bper (?:\d[\d ]{0,7})?(?:\w+ ){0,1}?(?:invånare|brukare|elev|barn|innbygger|asukas)\b", re.IGNORECASE
)
_STATISTICS = re.compile(
    r"\b(?:antal|andel|procent|genomsnitt\w*|%|medel\w*|sjukfrånvaro|antall|prosent|osuus|määrä)", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\b(?:K|M|F|P|Kv|Kvinnor|Män|Flickor|Pojkar|Kvinna|Man|Kvinner|Menn|Jenter|Gutter|Naiset|Miehet|Tytöt|"
    r"Pojat)\b\s?[:=]|"
    r"\b(?:kvinnor|män|flickor|pojkar|kvinner|menn|naiset|miehet)\b",
    re.IGNORECASE,
)
_AT_LEAST = 3
_VOLUME = 2
"""`Antal elever` is the volume that a budget counts on, not a result."""


def check(examined: Examined) -> Iterator[Finding]:
    about = [
        (table, indicator)
        for table in examined.indicator_tables
        for indicator in table.indicators
        if _is_about_people(indicator.label)
    ]
    without = [(table, indicator) for table, indicator in about if not _is_split(indicator, table.grid)]
    if len(without) >= _AT_LEAST or (without and len(without) < len(about)):
        table, first = without[0]
        yield Finding(
            ID, Severity.NOTE, Confidence.LIKELY, table.place(first),
            _message([i.label for _, i in without], len(about)),
            msg("Give the figures for women and men, girls and boys, where they can be had, or say why not."),
            related=tuple(t.place(i) for t, i in without[1:]),
        )  # fmt: skip


def _is_about_people(label: str) -> bool:
    label = _PER.sub("", label)
    if len(label.split()) <= _VOLUME:
        return False
    return bool(_PEOPLE.search(label) and _STATISTICS.search(label)) and not _OF_SOMETHING_ELSE.search(label)


def _is_split(indicator: Indicator, grid: Grid) -> bool:
    texts = (*indicator.cells, *(column.heading for column in grid.columns))
    divided = (*indicator.parts, *(column.heading for column in grid.columns[1:]))
    return any(_SPLIT.search(text) for text in texts) or any(SEXES.search(text) for text in divided)


def _message(names: list[str], total: int) -> Text:
    return msg("{count} of {total} indicators about people are not given by sex: {names}.",
               count=len(names), total=total, names=listed(names))  # fmt: skip


RULE = Rule(
    ID, Severity.NOTE, Confidence.LIKELY,
    title=msg("Figures about people are not given by sex"),
    what=msg("Indicators that count people have no figures for women and men, while others have, or none of them has."),
    why=msg("Official statistics about individuals are to be given by sex unless there are special reasons against it "
            "(förordning 2001:100, 14 §); municipalities follow the same principle in their gender equality work."),
    example=msg("“Share of participants in work after the programme” with one figure for all."),
    check=check,
)  # fmt: skip
