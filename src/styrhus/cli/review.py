"""`styrhus review`: where does a finished document contradict itself?"""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from styrhus.cli.language import LANGUAGES, Language
from styrhus.cli.output import PROBLEMS, WRONG_USE, stop, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from styrhus.paper.readers.bounded import UnderWay
    from styrhus.review.review import Review

FORMATS = ("text", "json", "html")


@click.command("review")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Form of the report."
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the report; as the --lang before the command.")
@click.option(
    "--allow", "allowed", metavar="RULE", multiple=True, help="A rule that may be broken; several with commas."
)
@click.pass_obj
def command(
    language: Language, files: tuple[Path, ...], form: str, *, lang: str | None, allowed: tuple[str, ...]
) -> None:
    """Find where finished documents contradict themselves.

    FILE is a document (DOCX, PDF with text, XLSX, XLS, ODS, ODT, HTML, Markdown, text, CSV) or a plan folder. Nothing
    is stored and no database is needed. Each finding tells its rule, place and arithmetic, and what to do.

    \b
    Examples:
      styrhus review verksamhetsplan.docx
      styrhus review budget.xlsx delårsrapport.pdf --format json
      styrhus review plan.pdf --format html > granskning.html
      styrhus review plan.pdf --allow target-missing,section-empty

    With --format json one file gives an object and several a list, after docs/review.schema.json.

    Exit code 0: no finding is an error; 1: at least one is; 2: a file could not be read.
    """
    if lang:
        language = Language(lang, lang)
    if form == "html" and len(files) > 1:
        _refuse_several(language)
    readings = _begun(files, language)
    first = next(readings)  # The rules are imported while the first file is being read.
    allow = _allowed(allowed, language)
    results = [_reviewed(reading, allow, language) for reading in chain((first,), readings)]
    done = [result for result in results if result is not None]
    if done:
        click.echo(_report(done, form, language), nl=False)
    if len(done) < len(results):
        raise SystemExit(WRONG_USE)
    if any(result.has_errors for result in done):
        raise SystemExit(PROBLEMS)


def _refuse_several(language: Language) -> NoReturn:
    from styrhus.values.text import msg

    stop(msg("A page holds the report of one file; give --format html one file at a time."), language)


def _allowed(words: tuple[str, ...], language: Language) -> frozenset[str]:
    """The rules after `--allow`; ends the command for one that does not exist."""
    from styrhus.review.rules import rules
    from styrhus.values.text import msg

    asked = frozenset(name for word in words for name in word.replace(",", " ").split())
    known = {rule.id for rule in rules()}
    if asked - known:
        unknown, held = ", ".join(sorted(asked - known)), ", ".join(sorted(known))
        stop(msg("There is no rule {unknown}; there are: {held}.", unknown=unknown, held=held), language)
    return asked


def _begun(files: tuple[Path, ...], language: Language) -> "Iterator[UnderWay | Path | None]":
    """Each file as it is being read, a folder as it is, None where there is nothing to read, which is told.

    Others are read in processes of their own while one is reviewed, as many as there are processors.
    """
    from collections import deque
    from os import cpu_count

    from styrhus.paper.readers.bounded import begin
    from styrhus.values.problem import ProblemsError

    ahead: deque[UnderWay | Path | None] = deque()
    for file in files:
        try:
            ahead.append(file if file.is_dir() else begin(file))
        except ProblemsError as error:
            tell(error.problems, language)
            ahead.append(None)
        if len(ahead) > (cpu_count() or 1):
            yield ahead.popleft()
    yield from ahead


def _reviewed(reading: "UnderWay | Path | None", allow: frozenset[str], language: Language) -> "Review | None":
    """The review of one file or plan folder, None when it cannot be read, which is told."""
    if reading is None:
        return None
    from styrhus.review.review import review
    from styrhus.values.problem import ProblemsError

    try:
        if isinstance(reading, Path):
            from styrhus.review.folder import review_folder

            return review_folder(reading, allow=allow, language=language.code)
        return review(reading.reading(), allow=allow)
    except ProblemsError as error:
        tell(error.problems, language)
        return None


def _report(done: "list[Review]", form: str, language: Language) -> str:
    """The report of every file in a form; several JSON reports make a list."""
    from styrhus.review.report import writer

    if form == "json" and len(done) > 1:
        import json

        from styrhus.review.report.as_json import report

        return json.dumps([report(each, language.code) for each in done], ensure_ascii=False, indent=2) + "\n"
    return "\n".join(writer(form)(each, language.code) for each in done)
