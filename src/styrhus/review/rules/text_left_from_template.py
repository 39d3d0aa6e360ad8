"""Text that a template, a form or a web editor left behind."""

import re
from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.field_errors import printed
from styrhus.review.understanding.wording import short
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "text-left-from-template"
_TAGS = re.compile(
    r"</?(?:p|ul|ol|li|i|b|em|u|strong|span|div|br|h[1-6]|table|tr|td|a|font)(?:\s[^<>\n]{0,200})?/?>|&(?:nbsp|amp|"
    r"lt|gt|aring|auml|ouml);"
)
_PROMPTS = re.compile(
    r"\blorem ipsum\b|\bklicka (?:eller tryck )?här för att (?:ange|skriva|lägga)\b[^.\n]{0,40}|"
    r"\bklikk eller trykk her\b|"
    r"\bkirjoita tähän\b|\bnapsauta tai napauta tätä\b|\bclick (?:or tap )?here to enter\b|\bskriv (?:din )?text här\b|"
    r"[\[<«{](?:skriv|infoga|ange|fyll i|lägg in|text|namn|datum|belopp|siffra|rubrik|nämnd|kommun|år|todo|kommentar|"
    r"sett inn|fyll ut|lisää|insert|enter)\b[^\]>»}|\n]{0,60}[\]>»}]|\b(?:20XX|20xx|ÅÅÅÅ-MM-DD|åååå-mm-dd)\b|"
    r"(?-i:\bX{2,})(?=[ \u00a0]?(?:tkr|mnkr|kr\b|kronor|procent|%|personer|platser|timmar|dagar|tusen|miljoner))|"
    r"(?-i:\bX{4,}\b|(?<![\w.])xx+(?![\w.]))|\bTBD\b|\?\?\?",
    re.IGNORECASE,
)  # fmt: skip

# One of these is in every prompt, in lower case.
_SAID = (
    *(
        "lorem ipsum",
        "klicka",
        "klikk eller",
        "kirjoita",
        "napsauta",
        "click or",
        "click here",
        "skriv text",
        "skriv din",
    ),
    *("[", "<", "«", "{", "20xx", "åååå-mm", "xx", "tbd", "???"),
)
_CODE = ("<", "&nbsp", "&amp", "&lt", "&gt", "&aring", "&auml", "&ouml")


def check(examined: Examined) -> Iterator[Finding]:
    tags = list(printed(examined.reading, _TAGS, "<", "&")) if _may_have_tags(examined) else []
    tags += [(place.quote, place) for place in examined.reading.build.markup]
    if tags:
        yield _finding(
            tags,
            msg("Code of a web editor is printed in {count} places, the first is {text}.",
                count=len(tags), text=_code(tags[0][0])),
            msg("Take the code out of the text, and check that nothing else was lost when it was pasted."),
        )  # fmt: skip
    said = any(word in examined.letters for word in _SAID)
    prompts = list(printed(examined.reading, _PROMPTS)) if said else []
    if prompts:
        yield _finding(
            prompts,
            msg("Text of the template was left in {count} places, the first is {text}.",
                count=len(prompts), text=f"”{short(prompts[0][0], 60)}”"),
            msg("Fill in what is missing, or take the text out."),
        )  # fmt: skip


def _may_have_tags(examined: Examined) -> bool:
    return examined.reading.format != "markdown" and any(sign in examined.letters for sign in _CODE)


def _code(tag: str) -> str:
    return tag if len(tag) <= 40 else f"{tag[:40]}…"


def _finding(found: list[tuple[str, Place]], message: Text, advice: Text) -> Finding:
    return Finding(
        ID, Severity.WARNING, Confidence.CERTAIN, found[0][1], message, advice,
        related=tuple(place for _, place in found[1:]),
    )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.CERTAIN,
    title=msg("Text left from a template"),
    what=msg("The document shows code of a web editor, a prompt of a form or a mark for a value to be filled in."),
    why=msg("A decided document with XX for an amount says that something was never filled in."),
    example=msg("“The cost amounts to XX tkr” or “Click here to enter text”."),
    check=check,
)  # fmt: skip
