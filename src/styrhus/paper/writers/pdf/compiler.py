"""Runs typst in this process, with our template and our fonts only."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock

import typst

from styrhus.paper.fonts.held import held

TEMPLATE = Path(__file__).with_name("plan.typ")
_ONE_AT_A_TIME = Lock()


class LayoutError(RuntimeError):
    """The layout engine refused the document or warned about it; the text is its own message."""


@cache
def _compiler() -> typst.Compiler:
    """One compiler for the life of the process: it keeps fonts and what did not change since last time."""
    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=held())


def compile_pdf(content: Mapping[str, object]) -> bytes:
    """PDF/UA-1 of `content` as plan.typ reads it; LayoutError on any error or warning."""
    inputs = {"document": json.dumps(content, ensure_ascii=False)}
    with _ONE_AT_A_TIME:
        try:
            made, warnings = _compiler().compile_with_warnings(
                format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0
            )
        except typst.TypstError as error:
            raise LayoutError("\n".join((error.message, *error.hints))) from error
    if warnings:
        raise LayoutError("\n".join(warning.message for warning in warnings))
    if not isinstance(made, bytes):
        raise LayoutError("the layout engine gave no single file")
    return made
