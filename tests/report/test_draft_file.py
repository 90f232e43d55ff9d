"""The draft as a Word document: real headings, lists and tables, and comments that stand at their place."""

import io
import zipfile

import docx
import pytest

from lcsynth.document import parse_paper
from lcsynth.report.draft import Note
from lcsynth.report.draft_file import draft_file

PAPER = parse_paper(
    """# Samen *leren*

## 1 Inleiding

Een **vette** en *schuine* tekst met `code` en [een plek](https://example.org/a?b=1&c=2).
Nog een regel.

1. een
2. twee

   onder twee
   - dieper

Tussen.

1. opnieuw

### 1.1 Getallen

| naam | aantal |
|------|--------|
| a    | 1      |

> Een citaat.

```
x = 1
y = 2
```

### 1.2 Noten

Een zin met een noot[^1] en nog een[^2].

[^1]: De eerste noot, met *nadruk* en [een plek](https://example.org).

[^2]: De tweede.

Een vierkante [haak] en [^c] zonder noot.
""",
    version="v1",
)
NOTES = {
    "1.1": (Note(("Eerste", "regel")), Note(("Tweede",))),
    "1:1": (Note(("Bij de alinea",)),),
    "1:2": (Note(("Bij de lijst",)),),
    "1.1:1": (Note(("Bij de tabel",)),),
}


@pytest.fixture(scope="module")
def made():
    return docx.Document(io.BytesIO(draft_file(PAPER, NOTES, language="nl")))


def test_headings_lists_quotes_and_code_have_their_styles(made):
    assert [(one.style.name, one.text) for one in made.paragraphs] == [
        ("Title", "Samen leren"),
        ("Heading 1", "1 Inleiding"),
        ("Normal", "Een vette en schuine tekst met code en een plek. Nog een regel."),
        ("List Number", "een"),
        ("List Number", "twee\nonder twee"),
        ("List Bullet", "dieper"),
        ("Normal", "Tussen."),
        ("List Number", "opnieuw"),
        ("Heading 2", "1.1 Getallen"),
        ("Quote", "Een citaat."),
        ("Normal", "x = 1\ny = 2"),
        ("Heading 2", "1.2 Noten"),
        ("Normal", "Een zin met een noot en nog een."),
        ("Normal", "Een vierkante [haak] en [^c] zonder noot."),
    ]


def test_emphasis_and_links_are_kept(made):
    runs = {run.text: run for run in made.paragraphs[2].runs}
    assert (runs["vette"].bold, runs["schuine"].italic, runs["code"].font.name) == (True, True, "Courier New")
    (link,) = made.paragraphs[2].hyperlinks
    assert (link.text, link.address) == ("een plek", "https://example.org/a?b=1&c=2")


def test_a_second_numbered_list_begins_at_one_and_a_list_in_a_list_is_a_level_deeper(made):
    items = [one for one in made.paragraphs if one.style.name.startswith("List")]
    numbers = [one._p.pPr.numPr.numId.val for one in items]
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 3
    assert [one._p.pPr.numPr.ilvl.val for one in items] == [0, 0, 1, 0]


def test_the_heading_row_of_a_table_is_marked_as_one(made):
    (table,) = made.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["naam", "aantal"], ["a", "1"]]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml


def test_notes_are_footnotes(tmp_path):
    from lcsynth.ingest.word_document import read_word

    path = tmp_path / "v1.docx"
    path.write_bytes(draft_file(PAPER, {"1.2:2": (Note(("Bij de noot",)),)}, language="nl"))
    document = read_word(path)
    texts = [one.paragraphs[0].text.strip() for one in document.notes]
    assert [text for text in texts if text] == [
        "De eerste noot, met nadruk en een plek (https://example.org).",
        "De tweede.",
    ]
    body = document.body
    (span,) = body.spans.values()
    assert body.words(body.number(span.start), body.number(span.end)).startswith("Een zin met een noot")


def test_what_is_read_back_from_a_draft_is_the_same_paper(tmp_path):
    from lcsynth.document import align
    from lcsynth.document.word_paper import read_word_paper

    path = tmp_path / "v1.docx"
    path.write_bytes(draft_file(PAPER, NOTES, language="nl"))
    back = parse_paper(read_word_paper(path).markdown, version="v2")
    found = align(PAPER, back)
    paragraphs = found[found["level"] == "paragraph"]
    assert list(paragraphs["old_anchor"]) == list(paragraphs["new_anchor"])
    # An address in a note is spelled out.
    assert list(paragraphs.loc[paragraphs["change"] != "same", "new_anchor"]) == ["1.2:2"]


def test_comments_are_those_of_lcsynth_in_order(made):
    assert [(one.author, one.text) for one in made.comments] == [
        ("lcsynth", "Bij de alinea"),
        ("lcsynth", "Bij de lijst"),
        ("lcsynth", "Eerste\nregel"),
        ("lcsynth", "Tweede"),
        ("lcsynth", "Bij de tabel"),
    ]
    assert all(one.timestamp is None for one in made.comments)


def test_a_comment_stands_on_all_of_its_place(tmp_path):
    from lcsynth.ingest.word_document import read_word

    path = tmp_path / "v1.docx"
    path.write_bytes(draft_file(PAPER, NOTES, language="nl"))
    body = read_word(path).body
    words = [body.words(body.number(one.start), body.number(one.end)) for one in body.spans.values()]
    assert words == [
        "Een vette en schuine tekst met code en een plek. Nog een regel.",
        "een\ntwee\nonder twee\ndieper",
        "1.1 Getallen",
        "1.1 Getallen",
        "naam",
    ]


def test_the_same_draft_is_the_same_bytes_without_a_clock():
    made = [draft_file(PAPER, NOTES, language="nl") for _ in range(2)]
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_has_no_number_or_heading_gets_none_and_comes_back_at_the_same_place(tmp_path):
    from lcsynth.document import align
    from lcsynth.document.word_paper import read_word_paper

    paper = parse_paper(
        "# Samen leren\n\n*Vooraf.*\n\nEn dan.\n\n## Samenvatting\n\nKort.\n\n## 1 Wat\n\nTekst.\n",
        version="v1",
    )
    path = tmp_path / "v1.docx"
    path.write_bytes(draft_file(paper, {"0": (Note(("Bij het begin",)),)}, language="nl"))
    made = docx.Document(str(path))
    texts = ["Samen leren", "Vooraf.", "En dan.", "Samenvatting", "Kort.", "1 Wat", "Tekst."]
    assert [one.text for one in made.paragraphs] == texts
    assert [one.text for one in made.comments] == ["Bij het begin"]
    back = parse_paper(read_word_paper(path).markdown, version="v2")
    found = align(paper, back)
    assert set(found["change"]) == {"same"}
    assert list(found["old_anchor"]) == list(found["new_anchor"])


def test_hostile_text_is_text():
    paper = parse_paper(
        "## 1 <b>&\n\nEen\x01 twee\x0b drie.\n\n<script>alert(1)</script> & ]]> x\n", version="v1"
    )
    made = docx.Document(io.BytesIO(draft_file(paper, {"1": (Note(("<w:p/>&",)),)}, language="en")))
    assert next(one.text for one in made.paragraphs) == "1 <b>&"
    assert [one.text for one in made.comments] == ["<w:p/>&"]
