"""The house holds the figures of each of the five boards, whose models differ."""

from dataclasses import replace
from decimal import Decimal

import pytest

from styrhus.dossier.dossier import Dossier
from styrhus.plan.status_word import StatusWord
from styrhus.reports.house import Wording, house
from tests.cases.example_folder import loaded

BOARDS = {
    "lund-2023": ("Kommunfullmäktiges mål", 4, 4, 712524, 37151),
    "lund-2020": ("Fokusområden", 4, 3, 600117, 24400),
    "orebro-2019": ("Strategiska områden", 4, 11, 518681, 9042),
    "helsingborg-2015": ("Perspektiv", 4, 10, 423163, 14463),
    "eskilstuna-2019": ("Verksamhetsprocesser", 4, 14, None, None),
}


@pytest.mark.parametrize("name", BOARDS)
def test_rooms_goals_and_frame_are_those_of_the_plan(name):
    floor, rooms, goals, frame, change = BOARDS[name]
    held = house(loaded(name))
    assert (held.floor, len(held.rooms), held.goals.goals) == (floor, rooms, goals)
    assert (held.economy.frame and held.economy.frame.value) == frame
    assert (held.economy.change and held.economy.change.value) == change


@pytest.mark.parametrize("name", BOARDS)
def test_every_indicator_stands_in_a_room_and_in_the_pillar(name):
    dossier = loaded(name)
    held = house(dossier)
    whole = [i for i in dossier.indicators if i.part_of is None]
    assert held.goals.indicators == len(whole) == sum(len(room.words) for room in held.rooms)


def test_the_bridge_of_the_economy_pillar_adds_up():
    pillar = house(loaded("lund-2023")).economy
    parts = [*pillar.steps, pillar.other, pillar.residual]
    assert sum((part.value for part in parts if part), Decimal(0)) == pillar.change.value
    assert pillar.falling.value == 5460


def test_a_plan_without_frame_shows_its_first_amounts_and_counts_its_needs():
    pillar = house(loaded("eskilstuna-2019")).economy
    assert pillar.frame is None
    assert [figure.label for figure in pillar.key_figures][:2] == ["Utfall januari–mars 2018", "Helårsprognos 2018"]
    assert pillar.needs == 7


def test_a_room_without_goals_says_so_and_is_not_counted_as_failed():
    held = house(loaded("lund-2023"))
    words = Wording(held, "en")
    empty = next(room for room in held.rooms if room.goal == "klimatneutralitet-2030")
    assert words.room(empty) == "4 Klimatneutralitet 2030: the board has no goal of its own here."
    assert (empty.reached, empty.judged) == (0, 0)


def test_assignments_are_split_by_when_they_fall_due():
    pillar = house(loaded("lund-2023")).quality
    assert pillar.assignments == 84
    assert pillar.due == 51
    assert pillar.done + pillar.later + pillar.undated == 33


def test_the_guarantee_is_told_with_its_limit():
    assert house(loaded("helsingborg-2015")).quality.guarantee_days == 14


def test_the_foundation_shows_persons_and_households_from_tables_and_indicators():
    volumes = {v.label: v for v in house(loaded("lund-2023")).volumes}
    households = next(v for label, v in volumes.items() if "hushåll" in label)
    assert (households.now.value, households.target.value) == (1068, 950)
    external = house(loaded("orebro-2019")).volumes[0]
    assert (external.now.value, external.before.value) == (413, 396)


def test_a_volume_without_period_has_no_empty_brackets():
    held = house(loaded("eskilstuna-2019"))
    said = Wording(held, "sv").volume(held.volumes[0]).replace("\u00a0", " ")
    assert said == "Folkbokförda 2017-12-31: 104 709 personer"


def test_a_frame_that_shrinks_is_said_to_be_less():
    held = house(loaded("lund-2023"))
    change = replace(held.economy.change, value=-held.economy.change.value)
    economy = replace(held.economy, change=change, percent=Decimal("-5.5"))
    said = Wording(replace(held, economy=economy), "en").economy(economy)[0]
    assert "37 151 tkr less than 2022 (−5.5 %)" in said.replace("\u00a0", " ")


def test_an_empty_plan_has_an_empty_house():
    dossier = loaded("lund-2023")
    bare = house(Dossier(board=dossier.board, plan=dossier.plan))
    assert (bare.rooms, bare.economy.frame, bare.goals.indicators, bare.quality.assignments) == ((), None, 0, 0)
    assert bare.volumes == ()


def test_statuses_keep_their_order():
    words = Wording(house(loaded("lund-2023")), "sv")
    assert [word for word, _, _ in words.goals()] == [
        StatusWord.REACHED, StatusWord.PARTLY, StatusWord.NOT_REACHED, StatusWord.NOT_JUDGED,
    ]  # fmt: skip


def test_before_the_year_has_outcomes_nothing_is_called_reached_nor_drawn_green_or_red():
    from styrhus.reports.house import draw

    held = house(loaded("lund-2023"))
    svg = draw(held, "sv")
    assert "uppnått" not in svg
    assert "på målnivån" in svg
    assert not {colour for colour in ("f-reached", "s-not_reached", "f-partly") if f'"{colour}"' in svg}


def test_with_outcomes_of_the_year_the_statuses_have_their_words_and_colours():
    from styrhus.plan.outcome import Outcome
    from styrhus.reports.house import draw

    dossier = loaded("lund-2023")
    outcome = Outcome(indicator="hushall-forsorjningsstod", period="2023", value=Decimal(940))
    known = dossier.model_copy(update={"outcomes": (*dossier.outcomes, outcome)})
    fresh = Dossier.model_validate({name: getattr(known, name) for name in Dossier.model_fields})
    svg = draw(house(fresh), "sv")
    assert "uppnått" in svg
    assert 'class="f-reached"' in svg
