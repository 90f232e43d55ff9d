"""What people overrule in the masking holds, in one place and everywhere, whatever the machine finds."""

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.ingest import RawContribution, Reading, Refusal
from lcsynth.prepare import prepare
from lcsynth.prepare.identifiers import Found
from lcsynth.prepare.mask import Masker
from lcsynth.prepare.names import Names
from lcsynth.prepare.overrules import (
    KINDS,
    NO_OVERRULES,
    AtPlace,
    Everywhere,
    Overruler,
    Overrules,
    hash_words,
    normal_words,
)
from lcsynth.prepare.review import find_doubtful, reread
from lcsynth.prepare.sentences import split_statements
from lcsynth.prepare.words import Words
from lcsynth.workspace import Settings

KEY = b"k" * 32
SETTINGS = Settings(name="test", embedder="none")
WORDS = Words()
NAMES = Names(WORDS)


def everywhere(text, kind=""):
    words = normal_words(text)
    return Everywhere(hash_words(KEY, words), len(words), kind)


def made(*those):
    found = NO_OVERRULES
    for one in those:
        found = found.after(one)
    return found


def masked(text, *those, contribution="c1"):
    return Masker(NAMES, Overruler(made(*those), KEY)).mask(text, contribution=contribution)


def contribution(text, **fields):
    fields = {"question": "Wat mist u?", "identity": "", "locator": f"row {len(text)}"} | fields
    rest = dict.fromkeys(("audience", "organisation_type", "section_hint", "said_at"), "")
    return RawContribution(
        **{**rest, "session_id": "s1", "source": "b.csv", "names": (), "text": text, **fields}
    )


def prepared(*contributions, overrules=NO_OVERRULES, refusals=(), source="b.csv", key=KEY):
    read = len(contributions) + len(refusals)
    one = Reading(source, "csv", read, read, 0, tuple(contributions), tuple(refusals), {})
    return prepare([one], session_id="s1", key=key, settings=SETTINGS, overrules=overrules)


def text_of(done):
    return done.contributions["text"].item()


def test_words_are_masked_everywhere_in_any_case_and_form():
    rule = everywhere("Zwirrebol Knots", "persoon")
    assert masked("vraag ZWIRREBOL\n knots maar", rule).text == "vraag [persoon 1] maar"
    assert masked("vraag Zwirre\u00adbol-Knots's hulp", rule).text == "vraag [persoon 1]'s hulp"
    assert masked("vraag Zwirrebol of Knots", rule).text == "vraag Zwirrebol of Knots"


def test_an_accent_apart_from_its_letter_is_the_same_letter():
    rule = everywhere("Zwírrebol", "persoon")
    assert masked("vraag Zwi\u0301rrebol", rule).text == "vraag [persoon 1]"


def test_only_who_has_the_key_recognises_the_words():
    rule = made(everywhere("zwirrebol", "persoon"))
    other = Masker(NAMES, Overruler(rule, b"x" * 32))
    assert other.mask("vraag Zwirrebol").text == "vraag Zwirrebol"


def test_words_are_never_masked_when_a_person_says_so():
    text = "Volgens Fatima El Amrani kan het."
    assert masked(text).text == "Volgens [persoon 1] kan het."
    assert masked(text, everywhere("fatima el amrani")).text == text


def test_a_mask_that_hides_more_than_the_words_stays_whole():
    assert masked("Volgens Fatima El Amrani kan het.", everywhere("Fatima")).text == (
        "Volgens [persoon 1] kan het."
    )
    assert masked("mail jan@x.nl nu", everywhere("jan")).text == "mail [e-mail 1] nu"
    assert masked("mail jan@x.nl nu", everywhere("jan@x.nl")).text == "mail jan@x.nl nu"


def test_masked_words_inside_a_mask_change_nothing_and_across_its_edge_make_it_longer():
    assert masked("mail jan@x.nl nu", everywhere("jan", "persoon")).text == "mail [e-mail 1] nu"
    assert masked("zei Fatima zwirrebol", everywhere("fatima zwirrebol", "persoon")).text == "zei [persoon 1]"


def test_one_place_is_masked_and_nothing_like_it_elsewhere():
    done = masked("ja zwirrebol en zwirrebol", AtPlace("s1", "c1", 3, 12, "overig"))
    assert done.text == "ja [overig 1] en zwirrebol"
    assert done.masks[0].how == "person"
    assert masked("ja zwirrebol", AtPlace("s1", "c2", 3, 12, "overig")).text == "ja zwirrebol"


