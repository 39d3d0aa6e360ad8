"""The accessibility check sees what it is meant to see."""

SOUND = '<!doctype html><html lang="sv"><title>Mål</title><main><h1>Mål</h1></main></html>'
FAULTY = SOUND.replace(' lang="sv"', "").replace("</main>", '<img src="data:,"></main>')


def test_a_sound_page_has_no_violations(page, axe):
    page.set_content(SOUND)
    assert axe(page) == []


def test_planted_faults_are_found(page, axe):
    page.set_content(FAULTY)
    assert {line.split(":")[0] for line in axe(page)} == {"html-has-lang", "image-alt"}


def test_what_lies_outside_the_landmarks_is_found(page, axe):
    page.set_content(SOUND.replace("</main>", "</main><p>Utanför</p>"))
    assert [line.split(":")[0] for line in axe(page)] == ["region"]
