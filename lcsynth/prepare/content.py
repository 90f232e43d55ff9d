"""Statements that say nothing of their own: kept and counted, not clustered."""

from __future__ import annotations

import re

from lcsynth.prepare.identifiers import MASK

_OUTER = re.compile(r"^[\W_]+|[\W_]+$")
_NOTHING_SAID = """nvt; n.v.t; n.v.t.; niet van toepassing; geen; geen idee; geen mening; geen opmerking;
    geen opmerkingen; geen commentaar; geen vragen; geen aanvulling; geen aanvullingen; geen
    toevoeging; geen toevoegingen; geen antwoord; geen verdere opmerkingen; geen
    bijzonderheden; geen suggesties; geen tips; niets; niks; niets toe te voegen; nee; nee
    hoor; ja; jazeker; zeker; ja hoor; ok; oke; oké; okay; prima; goed; akkoord; eens; mee
    eens; helemaal mee eens; idem; idem dito; dito; zie boven; zie hierboven; zie vorige; zie
    vorig antwoord; zie vorige vraag; zie eerder; zie eerdere antwoord; zie eerder antwoord;
    zie vraag 1; weet ik niet; weet niet; ik weet het niet; onbekend; test; testje; x; xx;
    xxx; dank; dank je; dank je wel; dankjewel; dank u; dank u wel; bedankt; hoi; hallo; dag;
    doei; goedemorgen; goedemiddag; top; mooi; leuk; na; n/a; n.a; n.a.; none; nothing; no;
    nope; yes; yep; no comment; no comments; no idea; no opinion; nil; not applicable; see
    above; see previous; same; same as above; ditto; agree; agreed; i agree; fine; good;
    great; thanks; thank you; thx; i don't know; don't know; dont know; idk; unknown; nothing
    to add; no remarks; no further comments; hi; hello; bye"""
_NOTHING = frozenset(" ".join(term.split()) for term in _NOTHING_SAID.split(";"))
_POINTER = re.compile(
    r"(?:zie|see) (?:ook |also )?"
    r"(?:boven|hierboven|vraag|question|vorige|antwoord|above|answer|nr)\b[\w. ]{0,20}"
)
_LETTER = re.compile(r"[^\W\d_]")


def normalise(text: str) -> str:
    """Write a text so that only its words count: no case, outer punctuation or extra white space."""
    return _OUTER.sub("", " ".join(text.casefold().split()))


def has_content(text: str) -> bool:
    """Tell whether a statement says something: "nvt", "zie boven", "-", "7" and "👍" do not."""
    if len(text) > 60:
        return True
    plain = normalise(MASK.sub(" ", text) if "[" in text else text)
    if plain in _NOTHING or not _LETTER.search(plain) or len(plain) < 2:
        return False
    return not _POINTER.fullmatch(plain)
