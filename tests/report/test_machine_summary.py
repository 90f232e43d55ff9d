import re
from dataclasses import replace

import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.errors import DataError
from lcsynth.report import DocumentPage, SessionPage

COUNTS = {"themes": 2, "summarised": 1, "questions": 4, "unanswered": 0, "unusable": 0, "dropped": 0}


def summed_up(synthesis, *sentences, label="Te weinig uren", **counts):
    """Give T001 a summary in both languages, of (text, ids) pairs."""
    rows = [
        ("T001", language, place, f"{language}: {text}", ids, label, "proefmodel:1b")
        for language in ("nl", "en")
        for place, (text, ids) in enumerate(sentences, start=1)
    ]
    table = schema.conform(pd.DataFrame(rows, columns=schema.columns("summaries")), "summaries")
    endpoint = {"host": "127.0.0.1", "model": "proefmodel:1b", **COUNTS, **counts, "reason": ""}
    passport = synthesis.passport | {"network": "masked statements sent to 127.0.0.1", "endpoint": endpoint}
    return replace(synthesis, summaries=table, passport=passport)


def ids_of(synthesis, count, theme="T001"):
    own = synthesis.assignments[synthesis.assignments["theme_id"] == theme]
    return own["statement_id"].tolist()[:count]


@pytest.mark.parametrize(
    ("language", "heading", "label"),
    [
        (
            "nl",
            "Samenvatting door een taalmodel (proefmodel:1b), niet door mensen geschreven",
            "Naam die het taalmodel voorstelt: Te weinig uren",
        ),
        (
            "en",
            "Summary by a language model (proefmodel:1b), not written by people",
            "Label that the language model suggests: Te weinig uren",
        ),
    ],
)
def test_the_box_says_that_no_people_wrote_it_in_the_language_of_the_page(first, language, heading, label):
    one, two = ids_of(first, 2)
    text = SessionPage(summed_up(first, ("Tijd.", f"{one} {two}")), language).themes().text
    assert f"{heading} {language}: Tijd. {one} {two} {label}" in text
    assert text.count(heading) == 1


def test_every_id_links_to_its_statement_which_stands_on_the_page_once(first):
    names = ids_of(first, 30)
    markup = SessionPage(summed_up(first, ("Tijd.", " ".join(names))), "nl").themes().markup
    anchors = re.findall(r'<figure [^>]*id="(s\w+)"', markup)
    assert "De andere uitspraken die deze samenvatting noemt" in markup
    assert sorted(anchors) == sorted(names)
    assert [name for name in names if f'href="#{name}"' not in markup] == []


def test_without_a_summary_there_is_no_box_and_no_quote_can_be_linked_to(first):
    markup = SessionPage(first, "nl").themes().markup
    assert "lc-machine" not in markup
    assert not re.search(r'<figure [^>]*id="s', markup)


def test_the_label_of_the_theme_stays_and_a_label_that_is_empty_is_not_suggested(first):
    synthesis = summed_up(first, ("Tijd.", ids_of(first, 1)[0]), label="")
    text = SessionPage(synthesis, "nl").themes().text
    assert "Tijd en uren" in text
    assert "Naam die het taalmodel voorstelt" not in text


def test_what_a_model_wrote_is_inert_text(first):
    hostile = "<script>alert(1)</script><a href=x>x</a> {{ 7*7 }}"
    synthesis = summed_up(first, (hostile, ids_of(first, 1)[0]), label=hostile)
    for page in (SessionPage(synthesis, "nl"), DocumentPage(replace(synthesis, session=None), "nl")):
        markup = page.themes().markup
        assert "<script>alert" not in markup
        assert "<a href=x" not in markup
        assert markup.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 2


def test_the_living_document_shows_the_summary_with_all_statements_it_names(whole):
    one, two = ids_of(whole, 2)
    page = DocumentPage(summed_up(whole, ("Tijd.", f"{one} {two}")), "en")
    text = page.themes().text
    assert "T001 Time and hours Summary by a language model" in text
    assert "The statements that this summary names" in text
    assert re.findall(r'<figure [^>]*id="(s\w+)"', page.themes().markup) == [one, two]


def test_a_page_with_a_summary_of_what_people_hid_is_not_made(first):
    name = ids_of(first, 1)[0]
    hidden = first.assignments["quote"].mask(first.assignments["statement_id"] == name, "hidden")
    synthesis = summed_up(first, ("Tijd.", name))
    with pytest.raises(DataError, match="hidden by people"):
        SessionPage(replace(synthesis, assignments=first.assignments.assign(quote=hidden)), "nl")


def test_a_model_from_a_hub_is_told_beside_one_that_was_asked(first):
    synthesis = summed_up(first, ("Tijd.", ids_of(first, 1)[0]))
    both = "embedder from a public hub: x/y; masked statements sent to 127.0.0.1"
    text = (
        SessionPage(replace(synthesis, passport=synthesis.passport | {"network": both}), "en").method().text
    )
    assert "The language model that compares statements was downloaded from a public hub" in text
    assert "no feedback was sent anywhere" not in text


@pytest.mark.parametrize("ids", ["s-verzonnen", ""])
def test_a_page_with_a_sentence_that_rests_on_nothing_is_not_made(first, ids):
    with pytest.raises(DataError, match="does not rest on statements of its theme"):
        SessionPage(summed_up(first, ("Tijd.", ids)), "nl")


def test_the_page_says_what_was_asked_what_was_left_out_and_what_was_not_answered(first):
    synthesis = summed_up(first, ("Tijd.", ids_of(first, 1)[0]), dropped=1, unanswered=2, unusable=1)
    text = SessionPage(synthesis, "en").method().text
    for part in (
        "A language model (proefmodel:1b) on this computer (127.0.0.1) was asked to sum up 2 themes.",
        "What it wrote stands in boxes that say so.",
        "1 sentence of the language model was left out",
        "To 2 of 4 questions the language model (proefmodel:1b) on this computer (127.0.0.1) gave no answer.",
        "on this computer (127.0.0.1) gave an answer that could not be used.",
        "Only the summaries that are marked were made up by a machine",
    ):
        assert part in text
    assert "No sentence in this report was made up" not in text
    assert "nothing was sent anywhere" not in text


def test_without_an_endpoint_the_page_says_that_nothing_was_sent_or_made_up(first):
    text = SessionPage(first, "en").method().text
    assert "nothing was sent anywhere" in text
    assert "No sentence in this report was made up by a machine" in text
    assert "language model (" not in text.replace("A language model that runs on this computer (", "")


def test_the_passport_on_the_page_names_the_host_and_the_model(first):
    text = SessionPage(summed_up(first, ("Tijd.", ids_of(first, 1)[0])), "nl").passport().text
    assert "Taalmodel › host 127.0.0.1" in text
    assert "Taalmodel › model proefmodel:1b" in text


def test_the_foot_of_the_page_tells_that_summaries_are_marked(first):
    synthesis = summed_up(first, ("Tijd.", ids_of(first, 1)[0]))
    assert "summaries by a language model are marked" in SessionPage(synthesis, "en").header().page["footer"]
    assert "summaries" not in SessionPage(first, "en").header().page["footer"]
