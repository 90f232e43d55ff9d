import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.ingest.contribution import RawContribution, Reading, Vote
from lcsynth.prepare.near import are_near, originals, words_of

LONG = "Er is in de praktijk veel te weinig tijd voor overleg met de docenten van het mbo"


def near(one, other):
    return originals([one, other], [0, 0]) == [0, 0]


def said(text, identity="a@voorbeeld.nl", locator="row 2", **fields):
    given = {"names": (), "audience": "", "organisation_type": "", "question": "", "section_hint": ""}
    given |= {"said_at": "", **fields}
    return RawContribution("s1", "bron.csv", locator, identity, text=text, **given)


def reading(*contributions, votes=()):
    count = len(contributions)
    return Reading("bron.csv", "csv", count, count, 0, contributions, (), {}, votes=votes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Meer tijd, graag!", "meer tijd graag"),
        ("Zoë heeft gelijk", "Zoe\u0308 heeft gelijk."),
        (LONG, LONG.replace("praktijk", "pratkijk")),
        (LONG, LONG.replace("overleg", "overlegg").upper()),
        (LONG, f"Ja {LONG}"),
        (LONG, LONG.replace("veel ", "")),
        ("We need more support from the management", "we need more suport from the management"),
    ],
)
def test_case_punctuation_a_typing_error_or_a_word_more_make_a_copy(one, other):
    assert near(one, other)
    assert near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zet de lamp in de woonkamer aan", "zet de lamp in de woonkamer uit"),
        ("zet de lamp aan", "zet de lampe aan"),
        (LONG, LONG.replace("veel te weinig", "niet te weinig")),
        (LONG, LONG.replace("voor overleg", "niet voor overleg")),
        (LONG, LONG.replace("van het mbo", "van het hbo")),
        (f"{LONG} in 2022", f"{LONG} in 2023"),
        (f"{LONG} van [persoon 1]", f"{LONG} van [persoon 2]"),
        ("This is a possible solution for the region", "This is an impossible solution for the region"),
        ("Het is mogelijk om dit samen te doen", "Het is onmogelijk om dit samen te doen"),
        ("We can do this with the whole region", "We can't do this with the whole region"),
        ("We hebben meer tijd nodig dan geld nu", "We hebben minder tijd nodig dan geld nu"),
        ("De interne partners doen te weinig mee", "De externe partners doen te weinig mee"),
        ("Begin klein en breid het later uit", "Begin klein en breid het nooit uit"),
    ],
)
def test_a_word_that_changes_the_meaning_makes_another_text(one, other):
    assert not near(one, other)


def test_texts_of_different_groups_are_no_copies():
    assert originals([LONG, LONG, LONG], ["nl", "en", "nl"]) == [0, 1, 0]


def test_a_copy_names_an_original_and_not_another_copy():
    steps = [LONG, LONG.replace("praktijk", "praktik"), LONG.replace("praktijk", "pratik")]
    assert near(*steps[1:])
    assert originals(steps, [0, 0, 0])[:2] == [0, 0]
    found = originals([*steps, *(f"Ja {one}" for one in steps)], [0] * 6)
    assert all(found[place] == place for place in found)


@settings(max_examples=200)
@given(
    st.lists(
        st.lists(st.sampled_from(["tijd", "geld", "niet", "docent", "docenten", "12", "de"]), max_size=14)
    )
)
def test_every_copy_is_like_the_original_it_names(lists):
    texts = [" ".join(words) for words in lists]
    found = originals(texts, [0] * len(texts))
    for place, original in enumerate(found):
        assert found[original] == original <= place
        one, other = words_of(texts[original]), words_of(texts[place])
        assert one == other or are_near(one, other)


def test_thousands_of_texts_take_no_quadratic_time():
    words = [f"woord{number}" for number in range(3000)]
    pick = random.Random(5)
    texts = [" ".join(pick.choices(words, k=12)) for _ in range(20_000)]
    begin = time.perf_counter()
    originals(texts, [0] * len(texts))
    assert time.perf_counter() - begin < 10


def test_a_person_who_answers_again_in_nearly_the_same_words_counts_once(run):
    short, full = f"{LONG}.", f"{LONG} echt!"
    done = run(
        reading(said(short, locator="row 2"), said(full, locator="row 3"), said(short, "b@voorbeeld.nl"))
    )
    assert sorted(done.contributions["text"]) == sorted([short, full])
    again = done.duplicates.iloc[0]
    kept = done.contributions.set_index("text").loc[full, "contribution_id"]
    assert (again["how"], again["original"], again["excerpt"]) == ("near", kept, short)


def test_a_near_copy_changes_the_id_of_nobody_else(run):
    other = said(LONG, "b@voorbeeld.nl", locator="row 9")
    before = run(reading(said(LONG), other))
    after = run(reading(said(LONG), said(f"{LONG} echt", locator="row 3"), other))
    person = set(before.contributions["contributor"]) - set(after.duplicates["contributor"])
    ids = [
        done.contributions.loc[done.contributions["contributor"].isin(person), "contribution_id"].to_list()
        for done in (before, after)
    ]
    assert ids[0] == ids[1] != []


@pytest.mark.parametrize(
    "fields",
    [
        {"question": "Anders?"},
        {"anchor": "een andere alinea"},
        {"identity": "c@voorbeeld.nl"},
        {"identity": ""},
    ],
)
def test_other_questions_places_and_people_are_no_duplicates(run, fields):
    one = said(f"{LONG} echt", locator="row 3", **fields)
    assert run(reading(said(LONG), one)).duplicates.empty


def test_short_chat_lines_of_one_person_all_count(run):
    lines = [
        said(text, locator=f"row {n}", kind="message") for n, text in enumerate(("Eens", "eens!", "EENS"))
    ]
    assert run(reading(*lines)).duplicates.empty


def test_votes_for_a_near_copy_are_votes_for_the_fuller_text(run):
    short, full = said(LONG, locator="a"), said(f"{LONG} echt", locator="b")
    votes = (Vote("a", "x@voorbeeld.nl"), Vote("b", "y@voorbeeld.nl"), Vote("b", "x@voorbeeld.nl"))
    assert run(reading(short, full, votes=votes)).contributions["support"].to_list() == [2]


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_which_one_stays_does_not_depend_on_the_order(shuffler):
    from lcsynth.prepare import prepare
    from lcsynth.workspace import Settings

    lines = [
        said(text, locator=f"row {number}")
        for number, text in enumerate((LONG, f"{LONG}!", f"{LONG} echt", f"Ja {LONG}", LONG.upper(), LONG))
    ]
    tables = []
    for order in (lines, shuffler.sample(lines, len(lines))):
        found = prepare(
            [reading(*order)], session_id="s1", key=b"k", settings=Settings(name="test", embedder="none")
        )
        tables.append((found.contributions["contribution_id"].to_list(), found.duplicates.to_dict("records")))
    assert tables[0] == tables[1]


def test_near_copies_of_other_people_are_kept_and_name_the_first(run):
    done = run(reading(said(LONG), said(f"{LONG.replace('praktijk', 'praktijkk')}!", "b@voorbeeld.nl")))
    assert len(done.contributions) == 2
    assert sorted(done.statements["duplicate_of"]) == ["", done.statements["statement_id"].min()]
