"""Prints how many pages a plan has in PDF: `python -m benchmarks.subjects.pages published`."""

import sys
from io import BytesIO

import pikepdf

from benchmarks.subjects import plans
from benchmarks.subjects.documents import KIND, REPORT, made


def pages(name: str) -> int:
    """The pages of the plan that the function of this name in `plans` gives."""
    kind = REPORT if name == "report" else KIND
    with pikepdf.open(BytesIO(made(getattr(plans, name)(), "pdf", kind))) as file:
        return len(file.pages)


if __name__ == "__main__":
    print(pages(sys.argv[1]))
