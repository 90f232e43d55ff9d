import re
from dataclasses import replace

import pandas as pd
import pytest

from lcsynth.errors import CallError, DataError
from lcsynth.ingest import reasons
from lcsynth.report import SessionPage, wording
from lcsynth.report.languages import catalogue

SECTIONS = [
    "header",
    "findings",
    "participation",
    "themes",
    "landscape",
    "comparison",
    "votes",
    "paper",
    "news",
    "saturation",
    "single_voices",
    "left_out",
    "method",
    "passport",
]


def whole_page(page):
    return "".join(getattr(page, name)().markup for name in SECTIONS)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_section_can_be_made_for_the_first_session_a_later_one_and_an_empty_one(
    first, second, nobody, language
):
    for synthesis in (first, second, nobody):
        assert whole_page(SessionPage(synthesis, language))


def test_the_header_says_what_the_session_was(first):
    text = SessionPage(first, "en").header().text
    for part in (
        "First session",
        "17 May 2022",
        "15:00–17:00",
        "Researchers and Practitioners",
        "online",
        "v1",
        "34 people",
    ):
        assert part in text


def test_an_illustrative_session_says_so_and_another_does_not(first, second):
    assert "Voorbeeldgegevens: verzonnen" in SessionPage(first, "nl").header().text
    assert "Voorbeeldgegevens" not in SessionPage(second, "nl").header().text


def test_a_card_gives_label_size_with_interval_stability_keywords_places_and_decision(second):
    text = SessionPage(second, "en").themes().text
    for part in (
        "T003",
        "Plain words",
        "18 of 36 people spoke about this: 50% (between 34% and 66% allowing for chance), in 18 statements.",
        "fragile",
        "woorden, academisch",
        "§ 1.1 Omschrijving",
        "open for 1 section",
    ):
        assert part in text


def test_themes_from_few_statements_are_called_indicative_with_those_of_before_counted(first, second):
    count = int(first.statements["content"].sum())
    assert f"no more than {count} statements" in SessionPage(first, "en").themes().text
    more = pd.concat([second.earlier_statements, *[second.statements] * 3], ignore_index=True)
    more["statement_id"] = [f"s{place}" for place in range(len(more))]
    assert "no more than" not in SessionPage(replace(second, earlier_statements=more), "en").themes().text


def test_a_quote_in_the_other_language_is_marked_and_one_in_the_own_language_is_not(second):
    markup = SessionPage(second, "nl").themes().markup
    assert re.search(r'<blockquote lang="en" dir="auto"><p>Nobody gets hours', markup)
    assert re.search(r'<blockquote dir="auto"><p>Er is te weinig tijd', markup)
    assert re.search(
        r"Nobody gets hours[^<]*</p></blockquote>\s*<figcaption>[^<]*<bdi>[^<]*</bdi> · in het Engels", markup
    )
    assert "in het Nederlands" not in markup


def test_every_quote_carries_the_id_of_its_statement(second):
    page = SessionPage(second, "nl")
    markup = page.themes().markup
    assert len(page.quotes)
    assert all(f'<span class="lc-id">{one}</span>' in markup for one in page.quotes["statement_id"])


def test_a_page_with_a_quote_that_is_not_verbatim_is_not_made(second):
    changed = second.contributions.assign(text=second.contributions["text"].str.upper())
    with pytest.raises(DataError, match="verbatim"):
        SessionPage(replace(second, contributions=changed), "nl")


def test_with_few_people_the_page_calls_itself_and_its_themes_indicative(first):
    few = first.contributions[first.contributions["contributor"].isin([f"P-{n:02d}" for n in range(1, 9)])]
    statements = first.statements[first.statements["contribution_id"].isin(few["contribution_id"])]
    assignments = first.assignments[first.assignments["statement_id"].isin(statements["statement_id"])]
    page = SessionPage(
        replace(first, contributions=few, statements=statements, assignments=assignments), "en"
    )
    assert "read the numbers as an indication" in page.header().text
    assert "indicative: too few people to tell" in page.themes().text


