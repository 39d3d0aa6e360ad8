"""Puts the example boards into an installed package, where `styrhus demo` looks for them.

Only into what is installed for use: a checkout that is installed for development reads `examples/` itself, so
that nobody edits one copy and runs another.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc]
    """Called by the builder; `standard` is a wheel for use, `editable` one for development."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            build_data["force_include"]["examples"] = "styrhus/examples"