def test_one_place_is_readable_whatever_is_found_there():
    text = "Volgens Fatima El Amrani kan het, zei Karin."
    place = AtPlace("s1", "c1", 8, 24)
    assert masked(text, place).text == "Volgens Fatima El Amrani kan het, zei [persoon 1]."


def test_better_finding_masks_what_is_left_around_a_readable_place(monkeypatch):
    text = "Volgens Fatima El Amrani kan het"
    monkeypatch.setattr(NAMES, "find", lambda _: [Found(0, 24, "persoon", "volgens fatima el amrani")])
    assert masked(text, AtPlace("s1", "c1", 8, 14)).text == "[persoon 1]Fatima[persoon 2] kan het"
    assert masked(text, AtPlace("s1", "c1", 8, 24)).text == "[persoon 1]Fatima El Amrani kan het"


def test_worse_finding_does_not_undo_what_a_person_masked(monkeypatch):
    monkeypatch.setattr(NAMES, "find", lambda _: [])
    done = masked("Volgens Fatima kan het", AtPlace("s1", "c1", 8, 14, "persoon"))
    assert done.text == "Volgens [persoon 1] kan het"


def test_a_later_overrule_beats_an_earlier_one():
    text, place = "Volgens Fatima kan het", ("s1", "c1", 8, 14)
    word, at = everywhere("fatima"), AtPlace(*place)
    again = (everywhere("fatima", "persoon"), AtPlace(*place, "persoon"))
    hidden = "Volgens [persoon 1] kan het"
    assert masked(text, word, again[0]).text == hidden
    assert masked(text, again[0], word).text == text
    assert masked(text, at, again[1]).text == hidden
    assert masked(text, again[0], at).text == text
    assert masked(text, at, again[0]).text == hidden
    assert len(made(word, again[0], word, at, again[1]).made) == 2


def test_ids_stay_and_the_table_of_masks_tells_who_asked():
    line = contribution("Het ligt aan zwirrebol, zegt Fatima.")
    before = prepared(line)
    rules = made(everywhere("zwirrebol", "persoon"))
    after = prepared(line, overrules=rules)
    assert text_of(after) == "Het ligt aan [persoon 1], zegt [persoon 2]."
    assert after.masks["how"].to_list() == ["person", "found"]
    for name, column in (("contributions", "contribution_id"), ("statements", "statement_id")):
        assert getattr(before, name)[column].equals(getattr(after, name)[column])
    assert after.contributions["contributor"].equals(before.contributions["contributor"])


def test_everywhere_means_every_text_that_is_stored():
    rules = made(everywhere("zwirrebol", "persoon"))
    done = prepared(
        contribution(
            "Ja.", question="Wat zei zwirrebol?", anchor="van zwirrebol", audience="groep zwirrebol"
        ),
        refusals=[Refusal("zwirrebol_2022.csv", "row 9", "damaged", "dat zei Zwirrebol")],
        source="zwirrebol_2022.csv",
        overrules=rules,
    )
    for name in ("contributions", "quarantine", "ledger"):
        assert "zwirrebol" not in getattr(done, name).to_csv().casefold()
    assert done.ledger["source"].item() == "[persoon 1]_2022.csv"
    assert done.contributions["question"].item() == "Wat zei [persoon 1]?"


def test_what_repeats_a_contribution_is_masked_as_that_is():
    text = "Het ligt aan zwirrebol zelf."
    lines = [contribution(text, identity="a@x.nl", locator=f"row {place}") for place in (2, 3)]
    name = prepared(*lines).contributions["contribution_id"].item()
    done = prepared(*lines, overrules=made(AtPlace("s1", name, 13, 22, "persoon")))
    assert done.duplicates["excerpt"].item() == text_of(done) == "Het ligt aan [persoon 1] zelf."
    masker = Masker(NAMES, Overruler(made(AtPlace("s1", name, 13, 22, "persoon")), KEY))
    assert masker.mask_repeat("het ligt aan Zwirrebol", name, text) == "het ligt aan [persoon 1]"


def test_a_readable_name_no_longer_makes_a_file_name_a_mask():
    done = prepared(contribution("Ja."), source="fatima.csv", overrules=made(everywhere("Fatima")))
    assert prepared(contribution("Ja."), source="fatima.csv").ledger["source"].item() == "[persoon 1].csv"
    assert done.ledger["source"].item() == "fatima.csv"


