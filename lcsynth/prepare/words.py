"""Is this a word? And in which language: simplemma's dictionaries and the function words of stopwordsiso."""

from __future__ import annotations

from typing import NamedTuple

from lcsynth.prepare.dictionaries import is_known, lemmatize

_TELLING = ("nl", "en")
_OTHERS = ("de", "fr", "es", "it")
# Letters. The dictionaries would take a longer word apart in vain, and remembering it would cost memory.
LONGEST = 60
# Words of grammar that running text in only one of the three has, own choice: the stop words of
# stopwordsiso hold too many that Dutch borrows (date, home, open). Of other languages those that the
# lists of the four above miss as well: Frisian, Afrikaans, Nordic, Polish, Turkish, Portuguese.
_GRAMMAR = {
    "nl": """aan als bij dan dat de deze die dit een er geen het hoe ik je jij kan kunnen maar meer met mijn
        moet moeten naar niet nog om ons onze ook te uit veel voor waar wat wel wij wil willen wordt worden
        ze zal zijn zou""",
    "en": """about and are because been being can cannot could do does for from has have how it its many
        more much must my not our should that the their there these they this those to very what which who
        why will with would you your""",
    "other": """auch auf das der eine für ich ist mit nicht und wir wird dans les nous pas pour qui une vous
        las los por pero che gli sono foar dizze dêr hawwe hiel hjir jimme moatte nei oars troch tsjin wolle
        wy yn baie daardie hierdie hulle att det eller för ikke inte jeg och og jest się bir için ve não são
        uma""",
}


class Word(NamedTuple):
    """What one word tells about language: whether a dictionary has it, and its shares as a function word.

    ``function`` is empty, or the shares of nl, en, de, fr, es and it (see `function_words`); ``grammar`` the
    language (nl, en, other) of which it is a word of grammar, or empty; ``proper`` whether the dictionaries
    have it with a capital only ("Jackson", "Monday"), so that it can still be a name.
    """

    nl: bool
    en: bool
    function: tuple[float, ...]
    grammar: str = ""
    proper: bool = False


_UNKNOWN = Word(nl=False, en=False, function=())


class Words:
    """Looks words up once and remembers them; the dictionaries load on the first look-up."""

    def __init__(self) -> None:
        self._known: dict[str, Word] = {}
        self._function: dict[str, tuple[float, ...]] = {}
        self._grammar = {word: language for language, words in _GRAMMAR.items() for word in words.split()}

    def look_up(self, word: str) -> Word:
        """Tell what is known of a word in lower case; of one that is longer than any word, nothing."""
        if len(word) > LONGEST:
            return _UNKNOWN
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._search(word)
        return found

    def is_word(self, word: str) -> bool:
        """Tell whether a word, in any case, is in the Dutch or English dictionary."""
        found = self.look_up(word.lower())
        return found.nl or found.en

    def is_common(self, word: str) -> bool:
        """Tell whether a word, in any case, is in a dictionary as more than a proper name."""
        found = self.look_up(word.lower())
        return (found.nl or found.en) and not found.proper

    def is_small(self, word: str) -> bool:
        """Tell whether a word in lower case is a function word of Dutch or English, not of French alone."""
        return any(self.look_up(word).function[:2])

    def _search(self, word: str) -> Word:
        if not self._function:
            self._function = function_words()
        nl, en = (is_known(word, language) for language in _TELLING)
        knowing = [language for language, known in zip(_TELLING, (nl, en), strict=True) if known]
        proper = all(lemmatize(word, language)[:1].isupper() for language in knowing)
        return Word(
            nl, en, self._function.get(word, ()), self._grammar.get(word, ""), bool(knowing) and proper
        )


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
