"""Which footnotes a text begins and which marks it holds."""

from styrhus.paper.readers.text import read
from styrhus.review.understanding.footnotes import marks, notes


def found(text: str) -> tuple[list[str], list[str]]:
    blocks = read(f"{text}\n".encode(), "not.txt").blocks
    return [mark.mark for mark in marks(blocks)], [note.mark for note in notes(blocks)]


def test_a_note_of_two_figures_holds_no_mark_of_its_own() -> None:
    assert found("¹⁰ Nivån anges inte för internt och externt var för sig.") == ([], ["¹⁰"])


def test_marks_of_one_and_two_figures_are_read_whole() -> None:
    assert found("Andelen¹⁰ är lägre än nivån¹.")[0] == ["¹⁰", "¹"]
    assert found("Andelen¹, ² är lägre.")[0] == ["¹", "²"]