def test_groups_that_are_too_small_get_no_number(first):
    few = first.contributions["contributor"].isin(["P-01", "P-02"])
    audience = first.contributions["audience"].where(~few, "beleid")
    text = (
        SessionPage(replace(first, contributions=first.contributions.assign(audience=audience)), "en")
        .participation()
        .text
    )
    assert "beleid not shown not shown" in text
    assert "Groups of fewer than 5 people" in text


def test_what_is_new_is_told_by_theme_and_the_first_session_says_that_all_is_new(first, second):
    assert "everything in it is new" in SessionPage(first, "en").news().text
    text = SessionPage(second, "en").news().text
    assert "T003 Plain words new 18 0" in text
    assert "T002 Facilitation not heard this time 0 17" in text


def test_single_voices_are_listed_and_folded_when_they_are_many(second):
    section = SessionPage(second, "nl").single_voices().markup
    assert "Denk ook aan de studenten." in section
    assert "<details>" not in section
    loose = second.assignments.assign(theme_id="", how="single")
    folded = SessionPage(replace(second, assignments=loose), "nl").single_voices()
    assert "<details>" in folded.markup
    assert folded.markup.count("<blockquote") == len(second.statements)


def test_what_was_left_out_is_accounted_for_in_numbers_and_reasons(second):
    text = SessionPage(second, "en").left_out().text
    assert "Received: 59. Became a contribution: 55. Repeats by the same person: 1." in text
    assert "The entry holds more text than a remark may have 1" in text
    assert "3 reactions count as support." in text
    assert "masked" not in text


def test_statements_without_content_are_counted_once(second):
    bare = second.statements["statement_id"] == second.statements["statement_id"].iloc[0]
    aside = second.assignments["statement_id"] == second.statements["statement_id"].iloc[0]
    assignments = second.assignments.assign(
        theme_id=second.assignments["theme_id"].mask(aside, ""),
        how=second.assignments["how"].mask(aside, "set aside"),
    )
    changed = replace(second, statements=second.statements.assign(content=~bare), assignments=assignments)
    text = SessionPage(changed, "en").left_out().text
    assert "1 statement had no content" in text
    assert "set aside" not in text


def test_one_audience_is_compared_by_type_of_organisation(second):
    kinds = second.contributions["organisation_type"].replace("", "bedrijf")
    one = replace(
        second, contributions=second.contributions.assign(audience="praktijk", organisation_type=kinds)
    )
    section = SessionPage(one, "en").comparison()
    assert "Types of organisation" in section.text
    assert "Audiences" not in section.text
    assert "Vocational college" in section.text
    assert "the groups" in section.text


def test_the_synthesis_of_a_whole_workspace_has_no_session_report(whole):
    with pytest.raises(CallError, match="whole workspace"):
        SessionPage(whole, "nl").header()


def test_an_unknown_language_is_a_wrong_call(second):
    with pytest.raises(CallError, match="'de'"):
        SessionPage(second, "de")


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) {{ 7*7 }} "
    "{% raw %} </script>"
    " ${x} `a` **b** \u202emirror" + "w" * 10_000
)


def test_hostile_words_are_inert_text(second):
    markup = whole_page(SessionPage(second.saying(HOSTILE), "nl"))
    assert "<script>alert" not in markup
    assert "<img" not in markup
    assert 'href="javascript' not in markup
    assert "{{ 7*7 }}" in markup
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in markup


def test_hostile_labels_cannot_end_the_block_that_carries_a_chart(second):
    labels = second.themes.assign(label_nl="</script><script>alert(1)</script>")
    markup = whole_page(SessionPage(replace(second, themes=labels), "nl"))
    assert "<script>alert" not in markup
    assert markup.count("</script>") == markup.count("<script ")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_for_quarantine_is_told_in_the_language_of_the_page(language):
    told = [wording.reason(catalogue(language), kind) for kind in reasons.REASONS]
    assert len(set(told)) == len(reasons.REASONS)


def test_a_description_by_researchers_stands_on_the_card_in_its_own_language(second):
    themes = second.themes.assign(description_nl=["Over tijd.", "", ""])
    described = replace(second, themes=themes)
    assert "Over tijd." in SessionPage(described, "nl").themes().text
    assert "Over tijd." not in SessionPage(described, "en").themes().text


