"""Change the steering model and the metadata of a plan."""

from collections.abc import Mapping

from styrhus.actions.draft import drafting
from styrhus.actions.validation import fields_of, validated
from styrhus.dossier.document import Plan
from styrhus.plan.steering import SteeringModel
from styrhus.store.models import User

_NOTHING: Mapping[str, object] = {}


def change_steering(
    board: str, year: int, *,
    steering: Mapping[str, object] = _NOTHING, plan: Mapping[str, object] = _NOTHING, version: int, by: User,
) -> None:  # fmt: skip
    """Store changed fields of the steering model (vision, mission, levels …) and of the plan (title, dates …).

    The year of a plan stays. `version` is `read.plan_version`. Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("change_steering", board, year, by) as draft:
        draft.require()
        draft.expect_plan(version)
        new_plan = validated(Plan, {**fields_of(draft.dossier.plan), **plan, "year": year})
        draft.put(steering=validated(SteeringModel, {**fields_of(draft.dossier.steering), **steering}), plan=new_plan)
