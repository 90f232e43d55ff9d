"""E-mails: what somebody wrote in them, and nothing of the others."""

import pytest

from lcsynth.errors import DataError
from lcsynth.ingest.reasons import EARLIER_MAIL, MAIL_FORM, NO_TEXT
from tests.ingest.samples import MAILS


def said(reading):
    assert reading.format == "email"
    return [(one.question, one.text) for one in reading.contributions]


def test_an_email_gives_its_paragraphs_with_the_subject_as_their_question(read):
    reading = read(MAILS[0], name="reactie.eml")
    assert said(reading) == [
        ("De paper", "Ik mis een voorbeeld uit het mbo."),
        ("De paper", "Meer tijd"),
        ("De paper", "Meer geld"),
    ]
    (one, *_) = reading.contributions
    assert (one.identity, one.names, one.said_at, one.kind, one.locator) == (
        "noor@voorbeeld.nl",
        ("Noor Verheul",),
        "2022-05-17T18:04:00+02:00",
        "mail",
        "line 3",
    )


def test_greeting_signature_and_earlier_emails_are_accounted_for_and_not_shown(read):
    reading = read(MAILS[0], name="reactie.eml")
    assert [(one.locator, one.reason, one.excerpt) for one in reading.refusals] == [
        ("line 1", MAIL_FORM, ""),
        ("line 8", MAIL_FORM, ""),
        ("line 12", EARLIER_MAIL, ""),
        ("line 14", EARLIER_MAIL, ""),
    ]
    assert "bo@voorbeeld.nl" not in repr(reading)


def test_the_copied_text_of_an_email_is_of_the_same_person(read):
    reading = read(MAILS[1], name="reactie.txt")
    assert said(reading) == [("De paper", "Ik mis een voorbeeld uit het mbo.")]
    assert reading.contributions[0].identity == "noor@voorbeeld.nl"
    assert reading.contributions[0].said_at == "2022-05-17T18:04:00"


@pytest.mark.parametrize(
    "earlier",
    [
        "-----Oorspronkelijk bericht-----\nVan: Bo\nWat vind je?\n",
        "Van: Bo <bo@voorbeeld.nl>\nVerzonden: maandag 16 mei 2022\nOnderwerp: De paper\n\nWat vind je?\n",
        "On Mon, May 16, 2022 at 9:00 AM Bo wrote:\n> Wat vind je?\n",
        "> Wat vind je?\n> Dat vraag ik.\n",
    ],
)
def test_what_was_written_before_is_nothing_that_its_sender_said(read, earlier):
    start = MAILS[1].partition("Groet")[0]
    reading = read(f"{start}{earlier}", name="a.txt")
    assert said(reading) == [("De paper", "Ik mis een voorbeeld uit het mbo.")]
    assert {one.reason for one in reading.refusals} == {EARLIER_MAIL}


@pytest.mark.parametrize(
    ("body", "own"),
    [
        ("Op pagina 4 schreef de werkgroep dat het kan.\nDat is goed.\n", ["Op pagina 4", "Dat is goed."]),
        ("Beste Bo, ik mis een voorbeeld uit het mbo.\n", ["Beste Bo, ik mis"]),
        ("Te lang.\n\n__________\n\nEn te breed.\n", ["Te lang.", "En te breed."]),
        (
            "Op ma 16 mei 2022 om 09:00 schreef Bo:\n> Wat mis je?\nHet mbo.\n> En verder?\nTijd.\n",
            ["Het mbo.", "Tijd."],
        ),
        ("On Mon, May 16, 2022 at 9:00 AM Bo\n<bo@voorbeeld.nl> wrote:\n\nWat mis je?\n", []),
        ("Te lang.\n\nGroet,\nNoor\n\nPS: en te breed.\n", ["Te lang.", "PS: en te breed."]),
    ],
)
def test_what_its_sender_wrote_is_not_taken_for_the_form_of_an_email(read, body, own):
    reading = read(MAILS[1].partition("Ik mis")[0] + "Ja.\n\n" + body, name="a.txt")
    assert [
        one.text[: len(start)] for one, start in zip(reading.contributions, ["Ja.", *own], strict=True)
    ] == [
        "Ja.",
        *own,
    ]


def test_html_is_read_as_text_and_an_attachment_is_told(read):
    mail = (
        "From: noor@voorbeeld.nl\nSubject: Paper\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\n\n'
        "<p>Ik mis <b>het mbo</b>.</p><p>Verder helder.</p>\n--x\nContent-Type: application/pdf\n"
        'Content-Disposition: attachment; filename="bijlage.pdf"\n\nJVBERi0=\n--x--\n'
    )
    reading = read(mail, name="a.eml")
    assert [text for _, text in said(reading)] == ["Ik mis het mbo.", "Verder helder."]
    assert [(one.locator, one.reason) for one in reading.refusals] == [("attachment", NO_TEXT)]


def test_an_email_without_text_says_so(read):
    with pytest.raises(DataError, match="no text in the e-mail"):
        read("From: noor@voorbeeld.nl\nSubject: Paper\nMIME-Version: 1.0\n\n", name="a.eml")


@pytest.mark.parametrize(
    "content",
    [
        "Van: Utrecht\nNaar: Zwolle\n\nDe reis duurde lang.\n",
        "Datum: 17 mei 2022\nOnderwerp: definitie\n\n- Te breed\n- Te vaag\n",
        "from,subject,date\nNoor,De tekst van de paper is te lang,2022-05-17\n",
    ],
)
def test_other_texts_are_no_emails(read, content):
    assert read(content, name="a.txt").format != "email"
