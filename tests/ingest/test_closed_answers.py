"""Closed answers, wordings that are not known, and the proposal that is made of it."""

import pytest

from lcsynth.ingest.content import judge
from lcsynth.ingest.contribution import Reading
from lcsynth.ingest.proposal import propose
from lcsynth.ingest.reasons import NO_RESULT
from lcsynth.workspace import Session, Source, yamlfile

SENTENCES = [f"Dit is een hele zin met nummer {n}" for n in ("een", "twee", "drie", "vier", "vijf", "zes")]
ROLES = ["Onderzoekers", "Bestuur", "praktijk", "Bestuur", "Onderzoekers", "x" * 50]
TABLE = [["E-mail", "Doelgroep", "Regio", "Cijfer", "Leeg", "Wat mist u?"]] + [
    [f"p{n}@voorbeeld.nl", ROLES[n], "Oost" if n % 2 else "West", n % 3 + 6, None, text]
    for n, text in enumerate(SENTENCES)
]


def test_every_column_is_told_what_it_is(read):
    assert read(TABLE, "a.xlsx").columns == {
        "E-mail": "email",
        "Doelgroep": "audience",
        "Regio": "closed answer",
        "Cijfer": "closed answer",
        "Leeg": "empty",
        "Wat mist u?": "text",
    }


def test_closed_answers_are_kept_for_each_person(read):
    closed = read(TABLE, "a.xlsx").closed
    assert len(closed) == 6
    assert closed[1] == ("row 3", "p1@voorbeeld.nl", {"Regio": "Oost", "Cijfer": "7"}, "row 3")


def test_wordings_that_are_not_known_are_listed_without_what_somebody_typed(read):
    assert read(TABLE, "a.xlsx").unmapped == {"audience": ("Bestuur",)}


@pytest.mark.parametrize(
    ("values", "content"),
    [
        (["1 - helemaal niet", "2", "3", "5 - helemaal", "2", "3"], "choice"),
        (["1. meer tijd", "1. meer geld", "1. ruimte", "2. rust"], "open"),
        (
            ["1 - meer tijd is nodig", "2 - het geld raakt op", "3 - dat is nieuw", "4 - dat weet ik niet"],
            "open",
        ),
    ],
)
def test_points_of_a_scale_are_a_choice_also_where_only_some_have_a_label(values, content):
    assert judge(values, asked=True) == content


def test_the_rows_of_a_grid_are_judged_together_also_behind_a_hyphen(read):
    asked = "In hoeverre bent u het eens met de stellingen?"
    points = ["oneens, want te lang", "eens, want helder", "weet ik niet"]
    rows = [
        [f"{asked} - De tekst is helder", f"{asked} - De tekst is volledig", "Wat mist u?"],
        *([points[n % 3], points[n % 2], text] for n, text in enumerate(SENTENCES * 3)),
    ]
    reading = read(rows, "a.xlsx")
    assert list(reading.columns.values()).count("closed answer") == 2


def test_a_number_or_name_that_is_no_role_is_no_attribute(read):
    rows = "\n".join(f"{n};1;{text}" for n, text in enumerate(SENTENCES))
    reading = read("nummer;respons id;tekst\n" + rows)
    assert reading.closed == ()
    assert reading.columns["respons id"] == "not used"


def test_a_closed_answer_that_cannot_be_kept_is_refused(read):
    rows = [*TABLE, ["p9@voorbeeld.nl", "praktijk", "#REF!", 7, None, "Nog een hele zin erbij"]]
    reading = read(rows, "a.xlsx")
    assert [(one.locator, one.reason, one.excerpt) for one in reading.refusals] == [("row 8", NO_RESULT, "")]
    assert len(reading.contributions) == 7


def test_the_order_of_rows_changes_no_closed_answer(read):
    turned = [TABLE[0], *reversed(TABLE[1:])]
    first, second = (
        {(one.identity, *one.answers.items()) for one in read(t, "a.xlsx").closed} for t in (TABLE, turned)
    )
    assert first == second


ORGANISATIONS = ["Hogeschool Utrecht", "ROC van Twente", "Universiteit Leiden", "Gemeente Delft"]


def work(heading, answers):
    rows = [[answer, text] for answer, text in zip(answers, SENTENCES, strict=False)]
    return [[heading, "Wat mist u?"], *rows]


