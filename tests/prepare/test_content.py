import pytest

from lcsynth.prepare.content import has_content


@pytest.mark.parametrize(
    "text",
    [
        *(
            "nvt",
            "NVT",
            "N.V.T.",
            "n.v.t",
            "Nee, niks",
            "n.v.t",
            "Niet van toepassing.",
            "geen",
            "Geen.",
            "geen !",
            "GEEN",
        ),
        *("-", "—", "...", "…", "?", "!!", "7", "+1", "👍", "👍👍", ":-)", "n/a", "N.A.", "x", "xx"),
        *("zie boven", "zie boven.", "Zie hierboven!", "zie mijn vorige antwoord", "zie antwoord op vraag 3"),
        *("Zie vraag 3", "idem als boven", "idem", "see above", "See my previous answer", "same as above"),
        *("ok", "Oké!", "haha", "hahahaha", "lol", "hi all", "Hoi allemaal", "ik hoor niets", "test 1 2"),
        *(
            "je staat op mute",
            "You’re on mute",
            "you are on mute!",
            "uh",
            "brb",
            "[persoon 1]",
            "Dank je wel!",
        ),
    ],
)
def test_what_says_nothing_of_its_own_is_no_content(text):
    assert not has_content(text)


@pytest.mark.parametrize(
    "text",
    [
        *("geen geld", "Geen tijd.", "geen idee hoe dit moet", "ja, mits er tijd is", "nee, te duur"),
        *("ok maar te duur", "zie boven de rivier het probleem", "zie ook de nota van het ministerie"),
        *("rust", "[persoon 1] helpt", "eens met de kritiek", "test eerst in een pilot", "testen kost tijd"),
        *("mute alle managers", "ik hoor niets over studenten", "no money", "none of the above apply to mbo"),
        *("see the answer of the ministry", "same people every time", "geen vertrouwen", "goed onderwijs"),
        *("zie vraag 3, maar dan strenger", "test is onduidelijk", "hi-tech", "tijd", "mbo", "AI"),
    ],
)
def test_short_content_is_content(text):
    assert has_content(text)
