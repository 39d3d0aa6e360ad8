"""Reading and reviewing the plan's files, and peers that parse the same files and understand nothing.

The files lie in the folder that the environment names.
"""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from benchmarks.subjects.plan_files import times

FOLDER = "STYRHUS_BENCH_PLANS"


def _file(form: str) -> tuple[bytes, str]:
    path = Path(os.environ[FOLDER]) / f"plan.{form}"
    return path.read_bytes(), path.name


def _read(form: str) -> Callable[[], object]:
    from styrhus.paper.readers import read_content  # noqa: PLC0415

    content, name = _file(form)
    return lambda: read_content(content, name)


def _review(content: bytes, name: str) -> Callable[[], object]:
    """The review of what has been read: understanding, relations and every rule."""
    from styrhus.paper.readers import read_content  # noqa: PLC0415
    from styrhus.review.review import review  # noqa: PLC0415

    reading = read_content(content, name)
    return lambda: review(reading)


def read_txt() -> Callable[[], object]:
    return _read("txt")


def read_docx() -> Callable[[], object]:
    return _read("docx")


def read_pdf() -> Callable[[], object]:
    return _read("pdf")


def plain_txt() -> Callable[[], object]:
    """Lines and cells alone."""
    content, _ = _file("txt")
    return lambda: [line.split("\t") for line in content.decode().splitlines()]


def plain_docx() -> Callable[[], object]:
    """The XML of the text as a tree."""
    from lxml import etree  # noqa: PLC0415

    content, _ = _file("docx")

    def timed() -> object:
        with ZipFile(BytesIO(content)) as archive:
            return etree.fromstring(archive.read("word/document.xml"))

    return timed


def plain_pdf() -> Callable[[], object]:
    """Every page's text as the library gives it."""
    import pypdfium2  # noqa: PLC0415

    content, _ = _file("pdf")

    def timed() -> object:
        with pypdfium2.PdfDocument(content) as document:
            return [page.get_textpage().get_text_bounded() for page in document]

    return timed


def review_txt() -> Callable[[], object]:
    return _review(*_file("txt"))


def review_docx() -> Callable[[], object]:
    return _review(*_file("docx"))


def review_pdf() -> Callable[[], object]:
    return _review(*_file("pdf"))


def review_1() -> Callable[[], object]:
    return _review(times(1), "plan.txt")


def review_2() -> Callable[[], object]:
    return _review(times(2), "plan.txt")


def review_4() -> Callable[[], object]:
    return _review(times(4), "plan.txt")


def review_8() -> Callable[[], object]:
    return _review(times(8), "plan.txt")
