"""What BERTopic's users call on the model works at every size, or says what it needs."""

import copy
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from bertopic import BERTopic

from lcsynth.errors import CallError
from lcsynth.themes import discover

SIZES = (1, 5, 15, 50, 56)


@pytest.fixture(scope="module", params=SIZES)
def fitted(request, feedback):
    from tests.themes.conftest import ByLetters

    texts = feedback.texts[:: len(feedback.texts) // request.param][: request.param]
    found = discover(texts, embedder=ByLetters(), languages=feedback.languages[: len(texts)])
    return found.model, texts


def halves(texts):
    return ["first" if place % 2 else "second" for place in range(len(texts))]


def dates(texts):
    return ["2022-05-17" if place % 2 else "2022-06-21" for place in range(len(texts))]


def topics(model):
    return len(set(model.topics_) - {-1})


def test_topics_are_listed_with_their_size(fitted):
    model, texts = fitted
    assert model.get_topic_info()["Count"].sum() == len(texts)


def test_topics_are_counted_per_class(fitted):
    model, texts = fitted
    assert model.topics_per_class(texts, classes=halves(texts))["Frequency"].sum() == len(texts)


def test_topics_are_counted_over_time(fitted):
    model, texts = fitted
    assert model.topics_over_time(texts, dates(texts))["Frequency"].sum() == len(texts)


def test_dates_may_be_written_otherwise_when_the_format_is_told(fitted):
    model, texts = fitted
    told = model.topics_over_time(texts, ["17-05-2022"] * len(texts), datetime_format="%d-%m-%Y")
    assert set(told["Timestamp"].dt.date.astype(str)) == {"2022-05-17"}


def test_topics_are_joined_two_by_two(fitted):
    model, texts = fitted
    joined = model.hierarchical_topics(texts)
    assert len(joined) == max(topics(model) - 1, 0)
    assert {"Parent_ID", "Topics", "Distance"} <= set(joined.columns)


def test_a_text_is_shared_out_over_topics(fitted):
    model, texts = fitted
    shares, _ = model.approximate_distribution(texts)
    assert shares.shape == (len(texts), topics(model))
    assert model.approximate_distribution(texts[0])[0].shape == (1, topics(model))


@pytest.mark.parametrize("figure", ["visualize_barchart", "visualize_hierarchy", "visualize_heatmap"])
def test_topics_are_drawn_or_a_figure_says_that_there_are_too_few(fitted, figure):
    model, _ = fitted
    drawn = getattr(model, figure)()
    assert drawn.data or "takes at least" in drawn.layout.title.text


def test_documents_are_drawn_at_the_coordinates_that_are_kept(fitted):
    model, texts = fitted
    assert model.coordinates_.shape == (len(texts), 2)
    assert np.isfinite(model.coordinates_).all()
    drawn = model.visualize_documents(texts)
    assert sum(len(trace.x) for trace in drawn.data) >= len(texts)
    other = model.visualize_documents(texts, reduced_embeddings=np.zeros((len(texts), 2)))
    assert not np.array_equal(other.data[0].x, drawn.data[0].x) or len(texts) == 1


def test_how_much_one_text_is_about_each_topic_is_drawn(fitted):
    model, texts = fitted
    assert model.visualize_distribution(model.approximate_distribution(texts)[0][0]).layout.title.text


def test_topics_in_the_plane_are_drawn_or_what_that_takes_is_said(fitted):
    model, _ = fitted
    if topics(model) < 4:
        assert "takes at least 4" in model.visualize_topics().layout.title.text
    elif find_spec("umap"):
        assert model.visualize_topics().data
    else:
        with pytest.raises(CallError, match="umap"):
            model.visualize_topics()


def test_the_documents_that_stand_for_a_topic_are_its_own(fitted):
    model, texts = fitted
    for topic in set(model.topics_):
        shown = model.get_representative_docs(topic)
        assert 1 <= len(shown) <= 3
        assert {model.topics_[texts.index(text)] for text in shown} == {topic}


def test_topics_can_be_put_together(fitted):
    model, texts = fitted
    if topics(model) > 2:
        together = copy.deepcopy(model)
        together.merge_topics(texts, [0, 1])
        assert topics(together) == topics(model) - 1
        assert all(together.get_representative_docs(topic) for topic in set(together.topics_))


def test_new_texts_get_a_topic_or_none(fitted):
    model, texts = fitted
    found, _ = model.transform([texts[0], "Iets heel anders."])
    assert all(-1 <= topic < max(topics(model), 1) for topic in found)


def test_a_model_that_was_saved_answers_the_same(fitted, tmp_path: Path):
    model, texts = fitted
    model.save(str(tmp_path / "model"), serialization="pickle")
    loaded = BERTopic.load(str(tmp_path / "model"))
    assert list(loaded.transform(texts)[0]) == list(model.transform(texts)[0])
    assert loaded.get_topic_info().equals(model.get_topic_info())
