"""The words of a session are read once, and again when what was said, or how words are told, is another."""

import lcsynth
from lcsynth.pipeline.kept_words import FILE, kept_words
from lcsynth.pipeline.material import Material
from lcsynth.themes.text_words import TextWords

REMARKS = ["Er is te weinig tijd. Roosters knellen!", "roosters van het HBO", "Ja.", "Roosters van het HBO"]


def add(workspace, tmp_path, remarks, name="a.csv"):
    path = tmp_path / name
    path.write_text("\n".join(["id,opmerking", *(f"{row},{one}" for row, one in enumerate(remarks))]))
    lcsynth.add(workspace, [path], "2022-01-01-een")
    return workspace.session("2022-01-01-een")


def read_of(workspace, session, texts):
    return kept_words(Material.of(workspace).inputs, session, texts)


def as_written(read):
    spoken = [(read.words[word], on) for word, on in zip(read.said, read.goes_on.tolist(), strict=True)]
    return dict(read.places), read.sizes.tolist(), spoken


def test_what_is_kept_is_what_was_read(workspace, tmp_path):
    session = add(workspace, tmp_path, REMARKS)
    read_of(workspace, session, REMARKS)
    kept = read_of(workspace, session, REMARKS)
    assert as_written(kept) == as_written(TextWords.of(REMARKS))


def test_nothing_is_read_a_second_time_and_another_remark_has_all_read_again(
    workspace, tmp_path, monkeypatch
):
    session = add(workspace, tmp_path, REMARKS)
    read_of(workspace, session, REMARKS)
    seen = []
    monkeypatch.setattr("lcsynth.themes.text_words.content_runs", lambda text: seen.append(text) or ())
    read_of(workspace, session, REMARKS)
    assert seen == []
    session = add(workspace, tmp_path, [*REMARKS, "Meer rust graag"], "b.csv")
    read_of(workspace, session, [*REMARKS, "Meer rust graag"])
    assert len(seen) == 5


def test_texts_without_words_are_kept_too(workspace, tmp_path):
    session = add(workspace, tmp_path, ["Ja."])
    read_of(workspace, session, ["Ja.", "Nee."])
    assert (workspace.interim(session.id) / FILE).exists()
    assert as_written(read_of(workspace, session, ["Ja.", "Nee."])) == as_written(
        TextWords.of(["Ja.", "Nee."])
    )
