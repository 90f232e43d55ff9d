import random

import pytest
from hypothesis import given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from lcsynth.errors import CallError, DataError
from lcsynth.ingest import detect
from lcsynth.ingest.hypertext import plain
from lcsynth.ingest.mentimeter_slides import cut_words, judge_slide, name_slide
from lcsynth.ingest.reasons import NO_ANSWERS, NO_TEXT, OTHER_WIDTH
from tests.ingest.boards_files import prepared

PADLET = [
    ["Created At", "Author", "Subject", "Body", "Section", "Attachment", "Likes"],
    ["2022-05-17 15:02:11", "Fatima Elamrani", "Tijd", "<p>Er is te weinig tijd.</p>", "Wat mist u?", "", 3],
    ["2022-05-17 15:03:00", "Anonymous", "", "Minder < 5 uur &amp; meer rust<br>graag", "Wat mist u?", "", 0],
    ["2022-05-17 15:04:00", "Sem Bakker", "", '<img src="x.png">', "Wat gaat er goed?", "", 0],
    ["2022-05-17 15:05:00", "Sem Bakker", "", "", "Wat gaat er goed?", "https://voorbeeld.nl/a.png", 0],
    ["2022-05-17 15:06:00", "", "", "", "", "", ""],
    ["2022-05-17 15:07:00", "Sem Bakker", "Zie de bijlage", "", "", "https://voorbeeld.nl/b.png", 1],
]
PADLET_CSV = "\n".join(
    ",".join(f'"{str(cell).replace(chr(34), chr(34) * 2)}"' for cell in row) for row in PADLET
)

VOTERS = [
    ["Resultaten leergemeenschap"],
    [],
    [
        "Date (UTC)", "Session", "Voter", "Wat heeft u nodig?: Answer", "Welke rol heeft u?: Answer",
        "Hoe gaat het?::Samenwerken", "Welk woord past?: Answer",
    ],
    ["2022-05-17", 1, "Voter 1", "Meer tijd om samen te leren.", "Docent", 4, "vertrouwen, tijd"],
    ["2022-05-17", 1, "Voter 2", "Een leidinggevende die echt meedoet.", "Onderzoeker", 2, "rust, ruimte"],
    ["2022-05-17", 1, "Voter 3", "", "Docent", 5, "geld"],
    ["2022-05-17", 1, "Voter 4", "Dat wij elkaar vaker spreken.", "Docent", 3, ""],
]  # fmt: skip
LONG = [
    ["Participant", "Question", "Answer", "Question type", "Slide", "Submitted at", "Session"],
    ["1", "Wat heeft u nodig?", "Meer tijd.", "Open Ended", 2, "2022-05-17 15:00", "a"],
    ["2", "Wat heeft u nodig?", "", "Open Ended", 2, "2022-05-17 15:00", "a"],
    ["1", "Welke rol heeft u?", "Docent", "Multiple Choice", 3, "2022-05-17 15:01", "a"],
]
MIRO = (
    "\ufeffWat gaat goed,,,Wat kan beter,\r\n"
    '"De sfeer, en de koffie","Wij ""leren"" samen",,Meer tijd,\r\n'
    ",,,Te veel\nvergaderen,\r\n".replace("Te veel\nvergaderen", '"Te veel\nvergaderen"')
    + ",,,,\r\n"
    "Een frame,,,,\r\n"
    ",Een los blaadje,,,\r\n"
)
SCATTERED = "\ufeffMijn bord,,,,\r\n,Een los blaadje,,,\r\n,,,Nog een blaadje,\r\n,,Het laatste blaadje,,\r\n"
FULL = (
    "\ufeffSterk,Zwak,Acties\r\nOpen sfeer,Tijd,Plan maken\r\nKoffie,Te vol rooster,Bellen\r\nRust,Geld,\r\n"
)


