"""Every message of the source has a Swedish translation that takes the same parameters."""

import pytest
from messages import (
    Message,
    catalogue,
    complaint,
    find,
    merge,
    messages,
    placeholders,
    python_messages,
    template_messages,
)


def test_every_message_has_a_swedish_translation():
    swedish = catalogue()
    complaints = [
        f"{message.file}: {message.singular!r}: {wrong}"
        for message in messages()
        if (wrong := complaint(message, find(swedish, message)))
    ]
    assert not complaints, "\n".join(complaints)


def test_python_messages_are_found_in_each_notation():
    code = '_("a"); ngettext("b", "bs", 2); t.pgettext("menu", "c"); msg("d" " {x}", x=msg("e")); _(variable)'
    found = sorted(python_messages(code, "f.py"))
    assert [(m.singular, m.plural, m.context) for m in found] == [
        ("a", "", ""),
        ("b", "bs", ""),
        ("c", "", "menu"),
        ("d {x}", "", ""),
        ("e", "", ""),
    ]


def test_an_f_string_is_refused_with_its_place():
    with pytest.raises(SystemExit, match=r"f\.py:2: an f-string"):
        list(python_messages('x = 1\n_(f"{x} goals")', "f.py"))


def test_template_messages_survive_indentation_and_quotes():
    template = """
      <p title="it's">{% translate "Goals" %} (</p>
    {% blocktranslate count n=goals %}one goal{% plural %}{{ n }} goals{% endblocktranslate %}
        {% translate "Order" context "sorting" %} {{ _("All")|lower }}
    """
    found = sorted(template_messages(template, "page.html"))
    assert [(m.singular, m.plural, m.context) for m in found] == [
        ("All", "", ""),
        ("Goals", "", ""),
        ("Order", "", "sorting"),
        ("one goal", "%(n)s goals", ""),
    ]


def test_merging_keeps_translations_and_drops_what_is_gone():
    old = merge([Message("kept"), Message("gone"), Message("one", "many")], catalogue_of())
    old.get("kept").string = "behållen"
    old.get("one").string = ("en", "många")
    new = merge([Message("kept"), Message("one", "many"), Message("fresh")], old)
    assert new.get("kept").string == "behållen"
    assert new.get("one").string == ("en", "många")
    assert new.get("fresh").string == ""
    assert new.get("gone") is None


@pytest.mark.parametrize(
    ("message", "translation", "wrong"),
    [
        (Message("{count} goals"), "{count} mål", ""),
        (Message("%(n)s goals"), "%(n)s mål", ""),
        (Message("one goal", "%(n)s goals"), ("ett mål", "%(n)s mål"), ""),
        (Message("{count} goals"), "{antal} mål", "placeholders differ: ['count'] in the message"),
        (Message("{count} goals"), "mål", "placeholders differ: ['count'] in the message"),
        (Message("one goal", "%(n)s goals"), ("ett mål", ""), "not translated"),
        (Message("goals"), "", "not translated"),
    ],
)
def test_a_translation_takes_the_parameters_of_its_message(message, translation, wrong):
    translations = catalogue_of()
    identity = (message.singular, message.plural) if message.plural else message.singular
    entry = translations.add(identity, translation)
    assert complaint(message, entry) == wrong


def test_doubled_braces_are_no_parameter():
    assert placeholders("{{ literal }} {name:>3} %(other)s 5 %%") == {"name", "other"}


def catalogue_of():
    """An empty catalogue."""
    return merge([], catalogue())
