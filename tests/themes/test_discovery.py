import csv
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from lcsynth.errors import CallError
from lcsynth.themes import discover, load_embedder


@pytest.fixture(scope="module")
def discovery(feedback):
    return discover(feedback.texts, languages=feedback.languages)


def test_the_subjects_of_a_bilingual_session_are_found(feedback, discovery):
    assert adjusted_rand_score(feedback.subjects, discovery.labels) > 0.9
    assert "Rooster, werkdruk en tijd" in {names["nl"] for names in discovery.names.values()}


def test_the_languages_of_texts_are_told_when_they_are_not_given(feedback, discovery):
    told = discover(feedback.texts, embeddings=discovery.embeddings)
    assert told.names == discovery.names


def test_few_texts_are_indicative(discovery):
    assert discovery.indicative
    assert not replace(discovery, labels=np.zeros(101)).indicative


def test_every_part_of_a_discovery_speaks_of_the_same_themes(discovery):
    themes = set(discovery.labels[discovery.labels >= 0].tolist())
    assert themes == set(discovery.names) == set(discovery.keywords) == set(discovery.stability)
    assert discovery.model.topics_ == discovery.labels.tolist()
    assert np.isnan(discovery.similarity).tolist() == (discovery.labels < 0).tolist()
    assert all(0 <= value <= 1 for value in discovery.stability.values())


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_texts_changes_nothing(feedback, discovery, random):
    order = list(range(len(feedback.texts)))
    random.shuffle(order)
    shuffled = discover(
        [feedback.texts[row] for row in order], languages=[feedback.languages[row] for row in order]
    )
    assert np.array_equal(shuffled.labels, discovery.labels[order])
    assert np.array_equal(shuffled.similarity, discovery.similarity[order], equal_nan=True)
    assert np.array_equal(shuffled.embeddings, discovery.embeddings[order])
    assert shuffled.names == discovery.names
    assert shuffled.keywords == discovery.keywords
    assert shuffled.stability == discovery.stability
    assert shuffled.model.get_representative_docs() == discovery.model.get_representative_docs()


@pytest.mark.parametrize("count", [1, 2, 5, 14, 15, 16, 50])
def test_it_works_at_any_number_of_texts(feedback, count):
    found = discover(feedback.texts[:count])
    assert len(found.labels) == len(found.similarity) == len(found.embeddings) == count
    if count < 15:
        assert set(found.labels) == {-1}
    assert len(found.model.transform(["een nieuwe tekst"])[0]) == 1


def test_it_works_on_two_thousand_texts(feedback, letters):
    random = np.random.default_rng(0)
    words = " ".join(feedback.texts).split()
    found = discover([" ".join(random.choice(words, 9)) for _ in range(2000)], letters)
    assert len(found.labels) == 2000


@pytest.mark.parametrize(
    "texts",
    [["zelfde"] * 50, [""] * 20, ["", " "], ["de het een", "1 2 3"] * 20, ["\ud800", "\x00"] * 10],
    ids=["identical", "empty", "blank", "no words", "no characters"],
)
def test_texts_without_a_theme_in_them_are_single_voices(texts):
    found = discover(texts)
    assert set(found.labels) == {-1}
    assert found.names == {}


def test_given_groups_are_described_and_keep_their_numbers(feedback):
    groups = np.where(feedback.subjects == 3, -1, (feedback.subjects + 1) % 3)
    found = discover(feedback.texts, languages=feedback.languages, labels=groups)
    assert np.array_equal(found.labels, groups)
    assert found.model.topics_ == groups.tolist()
    assert found.names[1]["nl"] == "Rooster, werkdruk en tijd"
    assert min(found.stability.values()) > 0.6


def test_a_few_texts_in_given_groups_are_described_but_not_judged(feedback):
    found = discover(feedback.texts[:5], labels=np.array([0, 0, 1, 1, 1]))
    assert set(found.names) == {0, 1}
    assert all(np.isnan(value) for value in found.stability.values())


def test_new_texts_join_the_theme_they_are_about(discovery, feedback):
    time_theme = discovery.labels[0]
    topics, _ = discovery.model.transform(["De roosters zijn vol en de werkdruk is hoog."])
    assert topics == [time_theme]
    distribution, _ = discovery.model.approximate_distribution(feedback.texts[:3])
    assert distribution.shape == (3, len(discovery.names))


def test_known_embeddings_give_what_embedding_gives(feedback, discovery):
    known = load_embedder().encode(feedback.texts)
    assert np.array_equal(discover(feedback.texts, embeddings=known).labels, discovery.labels)


def test_the_warnings_of_the_process_stay_as_they_are():
    code = (
        "import sklearn.feature_extraction.text, pandas, scipy.stats, warnings\n"
        "warnings.simplefilter('error')\n"
        "before = list(warnings.filters)\n"
        "from lcsynth.themes import discover\n"
        "discover(['tijd en rooster %s' % letter for letter in 'abcdefghijklmnopqrs'])\n"
        "new = [one for one in warnings.filters if one not in before]\n"
        "assert not [one for one in new if one[0] == 'ignore' and one[1] is None], new\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"texts": []}, "texts: It is empty"),
        ({"texts": "één tekst"}, "texts: It is one string"),
        ({"texts": ["a", None]}, "texts: Item 1 is None"),
        ({"texts": ["a"], "languages": ["nl", "en"]}, "languages: It has 2 entries"),
        (
            {"texts": ["a", "b"], "labels": np.array([0, 2])},
            "labels: These numbers are skipped or below -1: 1",
        ),
        ({"texts": ["a"], "labels": np.array([0.5])}, "labels: They are float64"),
        ({"texts": ["a"], "embeddings": np.array([[np.nan]])}, "embeddings: Its shape is"),
        ({"texts": ["a"], "embedder": "unknown"}, "There is no embedder 'unknown'"),
    ],
)
def test_a_wrong_call_is_refused_in_one_paragraph(arguments, message):
    with pytest.raises(CallError, match=message):
        discover(**arguments)


def test_real_dutch_requests_are_grouped_far_better_than_by_chance(shared_data):
    with (shared_data / "labelled" / "xsid_nl.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = discover([row["text"] for row in rows])
    assert adjusted_rand_score([row["label"] for row in rows], found.labels) > 0.5
    assert (found.labels < 0).mean() < 0.05