def test_a_mask_of_a_person_is_cut_where_a_statement_ends():
    line = contribution("Dat zei zwirrebol. Knots vond het ook niet goed genoeg.")
    name = prepared(line).contributions["contribution_id"].item()
    done = prepared(line, overrules=made(AtPlace("s1", name, 8, 24, "persoon")))
    assert re.findall(r"\[persoon \d\]", text_of(done)) == ["[persoon 1]"] * len(done.masks)
    for one in done.statements.itertuples():
        assert text_of(done)[one.start : one.end] == one.text


PIECES = ("Fatima", "El Amrani", "zwirrebol", "Jan de Vries", "jan@x.nl", "06-12345678", "de", ".", "\n", "é")
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map(" ".join)
KIND = st.sampled_from(("", *KINDS))
PLACES = st.builds(
    lambda start, length, kind: AtPlace("s1", "c1", start, start + length, kind),
    st.integers(0, 60), st.integers(1, 30), KIND,
)  # fmt: skip
RULES = st.lists(PLACES | st.builds(everywhere, st.sampled_from(("Fatima", "zwirrebol", "jan@x.nl")), KIND))


@settings(max_examples=300)
@given(TEXTS, RULES)
def test_statements_stay_slices_and_masks_stay_where_the_table_says(text, rules):
    text = text.strip()
    spans = split_statements(text)
    masker = Masker(NAMES, Overruler(made(*rules), KEY))
    done = masker.mask(text, [edge for span in spans for edge in span], "c1")
    for one in done.masks:
        assert done.text[one.start : one.end] == one.text
        assert re.fullmatch(rf"\[{one.kind} \d+\]", one.text)
        assert done.offset(done.raw(one.start)) == one.start
        assert done.offset(done.raw(one.end)) == one.end
    for start, end in spans:
        first, last = done.offset(start), done.offset(end)
        assert (done.raw(first), done.raw(last)) == (start, end)
        assert done.text[first:last] == done.text[first:last].strip() != ""


@settings(max_examples=200)
@given(TEXTS, RULES)
def test_the_last_word_about_a_place_holds(text, rules):
    for start in range(0, max(len(text) - 3, 0), 5):
        readable = masked(text, *rules, AtPlace("s1", "c1", start, start + 3))
        hidden = {
            place for one in readable.masks for place in range(readable.raw(one.start), readable.raw(one.end))
        }
        assert not hidden & set(range(start, start + 3))


def test_the_way_back_from_the_masked_text_gives_the_raw_words():
    one = contribution("Volgens Fatima El Amrani (jan@x.nl) kan het.")
    reading = Reading("b.csv", "csv", 1, 1, 0, (one,), (), {})
    (found,) = reread([reading], session_id="s1", key=KEY, settings=SETTINGS, overrules=NO_OVERRULES)
    behind = [
        found.raw[found.masked.raw(one.start) : found.masked.raw(one.end)] for one in found.masked.masks
    ]
    assert behind == ["Fatima El Amrani", "jan@x.nl"]
    assert found.contribution_id == prepared(one).contributions["contribution_id"].item()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dat zei Zwirrebol gisteren.", ["Zwirrebol"]),
        ("Zwirrebol zei het.", []),
        ("Dat zei de Docent van het ROC in Utrecht.", []),
        ("Dat is van Hogeschool Zwirrebol.", []),
        ("Vraag de Community-manager even.", []),
    ],
)
def test_a_word_with_a_capital_that_nobody_knows_is_doubtful(text, words):
    found = find_doubtful([("c1", text)], key=KEY, settings=SETTINGS)
    assert [one.word for one in found] == words


def test_doubtful_words_come_most_frequent_first_and_those_judged_before_not_at_all():
    texts = [("c1", "ja Zwirrebol en Knotsbar"), ("c2", "ja Knotsbar en Flapdroes, ja Knotsbar")]
    rules = made(everywhere("flapdroes"))
    found = find_doubtful(texts, key=KEY, settings=SETTINGS, overrules=rules)
    assert [dataclasses.astuple(one) for one in found] == [
        ("Knotsbar", 3, ("c1", "c2")),
        ("Zwirrebol", 1, ("c1",)),
    ]


def test_overrules_touch_the_sessions_they_are_about():
    place, word = AtPlace("s1", "c1", 0, 3), everywhere("x")
    assert Overrules((place, word)).touching("s1") == (place, word)
    assert Overrules((place, word)).touching("s2") == (word,)
