"""What stands on the first page of a report."""

from collections.abc import Callable
from dataclasses import dataclass

from styrhus.paper.blocks import Facts
from styrhus.reports.setting import Setting


@dataclass(frozen=True)
class Front:
    """What stands on the first page of a report: plans have their own title, facts and decision."""

    title: Callable[[Setting], str]
    facts: Callable[[Setting], Facts]
    status: Callable[[Setting], str]
    date: Callable[[Setting], str]
