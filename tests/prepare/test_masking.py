import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_a_mask_across_a_cut_becomes_two_with_one_number(masker):
    text = "Dat zei Fatima El Amrani"
    masked = masker.mask(text, cuts=(8, 15, len(text)))
    assert masked.text == "Dat zei [persoon 1] [persoon 1]"[: len("Dat zei [persoon 1]")] + "[persoon 1]"
    assert masked.text[masked.offset(8) : masked.offset(15)] == "[persoon 1]"


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


@settings(max_examples=200, deadline=None)
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
    ],
)
def test_a_line_of_hundreds_of_kilobytes_is_masked(masker, unit):
    # Meaningful only because a pattern that backtracks would never end.
    masker.mask(unit * (200_000 // len(unit)))
