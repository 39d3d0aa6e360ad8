"""Pages of cases: what there is, small groups hidden, import with a look before, refusal without a trace."""

from datetime import date

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from styrhus.actions.import_caseload import import_caseload
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.store.caseload import journal, material
from styrhus.store.role import Role
from tests.people import member
from tests.store.plans import rich_plan

PAGE = "/lund/2023/caseload/"
HEAD = "person,group,type,provider,start,end,price,price_unit\n"
ROWS = "".join(f"k{n},Barn,institution,external,2023-01-{n + 1:02d},,4500,day\n" for n in range(12))
FEW = "".join(f"q{n},Unga,housing,own,2023-02-0{n + 1},,900,day\n" for n in range(3))
SOME = "".join(f"s{n},Vuxna,housing,own,2023-02-0{n + 1},,800,day\n" for n in range(6))


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch, db):
    """A data folder for this test alone, and a board."""
    monkeypatch.setattr(settings, "DATA", tmp_path / "data")
    import_plan(rich_plan(), by=operator())
    return tmp_path


def logged_in(client, role):
    client.force_login(member(role))
    return client


def imported(data, text=HEAD + ROWS + FEW + SOME):
    path = data / "placements.csv"
    path.write_text(text, encoding="utf-8")
    return import_caseload("lund", path, by=operator(), as_of=date(2023, 6, 30))


def handed_in(client, text, **fields):
    file = SimpleUploadedFile("filen.csv", text.encode())
    return client.post(f"{PAGE}import/", {"file": file, **fields})


def uploads():
    folder = settings.DATA / "uploads" / "caseload"
    return list(folder.iterdir()) if folder.is_dir() else []


def test_without_cases_the_page_says_how_they_come(client):
    page = logged_in(client, Role.CONTROLLER).get(PAGE).content.decode()
    assert f'href="{PAGE}import/"' in page
    assert "Inga verksamhetsdata än" in page


def test_who_imports_sees_small_groups_and_findings(client, data):
    imported(data)
    page = logged_in(client, Role.CONTROLLER).get(PAGE).content.decode()
    assert "&lt;5" not in page
    assert "Ingen av de 21 placeringarna har slutdatum." in page
    assert "21 placeringar av 21 personer" in page


def test_readers_see_no_small_groups_and_none_to_reckon_them_from(client, data):
    imported(data)
    page = logged_in(client, Role.READER).get(PAGE).content.decode()
    unga, vuxna, barn = (row_of(page, name) for name in ("Unga", "Vuxna", "Barn"))
    assert "&lt;5" in unga
    assert "&lt;5" in vuxna
    assert "&lt;5" not in barn
    assert "900" not in unga
    assert "importen" not in page
    assert "Ingen av de 21" not in page


def row_of(page, name):
    """The row of a target group in the table of the latest year, as it is written."""
    table = page.split("<table")[2]
    return next(part for part in table.split('<th scope="row">') if part.startswith(name))


def test_a_file_is_looked_at_before_it_is_imported(client):
    logged_in(client, Role.CONTROLLER)
    sent = handed_in(client, HEAD + ROWS, as_of="2023-06-30")
    assert sent.status_code == 302
    look = client.get(sent.url).content.decode()
    assert "12 placeringar av 12 personer" in look
    assert material("lund") is None
    done = client.post(sent.url, {"import": "1"}, follow=True).content.decode()
    assert "filen.csv är importerad: 12 rader." in done
    assert material("lund").as_of == date(2023, 6, 30)
    assert uploads() == []
    later = client.get(handed_in(client, HEAD + ROWS + FEW).url).content.decode()
    assert "Insatser som inte fanns förut: Unga/housing/own." in later


def test_columns_can_be_told_and_are_remembered(client):
    logged_in(client, Role.CONTROLLER)
    text = "nummer;dag;regi2\n1;2023-01-01;Ksl\n2;2023-01-05;Ksl\n"
    sent = handed_in(client, text)
    assert "Det framgår inte i vilken kolumn" in client.get(sent.url).content.decode()
    columns = {"column-0": "person", "column-1": "start", "column-2": "provider"}
    fields = {"kind": "spells", "decimal": ",", "date_order": "year_first", "read": "1"}
    words = {"words": "provider: Ksl = own"}
    assert client.post(sent.url, {**columns, **fields, **words}).status_code == 302
    client.post(sent.url, {"import": "1"})
    assert material("lund").spells.streams[0].provider == "own"
    again = handed_in(client, text + "3;2023-02-01;Ksl\n")
    assert "som i den förra filen" in client.get(again.url).content.decode()


def test_words_of_care_are_offered_as_those_of_the_grid(client):
    logged_in(client, Role.CONTROLLER)
    sent = handed_in(client, HEAD + ROWS.replace("institution", "HVB"))
    assert "type: HVB = institution" in client.get(sent.url).content.decode()
    assert material("lund") is None


@pytest.mark.parametrize(
    "fields", [{"column-0": "start", "column-1": "start"}, {"words": "nonsense"}, {"decimal": "x"}]
)
def test_a_mapping_that_cannot_be(client, fields):
    logged_in(client, Role.CONTROLLER)
    sent = handed_in(client, HEAD + ROWS)
    answer = client.post(sent.url, {"kind": "spells", "decimal": ".", "read": "1", **fields})
    assert answer.status_code == 422
    assert 'id="problems"' in answer.content.decode()


@pytest.mark.parametrize("text", [HEAD + ROWS + "850709-9805,,,,2023-01-01,,,\n", "namn,start\nA,2023-01-01\n"])
def test_a_file_that_tells_of_persons_is_thrown_away(client, text):
    logged_in(client, Role.CONTROLLER)
    answer = handed_in(client, text)
    assert answer.status_code == 422
    assert "Filen avvisas" in answer.content.decode()
    assert uploads() == []
    assert journal("lund") == ()


@pytest.mark.parametrize("text", ["", "hej"])
def test_what_is_no_file_of_cases(client, text):
    logged_in(client, Role.CONTROLLER)
    assert handed_in(client, text).status_code == 422
    assert uploads() == []


def test_cancel_forgets_the_file(client):
    logged_in(client, Role.CONTROLLER)
    sent = handed_in(client, HEAD + ROWS)
    assert client.post(sent.url, {"cancel": "1"}).url == PAGE
    assert uploads() == []
    assert client.get(sent.url).url == f"{PAGE}import/"


def test_undo(client, data):
    stamp = imported(data).row.stamp
    logged_in(client, Role.CONTROLLER)
    assert client.post(f"{PAGE}undo/", {"stamp": stamp}).status_code == 302
    assert material("lund") is None
    assert client.post(f"{PAGE}undo/", {"stamp": stamp}).status_code == 422


def test_counts_by_month(client, data):
    text = "month,group,persons\n" + "".join(f"2023-{month:02d},Barn,{20 + month}\n" for month in range(1, 7))
    path = data / "counts.csv"
    path.write_text(text, encoding="utf-8")
    import_caseload("lund", path, by=operator())
    page = logged_in(client, Role.READER).get(PAGE).content.decode()
    assert "6 värden från 2023-01 till 2023-06." in page
    assert "23,5" in page
