"""The form in which the columns of a file of cases are told: what each is used for, and what holds for all."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Fields
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from styrhus.caseload.mapping import CaseMapping, MaterialKind, Unit
from styrhus.finance.grids.placement import CareForm
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg
from styrhus.web.forms.column_uses import none_of_the_choices, used_twice

USES: dict[str, Text] = {
    "": msg("not used"),
    "person": msg("person (a number of your own)"),
    "group": msg("target group"),
    "type": msg("type of care"),
    "provider": msg("own or external"),
    "start": msg("start"),
    "end": msg("end"),
    "price": msg("price"),
    "price_unit": msg("per day or per month"),
    "month": msg("month"),
    "year": msg("year"),
    "persons": msg("number of persons"),
    "cost": msg("cost"),
    "age": msg("age"),
    "period": msg("persons of the month or year in the heading"),
}
"""What a column can be used for, in the order of the list."""
KINDS = {
    MaterialKind.SPELLS: msg("placements, one in each row"),
    MaterialKind.COUNTS: msg("persons by month or year"),
    MaterialKind.POPULATION: msg("population by age and year"),
    MaterialKind.EPISODES: msg("episodes in the columns of SSDA903"),
}
PRICE_UNITS = {"": msg("as the column says"), "day": msg("per day"), "month": msg("per month")}
COST_UNITS = {Unit.KR: msg("kr"), Unit.TKR: msg("tkr"), Unit.MNKR: msg("mnkr")}


@dataclass(frozen=True)
class Sent:
    """A mapping read out of the form; None when it cannot be, and why."""

    mapping: CaseMapping | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of the file: the name of its field in the form, its heading and use."""

    name: str
    heading: str
    use: str


def columns_of(headings: Sequence[str], mapping: CaseMapping) -> tuple[Column, ...]:
    """The columns of a file with what the mapping uses each for."""
    used = {heading: field for field, heading in mapping.columns.items()} | dict.fromkeys(mapping.periods, "period")
    return tuple(Column(f"column-{place}", heading, used.get(heading, "")) for place, heading in enumerate(headings))


def choices(words: Fields[Any, Text], chosen: object) -> tuple[tuple[str, Text, bool], ...]:
    """Value, word, and whether it is chosen."""
    return tuple((str(value), word, value == chosen) for value, word in words.items())


def mapping_sent(data: Fields[str, Any], headings: Sequence[str], given: CaseMapping) -> Sent:
    """The mapping as the form says; `given` for what the form does not ask."""
    chosen = [(heading, str(data.get(f"column-{place}", ""))) for place, heading in enumerate(headings)]
    problems = tuple(used_twice(chosen, USES, shared="period"))
    words, told = _words(str(data.get("words", "")))
    fields = {
        "columns": {use: heading for heading, use in chosen if use not in ("", "period")},
        "periods": tuple(heading for heading, use in chosen if use == "period"),
        "kind": data.get("kind") or given.kind, "decimal": data.get("decimal") or given.decimal,
        "date_order": data.get("date_order") or given.date_order, "price_unit": data.get("price_unit", ""),
        "cost_unit": data.get("cost_unit") or given.cost_unit, "last_day_counts": "last_day_counts" in data,
        "group": str(data.get("group", "")), "words": words, "only": _only(str(data.get("only", ""))),
    }  # fmt: skip
    try:
        return Sent(CaseMapping.model_validate({**given.model_dump(), **fields}), (*problems, *told))
    except ValidationError as error:
        return Sent(None, none_of_the_choices(error))


def words_text(mapping: CaseMapping) -> str:
    """Translations as the form shows them, one a line: `provider: Egen regi = own`."""
    return "\n".join(
        f"{field}: {word} = {told}" for field, words in mapping.words.items() for word, told in words.items()
    )


FORM_WORDS = {
    CareForm.INSTITUTION: ("hvb", "institution", "institutionsvård", "sis", "hem för vård eller boende"),
    CareForm.FOSTER_HOME: ("familjehem", "familjehemsvård", "nätverkshem", "foster home"),
    CareForm.EMERGENCY_FOSTER_HOME: ("jourhem", "jourfamiljehem"),
    CareForm.SUPPORTED_HOUSING: ("stödboende",),
    CareForm.PROTECTED_HOUSING: ("skyddat boende",),
    CareForm.HOUSING: ("boende", "boende missbrukare", "träningslägenhet"),
    CareForm.OUTPATIENT: ("öppenvård", "öppenvårdsinsats"),
    CareForm.CONTACT: ("kontaktperson", "kontaktfamilj", "kontaktperson/-familj"),
    CareForm.OTHER: ("övrigt", "annat", "övrig vård"),
}  # fmt: skip
"""Words for kinds of care that are offered as those of the placement grid, so that forecast and budget meet."""


def offered_words(types: Iterable[str]) -> dict[str, str]:
    """What kinds of care in a file could be told as, where their words are known."""
    known = {word: form.value for form, words in FORM_WORDS.items() for word in words}
    told = {each: known.get(each.lower(), each) for each in sorted(set(types))}
    return {word: form for word, form in told.items() if word != form}


def only_text(mapping: CaseMapping) -> str:
    """The rows asked for, one column a line: `Sort = Total; Delsumma`."""
    return "\n".join(f"{heading} = {'; '.join(words)}" for heading, words in mapping.only.items())


def _words(text: str) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    found: dict[str, dict[str, str]] = {}
    problems = []
    for line in filter(str.strip, text.splitlines()):
        field, _, rest = line.partition(":")
        word, equals, told = rest.partition("=")
        if field.strip() not in USES or not equals or not word.strip():
            remedy = msg("Write such as provider: Egen regi = own, one a line.")
            problems.append(Problem(msg("The translation cannot be read."), remedy, value=line.strip()[:80]))
            continue
        found.setdefault(field.strip(), {})[word.strip()] = told.strip()
    return found, problems


def _only(text: str) -> dict[str, tuple[str, ...]]:
    lines = [line.partition("=") for line in text.splitlines() if "=" in line]
    return {heading.strip(): tuple(word.strip() for word in words.split(";")) for heading, _, words in lines}
