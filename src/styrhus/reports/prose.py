"""A text section as blocks: Markdown with live figures and block directives, every fault told with its line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from styrhus.dossier.document import Section
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.references import UnknownReference, evaluate
from styrhus.paper.blocks import Run, Runs
from styrhus.paper.markdown import read_markdown
from styrhus.reports.directives import check_directive, placed_blocks, read_directive
from styrhus.reports.sentences import figure_run
from styrhus.reports.setting import Blocks, Directive, Setting
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg

T = TypeVar("T")
Placed = Mapping[tuple[str, str], str]
"""What is placed, to the id of the section that places it."""


def prose(setting: Setting, section: Section, level: int) -> Blocks:
    """The blocks of a section that has been checked, its headings from `level` downwards."""
    return read_section(setting, section, level)[0]


def read_section(setting: Setting, section: Section, level: int) -> tuple[Blocks, tuple[Problem, ...]]:
    """The blocks, and a problem for each figure or directive that leads nowhere; such a one stays as written."""
    problems: list[Problem] = []

    def inline(expression: str, line: int) -> Runs:
        try:
            return (figure_run(evaluate(setting.dossier, expression), setting.language),)
        except UnknownReference as fault:
            problems.append(_problem(section, line, expression, fault))
            return (Run(f"{{{{ {expression} }}}}", strong=True),)

    def block(expression: str, line: int) -> Blocks:
        directive = read_directive(expression)
        try:
            check_directive(setting.dossier, directive)
        except UnknownReference as fault:
            problems.append(_problem(section, line, directive.written, fault))
            return ()
        return placed_blocks(setting, directive, level)

    return read_markdown(section.text, inline=inline, block=block, level=level), tuple(problems)


@dataclass(frozen=True)
class Uses:
    """What a section's text uses, with the line of each use."""

    expressions: tuple[tuple[str, int], ...]
    directives: tuple[tuple[Directive, int], ...]


@lru_cache(maxsize=1024)
def uses(section: Section) -> Uses:
    """Every live figure and directive of a text, found by the same reader that writes them.

    Kept by section, since each section of a plan is held against all the others.
    """
    expressions: list[tuple[str, int]] = []
    directives: list[tuple[Directive, int]] = []

    def inline(expression: str, line: int) -> Runs:
        expressions.append((expression, line))
        return ()

    def block(expression: str, line: int) -> Blocks:
        directives.append((read_directive(expression), line))
        return ()

    read_markdown(section.text, inline=inline, block=block, level=1)
    return Uses(tuple(expressions), tuple(directives))


def placed_by(sections: tuple[Section, ...]) -> Placed:
    """What these sections place: tables, charts, indicators, assignments, and the facts that they mention."""
    return {place: placing[0] for place, placing in _all_that_place(sections).items()}


@lru_cache(maxsize=64)
def _all_that_place(sections: tuple[Section, ...]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """What is placed, to the ids of all sections that place it in their order."""
    placing: dict[tuple[str, str], dict[str, None]] = {}
    for section in sections:
        used = uses(section)
        for directive, _ in used.directives:
            placing.setdefault(directive.place, {})[section.id] = None
        for expression, _ in used.expressions:
            kind, _, key = expression.partition("|")[0].strip().partition(".")
            if kind == "fact":
                placing.setdefault((kind, key), {})[section.id] = None
    return {place: tuple(ids) for place, ids in placing.items()}


def check_section(section: Section, dossier: Dossier) -> tuple[Problem, ...]:
    """Figures and directives that lead nowhere, and what another section of the same document places already."""
    used = uses(section)
    return (
        *_faults(section, used.expressions, lambda expression: _evaluated(dossier, expression)),
        *_faults(section, used.directives, lambda directive: check_directive(dossier, directive)),
        *_placed_twice(section, used, dossier),
    )


def _evaluated(dossier: Dossier, expression: str) -> None:
    evaluate(dossier, expression)


def _faults(section: Section, held: Sequence[tuple[T, int]], check: Callable[[T], None]) -> Iterator[Problem]:
    for expression, line in held:
        try:
            check(expression)
        except UnknownReference as fault:
            value = expression.written if isinstance(expression, Directive) else str(expression)
            yield _problem(section, line, value, fault)


def _problem(section: Section, line: int, value: str, fault: UnknownReference) -> Problem:
    return Problem(fault.message, fault.remedy, section_place(section), line, value=value)


def section_place(section: Section) -> str:
    """How problems name a section; a reader of a folder replaces it by the file."""
    return f"text/{section.id}.md"


def _placed_twice(section: Section, used: Uses, dossier: Dossier) -> Iterator[Problem]:
    placing = _all_that_place(tuple(other for other in dossier.sections if other.home == section.home))
    seen: set[tuple[str, str]] = set()
    for directive, line in used.directives:
        told: Text | None = None
        others = [other for other in placing.get(directive.place, ()) if other != section.id]
        if directive.place in seen:
            told = msg("The same block stands twice in the section.")
        elif others:
            told = msg("The same block stands already in the section {section}.", section=others[0])
        if told is not None:
            remedy = msg("Keep it in one place and mention it by name in the other.")
            yield Problem(told, remedy, section_place(section), line, value=directive.written)
        seen.add(directive.place)
