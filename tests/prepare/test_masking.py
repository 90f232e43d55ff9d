import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.prepare import identifiers
from lcsynth.prepare.mask import Masker
from lcsynth.prepare.names import Names
from lcsynth.prepare.sentences import split_statements
from lcsynth.prepare.words import Words

WORDS = Words()


@pytest.fixture(scope="module")
def masker():
    return Masker(
        Names(WORDS, ("Xandria Qvist", "Bakker, Wim"), ("Hogeschool Delta", "Jan van Es Instituut"))
    )


def test_masks_are_typed_and_numbered_and_the_same_value_has_one_number(masker):
    text = "Mail a@x.nl of b@x.nl, liever A@x.nl. Bel 06-12345678 of +31 6 12345678."
    assert masker.mask(text).text == (
        "Mail [e-mail 1] of [e-mail 2], liever [e-mail 1]. Bel [telefoon 1] of [telefoon 1]."
    )


def test_a_first_name_after_a_whole_name_is_the_same_person(masker):
    text = "Volgens Fatima El Amrani kan het. Later zei Fatima dat Karin dat ook vond."
    assert masker.mask(text).text == (
        "Volgens [persoon 1] kan het. Later zei [persoon 1] dat [persoon 2] dat ook vond."
    )


def test_the_names_of_contributors_are_masked_in_everybodys_text(masker):
    assert masker.mask("ik ben het met xandria qvist eens").text == "ik ben het met [persoon 1] eens"
    assert (
        masker.mask("Dat zei Qvist ook, net als Wim Bakker.").text
        == "Dat zei [persoon 1] ook, net als [persoon 2]."
    )


def test_organisations_in_the_settings_are_kept(masker):
    assert masker.mask("Het Jan van Es Instituut doet mee.").text == "Het Jan van Es Instituut doet mee."


def test_invisible_characters_hide_nothing(masker):
    assert masker.mask("mail jan\u200b@voor\u200bbeeld.nl nu").text == "mail [e-mail 1] nu"
    assert masker.mask("\u202eDat zei Fa\u00adtima ook").text == "\u202eDat zei [persoon 1] ook"


def test_a_link_to_a_report_is_kept_and_one_to_a_person_is_not(masker):
    text = "Zie https://x.nl/rapport en https://x.nl/medewerkers/jansen."
    assert masker.mask(text).text == "Zie https://x.nl/rapport en [url 1]."
    assert masker.mask("Zie https://x.nl/a.html en www.x.nl/l.csv.").text.count("[url") == 0


def test_a_mask_across_a_cut_becomes_two_with_one_number(masker):
    text = "Dat zei Fatima El Amrani"
    masked = masker.mask(text, cuts=(8, 15, len(text)))
    assert masked.text == "Dat zei [persoon 1] [persoon 1]"[: len("Dat zei [persoon 1]")] + "[persoon 1]"
    assert masked.text[masked.offset(8) : masked.offset(15)] == "[persoon 1]"


@pytest.mark.parametrize(
    "text",
    [
        "thanks [sanne], duidelijk",
        "volgens [mohammed] kan het",
        "dag mevr. [de jong], ik hoor u niet",
        "[Karin]s voorstel is sterk.",
        "[Eyob, M.] (2020) schrijft dit ook.",
        "[Jansema, Pieter] - de term uitleggen.",
        "Dat zei [Halloran] (2016) ook.",
        "De tekst van [Terhoeven] & [Ouaddah] (2019) ontbreekt.",
        "Het was [Tesfalem] die het zei.",
        "[May] suggested a glossary.",
        "[Hope] was the only one who came.",
        "[Wil] heeft gelijk.",
        "Het plan van [Van den Broucke] is goed.",
        "Praktijkbegeleider [Smit] heeft geen tijd.",
        "Met [Zöhre Yılmaz] gesproken.",
        "Dat deden [Karin] en [Okonjo] samen.",
    ],
)
def test_a_name_is_told_by_where_it_stands(masker, text):
    plain = text.replace("[", "").replace("]", "")
    found = masker.find(plain)
    marked = plain
    for one in reversed(found):
        assert one.kind == "persoon"
        marked = f"{marked[: one.start]}[{marked[one.start : one.end]}]{marked[one.end :]}"
    assert marked == text


