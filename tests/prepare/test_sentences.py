import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.prepare.sentences import split_statements


def cut(text):
    return [text[start:end] for start, end in split_statements(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Wij werken o.a. met studenten en bijv. ook met docenten.",
        "M.i. moet dit anders, d.w.z. met meer tijd en i.p.v. minder geld.",
        "Zie p. 3 en par. 2.1 van de nota nr. 4 voor ca. 12 redenen.",
        "Volgens dhr. Jansen en mevr. A.B. de Vries kan dit evt. later.",
        "Dr. Smith said e.g. trust, i.e. the basis, is missing.",
        "We wachten nog even... maar niet te lang meer.",
        'Hij zei: "Kom nu!" en ging toen snel weg.',
        "Zie www.Voorbeeld.Nl of mail jan@voorbeeld.Nl voor meer.",
        "Dit is een lange regel die door het systeem is afgebroken en\ndie gewoon doorgaat op de volgende.",
        "Geen punt aan het einde van deze zin",
    ],
)
def test_a_stop_that_ends_no_sentence_cuts_nothing(whole):
    assert cut(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Dit werkt heel erg goed. Wij gaan hiermee door nu.",
            ["Dit werkt heel erg goed.", "Wij gaan hiermee door nu."],
        ),
        (
            "Waarom is dit zo laat?! Niemand wist er iets van.",
            ["Waarom is dit zo laat?!", "Niemand wist er iets van."],
        ),
        (
            "Dat ging toen prima zo.Maar nu gaat het niet meer.",
            ["Dat ging toen prima zo.", "Maar nu gaat het niet meer."],
        ),
        ("- meer tijd\n- meer geld", ["- meer tijd", "- meer geld"]),
        ("geen tijd\nte veel werkdruk", ["geen tijd", "te veel werkdruk"]),
        (
            "Tips:\n1. Begin klein met een groep\n2. Betrek de praktijk",
            ["Tips:\n1. Begin klein met een groep", "2. Betrek de praktijk"],
        ),
        (
            "het is echt te druk. we moeten minder gaan doen",
            ["het is echt te druk.", "we moeten minder gaan doen"],
        ),
        (
            "Het duurde tot eind 2019. Daarna ging het beter met ons.",
            ["Het duurde tot eind 2019.", "Daarna ging het beter met ons."],
        ),
        (
            "We deden spellen, quizzen, enz. Iedereen vond dat erg leuk.",
            ["We deden spellen, quizzen, enz.", "Iedereen vond dat erg leuk."],
        ),
    ],
)
def test_sentences_items_and_chat_lines_are_statements(text, statements):
    assert cut(text) == statements


@pytest.mark.parametrize(
    "text",
    [
        "De paragraaf spreekt over eigenaarschap. Dat is onduidelijk.",
        "Er is te weinig tijd voor docenten. Helemaal mee eens.",
        "De rol van de docent is belangrijk. It is unclear.",
        "Ja. Ik vind het een goed plan. 👍",
        "Goed idee! Laten we dit vaker doen.",
        "Nee! Nee! Nee!",
    ],
)
def test_a_short_or_dangling_sentence_stays_with_its_neighbour(text):
    assert cut(text) == [text]


