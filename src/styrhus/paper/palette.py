"""The colours of documents and charts, and the symbols that always go with the status colours."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scheme:
    """Colours as #rrggbb; every text colour passes 4.5:1 on `paper` and on `shade`."""

    paper: str
    ink: str
    muted: str
    rule: str
    shade: str
    link: str
    reached: str
    partly: str
    not_reached: str
    not_judged: str


LIGHT = Scheme(
    paper="#ffffff", ink="#1b2430", muted="#515c69", rule="#c3cad2", shade="#f2f4f6", link="#0b5586",
    reached="#17683f", partly="#7d5200", not_reached="#a8281f", not_judged="#515c69",
)  # fmt: skip
DARK = Scheme(
    paper="#14181d", ink="#e6e9ed", muted="#aab3be", rule="#434d59", shade="#1d232a", link="#82c3ee",
    reached="#6fcf97", partly="#f0bb5f", not_reached="#ff9489", not_judged="#aab3be",
)  # fmt: skip

MARKS = ("#2f7fb8", "#b9622a", "#7b5ea7", "#3f8a4f")
"""Colours of lines, points and bars: 3:1 or more on both LIGHT.paper and DARK.paper."""
MARK_MUTED = "#76808c"

STATUS_SYMBOLS = {"reached": "●", "partly": "◐", "not_reached": "○", "not_judged": "–"}


def status_symbol(status: str) -> str:
    """The shape of a status; KeyError names a status that no writer knows."""
    return STATUS_SYMBOLS[status]
