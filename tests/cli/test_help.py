"""Help reads well, needs nothing heavy, and tells the exit codes."""

import subprocess
import sys

import pytest

from styrhus.cli import COMMANDS
from tests.cli.running import ROOT, styrhus, surroundings

HEAVY = ("django", "pydantic", "typst", "docx", "vl_convert", "markdown_it")


def test_help_lists_every_command_and_the_exit_codes():
    found = styrhus("--help")
    assert found.returncode == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in found.stdout] == []
    assert "1  there are problems in what was handed in" in found.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name):
    found = styrhus(name, "--help")
    assert found.returncode == 0
    assert found.stdout.startswith(f"Usage: styrhus {name} ")
    assert found.stderr == ""


@pytest.mark.parametrize("words", [("--help",), ("document", "--help"), ("serve", "--help")])
def test_help_imports_nothing_heavy(words):
    code = (
        "import sys; from styrhus.cli import cli; cli(sys.argv[1:], standalone_mode=False);"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True,
                           cwd=ROOT, env=surroundings())  # fmt: skip
    assert "LOADED []" in found.stdout


def test_a_wrong_command_is_wrong_use():
    found = styrhus("dokument")
    assert found.returncode == 2
    assert "No such command 'dokument'" in found.stderr


def test_version():
    assert styrhus("--version").stdout.startswith("styrhus, version ")
