"""Vectors are kept: a rerun embeds only what is new, in whatever session and file it is."""

import csv
import shutil
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import lcsynth
from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.synthesis import TABLES
from lcsynth.pipeline.vectors import FILE, KeptVectors
from lcsynth.themes.embedders.settling import settle
from lcsynth.workspace import open_workspace

REMARKS = [
    "Er is te weinig tijd in het rooster.",
    "Zonder budget stopt de groep na een jaar.",
    "Een goede begeleider maakt het verschil.",
    "Onderzoek naar het effect ontbreekt nog.",
]


class Counting:
    """An embedder by letters that notes what it was asked."""

    name = "counting"

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked += texts

        def by_letters(batches):
            texts = [text for batch in batches for text in batch]
            rows = np.array([[text.count(one) + 0.1 for one in "aeioudgntr"] for text in texts])
            return rows / np.linalg.norm(rows, axis=1, keepdims=True)

        return settle(by_letters, texts, dimensions=10)


@pytest.fixture
def counting(monkeypatch):
    made = Counting()
    for place in ("lcsynth.themes", "lcsynth.themes.discovery"):
        monkeypatch.setattr(f"{place}.load_embedder", lambda _: made)
    return made


def write(path, remarks):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "opmerking"], *enumerate(remarks, start=1)])
    return path


def add(workspace, tmp_path, remarks, session="2022-01-01-een", name="a.csv"):
    (workspace.data / "paper" / "v1.md").unlink(missing_ok=True)  # its passages would be embedded too
    lcsynth.add(workspace, [write(tmp_path / name, remarks)], session)


def name_embedder(workspace, name):
    path = workspace.data / "workspace.yaml"
    text = path.read_text(encoding="utf-8").replace(workspace.settings.embedder, name)
    path.write_text(text, encoding="utf-8")
    return open_workspace(workspace.root)


def test_a_second_run_embeds_nothing_and_a_third_only_what_is_new(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS[:3])
    lcsynth.synthesise(workspace)
    assert sorted(counting.asked) == sorted(REMARKS[:3])
    shutil.rmtree(workspace.processed())
    lcsynth.synthesise(workspace)
    assert len(counting.asked) == 3
    add(workspace, tmp_path, REMARKS, name="b.csv")
    lcsynth.synthesise(workspace)
    assert counting.asked[3:] == REMARKS[3:]


def test_a_text_that_was_said_in_an_earlier_session_is_not_embedded_again(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS[:3])
    lcsynth.synthesise(workspace)
    add(workspace, tmp_path, REMARKS[1:], "2022-02-02-twee", "b.csv")
    lcsynth.synthesise(workspace)
    assert counting.asked[3:] == REMARKS[3:]


def test_a_renamed_source_is_not_embedded_again(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS)
    lcsynth.synthesise(workspace)
    path = workspace.raw("2022-01-01-een") / "a.csv"
    path.rename(path.with_name("z.csv"))
    lcsynth.synthesise(workspace)
    assert len(counting.asked) == len(REMARKS)


def test_another_embedder_embeds_all_again(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS)
    lcsynth.synthesise(workspace)
    found = lcsynth.synthesise(name_embedder(workspace, "another"))
    assert len(counting.asked) == 2 * len(REMARKS)
    assert found.model.embedding_model.embedding_model is counting


def test_without_what_was_kept_the_tables_are_the_same_to_the_bit(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS * 5)
    add(workspace, tmp_path, [f"{one} Echt." for one in REMARKS], "2022-02-02-twee", "b.csv")
    before = lcsynth.synthesise(workspace)
    shutil.rmtree(workspace.interim())
    shutil.rmtree(workspace.processed())
    after = lcsynth.synthesise(workspace)
    assert len(counting.asked) > len(set(counting.asked))
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(before, name), getattr(after, name), check_exact=True, obj=name)


def test_what_is_no_longer_said_leaves_the_file_of_its_session_and_no_other(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS)
    add(workspace, tmp_path, REMARKS, "2022-02-02-twee", "b.csv")
    lcsynth.synthesise(workspace)
    write(workspace.raw("2022-01-01-een") / "a.csv", REMARKS[:1])
    lcsynth.synthesise(workspace)
    kept = [
        len(pd.read_parquet(workspace.interim(name, FILE))) for name in ("2022-01-01-een", "2022-02-02-twee")
    ]
    assert kept == [1, 4]
    assert len(counting.asked) == len(REMARKS)


