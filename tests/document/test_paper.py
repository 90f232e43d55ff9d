"""The paper read from Markdown: sections with numbers, paragraphs with anchors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.document import parse_paper, read_paper
from lcsynth.errors import DataError


def outline(markdown):
    return [(section.number, section.title) for section in parse_paper(markdown, version="v1").sections]


def paragraphs(markdown, number="1"):
    found = parse_paper(markdown, version="v1").section(number)
    return [(paragraph.anchor, paragraph.text) for paragraph in found.paragraphs]


def test_the_heading_of_level_1_is_the_title_and_the_others_are_sections():
    paper = parse_paper("# Samen leren\n\nVooraf.\n\n## 1 Begin\n\n### 1.1 Rollen\n", version="v2")
    assert (paper.version, paper.title) == ("v2", "Samen leren")
    assert [(section.number, section.title, section.level) for section in paper.sections] == [
        ("0", "", 2),
        ("1", "Begin", 2),
        ("1.1", "Rollen", 3),
    ]


def test_a_section_is_found_by_its_number():
    paper = parse_paper("## 1 Een\n## 2 Twee\n", version="v1")
    assert paper.section("2").title == "Twee"
    assert paper.section("3") is None


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("2.1 Rollen", "2.1", "Rollen"),
        ("2.1. Rollen", "2.1", "Rollen"),
        ("2) Rollen", "2", "Rollen"),
        ("2: Rollen", "2", "Rollen"),
        ("Hoofdstuk 2 Rollen", "2", "Rollen"),
        ("Chapter 2: Roles", "2", "Roles"),
        ("§ 2.1 Rollen", "2.1", "Rollen"),
        ("10.12 Rollen", "10.12", "Rollen"),
        ("2", "2", ""),
        ("2022 in beeld", "1", "2022 in beeld"),
        ("21e eeuw", "1", "21e eeuw"),
        ("Rollen 2.1", "1", "Rollen 2.1"),
    ],
)
def test_a_heading_has_the_number_it_begins_with(heading, number, title):
    assert outline(f"## {heading}\n") == [(number, title)]


def test_headings_without_numbers_are_numbered_by_their_place():
    markdown = "# T\n## A\n### B\n### C\n## D\n### E\n#### F\n"
    assert outline(markdown) == [
        ("1", "A"),
        ("1.1", "B"),
        ("1.2", "C"),
        ("2", "D"),
        ("2.1", "E"),
        ("2.1.1", "F"),
    ]


def test_a_level_that_is_skipped_gives_no_number_twice():
    assert outline("## A\n#### B\n### C\n## D\n") == [("1", "A"), ("1.1", "B"), ("1.2", "C"), ("2", "D")]


def test_a_heading_without_a_number_between_numbered_ones_gets_a_letter():
    markdown = (
        "# T\n## Samenvatting\n## 1 Begin\n### 1.1 Rollen\n### Kader\n## 2 Eind\n## Literatuur\n### Boeken\n"
    )
    assert outline(markdown) == [
        ("A", "Samenvatting"),
        ("1", "Begin"),
        ("1.1", "Rollen"),
        ("1.A", "Kader"),
        ("2", "Eind"),
        ("B", "Literatuur"),
        ("B.A", "Boeken"),
    ]


def test_letters_go_on_after_z():
    markdown = "## 1 Een\n" + "## Bijlage\n" * 28
    assert [number for number, _ in outline(markdown)][-3:] == ["Z", "AA", "AB"]


def test_numbered_chapters_of_level_1_are_sections():
    markdown = "# 1 Begin\n\nTekst.\n\n## 1.1 Rollen\n\n# 2 Eind\n"
    assert parse_paper(markdown, version="v1").title == ""
    assert outline(markdown) == [("1", "Begin"), ("1.1", "Rollen"), ("2", "Eind")]


def test_one_numbered_heading_of_level_1_is_the_title():
    paper = parse_paper("# 10 jaar leren\n## 1 Begin\n", version="v1")
    assert (paper.title, len(paper.sections)) == ("10 jaar leren", 1)


def test_every_heading_of_level_1_after_the_title_has_a_number():
    assert outline("# T\n## A\n# Bijlage\n") == [("1", "A"), ("2", "Bijlage")]


def test_a_number_that_occurs_twice_is_refused_with_both_lines():
    with pytest.raises(
        DataError, match=r"v1\.md: Section 2\.1 occurs twice: “2\.1 A” on line 3 and “2\.1 B” on line 7\."
    ):
        parse_paper("# T\n\n## 2.1 A\n\ntekst\n\n## 2.1 B\n", version="v1", where="v1.md")


@pytest.mark.parametrize(
    "markdown", ["", "Alleen tekst.\n", "# Een titel\n\nTekst.\n", "> ## in een citaat\n"]
)
def test_a_paper_without_sections_is_refused(markdown):
    with pytest.raises(DataError, match="There is no section in it"):
        parse_paper(markdown, version="v1")


def test_paragraphs_lists_tables_and_quotes_each_have_an_anchor():
    markdown = """\
## 1 Begin

Eerste alinea
op twee regels.

- een
- twee

  met meer

1. tel

> citaat

| a | b |
|---|---|
| 1 | 2 |

