"""How many places the board's own streams have, one a line: where they are full, the rest is placed outside."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from styrhus.actions.change_capacities import change_capacities
from styrhus.store import read
from styrhus.web.pages.forecast.source import source_of
from styrhus.web.pages.grids.lines import Field, Kind, LineTable, allowed, edit_lines


def capacities(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """The form, for those who may change the places."""
    access = allowed(request, (board, year), "change_capacities")
    source = source_of(board, read.dossier(board, year))
    table = LineTable(
        part="capacities", write=change_capacities,
        fields=(
            Field("own", _("Own stream"), needed=True), Field("places", _("Places"), Kind.NUMBER, needed=True),
            Field("overflow", _("Stream of those without a place"), needed=True),
            Field("rule", _("Who was placed outside")), Field("note", _("Remark")),
        ),
        title=_("Places in own care"), caption=_("Places of the own streams"),
        hint=_("One line for each own stream with a limit. Who gets no place is counted in the other stream; write "
               "“stays” when they stay there, “returns” when they come back as soon as a place is free. Empty a line "
               "to take it away. Streams are written as group/type/provider."),
        below="forecast_record", below_word=_("Frozen forecasts"),
        groups=tuple(stream.key for stream in source.material.data.streams) if source else (),
        saved=_("The places are saved."),
    )  # fmt: skip
    return edit_lines(request, access, table)
