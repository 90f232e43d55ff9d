"""The content words of a session's statements, kept in the workspace: not read again at every run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.pipeline.freshness import Inputs, fingerprint, makers
from lcsynth.workspace import Session
from lcsynth.workspace.files import read_table, write_table

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.themes.text_words import TextWords

FILE = "words.parquet"
# Our own code that tells the words of a text; its parts are among those that prepare it.
READING = (("themes/words.py", "themes/text_words.py", "themes/fillers.py"), ())
_MADE_FROM = "made from"
_PARTS = ("written", "lemma")  # of a word, each kept once


def kept_words(inputs: Inputs, session: Session, texts: Sequence[str]) -> TextWords:
    """Give the words of the statements of a session; they are read where none of these are kept.

    Parameters
    ----------
    texts
        The statements, as they are prepared now.

    Raises
    ------
    DataError
        When the file cannot be read or written.
    """
    from lcsynth.themes.text_words import TextWords

    path = inputs.workspace.interim(session.id, FILE)
    made_from = fingerprint(inputs.preparation(session), makers(READING))
    if path.exists():
        table = read_table(path)
        if table.attrs.get(_MADE_FROM) == made_from:
            return _words(table, texts)
    read = TextWords.of(texts)
    _keep(read, made_from, path)
    return read


def _keep(read: TextWords, made_from: str, path: Path) -> None:
    """Write a row per spoken word: the text it is in, by number, and the word."""
    import numpy as np
    import pandas as pd

    columns: dict[str, object] = {"text": np.repeat(np.arange(len(read.sizes)), read.sizes)}
    for place, name in enumerate(_PARTS):
        known, number = np.unique([word[place] for word in read.words], return_inverse=True)
        columns[name] = pd.Categorical.from_codes(number.ravel()[read.said], known.astype(str))
    begins = np.array([word.begins for word in read.words], dtype=bool)[read.said]
    table = pd.DataFrame(columns | {"begins": begins, "goes_on": read.goes_on})
    table.attrs[_MADE_FROM] = made_from
    write_table(table, path)


def _words(table: pd.DataFrame, texts: Sequence[str]) -> TextWords:
    """Read a table that was kept of these texts."""
    import numpy as np
    import pandas as pd

    from lcsynth.themes.text_words import TextWords
    from lcsynth.themes.words import Word

    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    parts = [pd.Categorical(table[name]) for name in _PARTS]
    written, lemma = [part.codes.astype(np.int64) for part in parts]
    # As one number, because that is sorted much sooner than three.
    pair = written * len(parts[1].categories) + lemma
    words, said = np.unique(pair * 2 + table["begins"].to_numpy(), return_inverse=True)
    first, second = np.divmod(words // 2, max(len(parts[1].categories), 1))
    return TextWords(
        places,
        [
            Word(*word)
            for word in zip(
                parts[0].categories[first], parts[1].categories[second], (words % 2 > 0).tolist(), strict=True
            )
        ],
        said.ravel(),
        np.bincount(table["text"], minlength=len(places)),
        table["goes_on"].to_numpy(),
    )
