"""The draft of the sample paper goes out to authors, and what they answer comes back at the right place."""

import io
import re
import zipfile

import docx
import pytest

import lcsynth
from lcsynth.document import parse_paper
from lcsynth.errors import CallError
from lcsynth.ingest.draft_notes import reference_in, untouched
from lcsynth.pipeline.drafting import draft

AUTHOR = "Anna Bosman"
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


@pytest.fixture(scope="module")
def drafted(samples):
    return draft(samples, "v1", language="nl")


def comments_of(file):
    return list(docx.Document(io.BytesIO(file)).comments)


def answered(file, replies):
    """Reply to comments of a document, number → text, and save it as Word does: in threads."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        content = {name: parts.read(name).decode("utf-8", "surrogateescape") for name in parts.namelist()}
    body, notes = content["word/document.xml"], content["word/comments.xml"]
    ends = [found.start() for found in re.finditer("</w:comment>", notes)]
    threads = []
    for place, (number, text) in reversed(list(enumerate(replies.items(), start=len(ends)))):
        last = notes.rfind("<w:p>", 0, ends[number])
        notes = f'{notes[:last]}<w:p w14:paraId="{number + 1:08X}">{notes[last + 5 :]}'
        notes = notes.replace(
            "</w:comments>",
            f'<w:comment w:id="{place}" w:author="{AUTHOR}" w:date="2026-01-05T10:00:00Z">'
            f'<w:p w14:paraId="{place + 1:08X}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>',
        )
        for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            body = body.replace(
                f'<w:{tag} w:id="{number}"/>', f'<w:{tag} w:id="{number}"/><w:{tag} w:id="{place}"/>'
            )
        threads.append(f'<w15:commentEx w15:paraId="{place + 1:08X}" w15:paraIdParent="{number + 1:08X}"/>')
    content |= {"word/document.xml": body, "word/comments.xml": notes}
    content["word/commentsExtended.xml"] = f"<w15:commentsEx {W15}>{''.join(threads)}</w15:commentsEx>"
    content["word/_rels/document.xml.rels"] = content["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rIdT" Type="{RELATION}" Target="commentsExtended.xml"/></Relationships>',
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for name, text in content.items():
            parts.writestr(name, text.encode("utf-8", "surrogateescape"))
    return out.getvalue()


def test_every_comment_is_sealed_and_names_a_theme_with_quotes_that_were_said(drafted, samples):
    made = lcsynth.synthesise(samples)
    said = dict(zip(made.statements["statement_id"], made.statements["text"], strict=True))
    notes = comments_of(drafted)
    assert notes
    for note in notes:
        reference = reference_in(note.text)
        assert untouched(note.text)
        assert reference.version == "v1"
        if not reference.theme:
            assert "botsen" in note.text
            continue
        assert note.text.startswith(reference.theme)
        assert "Besluit: open." in note.text
        quotes = re.findall(r"^“(.*)” \((?:[^()]*, )?(s[0-9a-f]{12})\)$", note.text, re.MULTILINE)
        assert 1 <= len(quotes) <= 2
        assert all(" ".join(said[name].split()) == text for text, name in quotes)


def test_all_themes_that_are_linked_are_in_the_draft_the_most_people_first(drafted, samples):
    made = lcsynth.synthesise(samples)
    references = [reference_in(note.text) for note in comments_of(drafted)]
    themes = [(one.anchor, one.theme) for one in references if one.theme]
    linked = made.decisions[(made.decisions["paper_version"] == "v1") & (made.decisions["statements"] > 0)]
    people = {(row.anchor or row.section, row.theme_id): row.contributors for row in linked.itertuples()}
    assert set(themes) == set(people)
    for place in {anchor for anchor, _ in themes}:
        counts = [people[one] for one in themes if one[0] == place]
        assert counts == sorted(counts, reverse=True)


def test_no_audience_of_fewer_than_five_people_is_counted_in_a_comment(drafted):
    for note in comments_of(drafted):
        counts = re.findall(r"[A-Z][a-z]+ \((\d+)\)", note.text.split("“")[0])
        assert all(int(count) >= 5 for count in counts)


def test_the_draft_is_the_same_bytes_every_time(drafted, samples):
    assert draft(samples, "v1", language="nl") == drafted


def test_the_paper_in_the_draft_is_the_paper(drafted, samples):
    paper = parse_paper(samples.paper("v1").read_text(encoding="utf-8"), version="v1")
    shown = docx.Document(io.BytesIO(drafted)).paragraphs
    assert shown[0].text == paper.title
    headings = [one.text for one in shown if one.style.name.startswith("Heading")]
    assert headings == [one.heading for one in paper.sections if one.heading]


def test_a_draft_that_nobody_changed_is_the_same_version_when_it_is_imported(drafted, samples, tmp_path):
    from lcsynth.document import align
    from lcsynth.document.word_paper import read_word_paper

    path = tmp_path / "voorstel.docx"
    path.write_bytes(drafted)
    paper = parse_paper(samples.paper("v1").read_text(encoding="utf-8"), version="v1")
    found = align(paper, parse_paper(read_word_paper(path).markdown, version="v2"))
    assert set(found["change"]) == {"same"}


def test_replies_and_new_comments_of_an_author_come_back_at_their_place(drafted, own_samples, tmp_path):
    references = [reference_in(note.text) for note in comments_of(drafted)]
    number, reference = next(
        pair for pair in enumerate(references) if pair[1].theme and pair[1].anchor == "2.2"
    )
    edited = docx.Document(
        io.BytesIO(answered(drafted, {number: "Eens, we nemen dit over in de volgende versie."}))
    )
    marked = next(one for one in edited.paragraphs if one.text.startswith("Begeleiden is een vak"))
    edited.add_comment(marked.runs, text="Hier moet een voorbeeld bij uit het mbo.", author=AUTHOR)
    path = tmp_path / "voorstel.docx"
    edited.save(path)
    changes = {"audiences": ["onderzoekers"], "date": "2026-01-06"}
    added = lcsynth.add(own_samples, [path], "2026-01-06-auteurs", changes=changes)
    assert added.session.paper_version == "v1"
    assert "the version of the paper is v1, which the draft is of" in added.assumed
    made = lcsynth.synthesise(lcsynth.open_workspace(own_samples.root), session="2026-01-06-auteurs")
    (account,) = made.ledger.to_dict("records")
    assert account["contributions"] == 2
    assert account["empty"] == len(references)
    parts = ("contributions", "duplicates", "quarantined", "empty")
    assert account["read"] == sum(account[name] for name in parts)
    texts = dict(zip(made.contributions["text"], made.contributions["question"], strict=True))
    reply = texts["Eens, we nemen dit over in de volgende versie."]
    assert reply.startswith(reference.theme)
    assert reference_in(reply) == reference
    places = made.links.merge(made.statements, on="statement_id")
    found = set(zip(places["text"], places["anchor"], places["how"], strict=True))
    assert {
        ("Eens, we nemen dit over in de volgende versie.", "2.2", "anchored"),
        ("Hier moet een voorbeeld bij uit het mbo.", "4.2:2", "anchored"),
    } == {one for one in found if one[2] == "anchored"}


def test_a_version_that_is_not_there_is_refused_with_the_nearest(samples):
    with pytest.raises(CallError, match="no version 'v9'"):
        draft(samples, "v9")
