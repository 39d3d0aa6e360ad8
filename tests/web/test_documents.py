"""Documents on the site: listed, read with figures that lead home, downloaded, kept until the plan changes."""

import io

import pypdfium2
import pytest
from docx import Document as Word

from styrhus.actions.change_section import change_section
from styrhus.actions.operator import operator
from styrhus.reports import KINDS
from styrhus.reports.kind import DocumentKind
from styrhus.store import read
from styrhus.store.models import Section
from styrhus.store.role import Role
from tests.web.examples import reader_of
from tests.web.reading import links, text

pytestmark = pytest.mark.django_db
HOME = "/lund/2023/documents/"


@pytest.fixture
def reader():
    return reader_of("lund-2023")


@pytest.fixture
def editor():
    return reader_of("lund-2023", role=Role.EDITOR)


def test_kinds_and_sections_are_listed_with_their_state(reader):
    page = reader.get(HOME)
    assert {f"{HOME}board-plan/", f"{HOME}board-plan.pdf", f"{HOME}scorecard.docx"} <= set(links(page))
    read_text = text(page)
    assert "Internbudget i korthet" in read_text
    assert "7 levande siffror" in read_text
    assert f"{HOME}sections/budget/" not in links(page)


def test_the_plans_own_kind_stands_first():
    page = reader_of("helsingborg-2015").get("/helsingborg/2015/documents/")
    cards = [link for link in links(page) if link.endswith(("board-plan/", "scorecard/"))]
    assert cards[0].endswith("scorecard/")


def test_each_figure_of_the_article_leads_to_its_page(reader):
    page = reader.get(f"{HOME}board-plan/")
    assert page.status_code == 200
    figures = [link for link in links(page) if "/figures/" in link]
    assert "/lund/2023/figures/grant.2023/" in figures
    assert "/lund/2023/figures/table.kommunbidrag-per-omrade.totalt.budget-2023/" in figures
    assert {reader.get(link).status_code for link in sorted(set(figures))[::40]} == {200}


def test_the_contents_list_leads_to_headings_of_the_same_page(reader):
    page = reader.get(f"{HOME}board-plan/")
    wanted = [link[1:] for link in links(page) if link.startswith("#") and link != "#content"]
    body = page.content.decode()
    assert len(wanted) > 30
    assert [anchor for anchor in wanted if f'id="{anchor}"' not in body] == []


@pytest.mark.parametrize(
    ("kind", "suffix", "name", "media"),
    [
        ("board-plan", "pdf", "lund-2023-verksamhetsplan.pdf", "application/pdf"),
        ("board-plan", "html", "lund-2023-verksamhetsplan.html", "text/html; charset=utf-8"),
        ("scorecard", "docx", "lund-2023-styrkort.docx",
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)  # fmt: skip
def test_files_have_proper_names_and_types_and_hold_the_grant(reader, kind, suffix, name, media):
    answer = reader.get(f"{HOME}{kind}.{suffix}")
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["Content-Type"] == media
    content = answer.content
    if suffix == "pdf":
        held = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    elif suffix == "docx":
        held = "\n".join(paragraph.text for paragraph in Word(io.BytesIO(content)).paragraphs)
    else:
        held = content.decode()
        assert "/figures/" not in held
    assert "712 524" in held.replace("\u00a0", " ")


@pytest.mark.parametrize("address", ["nothing/", "board-plan.odt", "nothing.pdf", "sections/nothing/preview/"])
def test_what_does_not_exist_is_not_found(reader, address):
    assert reader.get(HOME + address).status_code == 404


def test_a_document_is_built_once_until_the_plan_changes(reader, monkeypatch):
    built = []
    build = DocumentKind.build
    monkeypatch.setattr(DocumentKind, "build", lambda *given, **asked: built.append(given) or build(*given, **asked))
    for _ in range(3):
        reader.get(f"{HOME}scorecard.html")
    assert len(built) == 1
    version = read.versions("lund", 2023, "sections")["budget"]
    change_section("lund", 2023, "budget", {"text": "Ny text."}, version=version, by=operator())
    assert "Ny text." in reader.get(f"{HOME}scorecard.html").content.decode()
    assert len(built) == 2


def test_each_language_has_a_document_of_its_own(reader):
    assert "Innehåll" in text(reader.get(f"{HOME}scorecard/"))
    reader.post("/language/", {"language": "en", "next": HOME})
    english = reader.get(f"{HOME}scorecard/")
    assert "Contents" in text(english)
    assert 'lang="en-GB"' in english.content.decode()


def test_texts_that_lead_nowhere_are_told_where_the_document_would_be(editor):
    Section.objects.filter(key="budget").update(text="Rad ett.\n\nRamen är {{ grant.1999 }}.")
    plan_year = read.find("lund", 2023)
    plan_year.stamp = "00000000-0000-4000-8000-000000000000"
    plan_year.save()
    for address in ("board-plan/", "board-plan.pdf"):
        page = editor.get(HOME + address)
        assert page.status_code == 422
        assert "grant.1999" in text(page)
        assert f"{HOME}sections/budget/" in links(page)
    assert KINDS


def test_the_references_page_finds_figures_and_blocks(reader):
    page = reader.get(f"{HOME}references/", {"q": "kommunbidrag vuxen"})
    assert "{{ table.kommunbidrag-per-omrade.vuxen.budget-2023 }}" in text(page)
    assert "{{ block table kommunbidrag-per-omrade }}" in text(reader.get(f"{HOME}references/", {"q": "kommunbidrag"}))
    fragment = reader.get(f"{HOME}references/", {"q": "grant"}, headers={"HX-Request": "true"})
    assert "<html" not in fragment.content.decode()
    assert "712 524 tkr" in text(fragment)
