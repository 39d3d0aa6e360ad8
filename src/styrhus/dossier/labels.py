"""What the parts of a plan are called for readers."""

from styrhus.dossier.document import Part
from styrhus.values.text import Text, msg

PART_LABELS: dict[Part, Text] = {
    Part.SUMMARY: msg("Summary"),
    Part.RESULT: msg("Outcome against budget"),
    Part.FORECAST: msg("Full-year forecast"),
    Part.VOLUMES: msg("Volumes"),
    Part.SAVINGS: msg("Savings"),
    Part.FRAME: msg("Frame and temporary money"),
    Part.EVENTS: msg("Important events"),
    Part.STAFF: msg("Staff"),
    Part.OUTLOOK: msg("What is expected ahead"),
    Part.STEERING: msg("Steering model"),
    Part.MISSION: msg("Basic mission"),
    Part.CONDITIONS: msg("Conditions"),
    Part.GOALS: msg("Goals and indicators"),
    Part.UNDERTAKINGS: msg("Undertakings and service guarantees"),
    Part.ASSIGNMENTS: msg("Assignments"),
    Part.ECONOMY: msg("Internal budget"),
    Part.NEEDS: msg("Funding requests"),
    Part.INVESTMENT: msg("Investments"),
    Part.APPENDIX: msg("Appendix"),
}
