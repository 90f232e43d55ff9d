"""What a person needs to judge the masking: the raw text beside the masked one, and what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.ingest.contribution import Reading
from lcsynth.prepare import near_misses as lists
from lcsynth.prepare.contributions import sort_out
from lcsynth.prepare.lexicon import load_lexicon
from lcsynth.prepare.mask import Masked
from lcsynth.prepare.organisations import Organisations
from lcsynth.prepare.overrules import NO_OVERRULES, Overruler, Overrules
from lcsynth.prepare.stage import masking_of
from lcsynth.prepare.statements import mask_statements
from lcsynth.prepare.tokens import Token, tokenise
from lcsynth.prepare.words import Words

if TYPE_CHECKING:
    from lcsynth.workspace import Settings

_LONGEST_ABBREVIATION = 4


@dataclass(frozen=True)
class Reread:
    """A contribution as it was received and as it is masked; never stored."""

    contribution_id: str
    raw: str
    masked: Masked


@dataclass(frozen=True)
class Doubtful:
    """A readable word that may be a name: how often it is there, and in which contributions."""

    word: str
    count: int
    contributions: tuple[str, ...]


def reread(
    readings: Sequence[Reading], *, session_id: str, key: bytes, settings: Settings, overrules: Overrules
) -> list[Reread]:
    """Mask the contributions of a session as `prepare` does, and keep their raw texts beside them."""
    masker = masking_of(readings, settings, overrules, key).masker(Words())
    return [
        Reread(
            one.contribution_id, one.raw.text, mask_statements(one.contribution_id, one.raw.text, masker)[1]
        )
        for one in sort_out(readings, session_id, key).kept
    ]


def find_doubtful(
    texts: Iterable[tuple[str, str]],
    *,
    key: bytes,
    settings: Settings,
    overrules: Overrules = NO_OVERRULES,
) -> list[Doubtful]:
    """Find words that were left readable and may yet be names.

    These have a capital inside a sentence, are in no dictionary, and are no place, organisation or short
    abbreviation. What a person made readable everywhere was judged before.

    Parameters
    ----------
    texts
        Contribution ids with masked texts.

    Returns
    -------
    list of Doubtful
        The most frequent first.
    """
    words, organisations = Words(), Organisations(settings.organisations)
    judged = Overruler(overrules, key)
    doubts: dict[str, bool] = {}
    counts: Counter[str] = Counter()
    where: dict[str, dict[str, None]] = {}
    for contribution, text in texts:
        tokens = tokenise(text)
        inside = [place for place, token in enumerate(tokens) if token.capital and not token.opens]
        kept = organisations.kept(tokens) if inside else set()
        for place in inside:
            token = tokens[place]
            if token.base not in doubts:
                doubts[token.base] = _is_doubtful(token, words) and not judged.is_readable(token.base)
            if doubts[token.base] and place not in kept:
                counts[token.base] += 1
                where.setdefault(token.base, {})[contribution] = None
    found = [Doubtful(word, count, tuple(where[word])) for word, count in counts.items()]
    return sorted(found, key=lambda one: (-one.count, one.word))


def _is_doubtful(token: Token, words: Words) -> bool:
    base = token.base
    if len(base) == 1 or (base.isupper() and len(base) <= _LONGEST_ABBREVIATION):
        return False
    if token.lower in lists.COMMON or load_lexicon().is_place(base):
        return False
    # "Community-manager" is two words of the dictionary.
    return not words.is_word(token.lower) and not all(map(words.is_word, token.lower.split("-")))
