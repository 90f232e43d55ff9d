"""Everything a reader sees in words: strings, numbers, dates and lists, in Dutch or English.

The English sentence is the key (gettext style); ``locale/nl.po`` holds the Dutch one. Babel reads that file
as it is, so there is nothing to compile and a translation can be mended in any editor.
"""

from __future__ import annotations

import datetime
import functools
import operator
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lcsynth.errors import CallError, DataError, nearest

LOCALES: Mapping[str, str] = {"nl": "nl", "en": "en_GB"}
LOCALE_FOLDER = Path(__file__).parent / "locale"

Value = str | int


class UntranslatedWarning(UserWarning):
    """A string has no translation, so the reader sees English (an error in the tests)."""


@dataclass(frozen=True)
class Catalogue:
    """The words of one language.

    Parameters
    ----------
    language
        ``"nl"`` or ``"en"``.
    strings
        English string → its forms in this language (one, or singular and plural). Empty for English.
    """

    language: str
    strings: Mapping[str, tuple[str, ...]]

    @property
    def locale(self) -> str:
        """The name of the locale that numbers, dates and lists follow."""
        return LOCALES[self.language]

    def text(self, english: str, **values: Value) -> str:
        """Translate a sentence and fill in its ``{names}``.

        Whole numbers are written by the locale (``1.234``); give a year or an id as text.
        """
        return self._fill(self._forms(english)[0], values)

    def plural(self, one: str, many: str, n: int, **values: Value) -> str:
        """Translate a sentence about ``n`` things; ``{n}`` is filled in with the others."""
        forms = self._forms(one, many)
        return self._fill(forms[0] if n == 1 else forms[-1], {"n": n, **values})

    def number(self, x: float, digits: int = 0) -> str:
        """Write a number with so many decimals: ``1.234,5`` or ``1,234.5``."""
        from babel.numbers import format_decimal

        return str(format_decimal(x, format=_pattern(digits), locale=self.locale))

    def percent(self, share: float, digits: int = 0) -> str:
        """Write a share (0 to 1) as a percentage: ``12,5%`` or ``12.5%``."""
        from babel.numbers import format_percent

        return str(format_percent(share, format=f"{_pattern(digits)}%", locale=self.locale))

    def percent_range(self, low: float, high: float) -> str:
        """Write an interval of shares: ``20–52%``."""
        return f"{self.number(100 * low)}–{self.percent(high)}"

    def date(self, day: datetime.date) -> str:
        """Write a day in full: ``17 mei 2022`` or ``17 May 2022``."""
        from babel.dates import format_date

        return str(format_date(day, format="long", locale=self.locale))

    def time(self, start: str, end: str = "") -> str:
        """Write a time of day or a span, given as ``15:00``: ``15.00–17.00 uur`` or ``15:00–17:00``."""
        times = [self._clock(moment) for moment in (start, end) if moment]
        if len(times) == 1:
            return self.text("{time}", time=times[0])
        return self.text("{start}–{end}", start=times[0], end=times[1]) if times else ""

    def join(self, parts: Sequence[str]) -> str:
        """Write a list as a sentence does: ``a, b en c`` or ``a, b and c``."""
        from babel.lists import format_list

        return str(format_list(list(parts), locale=self.locale))

    def _clock(self, moment: str) -> str:
        hour, minute = moment.split(":")[:2]
        return self.text("{hour}:{minute}", hour=hour, minute=minute)

    def _forms(self, *english: str) -> tuple[str, ...]:
        if self.language == "en":
            return english
        forms = self.strings.get(english[0], ())
        if len(forms) != len(english):
            # A reader is better off with an English sentence than without a report.
            warnings.warn(f"No {self.language} for {english[0]!r}", UntranslatedWarning, stacklevel=3)
            return english
        return forms

    def _fill(self, pattern: str, values: Mapping[str, Value]) -> str:
        if not values:
            return pattern
        written = {
            name: value if isinstance(value, str) else self.number(operator.index(value))
            for name, value in values.items()
        }
        return pattern.format_map(written)


@functools.cache
def catalogue(language: str) -> Catalogue:
    """Give the words of a language.

    Raises
    ------
    CallError
        If the language is not ``nl`` or ``en``.
    DataError
        If its file of translations is absent or cannot be read.
    """
    if language not in LOCALES:
        raise CallError(f"There is no language '{language}'", mend=nearest(language, LOCALES))
    return Catalogue(language, {} if language == "en" else read_strings(LOCALE_FOLDER / f"{language}.po"))


def read_strings(path: Path) -> dict[str, tuple[str, ...]]:
    """Read a file of translations: English string → its forms. Strings left empty or fuzzy are absent.

    Raises
    ------
    DataError
        If the file is absent or is not a .po file.
    """
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            messages = list(read_po(file, abort_invalid=True))
    except (OSError, PoFileError) as error:
        raise DataError(
            f"The translations cannot be read ({error})", where=path.name, mend="Install lcsynth again"
        ) from error
    found = {}
    for message in messages:
        english, forms = _as_tuple(message.id), _as_tuple(message.string)
        if english[0] and all(forms) and not message.fuzzy:
            found[english[0]] = forms
    return found


def _as_tuple(strings: str | Sequence[str]) -> tuple[str, ...]:
    return (strings,) if isinstance(strings, str) else tuple(strings)


def _pattern(digits: int) -> str:
    return "#,##0" + ("." + "0" * digits if digits else "")
