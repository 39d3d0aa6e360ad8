"""The document that all writers are tried on, and what each makes of it."""

import pytest

from styrhus.paper.blocks import Document
from styrhus.paper.writers import WRITERS
from tests.unit.paper.documents import whole_document


@pytest.fixture(scope="session")
def document() -> Document:
    return whole_document()


@pytest.fixture(scope="session")
def html(document: Document) -> str:
    return WRITERS["html"](document).decode()


@pytest.fixture(scope="session")
def docx(document: Document) -> bytes:
    return WRITERS["docx"](document)


@pytest.fixture(scope="session")
def pdf(document: Document) -> bytes:
    return WRITERS["pdf"](document)
