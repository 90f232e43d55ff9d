"""Contributors: from a raw e-mail address, name or number to a pseudonym."""

from __future__ import annotations

import base64
import hmac
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from lcsynth.ingest.contribution import ClosedAnswers, RawContribution

_CHARACTERS = 10
_MAILTO = re.compile(r"^(?:mailto:|smtp:)|[<>\"'\s]", re.IGNORECASE)


def normalise_identity(identity: str, session_id: str) -> str:
    """Write an identity so that one person has one: e-mail addresses and names without case or accents' form.

    A bare number is a counter of its survey, so it holds within its session only; an e-mail address,
    a name or a code holds in the whole workspace.
    """
    flat = " ".join(unicodedata.normalize("NFKC", identity).casefold().split())
    if not flat:
        return ""
    if "@" in flat:
        return f"mail {_MAILTO.sub('', flat)}"
    if flat.isdigit():
        return f"number {session_id} {flat}"
    # "Vries, Jan de" and "Jan de Vries" are one person.
    last, comma, first = flat.partition(",")
    return f"name {first.strip()} {last.strip()}" if comma and first.strip() else f"name {flat}"


def pseudonym(key: bytes, identity: str) -> str:
    """Give the pseudonym of a normalised identity: ``P-`` and 10 base32 characters of its HMAC-SHA256.

    Without the key nobody can compute the pseudonym of a known address (RFC 2104).
    """
    digest = hmac.digest(key, identity.encode("utf-8", "surrogatepass"), "sha256")
    return f"P-{base64.b32encode(digest).decode('ascii')[:_CHARACTERS]}"


class Pseudonyms:
    """Gives each contribution its contributor's pseudonym.

    Somebody anonymous is told apart by the row of the source; the pseudonym comes from what the row
    says, not from its place, so that the order of rows changes nothing.
    """

    def __init__(
        self,
        contributions: Sequence[RawContribution],
        closed: Sequence[tuple[str, ClosedAnswers]],
        session_id: str,
        key: bytes,
    ) -> None:
        self._session_id, self._key = session_id, key
        self._known: dict[str, str] = {}
        self._anonymous = _anonymous_rows(contributions, closed, session_id)

    def person(self, one: RawContribution | ClosedAnswers) -> str:
        """Give the normalised identity, empty for somebody anonymous."""
        return normalise_identity(one.identity, self._session_id)

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
        person = normalise_identity(identity, self._session_id)
        return self._pseudonym(person) if person else ""

    def _pseudonym(self, who: str) -> str:
        if who not in self._known:
            self._known[who] = pseudonym(self._key, who)
        return self._known[who]


def _anonymous_rows(
    contributions: Sequence[RawContribution], closed: Sequence[tuple[str, ClosedAnswers]], session_id: str
) -> dict[tuple[str, str], str]:
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in contributions:
        if not one.identity.strip():
            said = "\x1f".join((one.question, one.text, one.said_at, one.audience, one.organisation_type))
            rows[one.source, one.row or one.locator].append(said)
    for source, row in closed:
        # Of a row with open answers these alone tell who it is: the options of a question may be reworded.
        if not row.identity.strip() and (source, row.row or row.locator) not in rows:
            answers = "\x1f".join(chain.from_iterable(sorted(row.answers.items())))
            rows[source, row.row or row.locator].append(answers)
    seen: Counter[str] = Counter()
    contents = {}
    for place, said_in_row in sorted(rows.items()):
        content = "\x1e".join(sorted(said_in_row))
        contents[place] = f"row {session_id} {seen[content]}\x1e{content}"
        seen[content] += 1
    return contents