@pytest.mark.parametrize(
    ("content", "name"),
    [(PADLET_CSV, "x.csv"), (PADLET, "x.xlsx"), (PADLET_CSV.replace('","', '";"'), "x.csv")],
)
def test_a_padlet_is_recognised_and_its_posts_are_read_without_html(read, content, name):
    reading = read(content, name=name)
    assert reading.format == "padlet"
    assert (reading.rows, reading.read, reading.empty, len(reading.refusals)) == (6, 6, 1, 2)
    assert [one.text for one in reading.contributions] == [
        "Er is te weinig tijd.",
        "Minder < 5 uur & meer rust\ngraag",
        "Zie de bijlage",
    ]
    first, second, _ = reading.contributions
    assert (first.identity, first.names, first.question) == (
        "Fatima Elamrani",
        ("Fatima Elamrani",),
        "Wat mist u? [Tijd]",
    )
    assert (first.kind, first.support, first.said_at) == ("post", 3, "2022-05-17T15:02:11")
    assert (second.identity, second.names) == ("", ())


def test_the_section_of_a_board_leads_to_the_paper_whatever_the_subject_of_a_post_is(read):
    rows = [
        "Auteur,Subject,Body,Section,Likes",
        "Sem,Tip,Begin klein,Wat gaat er goed?,0",
        "Ann,Tip,,Wat gaat er goed?,0",
        "Bo,Let op,Te veel ineens,,0",
    ]
    found = read("\n".join(rows)).contributions
    assert [(one.text, one.question, one.section_hint) for one in found] == [
        ("Begin klein", "Wat gaat er goed? [Tip]", "2.1"),
        ("Tip", "Wat gaat er goed?", "2.1"),
        ("Te veel ineens", "Let op", ""),
    ]


def test_a_post_with_only_an_attachment_is_refused_and_one_beside_a_text_is_kept(read):
    reading = read(PADLET_CSV)
    assert [(one.locator, one.reason) for one in reading.refusals] == [("row 4", NO_TEXT), ("row 5", NO_TEXT)]
    assert [(one.locator, dict(one.answers)) for one in reading.closed] == [
        ("row 7", {"Attachment": "https://voorbeeld.nl/b.png"})
    ]


def test_a_dutch_padlet_keeps_the_fields_of_its_board_and_the_answers_of_others(read):
    rows = [
        "Gemaakt op;Auteur;Onderwerp;Inhoud;Sectie;Bijlage;Reacties;Rol;Wat wilt u verder nog kwijt?",
        "17-05-2022 15:02;Sem Bakker;Tijd;Er is te weinig tijd;Nodig;;Dat vind ik ook;docent;De groep is vol",
        "17-05-2022 15:03;;Rust;Er is te weinig rust;Nodig;;2;docent;Ik kom graag een keer terug",
    ]
    reading = read("\n".join(rows))
    texts = {one.text: one for one in reading.contributions}
    assert reading.format == "padlet"
    assert len(texts) == reading.read == 5
    assert texts["Dat vind ik ook"].parent == texts["Er is te weinig tijd"].locator
    assert texts["Er is te weinig rust"].support == 2
    assert texts["De groep is vol"].question == "Wat wilt u verder nog kwijt?"
    assert [dict(one.answers) for one in reading.closed] == [{"Rol": "docent"}, {"Rol": "docent"}]
    assert (reading.columns["Rol"], reading.unmapped["audience"]) == ("audience", ("docent",))
    assert texts["Er is te weinig tijd"].audience == texts["De groep is vol"].audience == "docent"
    table = prepared(reading).contributions.set_index("text")
    post = table.loc["Er is te weinig tijd"]
    assert table.loc["Dat vind ik ook", "parent"] == post["contribution_id"]
    nobody = table.loc[["Er is te weinig rust", "Ik kom graag een keer terug"], "contributor"]
    assert nobody.nunique() == 1


def test_columns_that_are_named_go_before_what_is_known_of_padlet(read):
    reading = read(PADLET_CSV, text_columns=("Body",), contributor_column="Author")
    assert reading.format == "padlet"
    assert [one.text for one in reading.contributions] == [
        "Er is te weinig tijd.",
        "Minder < 5 uur & meer rust\ngraag",
    ]
    assert [one.support for one in reading.contributions] == [3, 0]


def test_a_row_of_another_width_shows_no_cell(read):
    reading = read(PADLET_CSV + '\n"2022-05-17","Sem Bakker"\n')
    assert [(one.reason, one.excerpt) for one in reading.refusals if one.reason == OTHER_WIDTH] == [
        (OTHER_WIDTH, "")
    ]


