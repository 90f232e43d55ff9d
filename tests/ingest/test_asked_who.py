"""Columns that tell who somebody is, as Dutch and English surveys ask for it."""

import pytest

from lcsynth.ingest.asked_who import asks_consent, asks_who, bare

ASKED = {
    "organisation_type": [
        "In wat voor organisatie werkt u?",
        "Bij wat voor organisatie werkt u?",
        "Bij wat voor soort organisatie bent u werkzaam?",
        "Aan wat voor instelling bent u verbonden?",
        "3. In wat voor een organisatie werk je?",
        "Bij welk type organisatie werkt u op dit moment?",
        "Welk soort onderwijsinstelling vertegenwoordigt u?",
        "Type organisatie waar u werkt",
        "Soort organisatie (optioneel)",
        "Wat is het type van uw organisatie?",
        "In welke sector bent u werkzaam?",
        "Uw sector",
        "What type of organisation do you work for?",
        "Which kind of organization do you represent?",
        "In which sector do you work?",
    ],
    "organisation": [
        "Welke organisatie?",
        "Bij welke organisatie werkt u?",
        "Uw organisatie",
        "Which organisation do you work for?",
    ],
    "audience": [
        "Vanuit welke rol neemt u deel?",
        "In welke hoedanigheid vult u deze vragenlijst in?",
        "Wat is uw rol binnen de learning community?",
        "Welke rol heeft u?",
        "Tot welke groep behoort u?",
        "Ik ben een…",
        "Welke omschrijving past het best bij u?",
        "Vraag 2: Wat is je functie?",
        "Functie",
        "What is your profession?",
        "In what capacity do you take part?",
        "Which of the following best describes you?",
    ],
    "name": [
        "Wat is je naam? (optioneel)",
        "Naam (niet verplicht)",
        "Vul hier uw naam in",
        "Uw voor- en achternaam",
        "Naam deelnemer",
        "Your full name (optional)",
    ],
    "contact": ["Telefoonnummer", "Wat is uw mobiele nummer?", "Postcode en woonplaats"],
    "email": ["E-mailadres (optioneel)", "Wilt u de uitkomst ontvangen? Laat dan uw e-mailadres achter."],
    "": [
        "Welke rol heeft u nodig om verder te komen?",
        "Wat voor organisatie zou een learning community moeten zijn?",
        "Welke organisatie heeft volgens u de grootste rol?",
        "Waar heeft u behoefte aan?",
        "Wat heeft uw organisatie nodig?",
        "Wat is de naam waard?",
        "Welke functie heeft een learning community?",
        "Hoe ziet u de rol van het bestuur?",
        "What role should the board play?",
    ],
}


@pytest.mark.parametrize(("who", "heading"), [(who, one) for who, some in ASKED.items() for one in some])
def test_a_heading_tells_whether_it_asks_who_somebody_is(who, heading):
    assert asks_who(heading) == who


def test_a_number_and_whether_it_must_be_answered_are_no_part_of_a_question():
    assert bare("Vraag 4. Naam (niet verplicht)") == "naam"
    assert bare("4") == "4"


@pytest.mark.parametrize(
    ("heading", "values", "consent"),
    [
        ("Ik geef toestemming voor het gebruik van mijn antwoorden", ["Ja, dat mag u doen", "Nee"], True),
        ("Gaat u akkoord met de privacyverklaring?", ["Ik ga akkoord met de verklaring"], True),
        ("Wie moet toestemming geven?", ["De directie van de school", "Het bestuur"], False),
        ("Wat mist u?", ["Ja", "Nee"], False),
    ],
)
def test_consent_is_told_by_the_heading_and_the_answers_together(heading, values, consent):
    assert asks_consent(heading, values) is consent


SAID = [
    "Er is te weinig tijd voor ons",
    "Wij willen elkaar vaker zien",
    "Er is geen geld voor de begeleiding",
]


def survey(heading, values):
    return [[heading, "Wat mist u?"], *([one, said] for one, said in zip(values, SAID, strict=True))]


@pytest.mark.parametrize("heading", ["Bij wat voor organisatie werkt u?", "In wat voor organisatie werkt u?"])
def test_the_kind_of_organisation_is_known_by_its_question_when_no_answer_is(read, heading):
    reading = read(survey(heading, ["Waterschap", "Museum", "Bibliotheek"]), "a.xlsx")
    assert reading.columns[heading] == "organisation_type"
    assert [one.organisation_type for one in reading.contributions] == ["Waterschap", "Museum", "Bibliotheek"]
    assert reading.unmapped == {"organisation_type": ("Bibliotheek", "Museum", "Waterschap")}


def test_a_name_and_an_address_that_may_be_left_out_tell_who_somebody_is(read):
    rows = survey("Wat is je naam? (optioneel)", ["Sem Bakker", "", "Fatima Elamrani"])
    for row, more in zip(rows, ["E-mailadres (optioneel)", "sem@voorbeeld.nl", "", ""], strict=True):
        row.append(more)
    reading = read(rows, "a.xlsx")
    assert [(one.text, one.identity, one.names) for one in reading.contributions] == [
        (SAID[0], "sem@voorbeeld.nl", ("Sem Bakker",)),
        (SAID[1], "", ()),
        (SAID[2], "Fatima Elamrani", ("Fatima Elamrani",)),
    ]
    assert reading.closed == ()


@pytest.mark.parametrize(
    "heading", ["Telefoonnummer", "Ik geef toestemming voor publicatie van mijn antwoorden"]
)
def test_a_number_to_be_called_on_and_consent_are_no_contributions(read, heading):
    values = ["06 12 34 56 78", "06 98 76 54 32 (na vijf uur)", ""]
    if heading.startswith("Ik"):
        values = ["Ja, ik geef toestemming voor het gebruik", "Ja, dat mag", "Nee, liever niet van mij"]
    reading = read(survey(heading, values), "a.xlsx")
    assert [one.text for one in reading.contributions] == SAID
    assert len(reading.closed) == (3 if heading.startswith("Ik") else 0)


POLL = [
    ["Voter", "Welke organisatie?: Answer", "Wat heeft u nodig?: Answer"],
    *(
        [f"Voter {n}", kind, f"Meer tijd voor reden nummer {n}"]
        for n, kind in enumerate(["Museum", "ROC"] * 3)
    ),
]


def test_a_poll_gives_everybody_the_organisation_that_they_chose(read):
    reading = read({"Voters": POLL}, "a.xlsx")
    assert reading.format == "mentimeter"
    assert [one.organisation_type for one in reading.contributions] == ["Museum", "mbo"] * 3
    assert reading.columns["Welke organisatie?: Answer"] == "organisation_type"
    assert reading.unmapped == {"organisation_type": ("Museum",)}


def test_the_question_that_the_coordinator_names_goes_first(read):
    poll = [
        [*POLL[0], "Past dit?: Answer"],
        *([*row, "Wel" if n else "Niet"] for n, row in enumerate(POLL[1:])),
    ]
    reading = read({"Voters": poll}, "a.xlsx", organisation_type_column="Past dit?")
    assert {one.organisation_type for one in reading.contributions} == {"Wel", "Niet"}
