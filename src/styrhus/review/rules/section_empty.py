"""A heading with nothing under it."""

from collections import defaultdict
from collections.abc import Iterator

from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.outline import Heading, Outline, folded
from styrhus.review.understanding.wording import listed
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import Text, msg

ID = "section-empty"
# Where more headings than this are empty, their levels are not to be relied on.
_FEW = 3
_A_SENTENCE = 40


def check(examined: Examined) -> Iterator[Finding]:
    outline = examined.outline
    pictures = [picture.place for picture in examined.reading.build.pictures]
    empty = [h for h in outline.headings if _is_empty(outline, h) and not _has_picture(outline, h, pictures)]
    groups: dict[str, list[Heading]] = defaultdict(list)
    for heading in empty:
        groups[folded(heading.text)].append(heading)
    sure = {name: held for name, held in groups.items() if len(groups) <= _FEW or _is_certain(outline, held[0])}
    for held in sure.values():
        yield _finding(held, Severity.WARNING, _message(held[0], len(held)))
    rest = [heading for name, held in groups.items() if name not in sure for heading in held]
    if rest:
        names = listed(list(dict.fromkeys(heading.text for heading in rest)))
        message = msg(
            "{count} headings are followed at once by another of their level: {names}.", count=len(rest), names=names
        )
        yield _finding(rest, Severity.NOTE, message)


def _finding(held: list[Heading], severity: Severity, message: Text) -> Finding:
    first = held[0]
    return Finding(
        ID, severity, Confidence.CERTAIN if first.declared and severity is not Severity.NOTE else Confidence.LIKELY,
        first.place, message,
        msg("Write the section, take the heading out, or lower the level of the headings that belong under it. A "
            "picture "
            "without text needs a sentence that says what it shows."),
        related=tuple(heading.place for heading in held[1:]),
    )  # fmt: skip


def _message(heading: Heading, count: int) -> Text:
    name = f"”{heading.text}”"
    if count == 1:
        return msg("Nothing stands under the heading {name}.", name=name)
    return msg("Nothing stands under the heading {name}, in {count} places.", name=name, count=count)


def _is_empty(outline: Outline, heading: Heading) -> bool:
    if outline.own(heading) or not _is_within(outline, heading):
        return False
    following = outline.following(heading)
    if following is None:
        return heading.declared or outline.listed(heading) is not None
    if following.level > heading.level:
        return False
    if following.number and heading.number:
        return not following.number.startswith(heading.number + ".")
    return heading.declared or bool(following.number) or _is_laid_out(heading) or _is_certain(outline, heading)


def _is_certain(outline: Outline, heading: Heading) -> bool:
    """Whether a section is empty whatever the levels are: a higher level follows, or a chapter of the contents on
    another page; one on the same page may open this one."""
    following = outline.following(heading)
    if following is None or (heading.number and following.number):
        return True
    if following.level < heading.level:
        return not heading.number
    here, there = outline.listed(heading), outline.listed(following)
    paged = any(entry.page is not None for entry in outline.contents)
    return here is not None and there is not None and paged and (here.page is None or here.page != there.page)


def _is_laid_out(heading: Heading) -> bool:
    """A PDF tells levels by the size of the letters."""
    return heading.place.page is not None and heading.place.line is None


def _is_within(outline: Outline, heading: Heading) -> bool:
    """Lines of a title page look like headings; a section comes after some text or a list of contents."""
    if heading.number:
        return True
    if heading.index < outline.first_listed:
        return False
    return heading.index > outline.first_text(1 if heading.declared else _A_SENTENCE)


def _has_picture(outline: Outline, heading: Heading, pictures: list[Place]) -> bool:
    """Whether a picture stands where the text would: by line between the headings, by page where lines are not told."""
    after = outline.following(heading)
    for place in pictures:
        if place.line is not None and heading.place.line is not None:
            end = after.place.line if after else None
            if heading.place.line <= place.line and (end is None or place.line <= end):
                return True
        elif place.page is not None and place.page == heading.place.page:
            return True
    return False


RULE = Rule(
    ID, Severity.WARNING, Confidence.CERTAIN,
    title=msg("Section without content"),
    what=msg("A heading is followed at once by another of the same or a higher level, or by the end of the document."),
    why=msg("Something was forgotten or lost; in a decided plan the reader cannot know what the board meant to say."),
    example=msg("“Organisation” followed at once by “Base mission”."),
    check=check,
)  # fmt: skip
