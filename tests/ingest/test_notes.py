import pytest

from lcsynth.errors import DataError
from lcsynth.ingest.reasons import ATTENDANCE, DAMAGED, NO_TEXT, UNPLACED
from tests.ingest.office import docx, odt, p, t
from tests.ingest.samples import SAID


def told(reading):
    assert reading.format == "notes"
    return [(one.question, one.text) for one in reading.contributions]


BULLETS = """Wat ging er goed?
- De sfeer was open, en er was tijd
- Iedereen kwam aan het woord

Wat kan beter:
* Eerder beginnen
  met de voorbereiding
1. Minder papier
2) Meer koffie
"""


MINUTES = """Verslag feedbacksessie 17 mei 2022

1. Opening
De voorzitter heet iedereen welkom.

2. Perspectieven
- De definitie is te breed
- Er ontbreekt een voorbeeld uit het mbo
3. Rondvraag

Actiepunten
- De link nog eens rondsturen
"""


def test_the_points_of_minutes_are_headings(read):
    assert told(read(MINUTES, name="notulen.txt")) == [
        ("Opening", "De voorzitter heet iedereen welkom."),
        ("Perspectieven", "De definitie is te breed"),
        ("Perspectieven", "Er ontbreekt een voorbeeld uit het mbo"),
        ("Actiepunten", "De link nog eens rondsturen"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Meer tijd\n2. Meer geld\n3. Meer ruimte\n",
        "1. Er is te weinig tijd.\n\nDat zei bijna iedereen aan tafel.\n\n2. Er is te weinig geld.\n",
        "1. Meer tijd\n\nDat zei bijna iedereen aan tafel.\n\n5. Meer geld\n",
    ],
)
def test_a_numbered_list_and_numbered_sentences_are_notes(read, text):
    said = [text for _, text in told(read(text, name="n.txt"))]
    assert len(said) == len([line for line in text.splitlines() if line])


def test_bullets_are_notes_under_the_line_with_a_colon_or_a_few_words(read):
    reading = read(BULLETS, name="notities.txt")
    assert told(reading) == [
        ("Wat ging er goed?", "De sfeer was open, en er was tijd"),
        ("Wat ging er goed?", "Iedereen kwam aan het woord"),
        ("Wat kan beter", "Eerder beginnen met de voorbereiding"),
        ("Wat kan beter", "Minder papier"),
        ("Wat kan beter", "Meer koffie"),
    ]
    assert [one.locator for one in reading.contributions][:2] == ["line 2", "line 3"]
    assert {one.kind for one in reading.contributions} == {"note"}


def test_lines_in_capitals_and_underlined_lines_are_headings(read):
    text = (
        "GOEDE PUNTEN\nDe opening was helder en kort.\n\nVerder\n======\nGraag een vervolg in het najaar.\n"
    )
    assert told(read(text, name="n.txt")) == [
        ("GOEDE PUNTEN", "De opening was helder en kort."),
        ("Verder", "Graag een vervolg in het najaar."),
    ]


def test_a_heading_with_nothing_under_it_is_a_note(read):
    text = "De zaal was te klein voor ons.\n\nMEER RUIMTE NODIG\n"
    assert told(read(text, name="n.txt"))[-1] == ("", "MEER RUIMTE NODIG")


def test_a_paragraph_that_was_wrapped_is_one_note_and_lines_are_one_each(read):
    wrapped = (
        "Wij vonden dat de bijeenkomst goed verliep en dat er veel ruimte\n"
        "was voor gesprek. Toch misten wij aan het einde een afsluiting die\n"
        "Alles bij elkaar bracht.\n"
    )
    lines = "Meer tijd voor gesprek\nEen vaste begeleider\nBetere koffie graag\n"
    reading = read(f"{wrapped}\n{lines}", name="n.txt")
    assert [text for _, text in told(reading)] == [" ".join(wrapped.split()), *lines.strip().split("\n")]


def test_names_in_front_of_notes_are_their_authors(read):
    text = "- Anna: meer tijd nodig\n- Bram van der Kok: eens\n- Tip: begin eerder\n- let op: de datum\n"
    reading = read(text, name="n.txt")
    assert [(one.identity, one.text) for one in reading.contributions] == [
        ("Anna", "meer tijd nodig"),
        ("Bram van der Kok", "eens"),
        ("", "Tip: begin eerder"),
        ("", "let op: de datum"),
    ]
    assert reading.contributions[1].names == ("Bram van der Kok",)


def test_one_word_with_a_colon_is_nobody(read):
    (one, _) = read("- Leren: dat kost tijd\n- Zo is het\n", name="n.txt").contributions
    assert (one.identity, one.text) == ("", "Leren: dat kost tijd")


