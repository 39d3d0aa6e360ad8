"""Widgets drawn without templates are those that Django's templates draw."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from styrhus.web.forms.renderer import QuickRenderer

AWKWARD = "<b>\"Åäö\" & 'annat'</b>"
CHOICES = [("", "–"), ("a&b", AWKWARD), ("Grupp <1>", [("1", "Ett"), (2, mark_safe("<i>två</i>"))])]
WIDGETS = [
    forms.TextInput(attrs={"class": "wide", "autocomplete": "off", "data-<": AWKWARD}),
    forms.NumberInput(attrs={"min": 0, "step": 0.5}),
    forms.EmailInput(),
    forms.URLInput(),
    forms.PasswordInput(render_value=True),
    forms.HiddenInput(),
    forms.DateInput(attrs={"type": "date"}),
    forms.CheckboxInput(attrs={"checked": True, "disabled": False}),
    forms.Textarea(attrs={"rows": 4}),
    forms.Select(choices=CHOICES, attrs={"required": True}),
    forms.SelectMultiple(choices=CHOICES),
    forms.CheckboxSelectMultiple(choices=CHOICES),
    forms.RadioSelect(choices=CHOICES),
    forms.ClearableFileInput(),
]


@pytest.mark.parametrize("widget", WIDGETS, ids=lambda widget: type(widget).__name__)
@pytest.mark.parametrize("value", [None, "", AWKWARD, "a&b", "2", 1234.5, True, mark_safe("<i>säker</i>")])
def test_a_widget_is_drawn_as_by_the_templates(widget, value):
    given = {"name": "fält", "value": value, "attrs": {"id": "id_fält", "aria-invalid": "true"}}
    assert widget.render(**given, renderer=QuickRenderer()) == widget.render(**given, renderer=DjangoTemplates())