```
code
```
"""
    assert paragraphs(markdown) == [
        ("1:1", "Eerste alinea\nop twee regels."),
        ("1:2", "- een\n- twee\n\n  met meer"),
        ("1:3", "1. tel"),
        ("1:4", "> citaat"),
        ("1:5", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("1:6", "```\ncode\n```"),
    ]


def test_what_nobody_can_remark_on_has_no_anchor():
    markdown = "## 1 Begin\n\n<!-- nog schrijven -->\n\nEen.\n\n---\n\nTwee.\n\n[x]: http://example.org\n"
    assert paragraphs(markdown) == [("1:1", "Een."), ("1:2", "Twee.")]


def test_a_mark_says_on_which_page_what_follows_stands():
    paper = parse_paper(
        "<!-- p. 1 -->\n# T\n\n## 1 A\n\nEen.\n\n<!-- pagina 2-3 -->\n\n- Twee\n- drie\n\nVier.\n\n## 2 B\n\n"
        "<!-- geen teken -->\n\nVijf.\n\n<!-- p. 9 -->\n\nZes.\n",
        version="v1",
    )
    pages = [one.pages for section in paper.sections for one in section.paragraphs]
    assert pages == [(1,), (2, 3), (3,), (3,), (9,)]
    unmarked = parse_paper("## 1 A\n\nEen.\n", version="v1")
    assert unmarked.sections[0].paragraphs[0].pages == ()


@pytest.mark.parametrize("title", ["# T\n\n", "T\n=\n\n", "<!-- eerst -->\n\n", ""])
def test_text_above_the_first_section_is_a_section_without_a_title(title):
    markdown = f"{title}*Vooraf.*\n\n- En dan.\n\n## Kort\n\n## 1 Begin\n\nEen.\n"
    assert outline(markdown) == [("0", ""), ("A", "Kort"), ("1", "Begin")]
    assert paragraphs(markdown, "0") == [("0:1", "*Vooraf.*"), ("0:2", "- En dan.")]
    assert paragraphs(markdown) == [("1:1", "Een.")]


def test_a_section_that_the_author_numbers_0_keeps_its_number():
    assert outline("# T\n\nVooraf.\n\n## 0 Nul\n\n## 1 Een\n") == [("00", ""), ("0", "Nul"), ("1", "Een")]


def test_a_summary_before_numbered_chapters_of_level_1_is_a_section():
    markdown = "# Samenvatting\n\nKort.\n\n# 1 Wat\n\nTekst.\n"
    assert parse_paper(markdown, version="v1").title == ""
    assert outline(markdown) == [("A", "Samenvatting"), ("1", "Wat")]
    assert paragraphs(markdown, "A") == [("A:1", "Kort.")]


def test_a_title_with_text_stays_the_title_above_an_appendix_of_level_1():
    markdown = "# Samen leren\n\nVooraf.\n\n## 1 Wat\n\n# Bijlage\n"
    assert parse_paper(markdown, version="v1").title == "Samen leren"
    assert outline(markdown) == [("0", ""), ("1", "Wat"), ("A", "Bijlage")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("heading", "title"), [("", "Voor: af"), ("# Samen\n\n", "Samen")])
def test_front_matter_is_no_text_and_gives_a_title_where_no_heading_does(heading, title, end):
    markdown = f'---\ntitle: "Voor: af"\nauthor: A\n---\n\n{heading}## 1 Begin\n\nEen.\n'.replace("\n", end)
    assert parse_paper(markdown, version="v1").title == title
    assert outline(markdown) == [("1", "Begin")]


def test_a_line_before_the_text_is_no_front_matter():
    assert paragraphs("---\n\nVooraf.\n\n---\n\n## 1 A\n", "0") == [("0:1", "Vooraf.")]


def test_front_matter_does_not_shift_the_lines_that_are_told():
    with pytest.raises(DataError, match=r"“1 A” on line 4 and “1 B” on line 6"):
        parse_paper("---\ntitle: X\n---\n## 1 A\n\n## 1 B\n", version="v1")


@pytest.mark.parametrize(
    ("heading", "written"), [("1.2. Rollen", "1.2. Rollen"), ("Kader", "Kader"), ("", "1")]
)
def test_a_heading_is_kept_as_it_is_written(heading, written):
    assert parse_paper(f"## {heading}\n", version="v1").sections[0].heading == written


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_a_soft_break_from_a_word_processor_does_not_shift_the_text(mark):
    assert paragraphs(f"## 1 Begin\n\nEerste{mark}regel.\n\nTwee.\n") == [
        ("1:1", f"Eerste{mark}regel."),
        ("1:2", "Twee."),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_line_ends_give_the_same_paragraphs(end):
    markdown = "## 1 Begin\n\nEen\nregel.\n\nTwee.\n"
    assert paragraphs(markdown.replace("\n", end)) == paragraphs(markdown)


def test_underlined_headings_are_sections_too():
    assert outline("Titel\n=====\n\n1 Begin\n-------\n") == [("1", "Begin")]


def test_a_paper_is_called_after_its_file(tmp_path):
    (tmp_path / "v3.md").write_text("\ufeff## 1 Begin\n", encoding="utf-8")
    assert read_paper(tmp_path / "v3.md").version == "v3"


def test_a_paper_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DataError, match=r"v9\.md: It cannot be read"):
        read_paper(tmp_path / "v9.md")


LINES = st.sampled_from(
    [
        "# T",
        "## 1 A",
        "## B",
        "### 1.1 C",
        "#### D",
        "##",
        "# 2 E",
        "tekst",
        "- punt",
        "> citaat",
        "---",
        "",
        "|a|",
        "```",
    ]
)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)))
def test_any_text_is_a_paper_with_every_place_once_or_is_refused(markdown):
    try:
        paper = parse_paper(markdown, version="v1", where="v1.md")
    except DataError:
        return
    numbers = [section.number for section in paper.sections]
    assert len(set(numbers)) == len(numbers)
    for section in paper.sections:
        assert section.number
        for place, paragraph in enumerate(section.paragraphs, start=1):
            assert paragraph.anchor == f"{section.number}:{place}"
            assert paragraph.text.strip()
