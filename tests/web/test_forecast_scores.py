"""A forecast frozen from placements, scored when the placements of later months come in."""

import random
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from styrhus.actions.import_caseload import import_caseload
from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.forecast.frozen import opened
from styrhus.store import read
from styrhus.store.role import Role
from styrhus.values.number import NO_BREAK_SPACE
from tests.people import member
from tests.store.plans import rich_plan

PLACE = ["lund", 2023]
HEAD = "person,group,type,provider,start,end,price,price_unit"


def spells(until: date) -> str:
    """Four persons a month since 2019 who stay half a year, as they are known on a day."""
    draw = random.Random(7)
    rows = []
    for month in range(54):
        for number in range(4):
            start = date(2019 + month // 12, month % 12 + 1, draw.randint(1, 28))
            end = start + timedelta(days=round(draw.expovariate(1 / 180)) + 1)
            if start <= until:
                left = end.isoformat() if end <= until else ""
                rows.append(f"p{month}-{number},Barn,institution,external,{start},{left},5000,day")
    return "\n".join([HEAD, *rows]) + "\n"


@pytest.fixture
def controller(db, tmp_path):
    import_plan(rich_plan(forecasts=(), capacities=(), saving_levers=()), by=operator())
    bring(tmp_path, date(2022, 12, 31))
    found = Client()
    found.force_login(member(Role.CONTROLLER))
    return found


def bring(folder, until):
    path = folder / f"{until}.csv"
    path.write_text(spells(until), encoding="utf-8")
    import_caseload("lund", path, by=operator(), as_of=until)


def shown(browser, name, *more):
    page = browser.get(reverse(name, args=[*PLACE, *more]))
    assert page.status_code == 200
    return page.content.decode().replace(NO_BREAK_SPACE, " ")


def test_what_was_said_is_held_against_what_came(controller, tmp_path):
    form = controller.get(reverse("forecast_freeze", args=PLACE)).context["page"].form
    sent = {"levers": "", "comment": "", "digest": form["digest"].value()}
    controller.post(reverse("forecast_freeze", args=PLACE), sent)
    (frozen,) = read.dossier(*PLACE).forecasts
    held = opened(frozen.content)
    assert held.past_months[-1] == "2022-12"
    assert "Ingen av prognosens månader har utfall ännu." in shown(controller, "forecast_frozen", frozen.id)

    bring(tmp_path, date(2023, 6, 30))
    page = shown(controller, "forecast_frozen", frozen.id)
    assert "Under 6 månader var prognosens fel" in page
    assert "De väntades kosta" in page
    assert "senaste värde" in page
    record = shown(controller, "forecast_record")
    assert "Under 6 månader var prognosens fel" in record
    assert frozen in read.dossier(*PLACE).forecasts
