"""Is this a word? And in which language: simplemma's dictionaries and the function words of stopwordsiso."""

from __future__ import annotations

from typing import NamedTuple

_TELLING = ("nl", "en")
_OTHERS = ("de", "fr", "es", "it")


class Word(NamedTuple):
    """What one word tells about language: whether a dictionary has it, and its shares as a function word.

    ``function`` is empty, or the shares of nl, en, de, fr, es and it (see `function_words`).
    """

    nl: bool
    en: bool
    function: tuple[float, ...]


class Words:
    """Looks words up once and remembers them; the dictionaries load on the first look-up."""

    def __init__(self) -> None:
        self._known: dict[str, Word] = {}
        self._function: dict[str, tuple[float, ...]] = {}

    def look_up(self, word: str) -> Word:
        """Tell what is known of a word in lower case."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._search(word)
        return found

    def is_word(self, word: str) -> bool:
        """Tell whether a word, in any case, is in the Dutch or English dictionary."""
        found = self.look_up(word.lower())
        return found.nl or found.en

    def _search(self, word: str) -> Word:
        from simplemma import is_known

        if not self._function:
            self._function = function_words()
        # Nobody writes words this long; the dictionary would take it apart in vain.
        short = len(word) <= 60
        nl, en = (short and is_known(word, lang=language) for language in _TELLING)
        return Word(nl, en, self._function.get(word, ()))


def function_words() -> dict[str, tuple[float, ...]]:
    """Give for each function word its share per language: nl, en, de, fr, es, it.

    A word that three languages have counts a third for each.
    """
    import stopwordsiso

    lists = [frozenset(stopwordsiso.stopwords(language)) for language in (*_TELLING, *_OTHERS)]
    shares = {}
    for word in frozenset().union(*lists):
        has = [word in one for one in lists]
        shares[word] = tuple(one / sum(has) for one in has)
    return shares
