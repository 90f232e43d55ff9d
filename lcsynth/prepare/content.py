"""Statements that say nothing of their own: kept and counted, not clustered."""

from __future__ import annotations

import re

from lcsynth.prepare.identifiers import MASK

_NOTHING_SAID = """nvt; n.v.t; n.v.t.; niet van toepassing; geen; geen idee; geen mening; geen opmerking;
    geen opmerkingen; geen commentaar; geen vragen; geen aanvulling; geen aanvullingen; geen
    toevoeging; geen toevoegingen; geen antwoord; geen verdere opmerkingen; geen
    bijzonderheden; geen suggesties; geen tips; niets; niks; niets toe te voegen; nee; nee
    hoor; nee niks; nee niets; nee dank je; nee bedankt; ja; jazeker; zeker; ja hoor;
    ok; oke; oké; okay; prima; goed; akkoord; eens; mee
    eens; helemaal mee eens; idem; idem dito; dito; zie boven; zie hierboven; zie vorige; zie
    vorig antwoord; zie vorige vraag; zie eerder; zie eerdere antwoord; zie eerder antwoord;
    zie vraag 1; weet ik niet; weet niet; ik weet het niet; onbekend; test; testje; x; xx;
    xxx; dank; dank je; dank je wel; dankjewel; dank u; dank u wel; bedankt; hoi; hallo; dag;
    doei; goedemorgen; goedemiddag; top; mooi; leuk; na; n/a; n.a; n.a.; none; nothing; no;
    nope; yes; yep; no comment; no comments; no idea; no opinion; nil; not applicable; see
    above; see previous; same; same as above; ditto; agree; agreed; i agree; fine; good;
    great; thanks; thank you; thx; i don't know; don't know; dont know; idk; unknown; nothing
    to add; no remarks; no further comments; hi; hello; bye"""
# What a chat is full of: greetings, laughter, and whether the sound works.
_CHAT = """haha; hahaha; hihi; lol; wow; yes!; yeah; yup; jup; jep; joh; idd; inderdaad; precies; klopt; hear
    hear; hoi allemaal; hallo allemaal; hoi iedereen; dag allemaal; hi all; hi everyone; hello all;
    hello everyone; good morning; good morning all; good afternoon; goedenavond; goedemorgen allemaal;
    goedemiddag allemaal; tot ziens; fijne dag; fijne dag nog; fijn weekend; bye all; ik hoor niets;
    ik hoor niks; ik hoor je niet; ik hoor u niet; ik zie niets; ik zie niks; geen geluid; geen beeld;
    je staat op mute; jullie staan op mute; u staat op mute; je microfoon staat uit; je mic staat uit;
    hoor je mij; horen jullie mij; zien jullie mijn scherm; you are on mute; you're on mute; youre on
    mute; ur on mute; i can't hear you; i cant hear you; cant hear you; no sound; can you hear me; can
    you see my screen; i can hear you; ben zo terug; brb; one moment; moment; momentje; even wachten;
    uh; uhm; eh; ehm; hmm; hm; um; mmm; tja; pff; amen; same here; plus one; plus een; thanks all;
    thanks everyone; thank you all; thanks for sharing; dank allemaal; bedankt allemaal; dank voor het
    delen; super; perfect; helder; duidelijk; begrepen; done; klaar; got it; sure; of course;
    natuurlijk; uiteraard"""
_WORD = re.compile(r"[^\W_]+")
_POINTER = re.compile(
    r"(?:(?:zie|see|idem|same|ditto|zelfde|hetzelfde) )(?:ook |also |als |as |aan |bij |in |op |to )*"
    r"(?:(?:mijn|my|het|de|the|m n) )?(?:(?:vorige?|eerdere?|bovenstaande?|previous|earlier|last) )?"
    r"(?:boven|hierboven|hiervoor|vorige?|vraag|question|antwoord(?:en)?|above|answers?|before|previous|nr|"
    r"reactie|opmerking|comment)"
    r"(?: (?:hierboven|boven|above|op|bij|op vraag|bij vraag|question|vraag|nr|to question))?"
    r"(?: \d{1,3}[a-z]?)?"
)
_SOUND_CHECK = re.compile(
    r"test(?:en|ing)?(?: (?:\d{1,2}|een|one|twee|two|drie|three))*|(?:ha|he|hi){2,20}h?|lo+l"
)
_LETTER = re.compile(r"[^\W\d_]")


def _words(text: str) -> str:
    """Give the words with one space between them; letters that stand alone are written as one: "n.v.t."."""
    words: list[str] = []
    letters = False
    for word in _WORD.findall(text.casefold().replace("’", "'").replace("'", "")):
        single = len(word) == 1 and word.isalpha()
        if single and letters:
            words[-1] += word
        else:
            words.append(word)
        letters = single
    return " ".join(words)


_NOTHING = frozenset(_words(term) for term in f"{_NOTHING_SAID};{_CHAT}".split(";"))


def has_content(text: str) -> bool:
    """Tell whether a statement says something: "nvt", "zie boven", "-", "7", "+1" and "👍" do not."""
    if len(text) > 60:
        return True
    words = _words(MASK.sub(" ", text) if "[" in text else text)
    if words in _NOTHING or not _LETTER.search(words) or len(words) < 2:
        return False
    return not (_POINTER.fullmatch(words) or _SOUND_CHECK.fullmatch(words))