@pytest.mark.parametrize(
    "line",
    [
        "Aanwezig: Jan, Piet van der Berg (ROC Oost), Kim en 12 studenten",
        "aanwezigen: jan, piet, kim bos",
        "- Afwezig: niemand",
        "Afwezig met kennisgeving: Noor.",
        "Attendees: Anna Bosman; Kwame Mensah",
        "Apologies: none",
        "Notulist: Kim",
        "Deelnemers: 12 docenten",
    ],
)
def test_who_was_there_is_no_remark_and_not_lost(read, line):
    reading = read(
        f"{line}\n\n- Meer tijd graag\n- En meer rust voor iedereen\n", name="n.txt", format="notes"
    )
    assert [one.text for one in reading.contributions] == ["Meer tijd graag", "En meer rust voor iedereen"]
    assert [(one.reason, one.excerpt) for one in reading.refusals] == [(ATTENDANCE, "")]


@pytest.mark.parametrize(
    "line",
    [
        "Aanwezig: de hele groep vond dat een goed begin",
        "Absent: any mention of money",
        "Meer aanwezig: Jan en Piet",
        "Wij waren er: Jan, Piet",
    ],
)
def test_a_remark_that_begins_as_a_list_of_people_stays(read, line):
    reading = read(f"- {line}\n- Meer tijd graag\n", name="n.txt", format="notes")
    assert [one.text for one in reading.contributions] == [line, "Meer tijd graag"]


def test_names_under_a_heading_for_those_present_are_refused_and_remarks_after_them_stay(read):
    text = "Aanwezig:\n- Jan Bakker (mbo)\n- Kim\n\nDe sfeer in de groep was goed.\n\nTips:\n- Kim vragen\n"
    reading = read(text, name="n.txt", format="notes")
    assert [(one.locator, one.reason) for one in reading.refusals] == [
        ("line 2", ATTENDANCE),
        ("line 3", ATTENDANCE),
    ]
    assert [one.text for one in reading.contributions] == ["De sfeer in de groep was goed.", "Kim vragen"]


def test_the_people_in_the_notes_of_a_document_are_refused_too(read):
    reading = read(docx(p(t("Aanwezig: Jan, Piet")) + p(t("Er is te weinig tijd."))), name="n.docx")
    assert told(reading) == [("", "Er is te weinig tijd.")]
    assert [one.reason for one in reading.refusals] == [ATTENDANCE]


MARKDOWN = """# Sessie

## Opzetten

Begin **klein**, met [deze stap](https://voorbeeld.nl).

- eerste punt
  - onderliggend punt
- tweede *punt*

> een citaat uit de zaal

| wie | wat |
|---|---|
| zaal 1 | meer tijd |

```
letterlijk zo
```

## Borgen
Vaste uren.
"""


def test_markdown_loses_its_marks_and_keeps_its_headings(read):
    reading = read(MARKDOWN, name="n.md")
    assert told(reading) == [
        ("Opzetten", "Begin klein, met deze stap."),
        ("Opzetten", "eerste punt"),
        ("Opzetten", "onderliggend punt"),
        ("Opzetten", "tweede punt"),
        ("Opzetten", "een citaat uit de zaal"),
        ("wie", "zaal 1"),
        ("wat", "meer tijd"),
        ("Opzetten", "letterlijk zo"),
        ("Borgen", "Vaste uren."),
    ]
    assert reading.contributions[1].locator == "line 7"


def test_markdown_takes_no_remark_for_a_reference_or_a_picture_for_nothing(read):
    reading = read("# Zaal\n\n[Anna]: akkoord\n\n![](foto.png)\n\nEen \x00 fout\n", name="n.md")
    assert told(reading) == [("Zaal", "[Anna]: akkoord")]
    assert [(one.locator, one.reason) for one in reading.refusals] == [
        ("line 5", NO_TEXT),
        ("line 7", DAMAGED),
    ]


