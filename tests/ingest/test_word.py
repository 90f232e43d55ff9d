import io

import pytest

from lcsynth.errors import DataError
from lcsynth.ingest.reasons import DAMAGED_PART, NO_TEXT, PAPER
from tests.ingest import office

docx, p, t, ins, cut = office.docx, office.p, office.t, office.ins, office.cut
start, end, mark, comment = office.start, office.end, office.mark, office.comment
HEADING = p(t("2.1 Samen leren"), style="Kop1")


def said(reading):
    return [(one.locator, one.text, one.anchor) for one in reading.contributions]


def test_a_comment_has_its_author_date_words_and_heading(read):
    body = HEADING + p(t("Een groep "), start(0), t("leert van elkaar"), end(0), t(" in rust."))
    reading = read(docx(body, comment(0, t("Hoe dan?"))), name="a.docx")
    (one,) = reading.contributions
    assert (reading.format, one.kind, one.locator) == ("word", "comment", "comment 1")
    assert (one.text, one.anchor, one.question) == ("Hoe dan?", "leert van elkaar", "2.1 Samen leren")
    assert (one.identity, one.said_at) == ("Anna Bosman", "2022-05-17T10:00:00+00:00")


def test_a_comment_may_cross_paragraphs_and_lie_within_another(read):
    body = p(start(0), t("Eerst dit"), start(1), t(" en dat"), end(1)) + p(
        t("daarna dit"), end(0), t(" niet")
    )
    reading = read(docx(body, comment(0, t("Een")) + comment(1, t("Twee"))))
    assert [one.anchor for one in reading.contributions] == ["Eerst dit en dat\ndaarna dit", "en dat"]


def test_a_comment_without_a_range_or_end_is_about_its_paragraph(read):
    body = p(t("Voor")) + p(t("De hele "), start(0), t("alinea"), mark(0)) + p(t("Los"), mark(1)) + p(t("Na"))
    reading = read(docx(body, comment(0, t("Een")) + comment(1, t("Twee")) + comment(2, t("Drie"))))
    assert [one.anchor for one in reading.contributions] == ["De hele alinea", "Los", ""]


def test_the_anchor_is_the_text_as_it_was_before_the_changes(read):
    body = p(start(0), t("Wij "), cut("moeten"), ins("willen"), t(" leren"), end(0))
    body += p(t("Oud"), start(1), ins(" en nieuw"), end(1))
    reading = read(docx(body, comment(0, t("Waarom?")) + comment(1, t("Mooi zo"))))
    assert [one.anchor for one in reading.contributions if one.kind == "comment"] == [
        "Wij moeten leren",
        "Oud",
    ]


def test_a_reply_names_its_parent_and_has_its_anchor(read):
    comments = comment(4, t("Vraag?"), paragraph="AA") + comment(7, t("Antwoord."), paragraph="BB")
    threads = '<w15:commentEx w15:paraId="AA"/><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA"/>'
    reading = read(docx(p(start(4), t("Dit stuk"), end(4)), comments, threads))
    assert [(one.parent, one.anchor) for one in reading.contributions] == [
        ("", "Dit stuk"),
        ("comment 1", "Dit stuk"),
    ]


def test_replies_in_a_circle_are_read_all_the_same(read):
    comments = comment(0, t("Een"), paragraph="AA") + comment(1, t("Twee"), paragraph="BB")
    threads = "".join(
        f'<w15:commentEx w15:paraId="{one}" w15:paraIdParent="{other}"/>'
        for one, other in (("AA", "BB"), ("BB", "AA"))
    )
    assert len(read(docx(p(t("Tekst")), comments, threads)).contributions) == 2


def test_comments_keep_their_paragraphs_and_the_words_of_their_links(read):
    link = f"<w:hyperlink>{t('deze bron')}</w:hyperlink>"
    reading = read(docx(p(t("Tekst")), comment(0, t("Zie ") + link, t("En lees die."))))
    assert reading.contributions[0].text == "Zie deze bron\nEn lees die."


def test_a_comment_of_only_a_picture_is_refused_and_one_of_nothing_is_empty(read):
    picture = "<w:r><w:drawing><blip/></w:drawing></w:r>"
    reading = read(docx(p(t("Tekst")), comment(0, picture) + comment(1, t(" ")) + comment(2, t("Ja"))))
    assert [(one.locator, one.reason) for one in reading.refusals][:-1] == [("comment 1", NO_TEXT)]
    assert (reading.read, reading.empty) == (4, 1)


