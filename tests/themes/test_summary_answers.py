"""What a language model answers is checked: what cannot be traced to what was sent is not shown."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.themes.summary_answers import LONGEST_SENTENCE, MOST_SENTENCES, check_answer

SENT = ("s1", "s2", "s3")


def answer(*sentences, label="Tijd en ruimte"):
    given_ = [{"text": text, "statements": names} for text, names in sentences]
    return check_answer(json.dumps({"label": label, "sentences": given_}), SENT)


def texts(found):
    return [sentence.text for sentence in found.sentences]


def test_a_sentence_keeps_the_ids_it_rests_on_each_once():
    found = answer(("Er is te weinig tijd.", ["s2", "s1", "s2"]))
    assert [(one.text, one.statement_ids) for one in found.sentences] == [
        ("Er is te weinig tijd.", ("s2", "s1"))
    ]
    assert (found.label, found.dropped) == ("Tijd en ruimte", 0)


@pytest.mark.parametrize("names", [["s9"], ["s1", "s9"], [], None, "s1", [1], [["s1"]], {"s1": 1}, [None]])
def test_a_sentence_with_a_made_up_id_or_without_ids_is_dropped_and_counted(names):
    found = answer(("Verzonnen.", names), ("Echt.", ["s1"]))
    assert (texts(found), found.dropped) == (["Echt."], 1)


@pytest.mark.parametrize(
    "text",
    [
        "Lees verder op https://voorbeeld.nl/x.",
        "Zie www.voorbeeld.nl",
        "Zie voorbeeld.com voor meer.",
        "Mail jan@voorbeeld.nl",
        "[hier](javascript:alert(1))",
        "",
        "  \n ",
        None,
        7,
        ["Tekst"],
        "a" * (LONGEST_SENTENCE + 1),
    ],
)
def test_a_sentence_with_a_link_or_of_no_readable_length_is_dropped(text):
    found = answer((text, ["s1"]), ("Echt.", ["s1"]))
    assert (texts(found), found.dropped) == (["Echt."], 1)


@pytest.mark.parametrize(
    "text", ["De data: te weinig.", "Dat is 3.5 uur, i.p.v. 2.", "Mbo, hbo en wo. Samen."]
)
def test_ordinary_points_and_colons_are_no_link(text):
    assert texts(answer((text, ["s1"]))) == [text]


def test_characters_that_turn_or_break_a_line_become_spaces():
    assert texts(answer(("Een\n\tregel\u202e om\x00gekeerd", ["s1"]))) == ["Een regel om gekeerd"]


def test_more_sentences_than_fit_are_dropped_and_counted():
    found = answer(*[(f"Zin {n}.", ["s1"]) for n in range(MOST_SENTENCES + 2)])
    assert (len(found.sentences), found.dropped) == (MOST_SENTENCES, 2)


@pytest.mark.parametrize("label", [None, 3, "x" * 81, "Kijk op www.x.nl"])
def test_a_label_that_cannot_be_shown_is_left_out_and_the_sentences_stay(label):
    found = answer(("Echt.", ["s1"]), label=label)
    assert (found.label, texts(found)) == ("", ["Echt."])


@pytest.mark.parametrize(
    "around", ["{}", "```json\n{}\n```", "<think>Ik {{denk}} na</think>\n{}", "Zeker!\n{}\nGraag gedaan."]
)
def test_a_fence_or_thoughts_around_the_answer_do_not_matter(around):
    written = json.dumps({"label": "L", "sentences": [{"text": "Echt.", "statements": ["s1"]}]})
    content = (
        around.replace("{}", written).replace("{{", "{").replace("}}", "}") if around != "{}" else written
    )
    assert texts(check_answer(content, SENT)) == ["Echt."]


@pytest.mark.parametrize(
    "content",
    ["", "Geen idee.", "{", "[]", '{"label": "L"}', '{"sentences": "s1"}', "}{", '{"a":' * 99_999 + "}"],
)
def test_what_is_not_the_object_that_was_asked_for_is_none(content):
    assert check_answer(content, SENT) is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(SENT),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["label", "sentences", "text", "statements", "x"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(json_values)
def test_whatever_comes_back_only_sentences_with_ids_that_were_sent_are_kept(tree):
    found = check_answer(json.dumps(tree), SENT)
    for sentence in found.sentences if found else ():
        assert set(sentence.statement_ids) <= set(SENT)
        assert sentence.statement_ids
        assert 0 < len(sentence.text) <= LONGEST_SENTENCE
        assert not re.search(r"[\x00-\x1f\u202a-\u202e]", sentence.text)
