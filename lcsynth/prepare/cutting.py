"""All contributions to statements: here, or on all cores when there are many."""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence
from dataclasses import dataclass

from lcsynth.prepare.collecting import collecting_paused
from lcsynth.prepare.kept import Kept
from lcsynth.prepare.language import Languages
from lcsynth.prepare.mask import Masker
from lcsynth.prepare.names import Names
from lcsynth.prepare.overrules import Overruler, Overrules
from lcsynth.prepare.statements import Cut, Pieces, cut
from lcsynth.prepare.words import Words

MANY = 20_000  # contributions; with fewer, starting processes takes longer than it saves
_PARTS = 4  # per core, so that no core waits long for the other
_MOST_CORES = 8  # each loads the dictionaries, about 200 MB


@dataclass(frozen=True)
class Masking:
    """What a masker is made of; small, so that every process can make its own.

    Attributes
    ----------
    own
        Names of the contributors, masked wherever they occur.
    organisations
        Names that are never masked.
    overrules
        What people want masked or readable, whatever is found.
    key
        The secret with which the overrules were hashed.
    """

    own: tuple[str, ...]
    organisations: tuple[str, ...]
    overrules: Overrules
    key: bytes

    def masker(self, words: Words) -> Masker:
        """Make the masker."""
        overruler = Overruler(self.overrules, self.key) if self.overrules.made else None
        return Masker(Names(words, self.own, self.organisations), overruler)


def cut_all(kept: Sequence[Kept], masking: Masking, masker: Masker, languages: Languages) -> list[Cut]:
    """Cut and mask all contributions; what comes of one depends on no other, so on no process either.

    Parameters
    ----------
    masking
        From which other processes make their masker.
    masker, languages
        Those of this process.
    """
    cores = min(_cores(), _MOST_CORES)
    texts = [(one.contribution_id, one.raw.text) for one in kept]
    if len(texts) < MANY or cores < 2:
        pieces = [cut(name, text, masker, languages) for name, text in texts]
    else:
        pieces = _on_all_cores(texts, masking, cores)
    return [Cut(one, found) for one, found in zip(kept, pieces, strict=True)]


def _on_all_cores(texts: Sequence[tuple[str, str]], masking: Masking, cores: int) -> list[Pieces]:
    from joblib import Parallel, delayed
    from joblib.externals.loky import get_reusable_executor

    size = -(-len(texts) // (cores * _PARTS))
    chunks = [texts[start : start + size] for start in range(0, len(texts), size)]
    try:
        # Loky: its processes do not run the caller's script again, as those of multiprocessing do.
        done = Parallel(n_jobs=cores, backend="loky")(delayed(_cut_chunk)(one, masking) for one in chunks)
    finally:
        get_reusable_executor().shutdown(wait=True)
    return [pieces for chunk in done for pieces in chunk]


@collecting_paused()
def _cut_chunk(texts: Sequence[tuple[str, str]], masking: Masking) -> list[Pieces]:
    """Cut a part, in another process."""
    masker, languages = _tools_here(masking)
    return [cut(name, text, masker, languages) for name, text in texts]


@functools.lru_cache(maxsize=1)
def _tools_here(masking: Masking) -> tuple[Masker, Languages]:
    """Make the tools of a process once: they remember the words they have seen."""
    words = Words()
    return masking.masker(words), Languages(words)


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1
