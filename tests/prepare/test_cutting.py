"""Cutting on several cores: the same pieces, and no waiting for what nobody wants any more."""

import pytest

from lcsynth.ingest import RawContribution
from lcsynth.prepare import cutting
from lcsynth.prepare.cutting import Masking, cut_all, helpers
from lcsynth.prepare.kept import Kept
from lcsynth.prepare.language import Languages
from lcsynth.prepare.overrules import NO_OVERRULES
from lcsynth.prepare.words import Words

MASKING = Masking(("Fenna Bakker",), (), NO_OVERRULES, b"k" * 32)


@pytest.fixture
def two_cores(monkeypatch):
    monkeypatch.setattr(cutting, "MANY", 6)
    monkeypatch.setattr(cutting, "_CHUNK", 2)
    monkeypatch.setattr(cutting, "_cores", lambda: 2)


def kept(name, text):
    return Kept(name, "P-1", RawContribution("s1", "bron.csv", "row 2", "", (), "", "", "", "", text, ""))


@pytest.mark.usefixtures("two_cores")
def test_pieces_are_the_same_whoever_cuts_them():
    texts = ["Fenna Bakker zei het. Dat is nog niet af.", "Mail j.jansen@voorbeeld.nl.", "Meer tijd graag."]
    entries = [kept(f"c{number}", f"{text} ({number})") for number, text in enumerate(texts * 3)]
    words = Words()
    masker, languages = MASKING.masker(words), Languages(words)
    alone = cut_all(entries, MASKING, masker, languages, None)
    with helpers(MASKING, len(entries)) as helping:
        assert helping is not None
        assert cut_all(entries, MASKING, masker, languages, helping) == alone
    assert [one.kept for one in alone] == entries


@pytest.mark.usefixtures("two_cores")
def test_a_few_contributions_start_no_process():
    with helpers(MASKING, 5) as helping:
        assert helping is None


@pytest.mark.usefixtures("two_cores")
def test_an_error_while_others_get_ready_is_told():
    with pytest.raises(KeyError, match="meanwhile"), helpers(MASKING, 6):
        raise KeyError("meanwhile")
