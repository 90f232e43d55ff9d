"""The paper on the command line: what people see of its versions."""

import json
import re

import pytest

import lcsynth

FIRST = "## 1 Begin\n\nTijd om samen te leren staat niet in het rooster.\n\nGeld is er ook niet.\n"
SECOND = "## 1 Begin\n\nTijd om samen te leren staat zelden in het rooster.\n\nGeld is er ook niet.\n"
OTHER = "## 1 Slot\n\nHier staat iets heel anders over gemeenten.\n"


@pytest.fixture
def document(call, workspace):
    """Call a command under `lcsynth document` on three versions of a paper."""
    for name, text in (("v1", FIRST), ("v2", SECOND), ("v3", OTHER)):
        (workspace.data / "paper" / f"{name}.md").write_text(text, encoding="utf-8")

    def run(*arguments):
        return call("document", *arguments, "--workspace", workspace.root)

    return run


def test_what_changed_is_shown_word_by_word(document):
    code, out, err = document("diff", "v1", "v2")
    assert (code, err) == (0, "")
    assert "  edited  1:1" in out
    assert "staat [-niet-] {+zelden+} in het rooster." in out
    assert "Geld" not in out
    assert out.splitlines()[-1] == "Paragraphs of v1 and v2: 1 same, 1 edited."
    assert "  same    1:2" in document("diff", "v1", "v2", "--all")[1]


def test_what_changed_is_given_to_programs_as_json(document):
    rows = json.loads(document("diff", "v1", "v2", "--format", "json")[1])
    assert [(row["level"], row["change"]) for row in rows] == [("section", "edited"), ("paragraph", "edited")]
    assert rows[1]["words"][1] == {"kind": "out", "words": "niet"}


def test_versions_that_share_nothing_are_told(document):
    code, out, _ = document("diff", "v2", "v3")
    assert code == 0
    assert "v3 shares no paragraph with v2" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("diff", "v1", "v9"), "no version 'v9'"),
        (("diff", "v1", "v2", "--format", "jsn"), "Did you mean 'json'?"),
    ],
)
def test_a_wrong_call_is_one_paragraph(document, arguments, told):
    code, _, err = document(*arguments)
    assert code == 2
    assert told in err
    assert err.count("\n") == 1


@pytest.fixture
def samples_document(call, own_samples):
    """Call a command under `lcsynth document` on the sample sessions."""

    def run(*arguments):
        return call("document", *arguments, "--workspace", own_samples.root)

    return run


def test_the_outline_shows_every_place_and_what_was_said_there(samples_document):
    code, out, _ = samples_document("outline", "v1")
    lines = out.splitlines()
    assert code == 0
    assert lines[0].startswith("v1  Samen leren")
    (definition,) = [line for line in lines if line.startswith("  1.1:2 ")]
    assert "We kiezen bewust" in definition
    assert "statements" in definition
    assert re.fullmatch(r"\d+ of \d+ statements are linked to a place, \d+ to none\.", lines[-1])


def test_a_link_by_hand_shows_in_the_tables_and_is_taken_away_again(samples_document, own_samples):
    code, out, _ = samples_document("link", "T001", "--at", "6.2:2", "--version", "v1", "--coder", "An")
    assert code == 0
    assert out.startswith("T001 is linked to 6.2:2 of v1.")

    def by_hand():
        links = lcsynth.synthesise(own_samples).links
        return links[links["how"] == "person"]

    assert set(by_hand()["anchor"]) == {"6.2:2"}
    assert set(by_hand()["coder"]) == {"An"}
    statement = by_hand()["statement_id"].iloc[0]
    samples_document("link", statement, "--at", "6.2:2", "--version", "v1", "--remove", "--coder", "An")
    assert statement not in set(by_hand()["statement_id"])


def test_a_place_or_statement_that_is_not_there_is_one_paragraph(samples_document):
    for arguments in (("T001", "--at", "9.9"), ("T999", "--at", "1.1"), ("s0", "--at", "1.1")):
        code, _, err = samples_document("link", *arguments, "--version", "v1", "--coder", "An")
        assert code == 2
        assert err.count("\n") == 1


def test_a_version_is_imported_and_compared(document, tmp_path):
    path = tmp_path / "new.md"
    path.write_text(SECOND + "\nEn dit is nieuw.\n", encoding="utf-8")
    code, out, err = document("import", path, "--as", "v4")
    assert (code, err) == (0, "")
    assert "v4 is in " in out
    assert "1 section, 3 paragraphs." in out
    assert "It shares no paragraph with v3" in out
    assert document("import", path, "--as", "v4")[0] == 2