def test_a_mark_whose_comment_is_lost_is_refused(read):
    reading = read(docx(p(t("Tekst"), mark(0), mark(9)), comment(0, t("Hier"))))
    assert [one.reason for one in reading.refusals] == [DAMAGED_PART, PAPER]


def test_a_comment_on_a_footnote_has_the_heading_above_its_number(read):
    body = HEADING + p(t("Tekst"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    notes = f'<w:footnote w:id="2">{p(start(0), t("De bron"), end(0))}</w:footnote>'
    (one,) = read(docx(body, comment(0, t("Welke?")), footnotes=notes)).contributions
    assert (one.anchor, one.question) == ("De bron", "2.1 Samen leren")


def test_a_replacement_is_one_suggestion_in_either_order(read):
    body = p(t("Wij "), cut("moeten"), ins("willen"), t(" en "), ins("mogen"), cut("kunnen"), t(" leren"))
    reading = read(docx(body))
    assert [(one.kind, one.text, one.anchor) for one in reading.contributions] == [
        ("insertion", "willen", "moeten"),
        ("insertion", "mogen", "kunnen"),
    ]


def test_an_insertion_or_deletion_alone_is_about_its_paragraph(read):
    body = HEADING + p(t("Wij leren"), ins(" van elkaar"), t(" elke dag.")) + p(cut("Ook dit"), t(" blijft."))
    reading = read(docx(body))
    assert [(one.kind, one.locator, one.text, one.anchor) for one in reading.contributions] == [
        ("insertion", "change 1", "van elkaar", "Wij leren elke dag."),
        ("deletion", "change 2", "Ook dit", "Ook dit blijft."),
    ]
    assert {one.question for one in reading.contributions} == {"2.1 Samen leren"}
    assert {one.identity for one in reading.contributions} == {"Anna Bosman"}


def test_a_change_in_a_footnote_alone_is_read(read):
    note = f'<w:footnote w:id="2">{p(t("Bron: "), ins("het verslag"))}</w:footnote>'
    assert said(read(docx(p(t("Tekst")), footnotes=note))) == [("change 1", "het verslag", "Bron:")]


def test_changes_of_one_author_grow_together_and_those_of_two_do_not(read):
    body = p(t("A "), ins("een "), ins("twee"), ins("drie", author="Bram Kok"), t(" Z"))
    assert [one.text for one in read(docx(body)).contributions] == ["een twee", "drie"]


def test_an_inserted_paragraph_is_about_the_one_before_it(read):
    inserted = f'<w:rPr><w:ins w:id="3" w:author="Anna Bosman" w:date="{office.DATE}"/></w:rPr>'
    body = p(t("De eerste."), properties=inserted) + p(ins("Een nieuwe.")) + p(t("De laatste."))
    assert said(read(docx(body))) == [("change 1", "Een nieuwe.", "De eerste.")]


def test_changes_of_only_white_space_signs_or_place_count_as_empty(read):
    moved = f'<w:moveFrom w:id="1" w:author="Anna Bosman">{t("Dit stuk")}</w:moveFrom>'
    reading = read(docx(p(t("Ja"), ins(", "), t("nee"), cut("."), t("en"), moved) + p(ins("Echt"))))
    assert (reading.read, reading.empty, [one.text for one in reading.contributions]) == (5, 3, ["Echt"])


def test_text_that_one_inserted_and_another_deleted_is_a_suggestion_of_both(read):
    run = "<w:r><w:delText>onnodig</w:delText></w:r>"
    inner = f'<w:del w:id="2" w:author="Bram Kok">{run}</w:del>'
    body = p(t("Dit is "), f'<w:ins w:id="1" w:author="Anna Bosman">{inner}</w:ins>', t("."))
    assert sorted((one.identity, one.kind) for one in read(docx(body)).contributions) == [
        ("Anna Bosman", "insertion"),
        ("Bram Kok", "deletion"),
    ]


def test_changes_of_the_formatting_are_none(read):
    bold = '<w:rPr><w:rPrChange w:id="1" w:author="Anna Bosman"><w:rPr/></w:rPrChange></w:rPr>'
    assert read(docx(p(f"<w:r>{bold}<w:t>Een hele zin</w:t></w:r>"))).format == "notes"


def test_word_without_comments_says_what_to_do(read):
    with pytest.raises(DataError, match=r"no comments and no tracked changes.*--format notes"):
        read(docx(p(t("Een hele zin"))), format="word")
    with pytest.raises(DataError, match="no Word document"):
        read("Een hele zin", format="word")


def test_the_body_of_a_paper_with_comments_is_no_feedback_unless_asked(read):
    content = docx(p(t("De tekst"), mark(0)), comment(0, t("Een opmerking")))
    assert read(content).columns == {"the text of the document itself": "not read"}
    reading = read(content, format="notes")
    assert [(one.kind, one.text) for one in reading.contributions] == [
        ("comment", "Een opmerking"),
        ("note", "De tekst"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        docx(p(t("De tekst"), mark(0)) + p() + p(t("Nog een")), comment(0, t("Een opmerking"))),
        office.odt(
            "<text:p>De tekst<office:annotation><text:p>Een opmerking</text:p></office:annotation></text:p>"
            "<text:p/><text:p>Nog een</text:p>"
        ),
    ],
    ids=["docx", "odt"],
)
def test_the_text_that_was_not_read_is_accounted_for_as_one_entry(read, content):
    reading = read(content)
    assert [(one.locator, one.reason) for one in reading.refusals] == [
        ("the text of the document, paragraphs: 2", PAPER)
    ]
    assert (reading.read, [one.text for one in reading.contributions]) == (2, ["Een opmerking"])
    assert [one.text for one in read(content, format="notes").contributions] == [
        "Een opmerking",
        "De tekst",
        "Nog een",
    ]


def test_word_on_the_web_names_its_parts_otherwise(read):
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = f'<w:document xmlns:w="{office.W}"><w:body>{p(t("Tekst"), mark(0))}</w:body></w:document>'
    comments = f'<w:comments xmlns:w="{office.W}">{comment(0, t("Goed"))}</w:comments>'.replace("w14:", "")
    content = office.archive(
        {
            "_rels/.rels": f'<R><R Type="{types}/officeDocument" Target="/word/document2.xml"/></R>',
            "word/_rels/document2.xml.rels": f'<R><R Type="{types}/comments" Target="comments7.xml"/></R>',
            "word/document2.xml": main,
            "word/comments7.xml": comments,
        }
    )
    assert said(read(content)) == [("comment 1", "Goed", "Tekst")]


def test_what_a_library_writes_is_read(read):
    from docx import Document

    document = Document()
    document.add_heading("Opzetten", level=2)
    paragraph = document.add_paragraph("Begin klein. ")
    run = paragraph.add_run("Groei later.")
    document.add_comment(run, text="Wanneer?", author="Bram Kok", initials="BK")
    out = io.BytesIO()
    document.save(out)
    (one,) = read(out.getvalue()).contributions
    assert (one.text, one.anchor, one.question, one.identity) == (
        "Wanneer?",
        "Groei later.",
        "Opzetten",
        "Bram Kok",
    )


def test_bullets_with_a_comment_are_notes_and_the_comment_is_read_too(read):
    from docx import Document

    document = Document()
    document.add_heading("Tafel 3", level=1)
    for text in ("Er is te weinig tijd.", "Studenten horen erbij.", "Wie betaalt dit?"):
        last = document.add_paragraph(text, style="List Bullet")
    document.add_comment(last.runs[0], text="Dit kwam ook aan tafel 2 langs.", author="Bram Kok")
    out = io.BytesIO()
    document.save(out)
    reading = read(out.getvalue(), name="tafel3.docx")
    assert reading.format == "notes"
    assert [(one.kind, one.text) for one in reading.contributions] == [
        ("comment", "Dit kwam ook aan tafel 2 langs."),
        ("note", "Er is te weinig tijd."),
        ("note", "Studenten horen erbij."),
        ("note", "Wie betaalt dit?"),
    ]
    assert not reading.refusals


def test_a_real_document_gives_all_its_comments(read, shared_data):
    sample = shared_data / "formats" / "word_comments.docx"
    reading = read(sample.read_bytes(), name="a.docx")
    assert (reading.format, len(reading.contributions)) == ("word", 4)
    assert [one.reason for one in reading.refusals] == [PAPER]
    assert [one.anchor for one in reading.contributions][2:] == ["Paragraph 5", "Paragraph 6"]


def test_many_comments_on_a_long_text_do_not_copy_it_each_time(read):
    text = p(t("Een lange zin van woorden. " * 4_000))
    body = "".join(map(start, range(300))) + text + "".join(map(end, range(300)))
    reading = read(docx(p() + body, "".join(comment(n, t("Ja")) for n in range(300))))
    assert max(len(one.anchor) for one in reading.contributions) <= 2_000
