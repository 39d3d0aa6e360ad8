"""Which language the command line speaks."""

import os
from dataclasses import dataclass

LANGUAGES = ("sv", "en")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True)
class Language:
    """The language of messages; `asked` is the one that was asked for in so many words, or empty."""

    code: str
    asked: str = ""


def chosen_language(asked: str | None) -> Language:
    """The one asked for, else English where the environment is English, else Swedish."""
    if asked:
        return Language(asked, asked)
    held = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return Language("en" if held.lower().startswith("en") else "sv")
