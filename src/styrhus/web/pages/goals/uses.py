"""Where an indicator is used: in which text sections, guarantees and noted contradictions."""

import re
from dataclasses import dataclass

from styrhus.dossier.document import Section
from styrhus.dossier.dossier import Dossier
from styrhus.finance.fact import Contradiction
from styrhus.plan.indicator import Indicator
from styrhus.plan.undertaking import ServiceGuarantee


@dataclass(frozen=True)
class Uses:
    sections: tuple[Section, ...]
    guarantees: tuple[ServiceGuarantee, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.sections or self.guarantees or self.contradictions)


def uses(dossier: Dossier, indicator: Indicator) -> Uses:
    """What shows the indicator's figures or chart, alone or in the table of its goal, and what else names it."""
    naming = set(sections_naming(dossier, indicator))
    table = re.compile(rf"\{{\{{\s*block\s+indicators\s+{re.escape(indicator.goal)}\s*\}}\}}")
    addressed = re.compile(rf"(outcome|target)\.{re.escape(indicator.id)}(\.|$)")
    return Uses(
        tuple(section for section in dossier.sections if section in naming or table.search(section.text)),
        tuple(guarantee for guarantee in dossier.guarantees if guarantee.indicator == indicator.id),
        tuple(note for note in dossier.contradictions if any(addressed.match(ref) for ref in note.refs)),
    )


def sections_naming(dossier: Dossier, indicator: Indicator) -> tuple[Section, ...]:
    """The sections that name the indicator itself, and so cannot stand without it."""
    key = re.escape(indicator.id)
    named = re.compile(rf"\{{\{{\s*((outcome|target)\.{key}\.|block\s+chart\s+{key}\s*\}}\}})")
    return tuple(section for section in dossier.sections if named.search(section.text))
