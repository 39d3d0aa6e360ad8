"""A moment asks once and forgets when it ends."""

from styrhus.store.moment import asked_once, one_moment


def counted():
    asked = []

    @asked_once
    def question(name, *, member=None):
        asked.append((name, member))
        return len(asked)

    return asked, question


def test_outside_of_a_moment_every_question_is_asked():
    asked, question = counted()
    assert [question("lund"), question("lund")] == [1, 2]
    assert len(asked) == 2


def test_in_a_moment_the_same_question_is_asked_once():
    asked, question = counted()
    with one_moment():
        assert [question("lund"), question("lund"), question("lund", member=1)] == [1, 1, 2]
    assert asked == [("lund", None), ("lund", 1)]


def test_the_next_moment_asks_anew():
    _, question = counted()
    with one_moment():
        first = question("lund")
    with one_moment():
        assert question("lund") == first + 1
