"""XML from files that nobody vouches for, element by element, so that no entity is expanded and no tree grows."""

from collections.abc import Iterator
from io import BytesIO
from typing import Literal

from lxml import etree

from styrhus.paper.readers.archive import damaged
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

Event = Literal["start", "end"]


def elements(content: bytes, name: str, *tags: str) -> Iterator[tuple[Event, "etree._Element"]]:
    """Start and end of every element whose local name is in `tags`; what has ended may be cleared by who asks.

    ProblemsError for XML that is not well-formed, nested too deeply (libxml2's own limit), or that declares a document
    type, which no office format does and entity bombs need.
    """
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:65536]:
        raise _declares_entities(name)
    try:
        yield from etree.iterparse(
            BytesIO(content), events=("start", "end"), tag=[f"{{*}}{tag}" for tag in tags],
            resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True,
        )  # fmt: skip
    except etree.XMLSyntaxError as error:
        raise damaged(name) from error


def forget(element: "etree._Element") -> None:
    """Let go of an element that has ended and of what stood before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: "etree._Element") -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _declares_entities(name: str) -> ProblemsError:
    problem = Problem(
        msg("The file declares XML entities, which no office program writes; it is not opened."),
        msg("Save it anew from the program it was written in."),
        name,
    )
    return ProblemsError((problem,))
