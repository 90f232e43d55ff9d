"""Tables to explore themes with: their parts, and their words from session to session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def hierarchy(subthemes: pd.DataFrame, labels: Mapping[str, str], language: str) -> pd.DataFrame:
    """Give the themes that have sub-themes with them, the largest first within a theme.

    Parameters
    ----------
    subthemes
        The subthemes table.
    labels
        Theme id → label.
    language
        ``"nl"`` or ``"en"``.

    Returns
    -------
    pandas.DataFrame
        ``theme_id``, ``theme``, ``subtheme_id``, ``label``, ``statements``, ``contributors``.
    """
    named = subthemes.assign(theme=subthemes["theme_id"].map(labels), label=subthemes[f"label_{language}"])
    ordered = named.sort_values(["theme_id", "statements", "subtheme_id"], ascending=[True, False, True])
    columns = ["theme_id", "theme", "subtheme_id", "label", "statements", "contributors"]
    return ordered[columns].reset_index(drop=True)


def keywords_by_session(
    statements: pd.DataFrame, themes: pd.DataFrame, labels: Mapping[str, str]
) -> pd.DataFrame:
    """Count in how many statements of a theme each of its keywords occurs, session by session.

    Parameters
    ----------
    statements
        ``session_id``, ``theme_id``, ``text``.
    themes
        ``theme_id`` and ``keywords``, with commas between them.
    labels
        Theme id → label.

    Returns
    -------
    pandas.DataFrame
        ``theme_id``, ``theme``, ``keyword``, and a column per session.
    """
    import pandas as pd

    sessions = sorted(set(statements["session_id"]))
    counted = []
    for theme_id, keywords in zip(themes["theme_id"], themes["keywords"], strict=True):
        own = statements[statements["theme_id"] == theme_id]
        texts = own["text"].str.casefold()
        for word in filter(None, keywords.split(", ")):
            hit = own.loc[texts.str.contains(word.casefold(), regex=False), "session_id"]
            numbers = [int((hit == session).sum()) for session in sessions]
            counted.append([theme_id, labels[theme_id], word, *numbers])
    return pd.DataFrame(counted, columns=["theme_id", "theme", "keyword", *sessions])
