"""Models of sentence-transformers: with stand-ins for the packages, and with themselves where installed."""

import importlib.util

import numpy as np
import pytest

from lcsynth.errors import CallError
from lcsynth.themes import load_embedder
from lcsynth.themes.embedders import sentence_transformer

real = pytest.mark.skipif(
    importlib.util.find_spec("sentence_transformers") is None,
    reason="sentence-transformers is not installed (uv run --extra sentence-transformers pytest)",
)
HUB = "sentence-transformers:owner/model"


class Model:
    """What `SentenceTransformer(folder)` gives: the number of letters in five directions."""

    def __init__(self, folder, *, device, local_files_only):
        assert (type(folder), device, local_files_only) == (str, "cpu", True)
        self.asked = []

    def encode(self, texts, *, batch_size, normalize_embeddings, show_progress_bar):
        assert (batch_size, normalize_embeddings, show_progress_bar) == (len(texts), True, False)
        self.asked += texts
        rows = np.array([[text.count(letter) + 1 for letter in "aeiou"] for text in texts], dtype=np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


class Hub:
    """A hub with one model, a cache, and a note of what went over the network."""

    def __init__(self, folder):
        self.folder, self.cached, self.fetched, self.reachable = folder, False, [], True

    def snapshot_download(self, repo_id, revision, *, local_files_only=False, ignore_patterns=()):
        if local_files_only and not self.cached:
            raise FileNotFoundError("not in the cache")
        if not local_files_only:
            self.fetched.append((repo_id, revision, "pytorch_model*.bin" in ignore_patterns))
            if not self.reachable:
                raise ConnectionError("no route to it\nand more lines")
            self.cached = True
            self.save()
        return str(self.folder)

    def save(self):
        self.folder.mkdir(exist_ok=True)
        for name in ("modules.json", "model.safetensors"):
            (self.folder / name).touch()


@pytest.fixture
def hub(pretend, tmp_path):
    made = Hub(tmp_path / "snapshot")
    pretend("sentence_transformers", SentenceTransformer=Model)
    pretend("safetensors", SafetensorError=type("SafetensorError", (Exception,), {}))
    pretend("huggingface_hub", snapshot_download=made.snapshot_download)
    sentence_transformer._load.cache_clear()
    yield made
    sentence_transformer._load.cache_clear()


def test_a_model_in_a_folder_is_read_without_a_network(hub, tmp_path):
    hub.save()
    embedder = load_embedder(f"sentence-transformers:{hub.folder}")
    vectors = embedder.encode(["aap", "noot", "", "\ud800"])
    assert (vectors.shape, vectors.dtype) == ((4, 5), np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    assert embedder.encode([]).shape == (0, 5)
    assert hub.fetched == []


def test_a_model_that_is_in_the_cache_is_not_downloaded(hub):
    hub.cached = True
    hub.save()
    load_embedder(HUB).encode(["aap"])
    assert hub.fetched == []


def test_a_model_that_is_named_is_downloaded_once_and_only_at_the_first_text(hub):
    embedder = load_embedder(f"{HUB}@abc123")
    assert hub.fetched == []
    embedder.encode(["aap"])
    embedder.encode(["noot"])
    assert hub.fetched == [("owner/model", "abc123", True)]


def test_a_download_that_was_broken_off_is_completed(hub, monkeypatch):
    hub.cached = True
    hub.save()
    (hub.folder / "model.safetensors").unlink()

    class Broken(Model):
        def __init__(self, folder, **options):
            if not (hub.folder / "model.safetensors").exists():
                raise OSError("no weights")
            super().__init__(folder, **options)

    monkeypatch.setattr("sentence_transformers.SentenceTransformer", Broken)
    load_embedder(HUB).encode(["aap"])
    assert len(hub.fetched) == 1


def test_a_bare_transformer_in_the_cache_is_not_taken_for_the_model(hub):
    hub.cached = True
    hub.folder.mkdir()
    load_embedder(HUB).encode(["aap"])
    assert len(hub.fetched) == 1


def test_old_weights_are_fetched_only_where_there_are_no_new_ones(hub, monkeypatch):
    monkeypatch.setattr(
        hub, "save", lambda: (hub.folder.mkdir(exist_ok=True), (hub.folder / "modules.json").touch())
    )
    load_embedder(HUB).encode(["aap"])
    assert [without_old for *_, without_old in hub.fetched] == [True, False]


def test_a_model_that_cannot_be_downloaded_is_told_in_one_paragraph(hub):
    hub.reachable = False
    with pytest.raises(
        CallError, match=r"'owner/model' is not on this computer.*no route to it\).*folder"
    ) as told:
        load_embedder(HUB).encode(["aap"])
    assert "and more lines" not in str(told.value)


def test_a_folder_without_a_model_is_told_in_one_paragraph(hub, tmp_path):
    with pytest.raises(
        CallError, match=r"no model that sentence-transformers can read \(it has no modules\.json\)"
    ):
        load_embedder(f"sentence-transformers:{tmp_path}").encode(["aap"])


def test_models_of_the_e5_family_get_the_prefix_they_were_trained_with(hub):
    for name, expected in (("clips/e5-small-trm-nl", "query: aap"), ("owner/fe5-smallish", "aap")):
        load_embedder(f"sentence-transformers:{name}").encode(["aap"])
        assert expected in sentence_transformer._load(name).asked


@pytest.mark.parametrize(
    "model", ["", "model", "./model", "a/b/c", "owner/model@", "https://a.b/c", "owner /m"]
)
def test_what_is_neither_a_whole_path_nor_a_name_on_the_hub_is_refused(hub, model):
    with pytest.raises(CallError, match=r"is no name of a model.*owner/model"):
        load_embedder(f"sentence-transformers:{model}")


def test_a_folder_that_is_not_there_is_refused(hub, tmp_path):
    with pytest.raises(CallError, match=r"There is no folder '.*nowhere'"):
        load_embedder(f"sentence-transformers:{tmp_path / 'nowhere'}")


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr("lcsynth.themes.embedders.extras.find_spec", lambda _: None)
    with pytest.raises(CallError, match=r"not installed.*uv run --extra sentence-transformers"):
        load_embedder(HUB)


@real
def test_a_real_model_in_a_folder_gives_the_same_bits_in_whatever_batch(tmp_path, feedback):
    """A small transformer with random weights: nothing of it is downloaded."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    letters = "abcdefghijklmnopqrstuvwxyz"
    bare, vocabulary = tmp_path / "bare", tmp_path / "vocabulary.txt"
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{one}" for one in letters)]
    vocabulary.write_text("\n".join(marks))
    torch.manual_seed(0)
    sizes = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(marks), **sizes)).save_pretrained(bare)
    BertTokenizerFast(vocab_file=str(vocabulary)).save_pretrained(bare)
    words = Transformer(str(bare))
    SentenceTransformer(modules=[words, Pooling(32)], device="cpu").save(str(tmp_path / "whole"))
    embedder = load_embedder(f"sentence-transformers:{tmp_path / 'whole'}")
    together = embedder.encode([*feedback.texts, "", "\ud800", "x" * 100_000])
    alone = np.vstack([embedder.encode([text]) for text in feedback.texts])
    assert np.array_equal(together[:56], alone)
    assert np.isfinite(together).all()
