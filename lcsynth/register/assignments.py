"""The register as tables: which statement is in which theme, and what each theme is like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lcsynth import schema
from lcsynth.errors import DataError
from lcsynth.register.replay import Register
from lcsynth.workspace import Settings

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from lcsynth.themes import Discovery
    from lcsynth.themes.text_words import TextWords
    from lcsynth.themes.theme_model import ThemeModel

    Vectors = Mapping[str, np.ndarray[Any, Any]]


@dataclass(frozen=True)
class Description:
    """What the themes of some statements are like; `found` is None when there is nothing to describe.

    Attributes
    ----------
    similarity
        Per clusterable statement, in order: cosine to the centre of its theme, NaN for a single voice.
    keywords, stability
        By place of the theme.
    """

    similarity: np.ndarray[Any, Any]
    keywords: Mapping[int, list[str]]
    stability: Mapping[int, float]
    found: Discovery | None

    @property
    def model(self) -> ThemeModel:
        """The fitted BERTopic model.

        Raises
        ------
        DataError
            When no statement says anything.
        """
        if self.found is None:
            raise DataError("There is no statement with content, so there is no topic model of them")
        return self.found.model


def clusterable(statements: pd.DataFrame) -> pd.DataFrame:
    """Give the statements that say something, each text once: these are clustered, the others follow."""
    return statements[statements["content"] & (statements["duplicate_of"] == "")]


def assign(statements: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Say for every statement which theme it is in.

    Returns
    -------
    pandas.DataFrame
        The assignments table in order of the statements, `similarity` still missing. A duplicate follows its
        original; what says nothing is set aside; a statement the register never saw, or of a theme that
        people rejected, is a single voice.
    """
    import numpy as np
    import pandas as pd

    rows = []
    for name, original, content in zip(
        statements["statement_id"].tolist(),
        statements["duplicate_of"].tolist(),
        statements["content"].tolist(),
        strict=True,
    ):
        said = original or name
        theme, how, by = "", "set aside", "machine"
        if content:
            theme, by = register.theme_of(said), register.placed_by(said)
            how = "duplicate" if original else _how(register, said)
        quote = "hidden" if said in register.hidden else register.quotes.get(said, "")
        rows.append((name, theme, how, by, quote))
    frame = pd.DataFrame(rows, columns=["statement_id", "theme_id", "how", "placed_by", "quote"])
    return schema.conform(frame.assign(similarity=np.nan, rank=1), "assignments")


def _how(register: Register, statement: str) -> str:
    member = register.members.get(statement)
    left = member is not None and member.theme and not register.theme_of(statement)
    return member.how if member is not None and not left else "single"


def describe(
    statements: pd.DataFrame,
    assignments: pd.DataFrame,
    speakers: Mapping[str, Sequence[str]],
    vectors: Vectors,
    *,
    settings: Settings,
    read: TextWords | None = None,
) -> tuple[Description, list[str]]:
    """Describe the themes of these statements: keywords, stability, a fitted BERTopic.

    Parameters
    ----------
    speakers
        Statement id → who said it; stability is measured over resamples of the people who said it first.
    vectors
        Statement id → vector (d,).
    read
        The words of texts that were read before; those of other texts are read here.

    Returns
    -------
    tuple
        The description, of which group i is the i-th theme; and the theme ids in that order.
    """
    import numpy as np

    from lcsynth.themes import discover
    from lcsynth.themes.named_rows import rows_of

    texts = clusterable(statements).merge(assignments[["statement_id", "theme_id"]], on="statement_id")
    if texts.empty:
        return Description(np.empty(0), {}, {}, None), []
    themes = sorted(set(texts["theme_id"]) - {""})
    places = {theme: place for place, theme in enumerate(themes)} | {"": -1}
    found = discover(
        texts["text"].tolist(),
        embedder=settings.embedder,  # for the texts that somebody asks the model about
        seed=settings.seed,
        languages=texts["language"].tolist(),
        embeddings=rows_of(vectors, texts["statement_id"].tolist()),
        labels=texts["theme_id"].map(places).to_numpy(dtype=np.int64),
        groups=[speakers[name][0] for name in texts["statement_id"].tolist()],
        cluster_from=settings.thresholds.cluster_from,
        read=read,
    )
    return Description(found.similarity, found.keywords, found.stability, found), themes


