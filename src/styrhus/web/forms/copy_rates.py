"""The form of a copy: what it is called, the rates by cost type, and one-off items."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as say_now
from django.utils.translation import gettext_lazy as _

from styrhus.dossier.dossier import Dossier
from styrhus.finance.budget.indexation import Rates
from styrhus.finance.budget.version import BudgetLine, VersionKind
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.labels import label
from styrhus.web.forms.fields import NumberField, named_choices
from styrhus.web.frame import say

RATED = tuple(kind for kind in CostType if kind.is_net_cost)
ONE_OFFS = 3


class CopyForm(forms.Form):
    """Rates in percent; an empty one is no change. One-off items get the new year as their last one."""

    name = forms.CharField(label=_("Name"))
    kind = forms.ChoiceField(label=_("Kind"))
    year = forms.IntegerField(label=_("Year"), min_value=1990, max_value=2200)
    overhead_from = NumberField(label=_("Payroll overhead before, %"), required=False)
    overhead_to = NumberField(label=_("Payroll overhead after, %"), required=False)

    def __init__(self, data: Any = None, *, dossier: Dossier, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        kinds = [
            (kind.value, say(label(kind)).capitalize()) for kind in VersionKind if kind is not VersionKind.SUPPLEMENTARY
        ]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        units = named_choices([(unit.id, unit.name) for unit in dossier.organisation])
        for kind in RATED:
            self.fields[f"price-{kind.value}"] = NumberField(label=self._heading(kind), required=False)
            named = say_now("Demography, %(kind)s, %%") % {"kind": say(label(kind))}
            self.fields[f"demography-{kind.value}"] = NumberField(label=named, required=False)
        for place in range(ONE_OFFS):
            self.fields[f"one-{place}-label"] = forms.CharField(label=say_now("One-off item"), required=False)
            self.fields[f"one-{place}-unit"] = forms.ChoiceField(label=say_now("Unit"), choices=units, required=False)
            kinds = named_choices([(kind.value, say(label(kind))) for kind in RATED])
            self.fields[f"one-{place}-cost_type"] = forms.ChoiceField(
                label=say_now("Cost type"), choices=kinds, required=False
            )
            self.fields[f"one-{place}-amount"] = NumberField(label=say_now("Amount, kr"), required=False)

    def _heading(self, kind: CostType) -> str:
        word = say_now("Wage, %(kind)s, %%") if kind is CostType.STAFF else say_now("Price, %(kind)s, %%")
        return word % {"kind": say(label(kind))}

    def clean(self) -> dict[str, Any]:
        """Overhead before and after belong together; a one-off item is told with unit, cost type and amount."""
        found: dict[str, Any] = super().clean() or {}
        if (found.get("overhead_from") is None) != (found.get("overhead_to") is None):
            self.add_error("overhead_to", say_now("Give the payroll overhead both before and after, or neither."))
        for place in range(ONE_OFFS):
            names = [f"one-{place}-{name}" for name in ("unit", "cost_type", "amount")]
            given = [found.get(name) not in (None, "") for name in names]
            if (any(given) or found.get(f"one-{place}-label")) and not all(given):
                self.add_error(names[given.index(False)], say_now("A one-off item needs unit, cost type and amount."))
        return found

    @property
    def about(self) -> tuple[forms.BoundField, ...]:
        """The fields about the copy itself."""
        return tuple(self[name] for name in ("name", "kind", "year"))

    @property
    def overhead(self) -> tuple[forms.BoundField, ...]:
        return self["overhead_from"], self["overhead_to"]

    @property
    def rate_rows(self) -> Iterator[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each cost type with its two rates."""
        for kind in RATED:
            yield say(label(kind)), self[f"price-{kind.value}"], self[f"demography-{kind.value}"]

    @property
    def one_off_rows(self) -> Iterator[tuple[forms.BoundField, ...]]:
        for place in range(ONE_OFFS):
            yield tuple(self[f"one-{place}-{name}"] for name in ("label", "unit", "cost_type", "amount"))

    def values(self, base: str | None) -> dict[str, Any]:
        """The fields of the new version."""
        held = {name: self.cleaned_data[name] for name in ("name", "kind", "year")}
        return {**held, "based_on": base}

    def rates(self) -> Rates:
        """The rates that were given."""
        return Rates(
            self._given("price"), self._given("demography"), self.cleaned_data.get("overhead_from"),
            self.cleaned_data.get("overhead_to"),
        )  # fmt: skip

    def _given(self, name: str) -> dict[CostType, Decimal]:
        held = {kind: self.cleaned_data.get(f"{name}-{kind.value}") for kind in RATED}
        return {kind: rate for kind, rate in held.items() if rate is not None}

    def one_off(self) -> list[dict[str, Any]]:
        """The one-off items as fields of budget lines, temporary in the new year."""
        rows = []
        for place in range(ONE_OFFS):
            names = ("label", "unit", "cost_type", "amount")
            row = {name: self.cleaned_data.get(f"one-{place}-{name}") for name in names}
            if row["amount"] is not None:
                rows.append({**row, "last_year": self.cleaned_data["year"]})
        return rows

    def one_off_lines(self, budget: str) -> list[BudgetLine]:
        """The one-off items as lines, to be looked at."""
        return [
            BudgetLine.model_validate({**row, "id": f"one-off-{place}", "budget": budget})
            for place, row in enumerate(self.one_off())
        ]
