"""All contributions to statements: here, or on all cores when there are many."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.ingest.collecting import collecting_paused
from lcsynth.prepare.kept import Kept
from lcsynth.prepare.language import Languages
from lcsynth.prepare.mask import Masker
from lcsynth.prepare.names import Names
from lcsynth.prepare.overrules import Overruler, Overrules
from lcsynth.prepare.statements import Cut, Pieces, cut
from lcsynth.prepare.words import Words

if TYPE_CHECKING:
    from concurrent.futures import Executor

MANY = 20_000  # contributions; with fewer, starting processes takes longer than it saves
_CHUNK = 2_500  # contributions given to a process at once, so that none waits long for the last
_MOST_CORES = 8  # each loads the lists of names and remembers the words it has seen, about 100 MB
# With it come the lists and dictionaries.
_WARMING_UP = (("", "Volgens mevrouw De Groot is dit nog niet af."),)


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


@contextmanager
def helpers(masking: Masking, contributions: int) -> Iterator[Executor | None]:
    """Give processes that help cutting; they get ready while this one does other things. None for a few.

    Parameters
    ----------
    masking
        From which they make their masker.
    contributions
        How many there may be to cut.
    """
    cores = min(_cores(), _MOST_CORES)
    if contributions < MANY or cores < 2:
        yield None
        return
    # Loky: its processes do not run the caller's script again, as those of multiprocessing do.
    from joblib.externals.loky import ProcessPoolExecutor

    executor = ProcessPoolExecutor(max_workers=cores - 1)
    try:
        for _ in range(cores - 1):
            executor.submit(_cut_chunk, _WARMING_UP, masking)
        yield executor
    except BaseException:
        executor.shutdown(kill_workers=True)  # nobody waits for what they were to do
        raise
    executor.shutdown()


def cut_all(
    kept: Sequence[Kept], masking: Masking, masker: Masker, languages: Languages, helping: Executor | None
) -> list[Cut]:
    """Cut and mask all contributions; what comes of one depends on no other, so on no process either.

    Parameters
    ----------
    masking
        From which other processes make their masker.
    masker, languages
        Those of this process.
    helping
        Other processes: see `helpers`.
    """
    texts = [(one.contribution_id, one.raw.text) for one in kept]
    if helping is None:
        pieces = [cut(name, text, masker, languages) for name, text in texts]
    else:
        pieces = _together(texts, masking, masker, languages, helping)
    return [Cut(one, found) for one, found in zip(kept, pieces, strict=True)]


def _together(
    texts: Sequence[tuple[str, str]],
    masking: Masking,
    masker: Masker,
    languages: Languages,
    helping: Executor,
) -> list[Pieces]:
    """Let the others begin at the front; this process begins at the back, until they meet."""
    chunks = [texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK)]
    waiting = [helping.submit(_cut_chunk, chunk, masking) for chunk in chunks]
    own: list[list[Pieces]] = []
    while waiting and waiting[-1].cancel():
        chunk = chunks[len(waiting) - 1]
        own.append([cut(name, text, masker, languages) for name, text in chunk])
        waiting.pop()
    done = [*(one.result() for one in waiting), *reversed(own)]
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
