"""The paper itself is no feedback on it, whatever kind of document it is in."""

import pytest

from lcsynth.document import parse_paper
from lcsynth.errors import DataError
from lcsynth.pipeline.adding import add
from lcsynth.report.draft_file import draft_file
from tests.ingest import office

PAPER = (
    "# Samen\n\n## 1 Wat\n\nEen *hele* zin over leren.\n\n- een\n- twee\n\n## 2 Hoe\n\nNog een hele zin.\n"
)


@pytest.fixture
def own(workspace):
    workspace.paper("v1").write_text(PAPER, encoding="utf-8")
    return workspace


@pytest.fixture
def unmarked(tmp_path):
    """A draft without comments from which some program took the mark."""
    path = tmp_path / "voorstel.docx"
    content = draft_file(parse_paper(PAPER, version="v1"), {}, language="nl")
    path.write_bytes(office.with_part(content, "docProps/custom.xml", "<Properties/>"))
    return path


def test_a_document_whose_text_is_the_paper_is_refused_and_nothing_is_added(own, unmarked):
    with pytest.raises(DataError, match="Its text is that of v1 of the paper, with no comment"):
        add(own, [unmarked], "2026-01-06-auteurs")
    assert own.sources("2026-01-06-auteurs") == ()


def test_who_says_that_it_is_notes_is_believed(own, unmarked):
    done = add(own, [unmarked], "2026-01-06-auteurs", options={"format": "notes"})
    assert done.ledger["contributions"].tolist() == [4]


def test_notes_that_quote_the_paper_are_notes(own, tmp_path):
    path = tmp_path / "notities.md"
    path.write_text(
        "# Middag\n\n- Nog een hele zin.\n- Dat vond de zaal niet genoeg: er mist iets over tijd en geld.\n"
        "- En wie begeleidt de groep als het project stopt, vroeg iemand uit de zorg.\n",
        encoding="utf-8",
    )
    assert add(own, [path], "2026-01-06-auteurs").ledger["contributions"].tolist() == [3]
