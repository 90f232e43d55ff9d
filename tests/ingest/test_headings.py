import pytest

from lcsynth.errors import DataError
from lcsynth.ingest.reasons import DOUBTFUL_HEADING

ANSWERS = [
    "Ik vind dat er te weinig tijd is voor overleg.",
    "Er is behoefte aan rust in het rooster van docenten.",
    "De samenwerking met bedrijven kost meer dan zij oplevert.",
]


@pytest.mark.parametrize(
    "content",
    [
        "\n".join(ANSWERS),
        "\n".join(f"{number};{text}" for number, text in enumerate(ANSWERS)),
        "\n".join(f"{number};goed idee {number}" for number in range(4)),
        "\n".join(f"p{number}@voorbeeld.nl;goed idee van {number}?" for number in range(4)),
        "\n".join(f"2022-05-1{number};goed idee van {number}?" for number in range(4)),
    ],
)
def test_a_file_without_a_heading_is_an_error_and_loses_no_answer(read, content):
    with pytest.raises(DataError, match=r"row 1.*--text-column"):
        read(content)


def test_a_sheet_without_a_heading_is_named(read):
    rows = [[text] for text in ANSWERS]
    with pytest.raises(DataError, match="Juni row 1"):
        read({"Mei": [["tekst"], *rows], "Juni": rows}, "a.xlsx")


def test_a_first_row_that_may_be_either_is_the_heading_and_goes_to_quarantine(read):
    reading = read("meer tijd\nmeer rust\nminder vergaderen\n")
    assert len(reading.contributions) == 2
    assert [(one.locator, one.reason, one.excerpt) for one in reading.refusals] == [
        ("row 1", DOUBTFUL_HEADING, "meer tijd")
    ]
    assert (reading.rows, reading.read) == (2, 3)


@pytest.mark.parametrize(
    "heading",
    [
        "tekst",
        "Wat mist u?",
        "Wat neemt u mee uit deze bijeenkomst en waarom is dat zo",
        "Uw ervaringen met de groep",
        "Geef hieronder uw mening over de tekst van dit stuk.",
        "Mijn mening over de hele tekst is als volgt:",
        "Wat mist u, en waarom mist u dat?",
        "Tafel 2",
        "Groep B",
    ],
)
def test_what_reads_like_a_heading_raises_no_doubt(read, heading):
    reading = read("\n".join([heading, *ANSWERS]))
    assert (len(reading.contributions), reading.refusals) == (3, ())


def test_a_known_word_in_the_first_row_makes_it_the_heading(read):
    content = "\n".join(
        ["id;In mijn organisatie is te weinig tijd", *(f"{n};{t}" for n, t in enumerate(ANSWERS))]
    )
    assert read(content).refusals == ()


def test_a_column_named_by_the_coordinator_is_no_answer(read):
    rows = "\n".join(ANSWERS)
    assert len(read(rows, text_columns=(ANSWERS[0],)).contributions) == 2


def test_a_question_of_the_session_is_a_heading(read, session):
    asked = session.model_copy(update={"questions": {"Samenwerken in onze regio gaat erg goed": "2.1"}})
    reading = read("\n".join(["Samenwerken in onze regio gaat erg goed", *ANSWERS]), in_session=asked)
    assert (len(reading.contributions), reading.refusals) == (3, ())
