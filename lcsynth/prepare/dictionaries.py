"""simplemma's dictionaries of Dutch and English, kept where the next process finds them at once.

Unpacking one takes half a second and 35 MB, in every process. As a trie on disk, of which only the pages
that are looked at come into memory, it takes neither. The tries are made once, in the user's folder for
caches; where nothing can be kept there, the dictionaries are unpacked as simplemma does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth.errors import DataError
from lcsynth.workspace.files import write_atomically

if TYPE_CHECKING:
    from marisa_trie import BytesTrie
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy


def lemmatize(word: str, *languages: str) -> str:
    """Give the dictionary form of a word in the first language that knows it; else its lower case."""
    # What simplemma does first where there is no apostrophe. Most words are found so; its steps take time.
    if word.isalpha() and (found := _dictionary(languages[0]).get(word)) is not None:
        return found
    return _lemmatizer().lemmatize(word, languages)


def is_known(word: str, language: str) -> bool:
    """Tell whether the dictionary of a language has a word."""
    return _lookup().get_lemma(unicodedata.normalize("NFC", word), language) is not None


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_Dictionaries()))


@cache
def _lookup() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(_Dictionaries())


class _Dictionaries:
    """A dictionary factory of simplemma."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        return _dictionary(lang)


class _Kept(Mapping[str, str]):
    """A trie as a dictionary."""

    def __init__(self, trie: BytesTrie) -> None:
        self._trie = trie

    def __getitem__(self, key: str) -> str:
        found: str = self._trie[key][0].decode()
        return found

    def get(self, key: str, default: Any = None) -> Any:
        # Most words are looked for in vain, and to raise takes longer than to look.
        found = self._trie.get(key)
        return default if found is None else found[0].decode()

    def __iter__(self) -> Iterator[str]:
        yield from self._trie.iterkeys()

    def __len__(self) -> int:
        return len(self._trie)


@cache
def _dictionary(language: str) -> Mapping[str, str]:
    from marisa_trie import BytesTrie
    from platformdirs import user_cache_path
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    path = user_cache_path("lcsynth") / f"simplemma-{version('simplemma')}-{language}.trie"
    kept = _read(path)
    if kept is not None:
        return kept
    unpacked = DefaultDictionaryFactory().get_dictionary(language)
    trie = BytesTrie((word, form.encode()) for word, form in unpacked.items())
    try:
        write_atomically(path, lambda part: trie.save(str(part)))
    except DataError:
        return unpacked
    return _read(path) or unpacked


def _read(path: Path) -> Mapping[str, str] | None:
    from marisa_trie import BytesTrie

    try:
        return _Kept(BytesTrie().mmap(str(path)))
    except (OSError, RuntimeError):
        # Absent, or not what was written.
        return None
