"""Assignments with progress, sections of text, and the plan's own words."""

from datetime import date

import pytest

from styrhus.actions.add_progress import add_progress
from styrhus.actions.change_assignment import change_assignment
from styrhus.actions.change_section import change_section
from styrhus.actions.change_steering import change_steering
from styrhus.actions.create_assignment import create_assignment
from styrhus.actions.create_section import create_section
from styrhus.actions.remove_assignment import remove_assignment
from styrhus.actions.remove_section import remove_section
from styrhus.plan.assignment import AssignmentStatus
from styrhus.store import read
from styrhus.values.problem import ProblemsError

NEW = {"title": "Utred jouren", "kind": "inquiry", "origin": "Nämnden", "decided_by": "nämnd"}


def test_an_assignment_is_created_changed_and_removed(plan, editor):
    created = create_assignment(*plan, NEW, by=editor)
    version = read.versions(*plan, "assignments")[created.id]
    changed = change_assignment(*plan, created.id, {"deadline": date(2023, 12, 1)}, version=version, by=editor)
    assert read.dossier(*plan).assignment_by_id["utred-jouren"] == changed
    version = read.versions(*plan, "assignments")[created.id]
    remove_assignment(*plan, created.id, version=version, by=editor)
    assert "utred-jouren" not in read.dossier(*plan).assignment_by_id


def test_a_removed_assignment_takes_its_notes_along(plan, editor):
    remove_assignment(*plan, "kartlagg", version=1, by=editor)
    assert read.dossier(*plan).progress == ()


def test_progress_adds_a_note_and_may_set_the_status(plan, editor):
    add_progress(*plan, "kartlagg", "Klart", day=date(2023, 9, 1), status=AssignmentStatus.DONE, version=1, by=editor)
    found = read.dossier(*plan)
    assert found.progress[-1].text == "Klart"
    assert found.assignment_by_id["kartlagg"].status is AssignmentStatus.DONE
    with pytest.raises(ProblemsError):
        add_progress(*plan, "hallbar", "  ", version=1, by=editor)


def test_a_note_alone_is_no_new_version_of_the_assignment(plan, editor):
    add_progress(*plan, "kartlagg", "En", version=1, by=editor)
    add_progress(*plan, "kartlagg", "Två", version=1, by=editor)
    assert [note.text for note in read.dossier(*plan).progress[-2:]] == ["En", "Två"]


def test_a_section_keeps_its_text_to_the_letter(plan, editor):
    text = "  Indrag.\n\nFler [länkar](https://example.se).\n"
    created = create_section(*plan, {"title": "Nytt", "part": "economy", "text": text}, by=editor, after="inledning")
    assert [section.id for section in read.dossier(*plan).sections] == ["inledning", created.id, "ekonomi"]
    assert read.dossier(*plan).sections[1].text == text
    remove_section(*plan, created.id, version=read.versions(*plan, "sections")[created.id], by=editor)
    assert len(read.dossier(*plan).sections) == 2


@pytest.mark.parametrize("text", ["Ramen är {{ grant.1999 }}.", "{{ tabel.x }}", "{{ block table saknas }}"])
def test_a_live_figure_that_leads_nowhere_is_refused(plan, editor, text):
    with pytest.raises(ProblemsError):
        change_section(*plan, "ekonomi", {"text": text}, version=1, by=editor)
    assert read.dossier(*plan).sections[1].text == "Se tabell."


def test_vision_and_metadata_change_but_not_the_year(plan, editor):
    change_steering(*plan, steering={"vision": "Ny"}, plan={"title": "Ny titel", "year": 2030}, version=1, by=editor)
    found = read.dossier(*plan)
    assert (found.steering.vision, found.plan.title, found.plan.year) == ("Ny", "Ny titel", 2023)
    assert found.steering.levels


def test_a_level_in_use_cannot_be_taken_away(plan, editor):
    with pytest.raises(ProblemsError):
        change_steering(*plan, steering={"levels": ()}, version=1, by=editor)