def test_the_name_of_the_file_changes_no_note(read):
    for content in (BULLETS, MARKDOWN):
        assert told(read(content, name="a.md")) == told(read(content, name="a.txt"))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_every_line_end_and_encoding_gives_the_same(read, line_end, encoding):
    text = "- Eén café, naïef\n- En nog één hele zin\n"
    assert [text for _, text in told(read(text.replace("\n", line_end).encode(encoding), name="n.txt"))] == [
        "Eén café, naïef",
        "En nog één hele zin",
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "tekst\nDit is een hele zin\n\nEn dit is er nog een\n"),
        ("a.txt", "tekst\nDit is een hele zin\nEn dit is er nog een\n"),
        ("a.txt", "naam\ttekst\nAnna\tDit is een hele zin\nBram\tEn dit is er nog een\n"),
        ("a.txt", "id;Wat gaat er goed?\n1;Dit is een hele zin\n2;En dit is er nog een, ja\n"),
        ("a.csv", "tekst\n- Dit is een hele zin\nEn dit is er nog een\nEn dit is er nog een, ja\n"),
        ("a.txt", "Wat vond u van de dag?\nDe dag was heel goed\nIk vond het te lang duren\n"),
    ],
)
def test_tables_are_no_notes(read, name, content):
    assert read(content, name=name).format == "csv"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Een lange opmerking van een enkele regel, zonder meer."),
        ("a.txt", "Goed, mooi\n\nMinder, want laat in de avond\n\nEn verder, nog iets\n"),
        ("a.txt", "- Goed idee, maar lastig\n- Meer tijd, ja\n- Nog iets, ja\n"),
        ("notities", "- Goed idee\n- Meer tijd voor gesprek\n"),
        ("a.csv", "# Zaal 1\n\n- Goed idee maar lastig\n- Meer tijd voor gesprek\n"),
    ],
)
def test_prose_and_bullets_are_notes(read, name, content):
    assert read(content, name=name).format == "notes"


@pytest.mark.parametrize(
    "content",
    [
        '{"a": ["Een hele zin met woorden"]}',
        '[{"a": "Een hele zin met woorden"}]',
        "<html><p>Een hele zin met woorden</p></html>",
        "<?xml version='1.0'?><a>Een hele zin met woorden</a>",
    ],
)
def test_what_a_machine_wrote_is_no_notes(content, tmp_path):
    from lcsynth.ingest.notes import NotesReader

    (tmp_path / "a.txt").write_text(content)
    assert not NotesReader().claims(tmp_path / "a.txt")


def test_a_word_document_gives_paragraphs_items_cells_boxes_and_footnotes(read):
    item = "<w:numPr/>"
    cell = f"<w:tbl><w:tr><w:tc>{p(t('Cel een'))}</w:tc><w:tc>{p(t('Cel twee'))}</w:tc></w:tr></w:tbl>"
    box = f"<w:r><mc><txbxContent>{p(t('In een kader'))}</txbxContent></mc></w:r>".replace("mc>", "w:pict>")
    body = p(t("Opzetten"), style="Heading1") + p(t("Punt"), properties=item) + p() + cell
    body += p(t("Rond "), box, t("het kader")) + p("<w:r><w:drawing><blip/></w:drawing></w:r>")
    note = f'<w:footnote w:id="2">{p(t("Onderaan"))}</w:footnote>'
    reading = read(docx(body, footnotes=note), name="n.docx")
    assert told(reading) == [
        ("Opzetten", "Punt"),
        ("Opzetten", "Cel een"),
        ("Opzetten", "Cel twee"),
        ("Opzetten", "Rond het kader"),
        ("Opzetten", "In een kader"),
        ("", "Onderaan"),
    ]
    assert [one.reason for one in reading.refusals] == [NO_TEXT]
    assert reading.contributions[0].locator == "paragraph 2"


def test_text_in_two_forms_is_read_once(read):
    forms = f"<Choice>{p(t('Nieuw'))}</Choice><Fallback>{p(t('Oud'))}</Fallback>"
    body = p(t("Rond"), f"<w:r><AlternateContent>{forms}</AlternateContent></w:r>")
    assert [text for _, text in told(read(docx(body)))] == ["Rond", "Nieuw"]


def test_an_open_document_gives_its_notes_and_margins(read):
    body = (
        '<text:h text:outline-level="1">Opzetten</text:h><text:p>Een<text:s text:c="2"/>zin met'
        " <text:span>nadruk</text:span> erin<text:line-break/>en meer</text:p>"
        "<text:list><text:list-item><text:p>Punt een</text:p></text:list-item></text:list>"
        "<table:table><table:table-cell><text:p>Cel</text:p></table:table-cell></table:table>"
        "<text:tracked-changes><text:p>Weg</text:p></text:tracked-changes><text:p/>"
        "<text:p>Tekst<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Onderaan</text:p></text:note-body></text:note> gaat door</text:p>"
    )
    reading = read(odt(body, "<style:header><text:p>Verslag</text:p></style:header>"), name="n.odt")
    assert told(reading) == [
        ("Opzetten", "Een  zin met nadruk erin\nen meer"),
        ("Opzetten", "Punt een"),
        ("Opzetten", "Cel"),
        ("Opzetten", "Tekst gaat door"),
        ("Opzetten", "Onderaan"),
    ]
    assert [(one.locator, one.reason) for one in reading.refusals] == [("header", UNPLACED)]
    assert reading.empty == 1


