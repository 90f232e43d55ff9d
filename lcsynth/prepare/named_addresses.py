"""Web addresses that hold somebody's name: "www.jandevries.example", "school.example/team/jan-de-vries"."""

from __future__ import annotations

import re
from itertools import pairwise

from lcsynth.prepare.lexicon import Lexicon, load_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"[^\W\d_]+(?:[-_][^\W\d_]+)*")
_BETWEEN = frozenset(
    {"van", "de", "den", "der", "het", "ter", "ten", "el", "al", "von", "zu", "da", "di", "del", "vd"}
)
_SHORTEST = 3  # letters of a first name that is written on to a surname
_SHORTEST_LAST = 4
_LONGEST = 40


def names_a_person(address: str) -> bool:
    """Tell whether an address holds a first name and a surname, side by side or written as one word.

    Parameters
    ----------
    address
        Without its scheme; the last label of the host (nl, com) tells nothing.
    """
    host, _, path = address.partition("/")
    lexicon = load_lexicon()
    labels = _LABEL.findall(host.rpartition(".")[0])
    labels += _LABEL.findall(re.split(r"[?#]", path)[0])
    return any(_is_name(label.casefold(), lexicon) for label in labels)


def _is_name(label: str, lexicon: Lexicon) -> bool:
    parts = [part for part in _WORD.findall(label) if part not in _BETWEEN]
    if any(
        lexicon.is_first(one.capitalize()) and other.capitalize() in lexicon.last
        for one, other in pairwise(parts)
    ):
        return True
    if len(parts) != 1 or len(label) > _LONGEST:
        return False
    return any(
        label[:cut].capitalize() in lexicon.first and _ends_in_surname(label[cut:], lexicon)
        for cut in range(_SHORTEST, len(label) - _SHORTEST_LAST + 1)
    )


def _ends_in_surname(rest: str, lexicon: Lexicon) -> bool:
    """Tell whether this is a surname, or one with what stands before it written to it: "devries"."""
    if rest.capitalize() in lexicon.last:
        return True
    return any(
        rest.startswith(prefix) and rest[len(prefix) :].capitalize() in lexicon.prefixed
        for prefix in ("de", "den", "der", "van", "vande", "vanden", "vander", "ter", "ten", "vd")
    )
