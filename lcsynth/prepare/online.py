"""What leads to a person on line: e-mail addresses, profiles, handles and IP addresses."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from functools import cache

from lcsynth.prepare.found import Found
from lcsynth.prepare.lexicon import load_lexicon
from lcsynth.prepare.named_addresses import names_a_person
from lcsynth.prepare.words import Words

_OPEN, _CLOSE = r"\s?[(\[{<]\s?", r"\s?[)\]}>]\s?"
_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%'-]{1,64}"
    rf"(?:{_OPEN}(?:dot|punt|\.){_CLOSE}[\w.+%'-]{{1,64}}){{0,3}}"
    rf"(?:@|{_OPEN}(?:at|a|apen?staart(?:je)?|@){_CLOSE})"
    rf"[\w-]{{1,63}}(?:(?:\.|{_OPEN}(?:dot|punt|\.){_CLOSE})[\w-]{{1,63}}){{1,5}}",
    re.IGNORECASE,
)
_SPOKEN_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w+%.-]{1,40}(?: (?:punt|dot|underscore|streepje) [\w+%.-]{1,40}){0,3}"
    r" (?:at|apen?staart(?:je)?|@) "
    r"[\w-]{1,40}(?:(?:\.| (?:punt|dot) )[\w-]{1,40}){1,4}(?!\w)(?! (?:at|apen?staart(?:je)?|@) )",
    re.IGNORECASE,
)
_SPOKEN_DOT = re.compile(r" (?:punt|dot|underscore|streepje) ", re.IGNORECASE)
_EMAIL_CUE = re.compile(
    r"(?:mail\w{0,6}|adres|address|contact)(?:\W{1,3}\w{1,5}){0,2}\W{0,3}\Z", re.IGNORECASE
)
_URL = re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"'”]{1,2000}", re.IGNORECASE)
_BARE_URL = re.compile(r"(?<![\w/.@:-])(?:[\w-]{1,40}\.){1,3}[a-z]{2,10}/[^\s<>\"'”]{1,500}", re.IGNORECASE)
_SITE = re.compile(r"(?<![\w/.@:-])[a-z-]{6,40}(?:\.[a-z-]{2,40})?\.[a-z]{2,10}(?![\w@/-])")
_PROFILE = re.compile(
    r"(?:^|/)@[a-z_]|[\w.]@|~\w|linkedin\.\w+/(?:in|pub)/\w"
    r"|(?:^|[/.])(?:facebook|fb|instagram|twitter|threads|tiktok|x)\.com/"
    r"(?!(?:groups|events|pages|watch|share|sharer|p|reels?|explore|tv|hashtag|search|home|i|intent|tag)(?:[/?.]|$))"
    r"\w"
    r"|(?:^|[/.])github\.com/(?!(?:orgs|topics|features|about|marketplace|search)(?:/|$))\w"
    r"|orcid\.org/\d|wa\.me/\+?\d|(?:^|[/.])t\.me/\w|bsky\.app/profile/\w|linktr\.ee/\w|youtube\.com/(?:user|c)/\w"
    r"|/(?:people|person|persons|profile|profiles|profiel|user|users|medewerkers?|personen|persoon|members?"
    r"|auteurs?|authors?|staff|employees?|team|contact|onderzoekers?|researchers?|docenten|lectoren)/\w"
    r"|(?:^|\.)(?:people|staff|personal|members?|medewerkers?|home)\.[\w.-]{4,80}/[~\w]|/personal/\w"
    r"|(?:^|[/.])(?:calendly\.com|cal\.com|zoom\.us/my|meet\.me)/\w"
    # "/j.bakker", which is no file.
    r"|/[a-z]\.(?!(?:html?|php|pdf|aspx?|docx?|xlsx?|pptx?|csv|txt|jpe?g|png|zip|json|xml)(?:[?#]|$))"
    r"[a-z][a-z-]{2,40}(?:[/?#]|$)"
    r"|[?&](?:e?mail|user|naam|name|token|uid|phone)=",
    re.IGNORECASE,
)
# A site of one's own is a profile as well: "mijn blog: www.voorbeeld.nl/leren".
_OWN_SITE = re.compile(
    r"\b(?:mijn|m'n|eigen|zijn|haar|persoonlijke|my|own|his|her|personal)"
    r"(?: (?:eigen|own|personal|persoonlijke))?"
    r" (?:blog|vlog|site|website|web ?page|page|home ?page|pagina|webpagina|webstek|portfolio|podcast)\b"
    r"[^.!?]{0,20}\W\Z",
    re.IGNORECASE,
)
_ORCID = re.compile(r"(?<![\w/-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\w-])")
_IP4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)")
_IP6 = re.compile(r"(?<![\w:.])[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?![\w:])")
_IP_CUE = re.compile(r"\bip(?:v4)?(?:-?\s?\w{0,8})\W{0,4}(?:is|was|van|of)?\W{0,3}\Z", re.IGNORECASE)
_NO_IP_CUE = re.compile(
    r"(?:versie|version|release|build|update|v|paragraaf|par|section|sectie|§+|hoofdstuk|chapter|artikel|art)\W{0,3}\Z",
    re.IGNORECASE,
)
_LOCAL_NETWORKS = ("10.0.", "127.0.", "192.168.")
_SHORTEST_IP6 = 5
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.-]{1,40}(?:@[\w.-]{3,60})?")
_EVERYBODY = frozenset({"@all", "@allen", "@iedereen", "@everyone", "@here", "@channel", "@team"})
_BEFORE, _BEFORE_SITE = 30, 50


def find_emails(text: str) -> Iterator[Found]:
    """Find e-mail addresses, also with "[at]" and "(punt)"."""
    for match in _EMAIL.finditer(text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip("'.-"))
        end = match.end() - (len(raw) - len(raw.rstrip("'.-")))
        yield Found(start, end, "e-mail", "".join(text[start:end].casefold().split()))


def find_spoken_emails(text: str) -> Iterator[Found]:
    """Find e-mail addresses that are spelled out: "jan at voorbeeld punt nl"."""
    for match in _SPOKEN_EMAIL.finditer(text):
        raw = match.group().rstrip(".-")
        local = re.split(r" (?:at|apen?staart(?:je)?|@) ", raw, maxsplit=1, flags=re.IGNORECASE)[0]
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not match.group().rstrip(".-")[-1].isalpha():
            continue  # "Thursday @ 10.30"
        sure = _SPOKEN_DOT.search(raw) or " @ " in raw or "aart" in raw or any(one in local for one in "._+")
        if sure or _EMAIL_CUE.search(before):
            yield Found(match.start(), match.start() + len(raw), "e-mail", "".join(raw.casefold().split()))


def find_urls(text: str) -> Iterator[Found]:
    """Find links that lead to a person; one to a report is feedback and stays."""
    for pattern in (_URL, _BARE_URL):
        for match in pattern.finditer(text):
            address = match.group().rstrip(".,;:!?)]}'")
            before = text[max(0, match.start() - _BEFORE_SITE) : match.start()]
            bare = address.partition("://")[2] or address
            if _PROFILE.search(bare) or _OWN_SITE.search(before) or names_a_person(bare):
                yield Found(match.start(), match.start() + len(address), "url", address.casefold())
    for match in _ORCID.finditer(text):
        if match.group().startswith("000"):
            yield Found(match.start(), match.end(), "url", f"orcid.org/{match.group()}")


def find_sites(text: str) -> Iterator[Found]:
    """Find sites called after a person, without anything before or behind: "jandevries.example"."""
    for match in _SITE.finditer(text):
        if names_a_person(match.group()):
            yield Found(match.start(), match.end(), "url", match.group())


def find_ips(text: str) -> Iterator[Found]:
    """Find IP addresses; "2.1.3.4" is a paragraph number: an address has parts of more digits."""
    for match in _IP4.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        long = sum(len(part) > 1 for part in match.group().split(".")) >= 2
        local = match.group().startswith(_LOCAL_NETWORKS)
        if not _IP_CUE.search(before) and (not (long or local) or _NO_IP_CUE.search(before)):
            continue
        yield from _address(match)
    for match in _IP6.finditer(text):
        if len(match.group()) >= _SHORTEST_IP6:
            yield from _address(match)


def _address(match: re.Match[str]) -> Iterator[Found]:
    try:
        address = ipaddress.ip_address(match.group())
    except ValueError:
        return
    yield Found(match.start(), match.end(), "ip", str(address))


def find_handles(text: str) -> Iterator[Found]:
    """Find handles; "@school" and "@iedereen" are nobody's."""
    for match in _HANDLE.finditer(text):
        raw = match.group().rstrip(".-")
        value = raw.casefold()
        if value not in _EVERYBODY and not _is_plain_word(raw[1:]):
            yield Found(match.start(), match.start() + len(raw), "handle", value)


def _is_plain_word(name: str) -> bool:
    """Tell whether this is a word and no first name: "kantoor"."""
    return name.isalpha() and _words().is_word(name) and not load_lexicon().is_first(name.capitalize())


@cache
def _words() -> Words:
    return Words()