def with_similarity(
    assignments: pd.DataFrame, statements: pd.DataFrame, described: Description
) -> pd.DataFrame:
    """Fill in how close each statement is to the centre of its theme; a duplicate follows its original."""
    texts = clusterable(statements)["statement_id"].tolist()
    close = dict(zip(texts, described.similarity.tolist(), strict=True))
    originals = originals_of(statements)
    similarity = [close.get(originals[name], float("nan")) for name in assignments["statement_id"].tolist()]
    frame = assignments.assign(similarity=similarity)
    frame.loc[frame["theme_id"] == "", "similarity"] = float("nan")
    return schema.conform(frame, "assignments")


def originals_of(statements: pd.DataFrame) -> dict[str, str]:
    """Statement id → the statement that says it first: of most itself, of a duplicate its original."""
    names, firsts = statements["statement_id"].tolist(), statements["duplicate_of"].tolist()
    return {name: first or name for name, first in zip(names, firsts, strict=True)}


def themes_table(
    register: Register,
    assignments: pd.DataFrame,
    statements: pd.DataFrame,
    contributions: pd.DataFrame,
    described: Description,
    order: list[str],
    *,
    empty_too: bool,
    dormant_after: int,
) -> pd.DataFrame:
    """Make the themes table, counting only these statements.

    Parameters
    ----------
    described, order
        What `describe` gave.
    empty_too
        Also list the themes without statements here, such as merged ones.
    dormant_after
        An active theme or candidate is dormant when nothing was added in so many sessions, and nobody set its
        status.
    """
    import pandas as pd

    said = (
        assignments[assignments["rank"] == 1]
        .merge(statements[["statement_id", "contribution_id"]], on="statement_id")
        .merge(contributions[["contribution_id", "contributor"]], on="contribution_id")
    )
    counts = said.groupby("theme_id").agg(
        statements=("statement_id", "nunique"), contributors=("contributor", "nunique")
    )
    dormant = register.dormant(dormant_after)
    rows = []
    for theme in sorted(register.themes.values(), key=lambda one: one.id):
        here = theme.id in counts.index
        if not here and not empty_too:
            continue
        place = order.index(theme.id) if theme.id in order else -1
        rows.append(
            {
                "theme_id": theme.id,
                "label_nl": theme.label_nl,
                "label_en": theme.label_en,
                "keywords": ", ".join(dict.fromkeys([*theme.keywords, *described.keywords.get(place, [])])),
                "status": theme.status_with(dormant),
                "parent": theme.merged_into,
                "statements": counts.loc[theme.id, "statements"] if here else 0,
                "contributors": counts.loc[theme.id, "contributors"] if here else 0,
                "stability": described.stability.get(place, float("nan")),
                "first_session": theme.first_session,
                "last_session": register.last_session(theme.id),
                "split_from": theme.split_from,
                "description_nl": theme.description_nl,
                "description_en": theme.description_en,
                "labelled_by": "person" if theme.renamed else "machine",
            }
        )
    return schema.conform(pd.DataFrame(rows, columns=schema.columns("themes")), "themes")


def theme_sessions(
    assignments: pd.DataFrame, statements: pd.DataFrame, contributions: pd.DataFrame
) -> pd.DataFrame:
    """Count per theme and session what was said: the theme_sessions table, by theme and session."""
    main = assignments[(assignments["rank"] == 1) & (assignments["theme_id"] != "")]
    said = main.merge(statements[["statement_id", "contribution_id", "session_id"]], on="statement_id").merge(
        contributions[["contribution_id", "contributor"]], on="contribution_id"
    )
    counts = said.groupby(["theme_id", "session_id"], as_index=False).agg(
        statements=("statement_id", "nunique"), contributors=("contributor", "nunique")
    )
    return schema.conform(counts, "theme_sessions")
