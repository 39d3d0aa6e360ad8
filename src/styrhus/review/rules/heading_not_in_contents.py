"""The list of contents and the headings do not agree."""

from collections.abc import Iterator

from styrhus.paper.reading import ReadTable
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.outline import UNCOUNTED, ContentsEntry, Heading, Outline, folded, numbered
from styrhus.review.understanding.spelling import near
from styrhus.review.understanding.wording import listed
from styrhus.values.finding import Confidence, Finding
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "heading-not-in-contents"
_MOST = 400
"""Longer lists are registers; to hold each line against each text of the document would take too long."""
_LONGEST = 200


def check(examined: Examined) -> Iterator[Finding]:
    outline = examined.outline
    if not 3 <= len(outline.contents) <= _MOST:
        return
    yield from _entries_without_heading(outline)
    yield from _chapters_not_listed(outline)
    if examined.reading.pages:
        yield from _wrong_pages(outline)


def _entries_without_heading(outline: Outline) -> Iterator[Finding]:
    texts = {folded(numbered(text)[1]) for text in _texts(outline)} | {folded(text) for text in _texts(outline)}
    absent = [e for e in outline.contents if not _is_in(folded(e.text), texts)]
    if len(absent) > len(outline.contents) / 3:
        return  # the contents belong to something else, or the headings were not understood
    for entry in absent:
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, entry.place,
            msg("The list of contents has {name}, but no such heading is in the document.", name=f"”{entry.text}”"),
            msg("Put the section in, or update the list of contents."),
        )  # fmt: skip


def _is_in(name: str, texts: set[str]) -> bool:
    if not name or name in texts:
        return True
    return any(
        (len(name) >= 12 and text.startswith(name)) or (len(text) >= 12 and name.startswith(text)) or near(name, text)
        for text in texts
    )


def _texts(outline: Outline) -> Iterator[str]:
    """Everything that may be a heading, also where it was not understood as one."""
    for block in outline.blocks:
        if isinstance(block, ReadTable):
            yield block.caption
            yield from (cell.text for row in block.rows[:2] for cell in row.cells[:2] if len(cell.text) <= _LONGEST)
        elif block.kind not in UNCOUNTED:
            yield block.text[:_LONGEST]


def _chapters_not_listed(outline: Outline) -> Iterator[Finding]:
    names = {folded(entry.text) for entry in outline.contents}
    matched = [h for h in outline.headings if _is_in(folded(h.text), names)]
    if len(matched) < 3:
        return
    top = min(heading.level for heading in matched)
    first, last = matched[0].index, matched[-1].index
    missing = [
        heading for heading in outline.headings
        if heading.level <= top and first < heading.index and not _is_in(folded(heading.text), names)
        and (heading.declared or heading.number) and (heading.index < last or heading.declared)
    ]  # fmt: skip
    if missing and len(missing) <= len(matched) / 2:
        yield Finding(
            ID, Severity.WARNING, Confidence.LIKELY, missing[0].place,
            msg("{count} chapters are not in the list of contents: {names}.",
                count=len(missing), names=listed([heading.text for heading in missing])),
            msg("Update the list of contents."),
            related=tuple(heading.place for heading in missing[1:]),
        )  # fmt: skip


def _wrong_pages(outline: Outline) -> Iterator[Finding]:
    """Page numbers that are off by another number of pages than the rest are."""
    places = {folded(heading.text): heading for heading in reversed(outline.headings)}
    pages = {(folded(heading.text), heading.place.page or 0) for heading in outline.headings}
    pairs = [
        (e, h) for e in outline.contents if e.page is not None and (h := places.get(folded(e.text))) and h.place.page
    ]
    offsets = [(h.place.page or 0) - (e.page or 0) for e, h in pairs]
    if len(offsets) < 4:
        return
    usual = max(set(offsets), key=offsets.count)
    wrong = [(e, h) for e, h in pairs if (folded(e.text), (e.page or 0) + usual) not in pages]
    if wrong and offsets.count(usual) >= 3 * len(wrong):
        yield _wrong_page(wrong, usual)


def _wrong_page(wrong: list[tuple[ContentsEntry, Heading]], usual: int) -> Finding:
    entry, heading = wrong[0]
    return Finding(
        ID, Severity.NOTE, Confidence.LIKELY, entry.place,
        msg("The list of contents gives page {stated} for {name}, which stands on page {page}.",
            stated=entry.page, name=f"”{entry.text}”", page=(heading.place.page or 0) - usual),
        msg("Update the list of contents."),
        related=tuple(e.place for e, _ in wrong[1:]),
    )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Contents and headings differ"),
    what=msg("The list of contents has an entry that is no heading, lacks a chapter, or gives another page."),
    why=msg("The list was not updated after the last change; a section that was promised may have been lost."),
    example=msg("“Appendix 1” in the list of contents of a document whose appendices begin with number 2."),
    check=check,
)  # fmt: skip
