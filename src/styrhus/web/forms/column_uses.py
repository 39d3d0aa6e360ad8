"""What the columns of a handed-in file are used for: faults in what was chosen."""

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg


def used_twice(chosen: Sequence[tuple[str, str]], uses: Mapping[str, Text], *, shared: str) -> list[Problem]:
    """A use that only one column can have, given to two; `chosen` has heading and use, `shared` may be had by many."""
    seen: dict[str, str] = {}
    problems = []
    for heading, use in chosen:
        if use in seen and use not in {"", shared}:
            told = msg("Two columns are used for the same thing: {use}.", use=uses.get(use, use))
            problems.append(Problem(told, msg("Choose one of them."), column=heading, value=seen[use]))
        seen[use] = heading
    return problems


def none_of_the_choices(error: ValidationError) -> tuple[Problem, ...]:
    """What was sent that the form does not offer."""
    told = msg("This is none of the choices."), msg("Choose one of them.")
    return tuple(
        Problem(*told, column=str(fault["loc"][0]), value=str(fault["input"])[:80]) for fault in error.errors()
    )
