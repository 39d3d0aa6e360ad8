"""The review of a plan folder, with what the plan itself has noted."""

from collections.abc import Collection
from pathlib import Path

from styrhus.dossier.folder import read_folder
from styrhus.review.dossier_reading import reading_of_dossier, ref_at
from styrhus.review.noted import with_noted
from styrhus.review.review import Review, review
from styrhus.values.problem import ProblemsError


def review_folder(folder: Path, *, allow: Collection[str] = (), language: str = "sv") -> Review:
    """Every rule but those in `allow` over the plan in a folder; ProblemsError when the folder cannot be read."""
    dossier, problems = read_folder(folder)
    if dossier is None:
        raise ProblemsError(problems)
    reading = reading_of_dossier(dossier, language=language, folder=folder).named(folder.resolve().name)
    found = review(reading, allow=allow)
    return with_noted(found, dossier.contradictions, lambda finding: ref_at(dossier, finding.place))
