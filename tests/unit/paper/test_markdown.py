"""Markdown becomes blocks; figures, directives, lines and hostile content."""

from hypothesis import given
from hypothesis import strategies as st

from styrhus.paper.blocks import Align, Block, Heading, ListBlock, Note, Paragraph, Run, Runs, Table, plain
from styrhus.paper.markdown import read_markdown


def read(text: str, level: int = 1) -> tuple[Block, ...]:
    def inline(expression: str, line: int) -> Runs:
        return (Run(f"[{expression}@{line}]"),)

    def block(expression: str, line: int) -> tuple[Block, ...]:
        return (Heading(9, f"{expression}@{line}"),)

    return read_markdown(text, inline=inline, block=block, level=level)


def words(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return "".join(run.text for run in block.runs)


def test_headings_begin_at_the_level_asked_for():
    assert read("# A\n\n## B {{ x }}", level=2) == (Heading(2, "A"), Heading(3, "B [x@3]"))


def test_text_with_looks_and_a_figure_that_takes_the_look_around_it():
    assert read("Ramen är **{{ grant.2023 | mnkr 1 }}** *i år*.") == (
        Paragraph(
            (
                Run("Ramen är "),
                Run("[grant.2023 | mnkr 1@1]", strong=True),
                Run(" "),
                Run("i år", emphasis=True),
                Run("."),
            )
        ),
    )


def test_lines_are_those_of_the_source_whatever_stands_above():
    text = "Ett\nfyra\n\n- två {{ a }}\n  {{ block table t }}\n\n| x |\n|---|\n| {{ b }} |\n\n> {{ c }}"
    found = str(read(text))
    assert "[a@4]" in found
    assert "table t@5" in found
    assert "[b@9]" in found
    assert "[c@11]" in found


def test_a_directive_stands_on_a_line_of_its_own_even_inside_a_paragraph():
    before, placed, after = read("Före\n{{ block table grant | mnkr 1 }}\nefter")
    assert (words(before), placed, words(after)) == ("Före", Heading(9, "table grant | mnkr 1@2"), "efter")


def test_a_figure_alone_on_a_line_is_text_and_a_directive_within_text_is_left_to_be_refused():
    assert words(read("{{ grant.2023 }}")[0]) == "[grant.2023@1]"
    assert words(read("se {{ block table x }} här")[0]) == "se [block table x@1] här"


def test_an_expression_never_closed_is_handed_over_with_its_braces():
    assert words(read("Ramen är {{ grant.2023\nkr")[0]) == "Ramen är [{{ grant.2023@1] kr"


def test_signs_within_an_expression_mean_nothing_to_markdown():
    table = read("| a | b |\n|---|--:|\n| x | {{ a*b*c | mnkr 1 }} |")[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == ["x", "[a*b*c | mnkr 1@3]"]
    assert [column.align for column in table.columns] == [Align.LEFT, Align.RIGHT]


def test_braces_in_code_and_addresses_stay_as_written():
    assert words(read("`{{ a }}`")[0]) == "{{ a }}"
    assert words(read("```\n{{ block b }}\n```")[0]).strip() == "{{ block b }}"


def test_a_caption_stands_above_its_table():
    table = read("Tabell: Anslag, tkr\n\n| a |\n|---|\n| 1 |")[0]
    assert isinstance(table, Table)
    assert table.caption == "Anslag, tkr"
    assert len(read("Om tabell: inget\n\n| a |\n|---|\n| 1 |")) == 2


def test_lists_nest_and_tell_their_kind():
    found = read("1. ett\n2. två\n   - under\n\n     mer\n   - till\n3. tre")[0]
    inner = ListBlock(((Run("under\nmer"),), plain("till")))
    assert found == ListBlock((plain("ett"), plain("två"), plain("tre")), True, {1: inner})


def test_a_quotation_is_a_note_and_bold_alone_its_title():
    assert read("> **Om källan**\n>\n> Text") == (Note(plain("Text"), "Om källan"),)
    assert read("> **Viktigt**") == (Note((Run("Viktigt", strong=True),)),)


def test_only_known_links_lead_anywhere():
    found = read("[a](https://a.se) [b](mailto:x@y.se) [c](#d) [e](/etc) [f](file:///x) <http://g.se>")[0]
    assert isinstance(found, Paragraph)
    hrefs = [run.href for run in found.runs if run.href]
    assert hrefs == ["https://a.se", "mailto:x@y.se", "#d", "http://g.se"]
    assert words(found) == "a b c e [f](file:///x) http://g.se"


def test_javascript_is_no_link():
    assert all(run.href == "" for run in read("[j](javascript:alert(1))")[0].runs)  # type: ignore[union-attr]


def test_html_is_text():
    assert words(read("<script>alert(1)</script>")[0]) == "<script>alert(1)</script>"
    assert words(read("a <b onclick=x>b</b>")[0]) == "a <b onclick=x>b</b>"


def test_line_breaks_asked_for_are_kept():
    assert words(read("a  \nb\nc")[0]) == "a\nb c"


@given(st.text())
def test_any_text_can_be_read(text):
    read(text)


@given(st.lists(st.sampled_from(["{{ a }}", "text", "- punkt", "", "{{ block b }}", "> q", "| t |", "|---|", "{{ c"])))
def test_every_expression_is_seen_once_with_its_line(lines):
    seen: list[tuple[str, int]] = []

    def inline(expression: str, line: int) -> Runs:
        seen.append((expression, line))
        return (Run("x"),)

    def block(expression: str, line: int) -> tuple[Block, ...]:
        seen.append((f"block {expression}", line))
        return ()

    read_markdown("\n".join(lines), inline=inline, block=block)
    wanted = [
        (line.strip("{}").strip() if line.endswith("}}") else line, number)
        for number, line in enumerate(lines, 1)
        if "{{" in line
    ]
    assert sorted(seen) == sorted(wanted)
