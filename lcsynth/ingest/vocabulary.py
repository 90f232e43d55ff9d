"""The words survey tools and people put above columns, in Dutch and English."""

from __future__ import annotations

import re

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_SEPARATORS = re.compile(r"[\s_\-./:;*?!#()\[\]]+")


def normal(name: str) -> str:
    """Write a name or label so that spelling does not matter: ``E-mail_Adres*`` is ``e mail adres``.

    Characters that leave no ink are left out: marks of direction, soft hyphens, joiners.
    """
    if not name.isascii():
        name = _INVISIBLE.sub("", name)
    return _SEPARATORS.sub(" ", name.casefold()).strip()


def _known(names: str) -> tuple[str, ...]:
    return tuple(normal(name) for name in names.split(";"))


# Role → headings, in order of preference. Only whole headings count: a question may hold any word.
HEADINGS: dict[str, tuple[str, ...]] = {
    "id": _known(
        """id; response id; responseid; respons id; comment-id; comment id; antwoord id; reactie id;
        submission id; inzending; volgnummer; nummer; nr; rij; row id"""
    ),
    "email": _known(
        """e-mail; email; mail; e-mailadres; emailadres; mailadres; email address; e-mail address;
        recipientemail; email2; e-mail2; gebruikersnaam; username; uw e-mailadres; je e-mailadres; your email;
        your e-mail address"""
    ),
    "name": _known(
        """naam; name; naam2; name2; volledige naam; full name; your name; uw naam; je naam; wat is je naam;
        wat is uw naam; what is your name; what s your name; hoe heet u;
        hoe heet je; voor- en achternaam; first and last name;
        uw voor- en achternaam; je voor- en achternaam; naam deelnemer; naam respondent; display name; wie;
        who; wie zei dit; door wie; ingebracht door; said by"""
    ),
    "first name": _known("""voornaam; first name; firstname; recipientfirstname; given name"""),
    "last name": _known("""achternaam; last name; lastname; recipientlastname; surname; family name"""),
    "contributor": _known(
        """author-id; author; auteur; deelnemer; deelnemer id; deelnemersnummer; deelnemernummer; participant;
        participant id; respondent; respondent id; respondentnummer; contributor; contributor id; user id;
        userid; user; gebruiker; voter; voter id; spreker; speaker; indiener; inzender; bijdrager"""
    ),
    "said_at": _known(
        """completion time; tijd van voltooien; date submitted; datum verstuurd; submitdate; submitted at;
        recordeddate; enddate; end date; einddatum; said_at; datetime; datum en tijd; tijdstempel; timestamp;
        created at; date; datum; datum laatste actie; date last action; datestamp; start time; begintijd;
        startdate; start date; date started; startdatum; begindatum; tijd; time; tijdstip"""
    ),
    "audience": _known(
        """audience; doelgroep; rol; role; uw rol; je rol; wat is uw rol; wat is je rol; what is your role;
        achtergrond; functiegroep; doelgroep deelnemer"""
    ),
    "organisation_type": _known(
        """organisation type; organization type; type organisatie; organisatietype; soort organisatie; type of
        organisation; type of organization; sector; onderwijssector; onderwijstype; soort onderwijs; in
        welke sector werkt u; in welke sector werk je; werkveld"""
    ),
    "section": _known(
        """paragraaf; paragraafnummer; alinea; sectie; hoofdstuk; par; plaats in de tekst; plaats in het stuk;
        plaats in het paper; section; section number; paragraph; paragraph number; chapter; place in the text;
        place in the paper"""
    ),
    "text": _known(
        """text; tekst; comment; comments; comment-body; body; opmerking; opmerkingen; reactie; reacties;
        feedback; antwoord; antwoorden; answer; toelichting; bericht; message; bijdrage; contribution;
        remark; remarks; response; interview; statement; uitspraak; suggestie; suggesties; suggestion;
        suggestions; tip; tips; top; tops; inbreng; input"""
    ),
}

# What tools add to an export; never an answer, whatever it holds.
_TECHNICAL = frozenset(
    _known(
        """last modified time; tijd van laatste wijziging; total points; totaal aantal punten; quiz feedback;
        totaal punten; feedback over toets; status; ip address; ip-adres; ipaddress; ipaddr; progress;
        duration (in seconds); finished; externalreference; external reference; locationlatitude;
        locationlongitude; distributionchannel; userlanguage; last page; lastpage; laatste pagina; start
        language; startlanguage; begin taal; taal; language; seed; referrer url; refurl; verwijzer-url;
        total time; totaaltijd; agrees; disagrees; moderated; responseset; ipaddress_1; datestamp"""
    )
)
_TECHNICAL_STARTS = (
    "points - ",
    "punten - ",
    "feedback - ",
    "group time:",
    "question time:",
    "groep tijd:",
    "vraag tijd:",
    "groepstijd:",
)

NOBODY = frozenset(
    {"", "-", "anonymous", "anoniem", "anonym", "onbekend", "unknown", "none", "geen", "nvt", "n.v.t."}
)


def is_technical(name: str) -> bool:
    """Tell whether a heading is one that tools add themselves."""
    return normal(name) in _TECHNICAL or name.casefold().startswith(_TECHNICAL_STARTS)