def test_replies_and_votes_of_a_board_reach_the_table(read):
    rows = [
        "Auteur,Subject,Body,Section,Likes,Comments",
        'Sem Bakker,Tijd,Te weinig,Nodig,4,"Dat vind ik ook"',
    ]
    table = prepared(read("\n".join(rows))).contributions.set_index("text")
    post, reply = table.loc["Te weinig"], table.loc["Dat vind ik ook"]
    assert (post["support"], post["kind"], post["question"]) == (4, "post", "Nodig [Tijd]")
    assert reply["parent"] == post["contribution_id"]
    assert reply["locator"] == "row 2, replies"


@pytest.mark.parametrize(
    "heading",
    [
        "Titel,Tekst,Naam",
        "Subject,Body,From,To",
        "Titel,Tekst,Datum,Rol,Sector",
        "id,tekst",
        "Titel;Inhoud;Auteur",
    ],
)
def test_other_tables_are_no_padlet(tmp_path, heading):
    path = tmp_path / "x.csv"
    path.write_text(f"{heading}\nEen zin van zes hele woorden\n", encoding="utf-8")
    assert detect(path) == "csv"


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("minder < 5 uur en > 3", "minder < 5 uur en > 3"),
        ("<b>minder < 5 uur</b> van <sem@voorbeeld.nl>", "minder < 5 uur van <sem@voorbeeld.nl>"),
        ("<script>alert(1)</script><style>p{}</style>weg", "weg"),
        ("<i>a</i><!-- b -->c <!-- d", "ac <!-- d"),
        ("<p>een</p><p>twee<br/>drie</p><ul><li>vier<li>vijf</ul>zes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
        ('zie <a href="https://voorbeeld.nl">de pagina</a>.', "zie de pagina."),
        ("R&amp;D &eacute;&eacute;n &lt;b&gt; R&D &copy", "R&D één <b> R&D &copy"),
        ("<b>R&not</b> <script>blijft", "R&not <script>blijft"),
        ("een\n\n  twee", "een\n\n  twee"),
        ("<script>bijlage.html", "<script>bijlage.html"),
        ("<p>half \udcb5</p>", "<p>half \udcb5</p>"),
        ("<img src=x onerror=alert(1)>", ""),
        ("&#xD800;&#99999999999999;<b></b>", "\ufffd&#99999999999999;"),
    ],
)
def test_html_becomes_what_its_writer_saw(marked, text):
    assert plain(marked) == text


@fuzz(max_examples=200)
@given(st.text(alphabet="ab <>&;/!-#x\n\"'=", max_size=60))
def test_text_without_a_known_tag_or_entity_stays_as_it_is(text):
    if not any(f"<{end}{name}" in text.lower() for name in "ab" for end in ("", "/")) and "&" not in text:
        assert plain(text) == text


@fuzz(max_examples=200)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "</div>", "<br>", "woord ", "< ", "&amp;", "<li>", "<!--"])
    )
)
def test_every_word_beside_the_markup_stays(parts):
    seen = plain("".join(parts))
    assert seen.count("woord") == parts.count("woord ")
    assert seen.count("<!--") == parts.count("<!--")
    assert seen.count("&") == parts.count("&amp;")


def test_markup_without_end_takes_no_time_and_no_depth():
    assert plain("<div>" * 19_000 + "kern") == "kern"
    assert plain("<p>a" * 100).count("a") == 100


def test_the_voters_of_a_mentimeter_are_read(read):
    totals = [["Wat heeft u nodig?", "Totaal"], ["Docent", 3], ["Onderzoeker", 1]]
    reading = read({"Voters": VOTERS, "Slide 2": totals}, name="x.xlsx")
    assert reading.format == "mentimeter"
    needs = [one for one in reading.contributions if one.question == "Wat heeft u nodig?"]
    words = [one for one in reading.contributions if one.question == "Welk woord past?"]
    assert [one.text for one in needs] == [VOTERS[row][3] for row in (3, 4, 6)]
    assert [one.text for one in words] == ["vertrouwen", "tijd", "rust", "ruimte", "geld"]
    assert (needs[0].identity, needs[0].names, needs[0].locator) == ("1", (), "row 4")
    assert (reading.rows, reading.empty) == (4, 2)
    assert dict(reading.closed[0].answers) == {
        "Welke rol heeft u?": "Docent",
        "Hoe gaat het? [Samenwerken]": "4",
    }
    assert [(one.locator, one.reason) for one in reading.refusals] == [
        ("sheet 'Slide 2', rows: 2", NO_ANSWERS)
    ]
    assert reading.columns["sheet 'Slide 2'"] == "not read"


