"""Take the pictures of the documentation from a running demo: `python tools/take_pictures.py [NAME …]`.

The demo is started on a data folder of its own, so that the pictures always show the same.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "images"
PORT = 8973
BASE = f"http://127.0.0.1:{PORT}"
USER, PASSWORD = "demo-chef", "styrhus-demo"


@dataclass(frozen=True)
class Picture:
    """A page and how much of it is shown, in pixels from the top."""

    address: str
    height: int = 800
    width: int = 1280


PLAN = "/lund/2023"
TAKEN = {
    "overview": Picture(f"{PLAN}/", 1400),
    "goals": Picture(f"{PLAN}/goals/"),
    "indicator": Picture(f"{PLAN}/indicators/hushall-forsorjningsstod/", 900),
    "values": Picture(f"{PLAN}/indicators/hushall-forsorjningsstod/values/"),
    "assignments": Picture(f"{PLAN}/assignments/"),
    "bridge": Picture(f"{PLAN}/economy/bridge/", 960),
    "table": Picture(f"{PLAN}/economy/tables/kommunbidrag-per-omrade/"),
    "figure": Picture(f"{PLAN}/figures/table.investering.inventarier.forandring/", 700),
    "text": Picture(f"{PLAN}/documents/sections/internbudget-i-korthet/"),
    "documents": Picture(f"{PLAN}/documents/"),
}


@contextmanager
def demo() -> Iterator[None]:
    """The demo, answering."""
    with tempfile.TemporaryDirectory(prefix="styrhus-pictures-") as data:
        command = (sys.executable, "-m", "styrhus", "demo", "--data", data, "--port", str(PORT))
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONUTF8": "1"})
        try:
            _wait(server)
            yield
        finally:
            server.terminate()
            server.wait()


def _wait(server: "subprocess.Popen[bytes]") -> None:
    for _ in range(180):
        if server.poll() is not None:
            raise SystemExit("the demo did not start")
        try:
            with urllib.request.urlopen(f"{BASE}/health/", timeout=2):
                return
        except OSError:
            time.sleep(1)
    raise SystemExit("the demo does not answer")


def take(names: list[str]) -> None:
    """Log in and take each picture in Swedish, in daylight."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(locale="sv-SE", color_scheme="light", reduced_motion="reduce").new_page()
        page.goto(f"{BASE}/login/")
        page.fill("[name=username]", USER)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda address: "login" not in address)
        for name in names:
            _take(page, name, TAKEN[name])
        browser.close()


def _take(page: Page, name: str, picture: Picture) -> None:
    page.set_viewport_size({"width": picture.width, "height": picture.height})
    answer = page.goto(f"{BASE}{picture.address}", wait_until="networkidle")
    if answer is None or not answer.ok:
        raise SystemExit(f"{picture.address} cannot be shown")
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"docs/images/{name}.png")


def main() -> None:
    """Take the pictures named, or all."""
    names = sys.argv[1:] or list(TAKEN)
    unknown = [name for name in names if name not in TAKEN]
    if unknown:
        raise SystemExit(f"no picture {', '.join(unknown)}; there are: {', '.join(TAKEN)}")
    with demo():
        take(names)


if __name__ == "__main__":
    main()
