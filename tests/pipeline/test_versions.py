"""The versions of the paper in a workspace: their order, and what became of one in another."""

import pytest

from lcsynth.errors import CallError
from lcsynth.pipeline.differing import differ
from lcsynth.pipeline.versions import paper
from lcsynth.pipeline.versions import versions as all_versions

FIRST = "## 1 Begin\n\nTijd om samen te leren staat niet in het rooster.\n"
SECOND = (
    "## 1 Begin\n\nTijd om samen te leren staat zelden in het rooster.\n\nEn dat is jammer voor iedereen.\n"
)


@pytest.fixture
def versions(workspace):
    """An empty workspace with three versions of the paper."""
    for name, text in (("v1", FIRST), ("v2", SECOND), ("v10", SECOND)):
        (workspace.data / "paper" / f"{name}.md").write_text(text, encoding="utf-8")
    return workspace


def test_versions_are_in_the_order_of_their_numbers(versions):
    assert versions.papers() == ["v1", "v2", "v10"]
    assert paper(versions).version == "v10"
    assert paper(versions, "v1").version == "v1"


def test_a_version_that_is_not_there_is_named_with_the_nearest(versions):
    with pytest.raises(CallError, match=r"The paper has no version 'v3'\. "):
        paper(versions, "v3")
    with pytest.raises(CallError, match="no version 'x'"):
        all_versions(versions).between("v1", "x")


def test_a_workspace_without_a_paper_says_how_to_add_one(versions):
    for name in versions.papers():
        versions.paper(name).unlink()
    with pytest.raises(CallError, match="lcsynth document import FILE --as v1"):
        paper(versions)


def test_versions_are_aligned_step_by_step_also_backwards(versions):
    assert len(all_versions(versions).between("v1", "v10")) == 2
    assert len(all_versions(versions).between("v10", "v2")) == 1
    assert all_versions(versions).between("v2", "v2") == []


def test_a_difference_holds_the_words_of_both(versions):
    found = differ(versions, "v1", "v2")
    rows = found.rows()
    assert [(row["change"], row["new_anchor"]) for row in rows] == [
        ("edited", "1"),
        ("edited", "1:1"),
        ("new", "1:2"),
    ]
    assert rows[1]["words"][1:3] == [{"kind": "out", "words": "niet"}, {"kind": "in", "words": "zelden"}]
    assert rows[2]["similarity"] is None
