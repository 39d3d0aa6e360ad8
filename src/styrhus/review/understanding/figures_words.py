"""The words that tell what a figure is about, brought to a stem that inflections share."""

import re
from collections.abc import Collection
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# The longest ending that fits is taken off; what is left has at least three letters.
_ENDINGS = (
    "heternas", "heterna", "hetens", "heten", "heter", "ningarnas", "ningarna", "ningar", "ningens", "ningen", "ning",
    "endena", "endet", "enden",
    "arnas", "ernas", "ornas", "arens", "ans", "andes", "andet", "anden", "arna", "erna", "orna", "aste", "ades",
    "ande", "ende", "aren", "ens", "ets", "ene", "ern", "ade", "are", "ast", "nas", "ar", "er", "or", "as", "es", "at",
    "en", "et", "an", "na", "ne", "a", "e", "s",
    "aron", "aro",
)  # fmt: skip
_BY_LETTER = {letter: tuple(e for e in _ENDINGS if e[-1] == letter) for letter in {e[-1] for e in _ENDINGS}}

# Words that say nothing about which fact it is: particles, auxiliaries, hedges, and words about figures as such.
_EMPTY = frozenset(
    WORD.findall("""
    och i av för till på med inom vid hos om per är var blir bli blev att som den det de en ett dess detta denna
    dessa har hade ha ska skall skulle kan kunna kommer komma inte ej ut in upp ner mot från under över efter
    mellan samt eller än så även också dock där när vilket vilken vilka sig sin sitt sina bland genom utan
    enligt jämfört jämförelse samma motsvarande motsvarar år året årets åren helår helåret tidigare föregående
    förra nuvarande uppgår uppgick uppgå beräknas beräknad beräknat väntas väntade förväntas förväntat bedöms
    bedömd bedömt prognosen prognos prognostiseras prognostiserat budget budgeten budgeteras budgeterat
    budgeterad budgeterade utfall utfallet bokslut bokslutet belopp beloppet summa summan totalt total totala
    totalen sammanlagt sammanlagda samtliga ca cirka drygt knappt ungefär omkring runt nästan närmare strax lite
    minst högst kr tkr kkr mkr mnkr mdkr kronor tusen miljon miljoner miljard miljarder milj msek tsek sek
    procent procentenheter januari februari mars april maj juni juli augusti september oktober november december
    mål målet målvärde målvärdet enhet ändring netto brutto varav därav nedan ovan följande enl inkl exkl
    inklusive og for til innenfor ved er ble at et dette denne disse hadde skal ikke fra over etter mellom enn
    også regnskap budsjett budsjettet beløp sum kroner mill prosent herav ja tai sekä on oli ovat joka mikä että
    vuonna vuoden vuosi noin yhteensä euroa euro prosenttia talousarvio toteuma ennuste
""")
)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending: `kostnaderna`, `kostnad` and `kostnaden` give the same."""
    word = word.lower()
    for ending in _BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


EMPTY_STEMS = frozenset(stem(word) for word in _EMPTY) | _EMPTY


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's telling words."""
    words = (word.lower() for word in WORD.findall(text))
    return frozenset(stem(w) for w in words if len(w) > 1 and w not in _EMPTY and stem(w) not in EMPTY_STEMS)


def covers(words: Collection[str], label: Collection[str]) -> bool:
    """Whether every stem of a label is among the words, also as the parts of a compound (`lokal` + `kostnad`)."""
    return bool(label) and all(one in words or _joined(one, words) for one in label)


def _joined(compound: str, words: Collection[str]) -> bool:
    """Both parts must be there: `personalkostnad` is not covered by `personal` alone."""
    if len(compound) < 7:
        return False
    return any(
        len(first) >= 3 and compound.startswith(first) and _rest(compound[len(first) :], words)
        for first in words
    )  # fmt: skip


def _rest(rest: str, words: Collection[str]) -> bool:
    return len(rest) >= 3 and (rest in words or rest.removeprefix("s") in words)
