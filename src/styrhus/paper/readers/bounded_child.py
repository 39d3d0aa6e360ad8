"""The process that reads one untrusted file: it limits itself, reads what stands on stdin, and answers on stdout."""

import gc
import os
import sys

READ, FAULTY, MEMORY, MUCH, BROKEN = b"R", b"P", b"M", b"L", b"E"
"""What an answer begins with: a reading, problems, too little memory, too much inside, a fault in a reader."""
NAME = "DOCUMENT_NAME"
"""The file's name comes in the environment, which other users cannot see as they can the arguments."""


def confine(memory: int, seconds: int) -> None:
    """Sets limits that this process cannot lift: bytes of address space, seconds of processor time, no file written.

    Systems without them (Windows) rely on the time limit of who started this process; macOS does not keep to the one
    on memory.
    """
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    for which, limit in (
        (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, 64),
    ):  # fmt: skip
        _, most = resource.getrlimit(which)
        held = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(which, (held, held))


def answer(characters: int, cells: int) -> bytes:
    """What the file on stdin holds, or why it cannot be read."""
    try:
        from styrhus.paper.readers import read_content  # noqa: PLC0415
        from styrhus.paper.readers.bounded_wire import packed, size  # noqa: PLC0415
        from styrhus.values.problem import ProblemsError  # noqa: PLC0415

        try:
            reading = read_content(sys.stdin.buffer.read(), os.environ.get(NAME, ""))
        except ProblemsError as error:
            return FAULTY + packed(error.problems)
        found = size(reading)
        return MUCH if found[0] > characters or found[1] > cells else READ + packed(reading)
    except (MemoryError, RecursionError):
        return MEMORY
    except Exception as error:
        # A fault of ours or of a library, met by a strange file: told by name, for whoever mends it.
        told = f"{type(error).__name__}: {error}"[:200]
        return MEMORY if "memory" in told.lower() else BROKEN + told.encode("utf-8", "replace")


def main() -> None:
    """`python -m styrhus.paper.readers.bounded_child MEMORY SECONDS CHARACTERS CELLS`."""
    gc.disable()  # The process ends before any garbage is worth looking for.
    memory, seconds, characters, cells = (int(argument) for argument in sys.argv[1:5])
    confine(memory, seconds)
    told = answer(characters, cells)
    sys.stdout.buffer.write(told)
    sys.stdout.buffer.flush()
    # Nothing is left to tidy up, and freeing a large document one object at a time takes a while.
    os._exit(0)


if __name__ == "__main__":
    main()