def test_a_mentimeter_with_a_row_for_each_answer_is_read(read):
    reading = read(LONG, name="x.xlsx")
    assert (reading.format, reading.rows, reading.read, reading.empty) == ("mentimeter", 3, 2, 1)
    (one,) = reading.contributions
    assert (one.text, one.question, one.identity) == ("Meer tijd.", "Wat heeft u nodig?", "1")
    assert one.said_at == "2022-05-17T15:00:00"
    assert [(row.identity, dict(row.answers)) for row in reading.closed] == [
        ("1", {"Welke rol heeft u?": "Docent"})
    ]


def test_voters_of_several_sessions_are_different_people(read):
    rows = [*LONG, ["1", "Wat heeft u nodig?", "Meer rust.", "Open Ended", 2, "2022-05-18 15:00", "2"]]
    rows[1] = ["1", "Wat heeft u nodig?", "Meer tijd.", "Open Ended", 2, "2022-05-17 15:00", "1"]
    identities = {one.text: one.identity for one in read(rows, name="x.xlsx").contributions}
    assert identities == {"Meer tijd.": "1000001", "Meer rust.": "2000001"}


def test_choices_of_a_mentimeter_are_attributes_of_the_same_person(read):
    done = prepared(read({"Voters": VOTERS}, name="x.xlsx"))
    said = done.contributions.set_index("text").loc["Meer tijd om samen te leren."]
    role = done.attributes[done.attributes["question"] == "Welke rol heeft u?"].set_index("contributor")
    assert role.loc[said["contributor"], "answer"] == "Docent"


@pytest.mark.parametrize(
    ("values", "heading", "told", "kind"),
    [
        (["tijd, rust", "geld; ruimte", "vertrouwen"], "Woorden?: Answer", "", "words"),
        (["Docent", "Docent", "Student", "Docent", "Student"], "Rol?: Answer", "", "closed"),
        (["1", "2", "3"], "Hoe?::Samen", "", "closed"),
        (["tijd", "rust", "geld", "ruimte", "tijd"], "Woord?: Answer", "", "open"),
        (["a", "b"], "Vraag", "Word Cloud", "words"),
        (["Een hele zin van mij", "Nog een zin"], "Vraag", "Multiple Choice", "closed"),
        (["Ja"], "Vraag", "Open Ended", "open"),
        ([], "Vraag: Answer", "", "closed"),
    ],
)
def test_the_kind_of_a_slide_follows_from_its_answers_or_its_type(values, heading, told, kind):
    assert judge_slide(values, heading, told) == kind
    assert judge_slide(random.Random(0).sample(values, len(values)), heading, told) == kind


def test_slides_are_named_by_their_question_and_sentences_stay_whole():
    assert name_slide("Wat nu?: Answer") == "Wat nu?"
    assert name_slide("Wat nu?: Answer (2)") == "Wat nu? (2)"
    assert name_slide("Hoe?::Samen leren") == "Hoe? [Samen leren]"
    assert cut_words("ja, maar ik heb daar geen tijd voor") == ["ja, maar ik heb daar geen tijd voor"]
    assert cut_words("tijd,, rust ;") == ["tijd", "rust"]


def test_every_cell_of_a_miro_board_is_a_post_of_nobody(read):
    reading = read(MIRO, format="miro")
    assert (reading.rows, reading.read) == (8, 8)
    assert {one.text for one in reading.contributions} >= {
        "De sfeer, en de koffie", 'Wij "leren" samen', "Meer tijd", "Te veel\nvergaderen", "Een los blaadje",
    }  # fmt: skip
    assert {one.kind for one in reading.contributions} == {"post"}
    assert {one.identity for one in reading.contributions} == {""}
    assert len({one.locator for one in reading.contributions}) == 8


