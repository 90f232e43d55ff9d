"""One or more invented files of every format, for the tests that hold for all readers."""

import csv
import datetime as dt
import io
import json

from tests.ingest.boards_files import workbook
from tests.ingest.office import changed, comment, cut, docx, end, ins, odt, p, pdf, start, t

MOMENT = dt.datetime(2022, 5, 17, 15, 2, 11)
SAID = (
    "Er is te weinig tijd in het rooster.",
    "Wij leren vooral van elkaar, en dat is goed.",
    "Geld; dat is wat „wij” nodig hebben.",
)


def table(*rows, delimiter=",", encoding="utf-8"):
    """Give a csv, every cell quoted."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue().encode(encoding)


TRANSCRIPTS = (
    "WEBVTT\n\nNOTE duration: 01:02\n\n1b3c9a52-8d1e-4a7b-9c55-0123456789ab/12-0\n"
    "00:00:03.100 --> 00:00:05.000\n<v Noor Verheul>Goedemorgen\nallemaal.</v>\n\n"
    "00:01:10.000 --> 00:01:12.000\n<v Andr&#233; Bos>Ja &amp; nee\n",
    "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nNoor Vos: Hoi\n\n2\n00:00:03.000 --> 00:00:04.000\nwie\n",
    "1\n00:00:01,000 --> 00:00:02,000\nBo: één idee\n\n2\n00:00:03,000 --> 00:00:09,000\nNoor: graag\n",
)
SPOKEN = docx(
    "".join(
        p(*(f"{t(line)}<w:r><w:br/></w:r>" for line in lines))
        for lines in (
            ["Feedbacksessie"],
            ["Noor Verheul heeft de transcriptie gestart"],
            ["Noor Verheul   0:03", "Goedemorgen allemaal."],
            ["Noor Verheul   0:25", "We beginnen."],
            ["André Bos   1:01:10", "Ja, en hoe dan?"],
        )
    )
)
MAILS = (
    "From: Noor Verheul <noor@voorbeeld.nl>\nTo: Bo <bo@voorbeeld.nl>\nSubject: Re: De paper\n"
    "Date: Tue, 17 May 2022 18:04:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    "Beste Bo,\n\nIk mis een voorbeeld uit het mbo.\n\n- Meer tijd\n- Meer geld\n\n"
    "Met vriendelijke groet,\n\nNoor\n\n"
    "Op ma 16 mei 2022 om 09:00 schreef Bo <bo@voorbeeld.nl>:\n\n> Wat mis je?\n",
    "Van: Noor Verheul <noor@voorbeeld.nl>\n"
    "Verzonden: dinsdag 17 mei 2022 18:04\nAan: Bo\nOnderwerp: De paper\n\n"
    "Ik mis een voorbeeld uit het mbo.\n\nGroet, Noor\n",
)
ZOOM = (
    "10:01:00 From  Noor Verheul  to  Everyone:\n\tGoedemorgen allemaal\n"
    '10:01:05 From  Sem Okkema  to  Everyone:\n\tReplying to "Goedemorgen allemaal"\n\t\n\tHoi Noor\n'
    "10:02:00 From  Bram Tjallinks  to  Noor Verheul(Direct Message):\n\tIk verveel me\n"
    '10:02:10 From  Bram Tjallinks  to  Everyone:\n\tReacted to "Goedemorgen ..." with 👍🏽\n'
    '10:02:20 From  Bram Tjallinks  to  Everyone:\n\tRemoved a 👍 reaction from "Goedemorgen ..."\n',
    "10:01:00 From Noor to Everyone : Hoi\n10:01:05 From Bo to Everyone : add 👍\n",
    "10:01:00\tNoor Verheul:\tGoedemorgen\n10:01:05\tBo Wijnalda:\tDag\n",
    "From Me to Everyone:  12:31 PM\nHoi\nFrom Bo to Noor (Privately):  12:32 PM\nKoffie?\n",
)
WHATSAPP = (
    "17-05-2022 15:00 - Berichten en oproepen zijn end-to-end versleuteld.\n"
    "17-05-2022 15:02 - Noor Bakker: Er is te weinig tijd.\nEn te weinig geld: dat hoor ik vaak.\n"
    "17-05-2022 15:03 - Kwame Mensah: <Media weggelaten>\n17-05-2022 15:04 - Kwame Mensah: Eens.\n",
    "\u200e[5/17/22, 3:00:10 PM] Noor: \u200eMessages are end-to-end encrypted.\n"
    "[5/17/22, 3:02:10 PM] Noor: Too little time.\n\u200e[5/17/22, 3:03:10 PM] Bo: \u200eimage omitted\n",
)
TEAMS = (
    "[10:02] Noor Verheul\nGoedemorgen allemaal\nregel twee\n\n[10:03] Sem de Okkema (Gast)\nJa precies\n"
    "like 2\n1 hart\n\n[10:03] Noor Verheul\nAnders\nBewerkt\n👎 1\n",
    "Noor Verheul\n10:02\nHallo\n\nSem de Okkema\n10:04\nDag\n\n18 mei 2022\n\nNoor Verheul\n09:00\nNu\n",
    "[10:02] Noor Verheul\nHallo allemaal\n[10:05] Sem Okkema\n[10:02] Noor Verheul\nHallo allemaal\n\n"
    "Inderdaad\n[10:06] Bo Wijnalda\n> Hallo alle...\nOok\n",
)
NOTES = (
    "# Zaal\n\n- Anna: **meer** tijd\n- Bram: [zie](x)\n\n| a | b |\n|---|---|\n| c | d |\n",
    "GOED\n- Anna: meer tijd\n- Bram: eens met haar\n- Kim: graag\n- Tip: later\n\nVerder\n===\nEen alinea\n",
)

PAPER = docx(
    p(t("2.1 Leren"), style="Kop1")
    + p(start(0), t("Wij "), cut("moeten"), ins("willen"), t(" leren"), end(0))
    + p(t("Los"), end(1)),
    comment(0, t("Hoe dan?"), paragraph="AA") + comment(1, t("Zo dus."), paragraph="BB"),
    '<w15:commentEx w15:paraId="BB" w15:paraIdParent="AA"/>',
    styles='<w:style w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>',
    footnotes=f'<w:footnote w:id="2">{p(t("Onderaan"))}</w:footnote>',
)
REMARKED = odt(
    f"<text:tracked-changes>{changed('c', 'insertion')}"
    f"{changed('d', 'deletion', inner='<text:p>nu</text:p>')}</text:tracked-changes><text:h>Opzetten</text:h>"
    "<text:p>Begin "
    '<office:annotation office:name="a"><dc:creator>Anna Bosman</dc:creator>'
    "<dc:date>2022-05-17T10:00:00</dc:date><text:p>Hoe?</text:p></office:annotation>heel <text:s/>klein"
    '<office:annotation-end office:name="a"/> en <text:change-start text:change-id="c"/>rustig'
    '<text:change-end text:change-id="c"/>.'
    '<text:change text:change-id="d"/></text:p>'
)
MARKED = pdf(
    {"/Subtype": "/Highlight", "/Contents": "Wat?", "/QuadPoints": [88, 712, 180, 712, 88, 697, 180, 697]},
    {"/Subtype": "/Text", "/Contents": "Dit", "/IRT": 0, "/M": "D:20220517120000+02'00'", "/T": "Anna"},
)

ANNOTATIONS = [
    {
        "id": name,
        "created": "2022-05-17T15:02:11.123456+00:00",
        "user": "acct:fatima@voorbeeld.nl",
        "user_info": {"display_name": "Fatima Elamrani"},
        "text": text,
        "tags": ["vorm"],
        "permissions": {"read": ["group:__world__"]},
        "references": references,
        "target": [{"source": "x", "selector": [{"type": "TextQuoteSelector", "exact": "een houding"}]}],
    }
    for name, text, references in (("a1", "**Te** vaag", []), ("b2", "Dat vind ik ook.", ["a1"]))
]
QUOTED = (
    ["Created at", "Author", "Page", "URL", "Group", "Type", "Quote", "Comment", "Tags"],
    [
        "2022-05-17T15:02:11Z",
        "Fatima",
        "3",
        "https://a.nl",
        "Public",
        "Annotation",
        "een houding",
        "Ja",
        "x,y",
    ],
    ["2022-05-17T15:03:00Z", "Sem", "", "https://a.nl", "Public", "Highlight", "gemarkeerd", "", ""],
)
VOTERS = (
    ["Resultaten leergemeenschap"],
    [],
    [
        "Date (UTC)",
        "Session",
        "Voter",
        "Wat mist u?: Answer",
        "Rol?: Answer",
        "Hoe?::Samen",
        "Woord?: Answer",
    ],
    ["2022-05-17", 1, "Voter 1", SAID[0], "Docent", 4, "vertrouwen, tijd"],
    ["2022-05-17", 1, "Voter 2", SAID[1], "Docent", 2, ""],
)
LONG = (
    ["Participant", "Question", "Answer", "Question type", "Slide", "Submitted at", "Session"],
    ["1", "Wat mist u?", SAID[0], "Open Ended", 2, "2022-05-17 15:00", "a"],
    ["1", "Welke rol heeft u?", "Docent", "Multiple Choice", 3, "2022-05-17 15:01", "a"],
)
PADLET = (
    ["Created At", "Author", "Subject", "Body", "Section", "Attachment", "Likes", "Comments", "Uw wens?"],
    [
        "2022-05-17 15:02:11",
        "Fatima",
        "Tijd",
        "<p>Te weinig.</p>",
        "Nodig",
        "",
        3,
        "Dat vind ik ook",
        SAID[0],
    ],
    ["2022-05-17 15:04:00", "Sem", "", '<img src="x.png">', "Goed", "", 0, "2", ""],
    ["2022-05-17 15:05:00", "Sem", "", "Rust &amp; ruimte", "Goed", "https://a.nl/a.png", 0, "", SAID[1]],
)
MIRO = "\ufeffMijn bord,,,,\r\n,Een los blaadje,,,\r\n,,,Nog een blaadje,\r\n,,Het laatste blaadje,,\r\n"
POLIS = (
    ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"],
    ["1501088623370", "Wed Jul 26 10:03:43 PDT 2017", "69", "0", "12", "3", "1", SAID[0]],
    ["1501088069198", "Wed Jul 26 09:54:29 PDT 2017", "60", "7", "0", "", "-1", SAID[1]],
)
CITY = (
    ["id", "interview", "comment"],
    ["1", "Fatima Elamrani", SAID[0]],
    ["2", "", SAID[1]],
    ["3", "Sem", ""],
)
MICROSOFT = (
    ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Welke thema's?", "Wat gaat er goed?"],
    *([n, MOMENT, MOMENT, "anonymous", None, "Tijd;Geld;", text] for n, text in enumerate(SAID, 1)),
)
GOOGLE = (
    ["Tijdstempel", "E-mailadres", "Wat neem je mee uit deze sessie?"],
    *([f"2024/12/03 8:48:1{n} p.m. CET", f"{n}@voorbeeld.nl", text] for n, text in enumerate(SAID)),
)
LIMESURVEY = (
    [
        "Respons ID",
        "Datum verstuurd",
        "Laatste pagina",
        "Begin taal",
        "Rol? [Anders]",
        "Wat leert\n u?",
        "Totaaltijd",
    ],
    *([n, "2022-03-15 10:50:10", "60", "nl", "Coach", text, "29.1"] for n, text in enumerate(SAID)),
    ["9", "", "", "nl", "", "", ""],
)
QUALTRICS = (
    ["StartDate", "Status", "ResponseId", "RecipientEmail", "Q1", "Q2"],
    ["Start Date", "Response Type", "Response ID", "Recipient Email", "What do you miss?", "Role?"],
    [
        json.dumps({"ImportId": name})
        for name in ("startDate", "status", "_recordId", "email", "QID1", "QID2")
    ],
    *(["2022-05-17 15:02:11", "0", f"R_{n}", "", text, "Docent"] for n, text in enumerate(SAID)),
)
SURVEYMONKEY = (
    [
        "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address",
        "First Name", "Last Name", "Custom Data 1", "Wat is uw rol?", "", "Wat mist u?",
        "Hoe beoordeelt u het stuk?", "",
    ],
    [*[""] * 9, "Response", "Anders, namelijk", "Open-Ended Response", "Helderheid", "Bruikbaarheid"],
    *(
        [
            118000000 + n, 401, "05/17/2022 03:10:22 PM", "05/17/2022 03:20:22 PM", "192.0.2.7", *[""] * 4,
            "" if n == 2 else "Docent", "Practor" if n == 2 else "", text, "Goed", "Matig",
        ]
        for n, text in enumerate(SAID, 1)
    ),
)  # fmt: skip
PLAIN = (
    ["naam", "doelgroep", "Wat gaat er goed?", "Wat kan er beter?", "cijfer"],
    *([name, "praktijk", text, text[::2], 7] for name, text in zip(("Bo", "Kim", "Zoë"), SAID, strict=True)),
)

# Format → files of it, each recognised without being told.
SAMPLES = {
    "transcript": [
        TRANSCRIPTS[0].encode(),
        TRANSCRIPTS[1].encode("utf-16"),
        TRANSCRIPTS[2].encode("cp1252"),
        SPOKEN,
    ],
    "email": [MAILS[0].encode(), MAILS[0].replace("\n", "\r\n").encode(), MAILS[1].encode("utf-16")],
    "zoom-chat": [
        ZOOM[0].encode(),
        ZOOM[0].encode("utf-16"),
        ZOOM[1].encode(),
        *(one.encode() for one in ZOOM[2:]),
    ],
    "whatsapp": [one.encode() for one in WHATSAPP],
    "teams-chat": [TEAMS[0].encode(), TEAMS[1].encode("utf-16"), TEAMS[2].replace("\n", "\r\n").encode()],
    "word": [PAPER, REMARKED],
    "pdf": [MARKED],
    "hypothesis": [
        json.dumps({"annotations": ANNOTATIONS}).encode(),
        json.dumps(ANNOTATIONS, indent=1).encode(),
        table(*QUOTED),
    ],
    "mentimeter": [workbook({"Voters": VOTERS, "Slide": [["a", "b"], [1, 2]]}), workbook({"Results": LONG})],
    "padlet": [table(*PADLET), workbook({"Padlet": PADLET})],
    "polis": [table(*POLIS)],
    "talk-to-the-city": [table(*CITY)],
    "microsoft-forms": [workbook({"Form1": MICROSOFT}), table(*MICROSOFT, delimiter=";", encoding="cp1252")],
    "google-forms": [table(*GOOGLE)],
    "limesurvey": [table(*LIMESURVEY, encoding="utf-8-sig")],
    "surveymonkey": [table(*SURVEYMONKEY), workbook({"Sheet": SURVEYMONKEY})],
    "qualtrics": [table(*QUALTRICS)],
    "notes": [
        NOTES[0].encode(),
        NOTES[1].encode(),
        docx(p(t("Een hele zin")) + p(t("En nog een"))),
        odt("<text:h>Kop</text:h><text:p>Een <text:s/>zin</text:p>"),
    ],
    "xlsx": [workbook({"Mei": PLAIN, "Codes": [["code", "aantal"], [1, 2]], "Juni": PLAIN})],
    "miro": [MIRO.encode()],
    "csv": [
        table(*PLAIN),
        table(*PLAIN, delimiter=";", encoding="utf-16"),
        b"tekst\nEen hele zin.\n",
    ],
}