@pytest.mark.parametrize(
    "heading",
    [
        "Bij welke organisatie werkt u?",
        "Voor welke instelling werk je op dit moment?",
        "Welke organisatie vertegenwoordigt u?",
        "Naam van uw organisatie",
        "Organisatie",
        "Wat is uw functie?",
        "Waar werkt u?",
        "Which organisation do you work for?",
        "What is your current role?",
    ],
)
@pytest.mark.parametrize("people", [3, 4])
def test_the_organisation_that_a_few_people_name_is_a_closed_answer(read, heading, people):
    reading = read(work(heading, ORGANISATIONS[:people]), "a.xlsx")
    assert {one.question for one in reading.contributions} <= {"", "Wat mist u?"}
    assert [one.answers for one in reading.closed] == [{heading: name} for name in ORGANISATIONS[:people]]


def test_organisations_of_known_types_are_the_type_of_organisation(read):
    reading = read(
        work("Bij welke organisatie werkt u?", ["ROC", "universiteit", "Gemeente Delft"]), "a.xlsx"
    )
    assert [one.organisation_type for one in reading.contributions] == ["mbo", "wo", "Gemeente Delft"]


def test_whoever_says_more_than_their_organisation_says_something(read):
    answers = [f"Bij een school waar wij elke week samen leren, groep {n}" for n in range(3)]
    assert len(read(work("Bij welke organisatie werkt u?", answers), "a.xlsx").contributions) == 6


@pytest.mark.parametrize(
    "heading", ["Wat heeft uw organisatie nodig?", "Welke organisatie heeft volgens u de grootste rol?"]
)
def test_what_an_organisation_needs_is_no_fact_about_somebody(read, heading):
    assert len(read(work(heading, ORGANISATIONS[:3]), "a.xlsx").contributions) == 6


def pasted(proposal):
    head = "- id: s1\n  title: {nl: a, en: b}\n  date: 2022-05-17\n"
    lines = "".join(line[2:] + "\n" for line in proposal.splitlines())
    tree = yamlfile.parse_tree(head + lines, "sessions.yaml")
    return Session.model_validate(tree[0])


def test_the_proposal_reads_the_file_in_the_same_way(read):
    reading = read(TABLE, "a.xlsx")
    proposal = propose(reading, Source(file="a.xlsx"))
    session = pasted(proposal)
    assert session.questions == {"Wat mist u?": ""}
    assert session.sources[0].audience_column == "Doelgroep"
    assert session.sources[0].contributor_column == "E-mail"
    assert '# - "Bestuur"' in proposal
    again = read(TABLE, in_session=session, **session.sources[0].model_dump(exclude={"file"}), name="a.xlsx")
    assert again.contributions == reading.contributions


def test_the_proposal_lists_the_questions_without_a_section(read):
    rows = "Wat gaat er goed?,Wat kan \u202ebeter?\u200b\n" + "".join(
        f"{text},{text} hier\n" for text in SENTENCES
    )
    proposal = propose(read(rows), Source(file="bron.csv"))
    assert pasted(proposal).questions == {"Wat kan \u202ebeter?\u200b": ""}
    assert "\\u202e" in proposal


def test_the_proposal_lists_the_questions_as_they_stand_in_the_file(read):
    asked = [f"Wat vindt u van deel {number}?" for number in (1, 2, 10)]
    rows = [asked, *([text, f"{text} hier", f"{text} daar"] for text in SENTENCES)]
    proposal = propose(read(rows, "a.xlsx"), Source(file="a.xlsx"))
    assert list(pasted(proposal).questions) == asked
    assert proposal.count("section of the paper") == 1


def test_of_several_sheets_no_columns_are_proposed(read):
    sheets = {"Mei": TABLE, "Juni": [["naam", "tekst"], ["Bo Proef", SENTENCES[0]]]}
    proposal = propose(read(sheets, "a.xlsx"), Source(file="a.xlsx"))
    assert "text_columns" not in proposal
    assert pasted(proposal).sources[0].format == "xlsx"


def test_a_proposal_can_be_made_of_nothing():
    reading = Reading("b.txt", "notes", 0, 0, 0, (), (), {})
    assert pasted(propose(reading, Source(file="b.txt"))).sources[0].file == "b.txt"
