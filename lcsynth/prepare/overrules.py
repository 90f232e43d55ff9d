"""What people overrule in the masking: mask more, or make readable, in one place or everywhere.

An overrule holds places and keyed hashes, never the words themselves, so that it can be kept for ever.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lcsynth.prepare.identifiers import Found

KINDS = ("persoon", "e-mail", "telefoon", "url", "handle", "bsn", "iban", "adres", "ip", "overig")
MOST_WORDS = 10  # of what can be overruled everywhere: an address has seven
LONGEST_GAP = 4  # characters between two words that are still one after the other
# Invisible characters inside a word hide it from a pattern, not from a reader.
UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f"

_INVISIBLE = re.compile(f"[{UNSEEN}]")
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{UNSEEN}])*")


class AtPlace(NamedTuple):
    """One stretch of the raw text of one contribution; readable when it has no kind."""

    session: str
    contribution: str
    start: int
    end: int
    kind: str = ""


class Everywhere(NamedTuple):
    """The same words in every text, known by their keyed hash; readable when they have no kind."""

    word: str
    words: int
    kind: str = ""


class Stretch(NamedTuple):
    """A stretch of text to mask, and whether it was `found` or a `person` asked for it."""

    start: int
    end: int
    kind: str
    value: str
    how: str = "found"


@dataclass(frozen=True)
class Overrules:
    """All overrules that hold, in the order in which they were made; on one place or word there is one."""

    made: tuple[AtPlace | Everywhere, ...] = ()

    def after(self, one: AtPlace | Everywhere) -> Overrules:
        """Add an overrule; it takes the place of an earlier one on the same place or words."""
        return Overrules((*(old for old in self.made if _about(old) != _about(one)), one))

    def touching(self, session_id: str) -> tuple[AtPlace | Everywhere, ...]:
        """Give those that can change what is masked in a session."""
        return tuple(one for one in self.made if isinstance(one, Everywhere) or one.session == session_id)


NO_OVERRULES = Overrules()


def normal_words(text: str) -> list[str]:
    """Give the words of a text as they are compared: one case, one form, no invisible characters."""
    return [_normal(match.group()) for match in _WORD.finditer(text)]


def hash_words(key: bytes, words: Sequence[str]) -> str:
    """Give the keyed hash of words in their normal form: HMAC-SHA256, in hexadecimal (RFC 2104).

    Without the key nobody can try names until one fits.
    """
    return hmac.digest(key, " ".join(words).encode("utf-8", "surrogatepass"), "sha256").hex()


def mark_key(key: bytes) -> str:
    """Give a mark by which a key is recognised, without telling the key."""
    return hmac.digest(key, b"\x00the key of overrules", "sha256").hex()[:12]


class Overruler:
    """Applies overrules to what was found in a text.

    Parameters
    ----------
    overrules
        Those that touch the session.
    key
        The secret of the workspace, with which the hashes were made.
    """

    def __init__(self, overrules: Overrules, key: bytes) -> None:
        self._key = key
        self._words: dict[str, tuple[int, Everywhere]] = {}
        self._places: dict[str, list[tuple[int, AtPlace]]] = {}
        for rank, one in enumerate(overrules.made):
            if isinstance(one, Everywhere):
                self._words[one.word] = rank, one
            else:
                self._places.setdefault(one.contribution, []).append((rank, one))
        self._lengths = sorted({one.words for _, one in self._words.values()})
        self._single: dict[str, tuple[int, Everywhere] | None] = {}

    def apply(self, text: str, found: Sequence[Found | Stretch], contribution: str = "") -> list[Stretch]:
        """Give what is to be masked after all, in order, not overlapping.

        Parameters
        ----------
        text
            The raw text.
        found
            What was found in it, in order, not overlapping.
        contribution
            The id of the contribution whose text it is; empty for any other text.
        """
        stretches = [Stretch(*one) for one in found]
        ranked: list[tuple[int, int, int, AtPlace | Everywhere]] = [
            (rank, max(one.start, 0), min(one.end, len(text)), one)
            for rank, one in self._places.get(contribution, ())
        ]
        ranked += [(rank, start, end, one) for rank, start, end, one in self._said(text)]
        for _, start, end, one in sorted(ranked, key=lambda item: item[:3]):
            if start >= end:
                continue
            if one.kind:
                stretches = _masked(text, stretches, start, end, one.kind)
            elif isinstance(one, Everywhere):
                stretches = [each for each in stretches if not _within(text, each, start, end)]
            else:
                stretches = _readable(text, stretches, start, end)
        return stretches

    def apply_to_repeat(
        self, text: str, found: Sequence[Found], contribution: str, original: str
    ) -> list[Stretch]:
        """Give what is to be masked in a text that repeats a contribution in other words."""
        stretches = self.apply(text, found)
        for _, one in self._places.get(contribution, ()):
            words = original[one.start : one.end].strip()
            if one.kind and words:
                for match in re.finditer(re.escape(words), text, re.IGNORECASE):
                    stretches = _masked(text, stretches, match.start(), match.end(), one.kind)
        return stretches

    def is_readable(self, word: str) -> bool:
        """Tell whether a person said of these words that they are never to be masked."""
        known = self._words.get(hash_words(self._key, normal_words(word)))
        return known is not None and not known[1].kind

    def _said(self, text: str) -> Iterator[tuple[int, int, int, Everywhere]]:
        """Find the words that are overruled everywhere."""
        if not self._words:
            return
        found = list(_WORD.finditer(text))
        words = [_normal(match.group()) for match in found]
        for length in self._lengths:
            for first in range(len(found) - length + 1):
                known = self._known(words[first : first + length])
                if known and known[1].words == length and _joined(found[first : first + length]):
                    yield known[0], found[first].start(), found[first + length - 1].end(), known[1]

    def _known(self, words: Sequence[str]) -> tuple[int, Everywhere] | None:
        if len(words) > 1:
            return self._words.get(hash_words(self._key, words))
        if words[0] not in self._single:
            self._single[words[0]] = self._words.get(hash_words(self._key, words))
        return self._single[words[0]]


def _about(one: AtPlace | Everywhere) -> tuple[object, ...]:
    return (one.word,) if isinstance(one, Everywhere) else (one.contribution, one.start, one.end)


def _normal(word: str) -> str:
    composed = unicodedata.normalize("NFKC", _INVISIBLE.sub("", word)).casefold()
    return unicodedata.normalize("NFKC", composed)


def _joined(matches: Sequence[re.Match[str]]) -> bool:
    return all(after.start() - before.end() <= LONGEST_GAP for before, after in pairwise(matches))


def _masked(text: str, stretches: Sequence[Stretch], start: int, end: int, kind: str) -> list[Stretch]:
    """Add a stretch; those it touches become one with it, and what is masked whole already stays."""
    touched = [one for one in stretches if one.start < end and one.end > start]
    if any(one.start <= start and end <= one.end for one in touched):
        return list(stretches)
    start = min([start, *(one.start for one in touched)])
    end = max([end, *(one.end for one in touched)])
    added = _stretch(text, start, end, kind, "person")
    return sorted([*(one for one in stretches if one not in touched), *added])


def _readable(text: str, stretches: Sequence[Stretch], start: int, end: int) -> list[Stretch]:
    """Make a stretch readable; of a mask that is longer the rest stays masked."""
    kept: list[Stretch] = []
    for one in stretches:
        if one.end <= start or one.start >= end:
            kept.append(one)
            continue
        kept += _stretch(text, one.start, min(one.end, start), one.kind, one.how)
        kept += _stretch(text, max(one.start, end), one.end, one.kind, one.how)
    return kept


def _stretch(text: str, start: int, end: int, kind: str, how: str) -> list[Stretch]:
    # A full stop or a space that is left over hides nobody.
    if start >= end or not any(map(str.isalnum, text[start:end])):
        return []
    return [Stretch(start, end, kind, " ".join(text[start:end].casefold().split()), how)]


def _within(text: str, one: Stretch, start: int, end: int) -> bool:
    """Tell whether all words of a stretch are in another: "(020)" is within "020"."""
    words = list(_WORD.finditer(text, one.start, one.end))
    return bool(words) and start <= words[0].start() and words[-1].end() <= end
