"""A version of the paper is taken in whole, or refused with what to do about it."""

import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.curating import curate
from lcsynth.pipeline.paper_import import import_paper

FOOTNOTES = (
    f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>Zie ook elders.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)


@pytest.fixture
def word(tmp_path):
    """Save a Word document of headings (level, text) and paragraphs."""

    def make(*parts, name="paper.docx"):
        made = docx.Document()
        for part in parts:
            if isinstance(part, tuple):
                made.add_heading(part[1], level=part[0])
            else:
                made.add_paragraph(part)
        made.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def markdown(tmp_path):
    def make(text, name="paper.md"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return make


def test_markdown_is_taken_in_word_for_word(workspace, markdown):
    done = import_paper(workspace, markdown("## 1 Begin\n\nTekst.\n"), "v2")
    assert workspace.paper("v2").read_text(encoding="utf-8") == "## 1 Begin\n\nTekst.\n"
    assert (done.before, workspace.papers()) == ("v1", ["v1", "v2"])


def test_a_version_is_compared_with_the_one_before(workspace, word, markdown):
    text = "Deelnemers hebben tijd nodig om samen te leren."
    import_paper(workspace, markdown(f"## 1 Begin\n\n{text}\n"), "v2")
    done = import_paper(workspace, word((0, "T"), (1, "1 Begin"), text), "v3")
    assert set(done.alignment["change"]) == {"same"}
    assert done.notices == ()
    other = import_paper(workspace, markdown("## 1 Anders\n\nHier staat iets anders.\n", "b.md"), "v4")
    assert "It shares no paragraph with v3" in other.notices[-1]


def test_footnotes_stand_after_the_paragraph_that_refers_to_them(workspace, word, tmp_path):
    path = word((1, "1 Begin"), "Een bewering", "Slot.")
    made = docx.Document(str(path))
    made.paragraphs[1]._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
    made.save(path)
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    relation = (
        b'<Relationship Id="rIdF" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'footnotes" Target="footnotes.xml"/></Relationships>'
    )
    relations = "word/_rels/document.xml.rels"
    parts[relations] = parts[relations].replace(b"</Relationships>", relation)
    parts["word/footnotes.xml"] = FOOTNOTES.encode()
    with zipfile.ZipFile(path, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    import_paper(workspace, path, "v2")
    text = workspace.paper("v2").read_text(encoding="utf-8")
    assert "Een bewering[^1]\n\n[^1]: Zie ook elders.\n\nSlot." in text


def tracked(path):
    made = docx.Document(str(path))
    inserted = f'<w:ins {nsdecls("w")} w:id="1" w:author="A"><w:r><w:t> erbij</w:t></w:r></w:ins>'
    made.paragraphs[-1]._p.append(parse_xml(inserted))
    made.save(path)
    return path


def test_tracked_changes_are_refused_until_somebody_says_how_to_take_them(workspace, word):
    path = tracked(word((1, "1 Begin"), "Tekst"))
    with pytest.raises(DataError, match=r"tracked changes \(1\), and nothing says whether they count"):
        import_paper(workspace, path, "v2")
    assert workspace.papers() == ["v1"]
    done = import_paper(workspace, path, "v2", changes="original")
    assert done.notices[0] == "Tracked changes that are left out, as if they were never made: 1."
    assert done.paper.sections[0].paragraphs[0].text == "Tekst"
    done = import_paper(workspace, path, "v3", changes="accepted")
    assert done.paper.sections[0].paragraphs[0].text == "Tekst erbij"


def test_two_sections_with_one_number_are_refused_by_their_titles(workspace, word):
    with pytest.raises(DataError) as refused:
        import_paper(workspace, word((1, "1 Begin"), (2, "1.1 Tijd"), (2, "1.1 Geld")), "v2")
    assert str(refused.value).startswith(
        "paper.docx: Section 1.1 occurs twice: “1.1 Tijd” and “1.1 Geld”. Give one"
    )
    assert workspace.papers() == ["v1"]


def test_a_document_without_headings_says_which_style_to_give_them(workspace, word):
    with pytest.raises(DataError, match=r"no section in it\. Expected paragraphs with the style Heading 1"):
        import_paper(workspace, word("Alleen tekst."), "v2")


def test_a_version_is_replaced_only_when_asked_and_when_nothing_was_said_about_it(workspace, markdown):
    first, second = markdown("## 1 A\n\nEen.\n"), markdown("## 1 A\n\nTwee.\n", "b.md")
    import_paper(workspace, first, "v2")
    with pytest.raises(CallError, match="There is a version v2 already"):
        import_paper(workspace, second, "v2")
    import_paper(workspace, second, "v2", replace=True)
    assert "Twee" in workspace.paper("v2").read_text(encoding="utf-8")


def test_the_example_of_a_new_workspace_is_replaced_by_the_paper_until_somebody_changes_it(
    tmp_path, markdown
):
    from lcsynth.workspace.init import init_workspace

    path = markdown("# Samen\n\n## 1 A\n\nEen.\n")
    made = init_workspace(tmp_path / "nieuw", embedder="lsa")
    import_paper(made, path, "v1")
    assert made.paper("v1").read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
    with pytest.raises(CallError, match="There is a version v1 already"):
        import_paper(made, path, "v1")


def test_the_example_is_replaced_also_when_a_session_names_it(tmp_path, markdown):
    from lcsynth.workspace.init import init_workspace

    path = markdown("# Samen\n\n## 1 A\n\nEen.\n")
    made = init_workspace(tmp_path / "nieuw", embedder="lsa")
    (made.data / "sessions.yaml").write_text(
        "sessions:\n  - id: 2026-05-01-een\n    date: 2026-05-01\n    title: {nl: Een, en: One}\n"
        "    paper_version: v1\n",
        encoding="utf-8",
    )
    made.forget()
    import_paper(made, path, "v1")
    with pytest.raises(CallError, match="session 2026-05-01-een discussed it"):
        import_paper(made, path, "v1", replace=True)


def test_pictures_in_markdown_are_counted(workspace, markdown):
    path = markdown(
        "## 1 A\n\nEen ![kaart](kaart.png) en ![](b.png).\n\n| ![c](c.png) |\n|---|\n| `![x](y)` |\n"
    )
    told = "Pictures that are noted by their description and not shown: 3."
    assert import_paper(workspace, path, "v2").notices[0] == told


def test_a_version_that_was_discussed_or_linked_to_is_never_replaced(own_samples, markdown):
    path = markdown("## 1 A\n\nEen.\n")
    with pytest.raises(CallError, match="session 2022-05-17-onderzoekers discussed it"):
        import_paper(own_samples, path, "v1", replace=True)
    import_paper(own_samples, path, "v5")
    curate(own_samples, coder="Anne").link("T001", at="1:1", version="v5")
    with pytest.raises(CallError, match="1 links or decisions are on it"):
        import_paper(own_samples, path, "v5", replace=True)


@pytest.mark.parametrize(
    ("name", "version", "changes", "told"),
    [
        ("paper.pdf", "v2", "", "no Word document and no Markdown"),
        ("absent.docx", "v2", "", "There is no such file"),
        ("paper.md", "../v2", "", "not a name of a version"),
        ("paper.md", "v2", "maybe", "accepted or original"),
    ],
)
def test_a_wrong_call_says_what_was_expected(workspace, markdown, name, version, changes, told):
    path = markdown("## 1 A\n")
    with pytest.raises(CallError, match=told):
        import_paper(workspace, path.with_name(name), version, changes=changes)
