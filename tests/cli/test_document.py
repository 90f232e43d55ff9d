"""The paper on the command line: what people see of its versions."""

import json

import pytest

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
