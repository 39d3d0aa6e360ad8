"""Material goes out and comes back the same: as Parquet, and as the files of a plan folder."""

from datetime import date

import numpy as np
import pytest

from styrhus.caseload import of_folder, read_material
from styrhus.caseload.folder import write_caseload
from styrhus.caseload.kept import load_counts, load_population, load_spells, save
from tests.unit.caseload.files import HEAD, written

SPELLS = (
    f"{HEAD}\nb,Barn,institution,external,2023-01-10,2023-03-01,4500.25,day\n"
    "a,Unga,,own,2023-01-05,,20000,month\na,Unga,,own,2024-02-05,,,\nb,Barn,institution,external,2023-01-12,2023-01-15,,\n"
)
COUNTS = "month,group,provider,persons,price\n2023-01,Barn,own,5.5,1000\n2023-03,Barn,own,--,\n2023-03,Unga,,7,\n"
YEARS = "year,group,persons,cost\n2022,Barn,5,60000\n2023,Barn,6,\n"
PEOPLE = "year,age,persons\n2023,0-17,500\n2024,0-17,--\n2023,18+,900\n2024,18+,910\n"


def same(one, other):
    for name, value in vars(one).items():
        if isinstance(value, np.ndarray):
            np.testing.assert_array_equal(value, getattr(other, name), err_msg=name)
        else:
            assert value == getattr(other, name), name


def test_spells_as_parquet(tmp_path):
    told = read_material(written(tmp_path, SPELLS), as_of=date(2023, 12, 31)).told
    same(told, load_spells(save(told, tmp_path), told.as_of))


@pytest.mark.parametrize("text", [COUNTS, YEARS])
def test_counts_as_parquet(tmp_path, text):
    told = read_material(written(tmp_path, text)).told
    same(told, load_counts(save(told, tmp_path)))


def test_population_as_parquet(tmp_path):
    told = read_material(written(tmp_path, PEOPLE)).population
    same(told, load_population(save(told, tmp_path)))


@pytest.mark.parametrize("text", [SPELLS, COUNTS, YEARS])
def test_a_plan_folder(tmp_path, text):
    read = read_material(written(tmp_path, text), as_of=date(2023, 12, 31))
    people = read_material(written(tmp_path, PEOPLE)).population
    write_caseload(tmp_path / "plan", read.told, people, synthetic=True)
    back = of_folder(tmp_path / "plan")
    assert back.errors == ()
    same(read.told, back.told)
    same(read.material, back.material)
    same(people, back.population)


def test_a_folder_without_cases(tmp_path):
    assert of_folder(tmp_path) is None


@pytest.mark.parametrize("notes", ["as_of = 5", "as_of = ", 'synthetic = "yes"'])
def test_notes_that_cannot_be_read(tmp_path, notes):
    write_caseload(tmp_path, read_material(written(tmp_path, SPELLS)).told)
    (tmp_path / "caseload" / "caseload.toml").write_text(notes, encoding="utf-8")
    assert of_folder(tmp_path).errors[0].file == "caseload/caseload.toml"