def test_comments_in_an_open_document_have_author_date_and_anchor(read):
    def annotation(name, text, parent=""):
        return (
            f'<office:annotation office:name="{name}" parent-name="{parent}">'
            "<dc:creator>Anna Bosman</dc:creator>"
            f"<dc:date>2022-05-17T10:00:00.123000000</dc:date><text:p>{text}</text:p></office:annotation>"
        )

    body = (
        f"<text:h>Opzetten</text:h><text:p>Begin {annotation('a', 'Hoe?')}heel klein"
        f'<office:annotation-end office:name="a"/> en rustig.</text:p>'
        f"<text:p>Later {annotation('b', 'Zo dan', 'a')}verder.</text:p>"
    )
    reading = read(odt(body), name="n.odt")
    first, second = reading.contributions
    assert (reading.format, first.kind, first.identity) == ("word", "comment", "Anna Bosman")
    assert (first.text, first.anchor, first.question) == ("Hoe?", "heel klein", "Opzetten")
    assert (first.said_at, second.parent, second.anchor) == (
        "2022-05-17T10:00:00",
        "comment 1",
        "Later verder.",
    )


def test_notes_too_long_to_be_notes_say_so(read, monkeypatch):
    from lcsynth.ingest import notes, notes_markdown

    monkeypatch.setattr(notes, "LARGEST_TEXT", 2**20)
    with pytest.raises(DataError, match="notes have 1 MiB"):
        read("a b " * 300_000, name="n.txt", format="notes")
    monkeypatch.setattr(notes_markdown, "LARGEST", 100)
    with pytest.raises(DataError, match="characters"):
        read("# Kop\n" + "a b " * 100, name="n.md")


def test_an_empty_document_says_so(read):
    with pytest.raises(DataError, match="no notes"):
        read(docx(""), name="n.docx")


def tbl(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(cells)}</w:tr>" for cells in rows) + "</w:tbl>"


def tc(*paragraphs, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(p, map(t, paragraphs or [''])))}</w:tc>"


GOES_ON, BEGINS = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'


def test_a_table_of_remarks_in_a_document_is_read_by_rows_and_the_rest_as_notes(read):
    harvest = tbl(
        (tc("Vraag"), tc("Oogst"), tc("Wie")),
        (tc("Wat mist u?", properties=BEGINS), tc("Er is te weinig tijd."), tc("Noor Verheul")),
        (tc(properties=GOES_ON), tc("Studenten horen erbij.", "Vanaf het begin."), tc("Bo Wijnalda")),
        (tc("Wat herkent u?"), tc("Het belang van een begeleider."), tc("")),
    )
    content = docx(p(t("Tafel 2"), style="Kop1") + p(t("Wij begonnen laat.")) + harvest)
    reading = read(content, name="tafel2.docx")
    assert told(reading) == [
        ("Tafel 2", "Wij begonnen laat."),
        ("Wat mist u?", "Er is te weinig tijd."),
        ("Wat mist u?", "Studenten horen erbij.\n\nVanaf het begin."),
        ("Wat herkent u?", "Het belang van een begeleider."),
    ]
    assert [one.identity for one in reading.contributions] == ["", "Noor Verheul", "Bo Wijnalda", ""]
    assert [one.locator for one in reading.contributions][1] == "table 1 row 2"
    assert {one.kind for one in reading.contributions} == {"note"}


def test_the_heading_above_a_table_is_what_was_asked_when_its_columns_ask_nothing(read):
    rows = [(tc("Nr"), tc("Opmerking")), *((tc(str(n)), tc(text)) for n, text in enumerate(SAID, 1))]
    content = docx(p(t("Wat mist u?"), style="Kop1") + tbl(*rows))
    assert told(read(content, name="a.docx")) == [("Wat mist u?", text) for text in SAID]


def test_a_table_that_lays_out_a_page_is_read_paragraph_by_paragraph(read):
    layout = tbl((tc("Er is te weinig tijd."), tc("Studenten horen erbij.")), (tc("Wie betaalt dit?"), tc()))
    assert [text for _, text in told(read(docx(layout), name="a.docx"))] == [
        "Er is te weinig tijd.",
        "Studenten horen erbij.",
        "Wie betaalt dit?",
    ]


def test_a_table_in_an_open_document_is_read_by_rows_too(read):
    def row(*cells):
        inner = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    rows = row("Naam", "Opmerking") + row("Noor Verheul", SAID[0]) + row("Bo Wijnalda", SAID[1])
    reading = read(odt(f"<text:h>Tafel 1</text:h><table:table>{rows}</table:table>"), name="a.odt")
    assert told(reading) == [("Tafel 1", SAID[0]), ("Tafel 1", SAID[1])]
    assert [one.identity for one in reading.contributions] == ["Noor Verheul", "Bo Wijnalda"]