def test_what_people_hid_is_counted_and_not_shown_and_what_they_pinned_is_the_title_quote(second):
    from lcsynth.report.cards import cards

    before = SessionPage(second, "en")
    last = before.voices[before.voices["theme_id"] == "T001"]["statement_id"].iloc[-1]
    assignments = second.assignments.copy()
    assignments.loc[assignments["statement_id"] == last, "quote"] = "pinned"
    (card,) = [
        one
        for one in cards(SessionPage(replace(second, assignments=assignments), "en"), {})
        if one.theme_id == "T001"
    ]
    assert card.title_quote[0].statement_id == last
    assignments.loc[assignments["theme_id"] == "T001", "quote"] = "hidden"
    assignments.loc[assignments["theme_id"] == "", "quote"] = "hidden"
    page = SessionPage(replace(second, assignments=assignments), "en")
    assert page.overview["statements"].tolist() == before.overview["statements"].tolist()
    assert "T001" not in set(page.quotes["theme_id"])
    assert page.single.empty
    hidden = int((assignments["quote"] == "hidden").sum())
    assert f"{hidden} statements were hidden by the researchers" in page.left_out().text


def test_a_page_that_would_quote_what_people_hid_is_not_made(second, monkeypatch):
    from lcsynth.analysis import quotes

    hidden = replace(second, assignments=second.assignments.assign(quote="hidden"))
    monkeypatch.setattr(quotes, "UNQUOTED", ())
    with pytest.raises(DataError, match="was hidden by people"):
        SessionPage(hidden, "nl")


def test_the_method_says_when_the_model_came_from_a_public_hub(first):
    network = "embedder from a public hub: owner/model"
    fetched = replace(first, passport=first.passport | {"network": network})
    assert "nothing was sent anywhere" in SessionPage(first, "en").method().text
    told = SessionPage(fetched, "en").method().text
    assert "downloaded from a public hub" in told
    assert "no feedback was sent anywhere" in told
    assert "van een openbare verzameling op internet gehaald" in SessionPage(fetched, "nl").method().text
    assert network in SessionPage(fetched, "en").passport().text


def test_agreement_and_tension_are_shown_only_where_there_are_votes(second):
    assert SessionPage(second, "en").votes().text == ""
    votes = pd.DataFrame([(0, 0), (18, 2), (9, 8)] * 20, columns=["support", "opposition"])
    rows = votes.head(len(second.contributions))
    voted = second.contributions.assign(
        support=rows["support"].to_numpy(), opposition=rows["opposition"].to_numpy()
    )
    page = SessionPage(replace(second, contributions=voted), "en")
    text = page.votes().text
    for part in ("Most supported", "18 for, 2 against", "Where the votes divide", "9 for, 8 against"):
        assert part in text
    assert "Most opposed" not in text
    assert "remarks the votes divide" in page.findings().text
    liked = SessionPage(replace(second, contributions=voted.assign(opposition=0)), "nl").votes().text
    assert "Kreeg de meeste reacties" in liked
    assert "18 reacties" in liked


def test_what_has_been_heard_is_estimated_with_what_one_more_session_would_add(second):
    text = SessionPage(second, "en").saturation().text
    assert re.search(r"an estimated \d+% has been heard \(between \d+% and \d+%\)", text)
    assert re.search(
        r"One more session of the same size would likely add (about \d+ thing|nothing new)", text
    )


def test_the_map_leaves_out_what_people_hid_and_every_text_on_it_is_checked(second):
    page = SessionPage(second, "nl")
    first = second.positions["statement_id"].iloc[0]
    assert first in page.landscape().markup
    hidden = second.assignments.assign(
        quote=second.assignments["quote"].mask(second.assignments["statement_id"] == first, "hidden")
    )
    assert first not in SessionPage(replace(second, assignments=hidden), "nl").landscape().markup


def test_a_theme_that_nobody_spoke_of_is_named_and_called_dormant_when_it_is(second):
    assert "T002 Facilitation not heard this time" in SessionPage(second, "en").news().text
    asleep = second.earlier_themes.assign(status="dormant")
    assert (
        "T002 Facilitation dormant" in SessionPage(replace(second, earlier_themes=asleep), "en").news().text
    )
