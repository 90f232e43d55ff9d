from dataclasses import replace

import pytest

from lcsynth.report import DocumentPage

SECTIONS = [
    "header",
    "sessions",
    "themes",
    "paper",
    "sections",
    "decisions",
    "single_voices",
    "left_out",
    "method",
    "passport",
]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_section_can_be_made_with_and_without_data_and_paper(whole, nobody, language):
    for synthesis in (
        whole,
        replace(nobody, session=None),
        replace(whole, paper=None, links=whole.links.head(0)),
    ):
        page = DocumentPage(synthesis, language)
        assert all(getattr(page, name)().markup for name in SECTIONS)


def test_the_header_counts_all_sessions_and_names_the_paper(whole):
    text = DocumentPage(whole, "en").header().text
    assert "Samen leren" in text
    assert "2 sessions" in text
    assert "17 May 2022" in text
    assert "21 June 2022" in text


def test_sessions_are_listed_in_order_of_date_with_their_contributions(whole):
    text = DocumentPage(whole, "nl").sessions().text
    assert text.index("17 mei 2022 Eerste sessie") < text.index("21 juni 2022 Tweede sessie")


def test_a_section_of_the_paper_names_the_themes_that_touch_it_or_says_there_are_none(whole):
    text = DocumentPage(whole, "en").sections().text
    assert "1.1 Omschrijving T003 Plain words 18 people, 18 statements" in text
    assert "2.1 Rollen No theme is linked to this section." in text
    assert "1 Wat het is 1.1" in text


def test_open_decisions_are_counted_and_listed_the_most_people_first(whole):
    text = DocumentPage(whole, "nl").decisions().text
    assert "Over 2 combinaties van thema en plaats" in text
    assert text.index("T001 Tijd en uren") < text.index("T003 Gewone woorden")


def test_themes_over_sessions_are_shown_from_the_second_session_on(whole, first):
    assert "chart-sessions" in DocumentPage(whole, "nl").themes().markup
    assert "chart-sessions" not in DocumentPage(replace(first, session=None), "nl").themes().markup
