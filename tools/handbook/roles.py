"""Who may do what, made from the rules that pages and actions ask."""

from handbook.words import NoWordError, written
from styrhus.actions.roles import LEAST_ROLE, Grant, Grants, allowed
from styrhus.store.role import Role


def roles_table() -> str:
    """A row for each verb, a column for each role."""
    names = [role.label.render("sv") for role in Role]
    head = [f"| | {' | '.join(names)} |", f"|---|{':-:|' * len(names)}"]
    return "\n".join([*head, *(_row(verb) for verb in LEAST_ROLE)])


def _row(verb: str) -> str:
    words = written()["verbs"]
    if verb not in words:
        raise NoWordError(f"tools/handbook/words.toml: write under [verbs] what {verb} does")
    marks = ["ja" if allowed(Grants((Grant(role),)), verb) else "–" for role in Role]
    return f"| {words[verb]} | {' | '.join(marks)} |"
