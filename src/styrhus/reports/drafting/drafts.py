"""The drafted texts of a report, one section for each chapter that the data has something to say in."""

from collections.abc import Callable, Iterable

from styrhus.dossier.document import Part, Section
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.labels import PART_LABELS
from styrhus.reports.drafting import ahead, deviations, forecasts, overall
from styrhus.reports.drafting.ground import Ground, joined
from styrhus.reports.setting import Setting

Sentences = Callable[[Ground], Iterable[str]]


def _summary(ground: Ground) -> Iterable[str]:
    yield joined((overall.result(ground), overall.cost_types(ground)))
    yield joined((forecasts.forecast(ground), forecasts.changed(ground), forecasts.against_frame(ground)))
    yield deviations.deviations(ground)
    yield joined((ahead.savings(ground), overall.caveats(ground)))


def _result(ground: Ground) -> Iterable[str]:
    yield overall.season(ground)


def _forecast(ground: Ground) -> Iterable[str]:
    yield forecasts.entered(ground)


def _staff(ground: Ground) -> Iterable[str]:
    yield ahead.staff(ground)


def _outlook(ground: Ground) -> Iterable[str]:
    yield joined((forecasts.forecast(ground), forecasts.against_frame(ground)))
    yield ahead.next_year(ground)


DRAFTED: dict[Part, Sentences] = {
    Part.SUMMARY: _summary,
    Part.RESULT: _result,
    Part.FORECAST: _forecast,
    Part.STAFF: _staff,
    Part.OUTLOOK: _outlook,
}
"""The chapters that have a draft; the others are tables alone until somebody writes a text."""


def drafted(dossier: Dossier, kind: str, month: int, *, language: str, parts: Iterable[Part]) -> tuple[Section, ...]:
    """The drafts of a kind of report for a month, in the order of DRAFTED; none for a chapter with nothing to say."""
    ground = Ground(dossier, month, language)
    wanted = set(parts)
    found = (_section(ground, kind, part) for part in DRAFTED if part in wanted)
    return tuple(section for section in found if section is not None)


def drafts_of(kind: str, parts: frozenset[Part]) -> Callable[[Setting], tuple[Section, ...]]:
    """The drafts of a kind as its setting asks for them."""

    def drafts(setting: Setting) -> tuple[Section, ...]:
        if setting.month is None:
            return ()
        return drafted(setting.dossier, kind, setting.month, language=setting.language, parts=parts)

    return drafts


def _section(ground: Ground, kind: str, part: Part) -> Section | None:
    paragraphs = [text for text in DRAFTED[part](ground) if text]
    if not paragraphs:
        return None
    return Section(
        id=f"{kind}-{ground.period}-{part.value}", title=ground.say(PART_LABELS[part]), part=part,
        document=kind, period=ground.period, text="\n\n".join(paragraphs),
    )  # fmt: skip
