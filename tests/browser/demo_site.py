"""The demo as a newcomer starts it, in a process of its own, and a crawl of everything it links to."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import Browser, BrowserContext, Page

PASSWORD = "styrhus-demo"
DATABASE = os.environ.get("STYRHUS_DATABASE_URL", "")
BUILD = f"""
from pathlib import Path
from styrhus.cli.database import open_database
from styrhus.cli.language import Language
open_database(None, Language("sv"))
from styrhus.actions.build_demo import build_demo
build_demo(Path("examples"), password={PASSWORD!r})
"""
"""The demo is SQLite's alone; this is what it builds, in the database of the environment."""
PLAN = re.compile(r"/(?P<board>[a-z-]+)/(?P<year>\d{4})/(?P<rest>.*)")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def demo_site(folder: Path) -> Iterator[str]:
    """The address of a running demo whose data lie in `folder`; stopped at the end.

    With STYRHUS_DATABASE_URL set the same boards are served from that database, as a municipality would run them.
    """
    port = free_port()
    if DATABASE:
        subprocess.run([sys.executable, "-c", BUILD], env={**os.environ, "STYRHUS_DATA": str(folder)}, check=True)
    kind = "serve" if DATABASE else "demo"
    command = [sys.executable, "-m", "styrhus", kind, "--data", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        yield _answering(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _answering(address: str, process: subprocess.Popen[bytes]) -> str:
    for _ in range(240):
        assert process.poll() is None, (process.stderr.read() if process.stderr else b"").decode()
        try:
            with urllib.request.urlopen(f"{address}/health/", timeout=2):
                return address
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"{address} does not answer")


def logged_in(
    browser: Browser, address: str, *, javascript: bool = True, username: str = "demo-admin"
) -> BrowserContext:
    """A browser of one of the demo's users."""
    context = browser.new_context(
        base_url=address, viewport={"width": 1280, "height": 900}, java_script_enabled=javascript, locale="sv-SE"
    )
    page = context.new_page()
    page.goto("/login/")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{address}/")
    page.close()
    return context


def shape_of(path: str) -> str:
    """What a path has in common with others that show the same page for something else: the name of the address."""
    found = resolve(path)
    return f"{found.url_name} {found.kwargs.get('kind', '')}".strip()


def links_of(page: Page) -> list[str]:
    """The paths that a page links to on the same site, in HTML and in drawings; files are left out."""
    script = "all => all.map(a => new URL(a.getAttribute('href'), location.href)).map(u => [u.origin, u.pathname])"
    found = page.eval_on_selector_all("a[href]:not([download])", script)
    here = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
    paths = [path for origin, path in found if origin == here]
    return list(dict.fromkeys(path for path in paths if not re.search(r"\.(zip|csv|pdf|docx|html|xlsx)$", path)))


def crawl(page: Page, start: str) -> dict[str, str]:
    """One path for each kind of page that can be reached from `start`, by shape, within the same plan."""
    prefix = "/".join(start.split("/")[:3]) + "/"
    found = {shape_of(start): start}
    ahead = [start]
    while ahead:
        page.goto(ahead.pop(0))
        for path in links_of(page):
            shape = shape_of(path)
            if shape not in found and (path.startswith(prefix) or not PLAN.fullmatch(path)):
                found[shape] = path
                ahead.append(path)
    return found
