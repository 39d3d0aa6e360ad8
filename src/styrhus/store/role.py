"""The roles a membership can give, from least to most."""

from enum import StrEnum

from styrhus.values.text import Text, msg


class Role(StrEnum):
    """Each role may do everything that those before it may."""

    READER = "reader"
    REPORTER = "reporter"
    EDITOR = "editor"
    CONTROLLER = "controller"
    HEAD = "head"
    ADMINISTRATOR = "administrator"

    @property
    def rank(self) -> int:
        return _ORDER[self]

    @property
    def label(self) -> Text:
        return _LABELS[self]


_ORDER = {role: rank for rank, role in enumerate(Role)}
_LABELS = {
    Role.READER: msg("reader"),
    Role.REPORTER: msg("reporter"),
    Role.EDITOR: msg("editor"),
    Role.CONTROLLER: msg("controller"),
    Role.HEAD: msg("head of administration"),
    Role.ADMINISTRATOR: msg("administrator"),
}
