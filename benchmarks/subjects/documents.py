"""Plans made into files, from dossier to bytes."""

from collections.abc import Callable
from itertools import count

from benchmarks.subjects import plans
from styrhus.dossier.dossier import Dossier

KIND, REPORT = "board-plan", "monthly-report"
LANGUAGE = "sv"


def made(dossier: Dossier, suffix: str, kind: str = KIND) -> bytes:
    """A document, the board plan unless another is asked for, as a file; engines are imported at first use."""
    from styrhus.paper.writers import WRITERS  # noqa: PLC0415
    from styrhus.reports import KINDS  # noqa: PLC0415

    return WRITERS[suffix](KINDS[kind].build(dossier, LANGUAGE))


def _timed(dossier: Dossier, suffix: str, kind: str = KIND) -> Callable[[], object]:
    """Each run makes a plan that differs a little from the one before, so that no run can hand out the last file."""
    steps = count(1)
    return lambda: made(plans.with_one_change(dossier, next(steps)), suffix, kind)


def _content(dossier: Dossier, kind: str = KIND) -> Callable[[], object]:
    """The document alone, before any writer."""
    from styrhus.reports import KINDS  # noqa: PLC0415

    steps = count(1)
    return lambda: KINDS[kind].build(plans.with_one_change(dossier, next(steps)), LANGUAGE)


def published_content() -> Callable[[], object]:
    return _content(plans.published())


def published_html() -> Callable[[], object]:
    return _timed(plans.published(), "html")


def published_docx() -> Callable[[], object]:
    return _timed(plans.published(), "docx")


def published_pdf() -> Callable[[], object]:
    return _timed(plans.published(), "pdf")


def long_content() -> Callable[[], object]:
    return _content(plans.long())


def long_html() -> Callable[[], object]:
    return _timed(plans.long(), "html")


def long_docx() -> Callable[[], object]:
    return _timed(plans.long(), "docx")


def long_pdf() -> Callable[[], object]:
    return _timed(plans.long(), "pdf")


def report_content() -> Callable[[], object]:
    return _content(plans.report(), REPORT)


def report_html() -> Callable[[], object]:
    return _timed(plans.report(), "html", REPORT)


def report_docx() -> Callable[[], object]:
    return _timed(plans.report(), "docx", REPORT)


def report_pdf() -> Callable[[], object]:
    return _timed(plans.report(), "pdf", REPORT)