def test_named_cells_of_a_miro_board_are_the_question_of_those_under_them(read):
    reading = read(MIRO, format="miro", headings=("Wat gaat goed", "wat kan beter", "Een frame"))
    assert {one.text: one.question for one in reading.contributions} == {
        "De sfeer, en de koffie": "Wat gaat goed",
        'Wij "leren" samen': "Wat gaat goed",
        "Meer tijd": "Wat kan beter",
        "Te veel\nvergaderen": "Wat kan beter",
        "Een los blaadje": "Een frame",
    }
    assert reading.columns == {"Wat gaat goed": "heading", "Wat kan beter": "heading", "Een frame": "heading"}
    assert (reading.rows, reading.read) == (8, 5)


def test_a_heading_that_is_on_no_cell_of_the_board_is_a_wrong_call(read):
    with pytest.raises(CallError, match=r"no cell 'Wat gat goed'.*Did you mean 'Wat gaat goed'"):
        read(MIRO, format="miro", headings=("Wat gat goed",))


def test_a_board_saved_again_in_excel_reads_the_same(read):
    again = "a;;\nJa, dat wel;;\n;Nee, dat niet;\n"
    assert [one.text for one in read(again, format="miro").contributions] == [
        "a",
        "Ja, dat wel",
        "Nee, dat niet",
    ]


def test_a_miro_board_is_recognised_only_when_nothing_looks_like_a_table(tmp_path):
    path = tmp_path / "x.csv"
    for content, format_name in [
        (SCATTERED, "miro"),
        (FULL, "miro"),
        (FULL.removeprefix("\ufeff"), "csv"),
        (FULL.replace("Sterk", "Wat gaat goed?"), "csv"),
        (FULL.replace("Rust", "Tijd"), "csv"),
        (FULL.replace(",", ";"), "csv"),
        (FULL.replace("Tijd", "Nee").replace("Geld", "Nee"), "csv"),
        (FULL.replace("Open sfeer", "4"), "csv"),
        (
            "\ufeffSterk,Zwak\r\n"
            + "".join(f"Dat is een zin met {n},En {n} is er ook een\r\n" for n in "abc"),
            "csv",
        ),
        (SCATTERED.removeprefix("\ufeff"), "csv"),
        ("\ufeffnaam,rol,tekst\n,,Een zin\n,,Nog een zin\nSem,,\n", "csv"),
        ("\ufeffVerslag,,,\nnaam,,tekst,\n,,Een zin,\n,,Nog een zin,\n", "csv"),
        ("\ufeffMijn bord,,,\n1,,,\n,2,,\n,,Een blaadje,\n", "csv"),
        ('\ufeff"Response ID","Wat nu?"\n"1","Een zin"\n"2","Nog een zin"\n"3","Zin"\n', "csv"),
    ]:
        path.write_text(content, encoding="utf-8")
        assert detect(path) == format_name, content


def test_a_board_with_full_columns_gives_all_its_cells(read):
    assert len(read(FULL).contributions) == 11
    reading = read(FULL, format="miro", headings=("Sterk", "Zwak", "Acties"))
    assert {one.text: one.question for one in reading.contributions}["Te vol rooster"] == "Zwak"


def test_real_tables_are_no_boards(shared_data):
    for path in sorted(shared_data.rglob("*.csv")):
        assert detect(path) not in {"miro", "padlet", "mentimeter", "talk-to-the-city", "hypothesis"}, (
            path.name
        )


def test_posts_keep_their_ids_when_the_rows_are_in_another_order(read):
    heading, *posts = PADLET
    tables = [
        prepared(read([heading, *rows], name=name))
        for rows, name in ((posts, "een.xlsx"), (posts[::-1], "twee.xlsx"))
    ]
    ids = [
        set(zip(one.contributions["contribution_id"], one.contributions["text"], strict=True))
        for one in tables
    ]
    assert ids[0] == ids[1]


@pytest.mark.parametrize("format_name", ["padlet", "mentimeter"])
def test_another_table_named_as_a_board_says_what_was_expected(read, format_name):
    with pytest.raises(DataError, match=r"Leave out --format"):
        read("naam,leeftijd\nSem,30\n", format=format_name)


def test_a_board_without_text_says_so(read):
    with pytest.raises(DataError, match="no text in it"):
        read("\ufeff,,\n,,\n", format="miro")


def test_a_board_larger_than_any_says_so(read, monkeypatch):
    from lcsynth.ingest import miro

    monkeypatch.setattr(miro, "LARGEST", 10)
    with pytest.raises(DataError, match="board has"):
        read("een blaadje,nog een\n", format="miro")
