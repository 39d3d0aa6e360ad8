"""A controller's day: from a ledger file to a report, and from a figure in the report back to the voucher row."""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo_site import demo_site, logged_in

ROWS = (
    ("S0", "2019-09-05", "50110", "Löner september", "1 510 000,00"),
    ("S1", "2019-09-05", "56110", "PO-pålägg september", "590 000,00"),
    ("S2", "2019-09-12", "60110", "Hyra för kvartal 4", "822 500,50"),
    ("S3", "2019-09-20", "60110", "Kreditfaktura, hyra", "(12 500,50)"),
    ("S4", "2019-09-25", "31110", "Avgifter", "201 000,00-"),
)
COMMENT = "Hyran för kvartal 4 blev högre än beräknat."
RENT_TO_DATE = "2 113 454,60"
"""January to August of the made-up ledger and the two rows of September."""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture
def page(site, browser: Browser) -> Iterator[Page]:
    context = logged_in(browser, site, username="demo-controller")
    yield context.new_page()
    context.close()


def ledger_file() -> bytes:
    """As many ledgers write it: Windows' encoding, semicolons, spaces in amounts, minus in three ways."""
    lines = ["Verifikat;Datum;Ansvar;Konto;Verksamhet;Text;Belopp"]
    lines += [f"{voucher};{day};3240;{account};5100;{text};{amount}" for voucher, day, account, text, amount in ROWS]
    return ("\r\n".join(lines) + "\r\n").encode("cp1252")


def plain(page: Page) -> str:
    """What the page says, with ordinary spaces."""
    return re.sub(r"[\u00a0\u202f\u2009]", " ", page.locator("main").inner_text())


def follow(page: Page, name: str) -> None:
    """Go where the first link of that name in a table leads."""
    page.locator("main table").get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def test_from_a_file_to_a_report_and_back_to_the_voucher(page):
    imported(page)
    deviation_followed_to_its_rows(page)
    forecast_entered(page)
    report_downloaded(page)
    figure_followed_to_its_voucher(page)


def imported(page: Page) -> None:
    """The file is looked at, its sign said, its sums shown, and only then booked."""
    page.goto("/orebro/2019/economy/ledger/import/")
    page.set_input_files("input[type=file]", {"name": "sept.csv", "mimeType": "text/csv", "buffer": ledger_file()})
    page.get_by_role("button", name="Titta på filen").click()
    page.get_by_label("Källa").fill("ekonomisystemet")
    page.get_by_label("en kostnad (debet), så att intäkter skrivs med minus").check()
    page.get_by_role("button", name="Visa vad det blir").click()
    book = page.get_by_role("button", name="Läs in")
    expect(book).to_be_visible(timeout=30_000)
    assert "2 709 000,00" in plain(page)
    book.click()
    expect(page.get_by_text("5 rader är bokförda.")).to_be_visible(timeout=30_000)


def deviation_followed_to_its_rows(page: Page) -> None:
    """Unit, cost type, account, rows."""
    page.goto("/orebro/2019/economy/follow-up/?month=9")
    follow(page, "Boendeenheten")
    assert "Lokaler" in plain(page)
    follow(page, "Lokaler")
    follow(page, "60110")
    told = plain(page)
    assert "Hyra för kvartal 4" in told
    assert "−12 500,50" in told
    assert RENT_TO_DATE in told


def forecast_entered(page: Page) -> None:
    page.goto("/orebro/2019/economy/forecasts/boendeenheten/?month=9")
    page.fill("#amount-whole", "24 650")
    page.fill("#comment", COMMENT)
    page.get_by_role("button", name="Spara prognosen").click()
    page.wait_for_load_state()
    page.goto("/orebro/2019/economy/forecasts/?month=9")
    assert "24 650" in plain(page)


def report_downloaded(page: Page) -> None:
    """The report of September has the unit's comment, and so has the Word file."""
    page.goto("/orebro/2019/documents/monthly-report/?month=9")
    assert COMMENT in plain(page)
    with page.expect_download() as waited:
        page.locator("main a[href*='monthly-report.docx']").first.click()
    content = waited.value.path().read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert COMMENT in archive.read("word/document.xml").decode()


def figure_followed_to_its_voucher(page: Page) -> None:
    """From the area's outcome in the report to the unit, the cost type, the account and the row."""
    page.goto("/orebro/2019/documents/monthly-report/?month=9")
    page.locator("main a[href*='followup.2019-09.vuxna.all.actual-to-date']").first.click()
    page.wait_for_load_state()
    page.locator("main a[href*='/follow-up/vuxna/']").first.click()
    page.wait_for_load_state()
    follow(page, "Boendeenheten")
    follow(page, "Lokaler")
    follow(page, "60110")
    assert "S2" in plain(page)
