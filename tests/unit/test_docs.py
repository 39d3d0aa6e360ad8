"""The documentation leads somewhere, says what the program does, and names no person or machine."""

import re
from pathlib import Path

import pytest
from build_docs import ROOT, broken, sources, stale
from handbook.examples import blocks, example, expressions
from handbook.pieces import MARKED, PIECES, filled
from handbook.statuses import CASES
from handbook.words import NoWordError, field_word, written

from styrhus.cli import COMMANDS, cli
from styrhus.dossier.references import RESOLVERS, UnknownReference, evaluate
from styrhus.plan.goal import Goal
from styrhus.plan.target import TargetKind
from styrhus.reports.directives import KEYS, check_directive, read_directive
from tests.cases.ledger import with_ledger

HANDBOOK = sorted((ROOT / "docs" / "handbok").glob("*.md"))
PAGES = sources()
MACHINE = re.compile(r"/(?:work|root|tmp|var/tmp)/|(?<![\w/])/home/(?!anna)")
E_MAIL_OR_TELEPHONE = re.compile(r"[\w.]+@(?!example\.)\w+\.\w+|\b0\d{1,3}[- ]\d{2,3} ?\d{2} ?\d{2}\b")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_every_link_and_picture_is_there(path):
    assert not list(broken(path, ROOT))


def test_no_made_part_is_out_of_date():
    assert not list(stale())


def test_a_stale_part_is_made_anew_and_the_words_around_it_stay():
    text = "före\n<!-- generated: bridge lund-2023 -->\ngammalt\n<!-- end -->\nefter\n"
    new = filled(text)
    assert new.startswith("före\n<!-- generated: bridge lund-2023 -->\n\n| tkr |")
    assert new.endswith("\n<!-- end -->\nefter\n")
    assert "gammalt" not in new
    assert filled(new) == new


def test_every_made_part_is_used_by_some_page():
    used = {found["name"] for path in PAGES for found in MARKED.finditer(path.read_text(encoding="utf-8"))}
    assert used == set(PIECES)


def examples(path: Path) -> list[str]:
    """Everything in double braces on a page, as it would stand in a text."""
    return expressions(path.read_text(encoding="utf-8").replace("\\|", "|"))


def test_every_figure_in_the_handbook_exists_in_an_example_board():
    boards = [*map(example, ("lund-2023", "lund-2020", "orebro-2019")), with_ledger(example("orebro-2019"))]
    unknown = [e for path in HANDBOOK for e in examples(path) if not any(is_figure(board, e) for board in boards)]
    assert not unknown


def is_figure(dossier, expression: str) -> bool:
    try:
        return evaluate(dossier, expression).figure.value is not None
    except UnknownReference:
        return False


def test_the_examples_say_what_the_published_plans_say():
    text = (ROOT / "docs" / "handbok" / "dokument.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    for row in (
        "| `{{ grant.2023 }}` | årets ram | 712 524 tkr |",
        "| `{{ grant.change.2023 \\| signed }}` | ramens ändring mot året före | +37 151 tkr |",
        "| `{{ grant.2020.forsorjningsstod }}` | ramen för en del | 116 869 tkr |",
        "| `{{ frame.arbetsmarknad-tillfalligt \\| signed }}` | med tecken | −11,5 mnkr |",
    ):
        assert row in text


def test_every_kind_of_figure_has_an_example():
    shown = {expression.partition(".")[0] for path in HANDBOOK for expression in examples(path)}
    assert shown == set(RESOLVERS)


def test_every_kind_of_block_has_an_example_that_leads_somewhere():
    found = [
        read_directive(b) for path in HANDBOOK for b in blocks(path.read_text(encoding="utf-8").replace("\\|", "|"))
    ]
    for directive in found:
        check_directive(example("lund-2023"), directive)
    assert {directive.kind for directive in found} == set(KEYS)


def test_the_status_rule_shows_every_kind_of_target():
    assert {case.target.kind for case in CASES} == set(TargetKind)


def test_a_field_without_words_is_told_with_the_place_to_write_them():
    assert field_word(Goal, "id")
    with pytest.raises(NoWordError, match=r"words\.toml: write under \[Goal\] what colour means"):
        field_word(Goal, "colour")


def test_no_words_are_left_for_fields_that_are_gone():
    text = (ROOT / "docs" / "handbok" / "planmappens-falt.md").read_text(encoding="utf-8")
    unused = [name for words in written().values() for name in words if f"`{name}`" not in text]
    known = {*written()["verbs"], *written()["codes"]}
    assert not set(unused) - known - {"id"}


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_no_page_names_a_machine_or_a_person(path):
    text = path.read_text(encoding="utf-8")
    assert not MACHINE.findall(text)
    assert not E_MAIL_OR_TELEPHONE.findall(text)


def test_every_make_command_on_a_page_is_a_target():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        target
        for path in PAGES
        for code in re.findall(r"```.*?```|`[^`\n]+`", path.read_text(encoding="utf-8"), re.DOTALL)
        for target in re.findall(r"(?:^|`|\n)make ([a-z]+)", code)
    }
    assert {"demo", "test"} <= named <= targets


def commands_on_pages() -> list[list[str]]:
    """Every `styrhus …` that the handbook tells to type, in words."""
    code = [
        c for path in HANDBOOK for c in re.findall(r"(?:^|`)(styrhus [a-z].*?)(?:`|$)", path.read_text(), re.MULTILINE)
    ]
    return [line.split()[1:] for line in code]


def test_every_command_in_the_handbook_exists_with_its_options():
    found = commands_on_pages()
    assert {words[0] for words in found} == set(COMMANDS)
    for words in found:
        known = {name for option in cli.get_command(None, words[0]).params for name in option.opts}
        assert {word for word in words if word.startswith("--")} <= known, words


def test_the_handbook_tells_every_variable_that_the_settings_read():
    read = {v for p in (ROOT / "src").rglob("*.py") for v in re.findall(r"STYRHUS_[A-Z]+(?:_[A-Z]+)*", p.read_text())}
    told = set(re.findall(r"^\| `(STYRHUS_[A-Z_]+)`", (ROOT / "docs/handbok/drift.md").read_text(), re.MULTILINE))
    assert told == read


def test_the_readme_fits_one_screen():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert sum(1 + len(line) // 120 for line in lines) <= 60
