"""Contributors: from a raw e-mail address, name or number to a pseudonym."""

from __future__ import annotations

import base64
import hmac
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, partial
from itertools import chain

from lcsynth.ingest.contribution import ClosedAnswers, RawContribution

_CHARACTERS = 10
_ADDRESS = re.compile(r"([^\s<>\"'(),;:]{1,200})@([^\s<>\"'(),;:@]{1,200})")
_MAILTO = re.compile(r"^(?:mailto:|smtp:)|[<>\"'\s]", re.IGNORECASE)
# What a meeting tool or a person puts behind a name, and what is no part of one.
_ADDITION = re.compile(
    r"\((?:(?:she|he|they|zij|hij|die|hen)/[\w/]{1,20}|guest|gast|host|gastheer|extern(?:al)?|unverified|you|jij)\)"
)
_TITLES = re.compile(
    r"(?:(?:prof|dr|drs|ir|ing|mr|dhr|mevr|mw|mrs|ms|em)(?:\.(?:dr|drs|ir|ing|mr))*(?:\.\s*|\s+)"
    r"|(?:de heer|mevrouw)\s+)+"
)
_DEGREES = re.compile(r"(?:\s*\b(?:bsc|msc|phd|ph\.d|mba|m\.ed|ma\.ed)\b\.?,?)+")


def normalise_identity(identity: str, session_id: str) -> str:
    """Write an identity so that one person has one: e-mail addresses and names without case or accents' form.

    A bare number is a counter of its survey, so it holds within its session only; an e-mail address,
    a name or a code holds in the whole workspace. "j.jansen+forms@x.nl" stays another than
    "j.jansen@x.nl": behind a tag on a shared address may be somebody else, and to make two people one is
    worse than to count one twice.
    """
    flat = " ".join(_visible(unicodedata.normalize("NFKC", identity)).casefold().split())
    if not flat:
        return ""
    if "@" in flat:
        return f"mail {_address(flat)}"
    if flat.isdigit():
        return f"number {session_id} {flat}"
    return f"name {_name(flat)}"


def _visible(text: str) -> str:
    """Leave out what nobody sees, such as zero-width spaces and marks of direction."""
    if text.isascii():
        return text
    return "".join(character for character in text if unicodedata.category(character) != "Cf")


def _address(flat: str) -> str:
    found = _ADDRESS.search(flat)
    if found is None:
        return _MAILTO.sub("", flat)
    domain = found[2].strip(".")
    if "xn--" in domain:
        # A name that the domain system does not know stays as it was written.
        with suppress(UnicodeError):
            domain = domain.encode("ascii").decode("idna")
    return f"{found[1]}@{domain}"


def _name(flat: str) -> str:
    """Give a name without titles and marks, first name first: "Vries, dr. Jan de" is "jan de vries"."""
    bare = _ADDITION.sub(" ", flat)
    last, comma, first = bare.partition(",")
    if comma and _DEGREES.fullmatch(first):
        first = ""
    ordered = (_without_title(first), _without_title(last)) if first.strip() else (_without_title(last),)
    return " ".join(" ".join(ordered).split()) or flat


def _without_title(part: str) -> str:
    part = part.strip()
    return part[found.end() :] if (found := _TITLES.match(part)) else part


def pseudonym(key: bytes, identity: str) -> str:
    """Give the pseudonym of a normalised identity: ``P-`` and 10 base32 characters of its HMAC-SHA256.

    Without the key nobody can compute the pseudonym of a known address (RFC 2104).
    """
    digest = hmac.digest(key, identity.encode("utf-8", "surrogatepass"), "sha256")
    return f"P-{base64.b32encode(digest[:_CHARACTERS]).decode('ascii')[:_CHARACTERS]}"


class Pseudonyms:
    """Gives each contribution its contributor's pseudonym.

    A bare name is the person of whom an entry of the session gives this name with an e-mail address, if
    it is one address: two people may have one name. Somebody anonymous is told apart by the row of the
    source; the pseudonym comes from what the row says, not from its place, so that the order of rows
    changes nothing.
    """

    def __init__(
        self,
        contributions: Sequence[RawContribution],
        closed: Sequence[tuple[str, ClosedAnswers]],
        session_id: str,
        key: bytes,
    ) -> None:
        self._key = key
        self._known: dict[str, str] = {}
        self._normal = cache(partial(normalise_identity, session_id=session_id))
        self._address = _addresses(contributions, self._normal)
        self._anonymous = _anonymous_rows(contributions, closed, session_id, self._normal)
        self._person = cache(self._known_by)

    def person(self, one: RawContribution | ClosedAnswers) -> str:
        """Give the normalised identity, empty for somebody anonymous."""
        return self._person(one.identity)

    def who(self, one: RawContribution) -> str:
        """Give the normalised identity; of somebody anonymous what the row says."""
        return self.person(one) or self._anonymous[one.source, one.row or one.locator]

    def give(self, one: RawContribution) -> str:
        """Give the pseudonym."""
        return self._pseudonym(self.who(one))

    def of_row(self, source: str, row: ClosedAnswers) -> str:
        """Give the pseudonym of whoever gave the closed answers of a row."""
        return self._pseudonym(self.person(row) or self._anonymous[source, row.row or row.locator])

    def of(self, identity: str) -> str:
        """Give the pseudonym that belongs to an identity, empty for somebody anonymous."""
        person = self._person(identity)
        return self._pseudonym(person) if person else ""

    def _known_by(self, identity: str) -> str:
        person = self._normal(identity)
        return self._address.get(person, person)

    def _pseudonym(self, who: str) -> str:
        if who not in self._known:
            self._known[who] = pseudonym(self._key, who)
        return self._known[who]


def _addresses(contributions: Sequence[RawContribution], normal: Callable[[str], str]) -> dict[str, str]:
    """Give the e-mail address that belongs to a full name, where the session names only one."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in contributions:
        if "@" in one.identity:
            address = normal(one.identity)
            for said in (*one.names, one.identity.partition("<")[0].strip(" \"'")):
                name = normal(said)
                # A first name alone is many people's.
                if name.startswith("name ") and name.count(" ") > 1:
                    found[name].add(address)
    return {name: next(iter(addresses)) for name, addresses in found.items() if len(addresses) == 1}


def _anonymous_rows(
    contributions: Sequence[RawContribution],
    closed: Sequence[tuple[str, ClosedAnswers]],
    session_id: str,
    normal: Callable[[str], str],
) -> dict[tuple[str, str], str]:
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in contributions:
        if not normal(one.identity):
            said = "\x1f".join((one.question, one.text, one.said_at, one.audience, one.organisation_type))
            rows[one.source, one.row or one.locator].append(said)
    for source, row in closed:
        # Of a row with open answers these alone tell who it is: the options of a question may be reworded.
        if not normal(row.identity) and (source, row.row or row.locator) not in rows:
            answers = "\x1f".join(chain.from_iterable(sorted(row.answers.items())))
            rows[source, row.row or row.locator].append(answers)
    seen: Counter[str] = Counter()
    contents = {}
    for place, said_in_row in sorted(rows.items()):
        content = "\x1e".join(sorted(said_in_row))
        contents[place] = f"row {session_id} {seen[content]}\x1e{content}"
        seen[content] += 1
    return contents
