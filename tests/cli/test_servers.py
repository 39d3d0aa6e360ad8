"""`styrhus demo` and `serve`: built once, found at their address, and clear about a port that is taken."""

import json
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from tests.cli.running import ROOT, styrhus, surroundings


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as held:
        return held.getsockname()[1]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A demo that has been built."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    found = styrhus("demo", "--no-serve", "--data", folder)
    assert found.returncode == 0, found.stderr
    assert "demo-controller" in found.stdout
    assert "Örebro 2019" in found.stdout
    return folder


def started(command, data, port):
    """The server as a process, when it answers."""
    process = subprocess.Popen(
        [sys.executable, "-m", "styrhus", command, "--data", str(data), "--port", str(port)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT, env=surroundings(),
    )  # fmt: skip
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=5) as answer:
                assert json.load(answer) == {"status": "ok"}
                return process
        except OSError:
            assert process.poll() is None, process.stdout.read()
            time.sleep(0.1)
    raise AssertionError("the server never answered")


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_the_server_answers_says_where_it_is_and_ends_when_asked_to(data, command):
    port = free_port()
    process = started(command, data, port)
    process.terminate()
    said, _ = process.communicate(timeout=20)
    assert f"http://127.0.0.1:{port}/" in said
    assert "Traceback" not in said


def test_a_second_demo_builds_nothing_anew(data):
    found = styrhus("demo", "--no-serve", "--data", data)
    assert found.returncode == 0
    assert "Building" not in found.stdout


def test_a_port_that_is_taken_is_told_before_anything_is_done(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        found = styrhus("demo", "--data", tmp_path / "data", "--port", port)
    assert found.returncode == 2
    assert found.stderr == f"styrhus: Port {port} is taken; choose another with --port.\n"
    assert not (tmp_path / "data").exists()


def test_an_empty_installation_says_how_to_begin(tmp_path):
    process = started("serve", tmp_path / "data", port := free_port())
    process.terminate()
    said, _ = process.communicate(timeout=20)
    assert "styrhus import FOLDER" in said
    assert str(port) in said
