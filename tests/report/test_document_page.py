from dataclasses import replace

import pytest

from lcsynth.document import parse_paper
from lcsynth.report import DocumentPage
from tests.report.conftest import PAPER

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


@pytest.fixture
def revised(whole):
    """A second version later: the text of 1.1 was edited because of T003, and 2.1 got a paragraph."""
    text = PAPER.replace("Een tekst.", "Een tekst in gewone woorden.")
    text = text.replace("Nog een tekst.", "Nog een tekst.\n\nOver taken die niemand op zich neemt.")
    decided = whole.decisions.copy()
    on = decided["theme_id"] == "T003"
    decided.loc[on, ["decision", "reason", "in_version"]] = ["adopted", "Lezers haakten af.", "v2"]
    return replace(whole, decisions=decided, later=(parse_paper(text, version="v2"),))


def test_the_paper_is_shown_whole_with_the_themes_beside_it_or_that_there_are_none(whole):
    text = DocumentPage(whole, "en").sections().text
    assert (
        "1.1 Omschrijving T003 Plain words 18 people · Researchers (12) and Practitioners (6) open Een tekst."
        in text
    )
    assert "2.1 Rollen No theme is linked to this section. Nog een tekst." in text


def test_the_latest_version_is_shown_with_what_was_said_about_the_one_before(revised):
    text = DocumentPage(revised, "nl").sections().text
    assert "Dit is versie v2." in text
    assert (
        "T003 Gewone woorden 18 deelnemers · Onderzoekers (12) en Praktijk (6) overgenomen Lezers haakten af."
        in text
    )
    assert "v2: aangepast (was § 1.1:1 in v1)" in text
    assert "v2: nieuw" in text


def test_what_changed_is_marked_word_by_word_with_the_decision_behind_it(revised):
    found = DocumentPage(revised, "nl").changed()
    assert "Tussen v1 en v2 zijn 2 alinea's veranderd." in found.text
    assert "<ins>" in found.markup
    edited, new = found.text.split("§ 2.1:2")
    assert "in gewone woorden." in edited
    assert "T003 Gewone woorden overgenomen Lezers haakten af." in edited
    assert "Achter deze verandering staat geen besluit" in new


def test_with_one_version_nothing_is_said_about_changes(whole):
    assert DocumentPage(whole, "nl").changed().markup == ""


def test_a_place_that_is_gone_is_counted_and_none_is_guessed(whole):
    shorter = PAPER[: PAPER.index("### 2.2")]
    text = DocumentPage(replace(whole, later=(parse_paper(shorter, version="v2"),)), "en").sections().text
    assert "70 statements are about places that this version does not have any more." in text
    assert "T001" not in text


def test_the_next_session_asks_what_is_open_and_tells_who_was_not_heard(whole):
    text = DocumentPage(whole, "nl").next_session().text
    assert (
        "Wat doet het paper met “Tijd en uren” (T001) bij § 2.2? 36 deelnemers zeiden daar iets over." in text
    )
    assert "Onderzoekers: nog niet gehoord over § 2.1." in text
    assert "niemand" in text


def test_where_everything_is_decided_no_question_is_open(whole):
    decided = whole.decisions.assign(decision="rejected")
    text = DocumentPage(replace(whole, decisions=decided), "en").next_session().text
    assert "No question is open" in text


def test_open_decisions_are_counted_and_listed_the_most_people_first(whole):
    text = DocumentPage(whole, "nl").decisions().text
    assert "Over 2 combinaties van thema en plaats" in text
    assert text.index("T001 Tijd en uren") < text.index("T003 Gewone woorden")


def test_themes_over_sessions_are_shown_from_the_second_session_on(whole, first):
    assert "chart-sessions" in DocumentPage(whole, "nl").themes().markup
    assert "chart-sessions" not in DocumentPage(replace(first, session=None), "nl").themes().markup
