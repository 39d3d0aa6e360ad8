"""A chapter: its heading, the text sections of its part first, then what the document itself adds."""

from collections.abc import Iterable, Sequence

from styrhus.dossier.document import Part, Section
from styrhus.dossier.labels import PART_LABELS
from styrhus.paper.blocks import Block, Heading
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import Text


def chapter(
    setting: Setting,
    part: Part,
    *,
    title: Text | None = None,
    sections: Sequence[Section] | None = None,
    opening: Iterable[Block] = (),
    content: Iterable[Block] = (),
) -> Blocks:
    """The whole chapter; nothing when there is neither text nor content.

    The chapter is called as its part unless it has a `title`. A section whose own title holds that one, or that
    is the only one, gives the chapter its heading and stands without a heading of its own.
    """
    title = title or PART_LABELS[part]
    texts = setting.sections_of(part) if sections is None else tuple(sections)
    first, rest = tuple(opening), tuple(content)
    if not (texts or first or rest):
        return ()
    leading = _leading(texts, title)
    heading = leading.title if leading else setting.say(title)
    blocks: list[Block] = [Heading(1, heading, part.value), *first]
    for section in texts:
        if section is not leading:
            blocks.append(Heading(2, section.title, f"text-{section.id}"))
        blocks += setting.prose(setting, section, 2 if section is leading else 3)
    return (*blocks, *rest)


def _leading(sections: Sequence[Section], title: Text) -> Section | None:
    """The section that is the chapter's own text. Plans are written in Swedish, so their titles are compared so."""
    if len(sections) == 1:
        return sections[0]
    wanted = title.render("sv").casefold()
    if sections and wanted in sections[0].title.casefold():
        return sections[0]
    return None
