"""The components that pages share say what they must to those who do not see them."""

from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from styrhus.plan.status_word import StatusWord
from styrhus.values.figure import Figure, Source
from styrhus.values.problem import Problem
from styrhus.values.text import msg
from styrhus.values.unit import Unit
from styrhus.web.frame import PageFrame, Place

PLACE = Place("lund", "Nämnden", "Lund", 2023)


class Example(forms.Form):
    name = forms.CharField(label="Namn", help_text="Kort")
    note = forms.CharField(label="Not", required=False, widget=forms.Textarea)
    sure = forms.BooleanField(label="Säker")


def rendered(template, **context):
    page = type("Page", (), {"frame": PageFrame("Sida", place=PLACE)})
    return Template("{% load show %}" + template).render(Context({"page": page, **context}))


@pytest.mark.parametrize("word", StatusWord)
def test_a_status_is_shape_and_word(word):
    html = rendered("{% status word %}", word=word)
    assert word.label.render("sv") in html
    assert 'aria-hidden="true"' in html
    assert f"status--{word.value}" in html


def test_the_four_shapes_differ():
    shapes = {
        rendered("{% status word %}", word=word).split("</svg>")[0].split("aria-hidden")[1] for word in StatusWord
    }
    assert len(shapes) == 4


def test_a_figure_links_to_its_source_and_tells_it():
    figure = Figure(Decimal("1234"), Unit.TKR, source=Source("grant.2023", "EVP 2023"))
    html = rendered("{% figure f %}", f=figure).replace("\u00a0", " ")
    assert 'href="/lund/2023/figures/grant.2023/"' in html
    assert "1 234 tkr" in html
    assert "EVP 2023" in html


def test_a_missing_figure_shows_its_mark_and_no_link():
    html = rendered("{% figure f %}", f=Figure(None, Unit.TKR, source=Source("grant.2023"), mark=".."))
    assert ".." in html
    assert "<a" not in html


def test_a_field_in_error_is_tied_to_its_words():
    form = Example({"name": "", "note": ""})
    html = render_to_string("components/form.html", {"form": form, "action": "Spara"})
    assert 'id="id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'href="#id_name"' in html
    assert "(frivilligt)" in html


def test_a_problem_says_where_what_and_what_to_do():
    problem = Problem(msg("A required value is missing."), msg("Goals"), "outcomes.csv", 12, "value", "x<y")
    html = render_to_string("components/problems.html", {"problems": (problem,)})
    assert "outcomes.csv, rad 12, kolumnen value" in html
    assert "x&lt;y" in html


def test_a_changed_parameter_keeps_the_others(rf):
    request = rf.get("/lund/2023/goals/?status=reached&sort=name")
    html = rendered('{% address sort="year" status="" %}', request=request)
    assert html == "/lund/2023/goals/?sort=year"
