"""The rules: one file each, which names its Rule in RULE; the file is called after the rule."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from styrhus.review.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their ids."""
    modules = (import_module(module.name) for module in iter_modules(__path__, prefix=f"{__name__}."))
    found = (getattr(module, "RULE", None) for module in modules)
    return tuple(sorted((rule for rule in found if isinstance(rule, Rule)), key=lambda rule: rule.id))
