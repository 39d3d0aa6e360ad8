"""Static files stay what a strict content security policy and an honest licence list need."""

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "src" / "styrhus" / "web"
VENDOR = WEB / "static" / "vendor"
TEMPLATES = sorted(WEB.rglob("templates/**/*.html"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_inline_script_or_style(template):
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", text)


def test_everything_vendored_has_a_licence_and_a_version():
    versions = (VENDOR / "VERSIONS").read_text(encoding="utf-8")
    for folder in (path for path in VENDOR.iterdir() if path.is_dir()):
        assert (folder / "LICENSE").stat().st_size > 500
        assert re.search(rf"^{folder.name} .*\d+\.\d+\.\d+", versions, re.MULTILINE)


@pytest.mark.parametrize("sheet", sorted((WEB / "static" / "styrhus").glob("*.css")), ids=lambda path: path.name)
def test_style_sheets_fetch_nothing_from_elsewhere_and_only_what_exists(sheet):
    for address in re.findall(r'url\("?([^")]+)"?\)', sheet.read_text(encoding="utf-8")):
        assert not address.startswith(("http", "//"))
        assert (sheet.parent / address).exists()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_icon_that_is_used_exists(template):
    sprite = (VENDOR / "lucide" / "icons.svg").read_text(encoding="utf-8")
    for name in re.findall(r'{% icon "([\w-]+)" %}', template.read_text(encoding="utf-8")):
        assert f'id="{name}"' in sprite