# " | " parts the statements that are expected.
GOLDEN = """
Wij doen dit o.a. in Zwolle en Kampen, m.b.t. de zorg.
Dit is m.i. T.a.v. de regio een probleem.
Zie blz. 12, nr. 4 en art. 3 van de wet hierover.
Zie p. 3. Daar staat iets heel anders dan hier.
De St. Antonius werkt samen met prof. dr. ir. Jansen en mw. drs. De Boer.
Theorie vs. Praktijk blijft een lastig onderwerp hier.
See Fig. 2 and Sect. 4 for the details of this.
We beginnen om 15.00 uur precies in de grote zaal.
Het kost 3.50 euro of 1.200 uur per jaar voor ons.
Kijk op https://www.voorbeeld.nl/a.Pdf. | Daar staat alles over het project.
Ik weet het niet… | Misschien is het te vroeg voor dit plan.
Ik weet het niet... misschien is het te vroeg voor dit plan.
Hoe kan dat nou?! | Dat had iemand moeten zien aankomen.
Heel goed plan dit 👍 | Ik doe graag mee met de pilot
Heel goed plan dit! 👍 | Ik doe graag mee met de pilot
Heel goed plan 👍 en ik doe graag mee met de pilot
Meer tijd -> betere samenwerking -> meer resultaat
1) meer tijd voor docenten | 2) meer geld voor de regio | 3) minder vergaderen
1. Meer tijd voor docenten. | 2. Meer geld voor de regio. | 3. Minder vergaderen graag.
(1) meer tijd voor docenten | (2) meer geld voor de regio
a) meer tijd voor docenten | b) meer geld voor de regio
Zoals Jansen (2) al zei is dit niet nieuw voor ons.
• meer tijd voor docenten | • meer geld voor de regio
Hij zei: "Dit werkt niet." | Daarna werd het stil in de zaal.
(Dit is een losse opmerking.) | Verder is het een goed stuk.
het is te lang. | ik haak af na pagina drie
Het is te lang. | Ik haak af na pagina drie.
Het is te lang.Ik haak af na pagina drie. = Het is te lang. | Ik haak af na pagina drie.
NB: de tabel op pagina 4 klopt niet meer.
NB. De tabel op pagina 4 klopt niet meer.
Ps. De tabel op pagina 4 klopt niet meer.
De opzet van hoofdstuk 2 is te vaag. Dat is onduidelijk.
De opzet is te vaag. Eens.
Mee eens, maar dan wel met meer tijd. | De docenten zitten vol.
uh ja. eh nou ik denk dat het wel kan. | maar dan eh moet er tijd zijn
Dit geldt voor mbo, hbo, enz. en ook voor de universiteit.
Dit geldt voor mbo, hbo, etc. | Wij zien dat elke dag terug.
Dit moet echt beter en wel z.s.m. | Nog een sessie is daarvoor nodig.
Ik ben het eens met Jansen c.s. | Over de rest twijfel ik nog.
Dat was in de 19e eeuw. | Nu is alles anders geworden.
De heer J. van Dijk en mevr. K. Smit waren er ook bij.
Wij werken bij Bakker B.V. en dat bevalt goed tot nu toe.
De C.A.O. is hierin leidend. | Daar kunnen wij niet omheen.
Dat kost ca. 5 mln. euro per jaar. | Wie gaat dat betalen dan?
Zie hfst. 3 e.v. voor de onderbouwing van dit standpunt.
Dit moet uiterlijk 1 jan. 2023 klaar zijn volgens de planning.
Het plan is goed; de uitvoering is slecht geregeld.
Goed stuk!!! Ga zo door met dit werk allemaal.
We need more time, e.g. for teachers, i.e. the people who do it.
The U.S. model does not fit here. | We have other schools.
Mr. Smith et al. (2019) say the opposite of this claim.
I agree. This is unclear. | Please add an example of it.
Kosten: € 1.000.000,- per jaar. | Dat is veel te duur voor ons.
v1.2 van het stuk was beter. | Versie 2.0 is te lang geworden.
Dit project (zie par. 2.3.1) loopt tot 31.12.2023. | Daarna stopt het geld.
"Waarom?" vroeg de docent aan de groep. | Niemand had een antwoord.
Stap 1. Begin klein met een groep. | Stap 2. Betrek de praktijk daarbij.
Dit doen we o.l.v. Karin en i.h.k.v. het project, incl. overhead.
Wat goed is blz. 5. | Wat minder is blz. 6 en verder.
Ik vind dit te veel, en ik ben niet de enige. | (Dat hoor ik ook van collega's.)
"""


@pytest.mark.parametrize("line", GOLDEN.strip().splitlines())
def test_lines_as_people_write_them(line):
    written, _, wanted = line.partition(" = ")
    assert cut(written.replace(" | ", " ")) == (wanted or written).split(" | ")


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("* punt een van de lijst\n  gaat hier door", ["* punt een van de lijst\n  gaat hier door"]),
        (
            "1. Een punt over tijd\n   en over geld\n2. Een punt over rust",
            ["1. Een punt over tijd\n   en over geld", "2. Een punt over rust"],
        ),
    ],
)
def test_an_indented_line_goes_on_with_its_item(text, statements):
    assert cut(text) == statements


@settings(max_examples=300)
@given(st.text(st.sampled_from("ab cD.!?…\n-•1)(\"'’:,é \t\u200b👍"), max_size=80) | st.text(max_size=60))
def test_every_character_but_white_space_is_in_exactly_one_statement(text):
    spans = split_statements(text)
    covered = [place for start, end in spans for place in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= set(covered)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "unit",
    [".", " ", "a", '."', "Ab. ", "abc.Def", "1. ", "a. ", "(", "[ ", "1) ", "👍 A", "Stap 1. ", "x\n  y"],
)
def test_a_line_of_a_megabyte_is_cut(unit):
    # Meaningful only because a pattern that backtracks would never end.
    split_statements(unit * (1_000_000 // len(unit) // 4))