@pytest.mark.parametrize(
    "text",
    [
        "May I suggest a glossary? Will this do?",
        "De Mark stroomt door Breda.",
        "Albert Heijn en Philips doen mee, net als het Van Gogh Museum.",
        "Met Brightspace en Padlet, volgens Kolb.",
        "Een docent Duits en een docent Wiskunde.",
        "Sint Maarten, Oldenburg en Curaçao.",
        "Hope is not a strategy, and roos is een bloem.",
        "hoi allemaal, volgens mij wil je dat dan.",
        "Versie 10.15.7.1 en paragraaf 2.1.3.4.",
        "ISBN 978-90-123-4567-8, KvK 61234567, projectnummer 123456782.",
        "Op 01-02-2022 10:30 kostte het 1250 KB.",
        "Wij leren @school en @kantoor, @iedereen.",
        "Zie https://www.facebook.com/groups/lc en www.voorbeeld.nl/rapport.",
        "Kijk at example.com voor meer.",
    ],
)
def test_what_looks_like_personal_data_and_is_not_stays(masker, text):
    assert masker.mask(text).text == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("s punt baldew at zorgplein punt nl", "e-mail"),
        ("w.thackeray at example dot org", "e-mail"),
        ("jan @ voorbeeld.nl", "e-mail"),
        ("06 – 3141 5926", "telefoon"),
        ("+31(0)38-4699911", "telefoon"),
        ("linkedin.com/in/jandevries", "url"),
        ("jandevries.example", "url"),
        ("www.school.example/over-ons/anna-smit", "url"),
        ("https://wa.me/31612345678", "url"),
        ("https://people.school.example/j.bakker", "url"),
        ("https://schijf.example/personal/n_verheul/Documents", "url"),
        ("https://calendly.com/noorv/30min", "url"),
        ("0000-0002-1825-0097", "url"),
        ("Achterom 3a, 8601 KB", "adres"),
        ("Molenweg 3 bus 2", "adres"),
        ("Lange Nieuwstraat 12a-3", "adres"),
        ("'s-Gravelandseweg 5", "adres"),
        ("Plein 1944 nr 3", "adres"),
        ("De Dreef 7", "adres"),
        ("1234 AB 12-bis", "adres"),
        ("12 High Street", "adres"),
        ("10.0.0.1", "ip"),
        ("fe80::1", "ip"),
        ("@sanne.b@mastodon.example", "handle"),
    ],
)
def test_identifiers_are_found_whole(masker, text, kind):
    (found,) = masker.find(f"Hier: {text}, dus.")
    assert (found.start, found.end, found.kind) == (6, 6 + len(text), kind)


PIECES = st.sampled_from(
    [
        "Jan de Vries",
        "a@x.nl",
        "06-12345678",
        ". ",
        "! ",
        "\n",
        " ",
        "en toen",
        "NL91 ABNA 0417 1643 00",
        "J. ",
        "👍",
        "\u200b",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=40))
def test_offsets_lead_to_the_same_statement_in_the_masked_text(masker, text):
    spans = split_statements(text)
    masked = masker.mask(text, [edge for span in spans for edge in span])
    plain = masker.mask(text)
    for start, end in spans:
        first, last = masked.offset(start), masked.offset(end)
        assert masked.text[first:last].strip() == masked.text[first:last] != ""
    if not plain.starts:
        assert masked.text == text
    assert "a@x.nl" not in masked.text.replace("\u200b", "")


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "@",
        "a@",
        "A",
        "A.",
        "1 ",
        "0-",
        "Jan ",
        "van ",
        "NL91",
        "http://",
        "::",
        "\u200b",
        "(",
        "De Van ",
        "J.",
        "Aa-",
        "Van de ",
        "Jansen, ",
        "Aa & ",
        "a punt ",
        "a at a.",
        "Markt 1 ",
        "Aa van de ",
        "https://x",
    ],
)
def test_a_line_of_hundreds_of_kilobytes_is_masked(masker, unit):
    # Meaningful only because a pattern that backtracks would never end.
    masker.mask(unit * (200_000 // len(unit)))


def test_a_word_without_end_costs_no_memory(masker):
    masker.mask("Aa-")  # what loads once is not counted
    tracemalloc.start()
    masker.mask("Aa-" * 20_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50e6


SPOKEN = st.sampled_from([" at ", " [at] ", "apenstaartje", " punt ", " dot ", "voorbeeld", " ", "é", "ſ"])
SIGNS = st.sampled_from([".nl", "@", "06", "::", "www.", "/in", ". ", "(", "-", "\n", "4"])


@given(st.lists(SPOKEN | SIGNS, max_size=9).map("".join))
def test_no_identifier_is_in_a_text_whose_words_show_none(text):
    every = [one for *_, finders in identifiers._FINDERS for finder in finders for one in finder(text)]
    assert not every or any(map(identifiers._may_be_part, text.split()))
