"""User texts that are chosen in one place and put into a language in another."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

LOCALE_FOLDER = Path(__file__).resolve().parents[1] / "locale"
DEFAULT_LANGUAGE = "sv"


@dataclass(frozen=True)
class Text:
    """An English message with its parameters; `render` gives it in a language.

    A parameter with a `render` of its own (a text, a figure) is rendered in the same language.
    """

    msgid: str
    params: Mapping[str, object] = field(default_factory=dict)

    def render(self, language: str = DEFAULT_LANGUAGE) -> str:
        # Not isinstance with a protocol, which takes most of the time that a page is worded in.
        values = {n: v.render(language) if hasattr(v, "render") else v for n, v in self.params.items()}
        message = catalogue(language).gettext(self.msgid) if self.msgid else ""
        return message.format(**values) if values else message

    def __str__(self) -> str:
        return self.render("en")

    def __hash__(self) -> int:
        return hash((self.msgid, tuple(sorted((k, str(v)) for k, v in self.params.items()))))


def msg(msgid: str, **params: object) -> Text:
    """Mark an English message for translation; parameters are written `{name}` in it."""
    return Text(msgid, params)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The compiled catalogue of a language; English is the language of the messages themselves."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("django", localedir=str(LOCALE_FOLDER), languages=[language])
