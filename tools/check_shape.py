"""Fail on files, functions and names that leave the shape the code is meant to have."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("src", "tests", "tools", "benchmarks")
SUFFIXES = {".py", ".html", ".css", ".js", ".typ", ".sh"}
FILE_LINES = 400
FUNCTION_LINES = 60
POSITIONAL = 4
NAMELESS = {"utils", "util", "common", "helpers", "helper", "services", "managers"}
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E)\b")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def files() -> Iterator[Path]:
    """Every file of ours; what others wrote (vendor) and what Django writes (migrations) are free."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SUFFIXES and not {"vendor", "migrations", "__pycache__"} & set(path.parts):
                yield path


def faults(path: Path) -> Iterator[str]:
    """What is wrong with one file, as `file:line: what`."""
    where = path.relative_to(ROOT)
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    if len(lines) > FILE_LINES:
        yield f"{where}:1: {len(lines)} lines, at most {FILE_LINES}; split the file"
    if NAMELESS & {path.stem, path.parent.name}:
        yield f"{where}:1: the name says nothing; put the code beside its first user"
    for number, line in enumerate(lines, start=1):
        if UNFINISHED.search(line):
            yield f"{where}:{number}: unfinished work is not committed"
    if path.suffix == ".py":
        yield from function_faults(where, ast.parse(text))


def function_faults(where: Path, tree: ast.Module) -> Iterator[str]:
    """Functions that are too long, or take more by position than a reader can keep apart."""
    for node in ast.walk(tree):
        if not isinstance(node, Function):
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > FUNCTION_LINES:
            yield f"{where}:{node.lineno}: {node.name} has {length} lines, at most {FUNCTION_LINES}"
        names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
        count = len(names) - (names[:1] in (["self"], ["cls"]))
        if count > POSITIONAL and where.parts[0] != "tests":
            yield f"{where}:{node.lineno}: {node.name} takes {count} by position, at most {POSITIONAL}"


def main() -> int:
    """Print every fault; gives 1 when there is one."""
    found = [fault for path in files() for fault in faults(path)]
    print("\n".join(found) if found else "Shape: nothing to say.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