def test_no_text_is_kept_and_no_hash_that_could_be_guessed(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS)
    lcsynth.synthesise(workspace)
    table = pd.read_parquet(workspace.interim("2022-01-01-een", FILE))
    assert table.columns.tolist() == ["key", "vector"]
    other = KeptVectors(workspace, workspace.settings.embedder, {}, b"another secret")
    assert not set(table["key"]) & {other._key(one) for one in REMARKS}


def test_a_file_that_held_the_texts_is_replaced(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS)
    path = workspace.interim("2022-01-01-een", FILE)
    pd.DataFrame({"text": REMARKS, "vector": [[1.0]] * 4}).to_parquet(path)
    lcsynth.synthesise(workspace)
    assert "text" not in pd.read_parquet(path)
    pd.DataFrame({"text": REMARKS, "vector": [[1.0]] * 4}).to_parquet(path)
    kept = KeptVectors(workspace, "counting", {}, b"secret")
    assert kept.of("2022-01-01-een", [], counting.encode) == []
    assert not path.exists()


def test_a_run_that_is_killed_while_embedding_leaves_what_was_kept(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS[:2])
    lcsynth.synthesise(workspace)
    kept = KeptVectors(workspace, "counting", {}, b"secret")
    before = workspace.interim("2022-01-01-een", FILE).read_bytes()

    def killed(texts):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept.of("2022-01-01-een", REMARKS, killed)
    assert workspace.interim("2022-01-01-een", FILE).read_bytes() == before


def test_an_embedder_that_fails_is_told_as_what_is_wrong_in_the_settings(
    workspace, tmp_path, counting, monkeypatch
):
    def fail(texts):
        raise CallError("The model cannot be downloaded", where="embedder", mend="Connect")

    add(workspace, tmp_path, REMARKS)
    monkeypatch.setattr(counting, "encode", fail)
    with pytest.raises(
        DataError, match=r"workspace\.yaml, embedder: The model cannot be downloaded\. Connect\."
    ):
        lcsynth.synthesise(workspace)


def test_a_session_is_added_to_many_in_little_time(workspace, counting):
    """20,000 statements of 40 sessions are looked through; only the file of the new session is written."""
    secret, row = b"secret", np.random.default_rng(0).normal(size=512).astype(np.float32)
    texts = {f"s{number:02}": [f"{number} {one}" for one in range(500)] for number in range(40)}
    kept = KeptVectors(workspace, "counting", {}, secret)
    for session, said in texts.items():
        kept.of(session, said, lambda new: np.tile(row, (len(new), 1)))
    before = {path: path.stat().st_mtime_ns for path in workspace.interim().rglob(FILE)}
    started = time.process_time()
    again = KeptVectors(workspace, "counting", {}, secret)
    new = [*texts["s00"][:10], *(f"new {one}" for one in range(290))]
    again.of("s99", new, lambda asked: np.tile(row, (len(asked), 1)))
    assert time.process_time() - started < 5
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert np.array_equal(again._found[again._key("0 3")], row)
    assert Path(workspace.interim("s99", FILE)).exists()


def test_the_passport_says_that_a_model_of_a_public_hub_was_used(workspace, tmp_path, counting):
    add(workspace, tmp_path, REMARKS)
    assert lcsynth.synthesise(workspace).passport["network"] == "off"
    named = lcsynth.synthesise(name_embedder(workspace, "sentence-transformers:owner/model")).passport
    assert named["network"] == "embedder from a public hub: owner/model"
    assert {"sentence-transformers", "torch", "transformers"} <= set(named["versions"])


def test_searching_by_meaning_embeds_the_question_and_no_statement_again(workspace, tmp_path, counting):
    from lcsynth.report.explore import Explorer

    add(workspace, tmp_path, REMARKS)
    explorer = Explorer(lcsynth.synthesise(workspace), "nl")
    counting.asked.clear()
    found = explorer.near("Er is te weinig tijd", most=1)
    assert found["text"].tolist() == [REMARKS[0]]
    assert counting.asked == ["Er is te weinig tijd"]
