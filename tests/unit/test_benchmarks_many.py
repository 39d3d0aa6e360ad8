"""The benchmarks of many boards and of the peer are given what they say."""

import csv

from benchmarks.peer.episodes import episodes, write
from benchmarks.subjects import many_boards
from styrhus.caseload import read_material
from styrhus.forecast.many import forecast_of


def test_the_peer_and_we_read_the_same_spells(tmp_path):
    theirs, ours = write(tmp_path, 300)
    found = read_material(ours).material
    assert found is not None
    told = [row for path in sorted(theirs.glob("*/episodes.csv")) for row in csv.DictReader(path.open())]
    assert len(found) == len(told) == 300
    assert sum(row["DEC"] == "" for row in told) == sum(end is None for *_, end in episodes(300))
    children = {row["CHILD"] for row in csv.DictReader((theirs / "header.csv").open())}
    assert {row["CHILD"] for row in told} == children
    assert len(set(found.person.tolist())) == len(children)


def test_municipalities_differ_in_size_and_are_always_the_same():
    first, again = many_boards.tasks(40, draws=64), many_boards.tasks(40, draws=64)
    sizes = [len(task.material) for task in first]
    assert sizes == [len(task.material) for task in again]
    assert max(sizes) > 5 * min(sizes)
    assert forecast_of(first[0]) == forecast_of(again[0])


def test_a_municipality_has_so_many_placed_as_it_was_asked_for():
    material = many_boards.spells(200, 1)
    there = (material.end > many_boards.AS_OF).sum()
    assert 150 < there < 250
