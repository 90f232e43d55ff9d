"""What a researcher looks through in a notebook: tables, search, and the way back to the source."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.report.page import Page
from lcsynth.report.source import Encoder, Synthesised

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from plotly.graph_objects import Figure

MAIN_COLUMNS = ["theme_id", "theme", "text", "language", "audience", "sections", "session_id", "statement_id"]


class Placed(Protocol):
    """What has a place in the plane for every statement; the model of a synthesis does."""

    @property
    def coordinates_(self) -> np.ndarray:
        """Shape (statements, 2), in order of the statements that say something, each text once."""
        ...


class Explorer:
    """The statements of a synthesis, to look through.

    `table`, `find`, `near` and `theme_map` take filters: ``session``, ``audience``, ``section`` (a number in
    the paper) and ``theme``. An empty filter lets all through; one that nothing here has is a `CallError`.

    Parameters
    ----------
    synthesis
        The tables.
    language
        ``"nl"`` or ``"en"``: the language of labels and figures.
    embedder
        What compares meanings; by default that of the synthesis, which keeps the vectors of statements.

    Raises
    ------
    CallError
        If the language is unknown.
    """

    def __init__(self, synthesis: Synthesised, language: str = "nl", embedder: Encoder | None = None) -> None:
        if synthesis.statements.empty:
            raise DataError(
                "There is nothing to explore yet",
                where=str(synthesis.workspace.root),
                mend="Add a file with `lcsynth add FILE --session ID`, and run this notebook again",
            )
        self._page = Page(synthesis, language)
        self._synthesis = synthesis
        self._embedder = embedder

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Every statement with its main theme, its source and who said it, as a plain table.

        Columns: those of the statements table, and ``theme_id`` (empty for a single voice), ``theme`` (its
        label), ``similarity``, ``audience``, ``organisation_type``, ``question``, and ``sections``, the
        numbers of the sections of the paper that it is about, with commas between them.
        """
        tables = self._synthesis
        main = tables.assignments.loc[
            tables.assignments["rank"] == 1, ["statement_id", "theme_id", "similarity"]
        ]
        source = tables.contributions[["contribution_id", "audience", "organisation_type", "question"]]
        joined = tables.statements.merge(main, on="statement_id", how="left").merge(
            source, on="contribution_id"
        )
        about = self._page.links.groupby("statement_id")["section"].agg(lambda of: ", ".join(sorted(set(of))))
        sections = [str(about.get(name, "")) for name in joined["statement_id"]]
        themed = joined.assign(theme_id=joined["theme_id"].fillna(""), sections=sections)
        return themed.assign(theme=[self._page.labels.get(name, "") for name in themed["theme_id"]])

    def themes(self) -> pd.DataFrame:
        """Give the themes, the most people first: size, share with interval, stability, keywords."""
        overview = self._page.overview
        labelled = overview.assign(label=overview["theme_id"].map(self._page.labels))
        names = [
            "theme_id",
            "label",
            "contributors",
            "statements",
            "share",
            "low",
            "high",
            "stability",
            "keywords",
        ]
        return labelled[names]

    def figure(self) -> Figure:
        """Draw how many people spoke about each theme."""
        from lcsynth.report.figures import theme_overview

        return theme_overview(self._page.overview, self._page.language)

    def table(
        self, *, session: str = "", audience: str = "", section: str = "", theme: str = ""
    ) -> pd.DataFrame:
        """Give the statements with their theme, in the columns one looks at first."""
        rows = self._chosen(session=session, audience=audience, section=section, theme=theme)
        return rows[MAIN_COLUMNS].reset_index(drop=True)

    def find(
        self, words: str, *, session: str = "", audience: str = "", section: str = "", theme: str = ""
    ) -> pd.DataFrame:
        """Find the statements with these words in them; capitals do not matter."""
        rows = self.table(session=session, audience=audience, section=section, theme=theme)
        hit = rows["text"].str.casefold().str.contains(words.casefold(), regex=False)
        return rows[hit].reset_index(drop=True)

    def near(
        self,
        meaning: str,
        most: int = 10,
        *,
        session: str = "",
        audience: str = "",
        section: str = "",
        theme: str = "",
    ) -> pd.DataFrame:
        """Find the statements that say about the same, in any language, the nearest first.

        Returns
        -------
        pandas.DataFrame
            ``closeness`` (cosine, at most 1) and the main columns of `statements`.
        """
        (asked,) = self._encoder.encode([meaning])
        rows = self._chosen(session=session, audience=audience, section=section, theme=theme)
        scored = rows.assign(closeness=(self._vectors[rows.index] @ asked).round(3))
        best = scored.sort_values(["closeness", "statement_id"], ascending=[False, True]).head(most)
        return best[["closeness", *MAIN_COLUMNS]].reset_index(drop=True)

    def theme_map(
        self, model: Placed, *, session: str = "", audience: str = "", section: str = "", theme: str = ""
    ) -> Figure:
        """Draw the statements in the plane, near each other when they are alike, in the colours of themes.

        Parameters
        ----------
        model
            The model of the same synthesis, ``synthesis.model``.
        """
        from lcsynth.register.assignments import clusterable
        from lcsynth.report.figures import theme_map

        names = clusterable(self._synthesis.statements)["statement_id"].tolist()
        places = dict(zip(names, model.coordinates_, strict=True))
        rows = self._chosen(session=session, audience=audience, section=section, theme=theme)
        shown = rows[rows["statement_id"].isin(names)]
        x, y = ([float(places[name][axis]) for name in shown["statement_id"]] for axis in (0, 1))
        return theme_map(shown.assign(x=x, y=y), self._page.language)

    def hierarchy(self) -> pd.DataFrame:
        """Give the themes with their sub-themes as `explore_tables.hierarchy` does."""
        from lcsynth.report.explore_tables import hierarchy

        return hierarchy(self._synthesis.subthemes, self._page.labels, self._page.language)

    def keywords_by_session(self) -> pd.DataFrame:
        """Count keywords session by session as `explore_tables.keywords_by_session` does."""
        from lcsynth.report.explore_tables import keywords_by_session

        return keywords_by_session(self.statements, self._page.overview, self._page.labels)

    def by_audience(self) -> pd.DataFrame:
        """Give which share of each audience's people spoke about a theme; groups too small are left out."""
        from lcsynth.analysis.themes import by_group

        tables = self._synthesis
        return by_group(
            themes=tables.themes,
            voices=self._page.voices,
            contributions=tables.contributions,
            by="audience",
            smallest_cell=self._page.settings.thresholds.smallest_cell,
        )

    def audience_figure(self) -> Figure:
        """Draw what `by_audience` gives, the surest differences first."""
        from lcsynth.analysis.differences import differences
        from lcsynth.report.figures import audience_comparison

        groups = self.by_audience()
        wording = {name: self._page.audience(name) for name in self._page.settings.audiences}
        tested = differences(groups, seed=self._page.settings.seed)
        return audience_comparison(groups, tested, self._page.language, wording)

    def theme(self, theme_id: str) -> pd.DataFrame:
        """Give the statements of a theme, the most typical first.

        Raises
        ------
        CallError
            If nothing here is in such a theme.
        """
        self._known(theme_id, self.statements["theme_id"], "theme")
        rows = self.statements[self.statements["theme_id"] == theme_id]
        ordered = rows.sort_values(["similarity", "statement_id"], ascending=[False, True])
        return ordered[["similarity", *MAIN_COLUMNS]].reset_index(drop=True)

    def contribution(self, statement_id: str) -> pd.Series:
        """Give the whole contribution that a statement is from, as it is stored (masked).

        Raises
        ------
        CallError
            If there is no such statement.
        """
        self._known(statement_id, self.statements["statement_id"], "statement")
        own = self.statements.loc[self.statements["statement_id"] == statement_id, "contribution_id"].iloc[0]
        contributions = self._synthesis.contributions
        return contributions[contributions["contribution_id"] == own].iloc[0].rename(statement_id)

    def source(self, statement_id: str) -> pd.Series:
        """Say where a statement was received: ``file`` (with its folder), ``locator`` in it, ``session``.

        Raises
        ------
        CallError
            If there is no such statement.
        """
        import pandas as pd

        found = self.contribution(statement_id)
        folder = self._synthesis.workspace.raw(str(found["session_id"]))
        where = {
            "file": str(folder / str(found["source"])),
            "locator": found["locator"],
            "session": found["session_id"],
        }
        return pd.Series(where, name=statement_id)

    @property
    def first_theme(self) -> str:
        """The theme with the most people; empty when there is none."""
        overview = self._page.overview
        return "" if overview.empty else str(overview["theme_id"].iloc[0])

    def first_statement(self, theme_id: str) -> str:
        """Give the most typical statement of a theme.

        Raises
        ------
        CallError
            If nothing here is in such a theme.
        """
        return str(self.theme(theme_id)["statement_id"].iloc[0])

    def _chosen(self, *, session: str, audience: str, section: str, theme: str) -> pd.DataFrame:
        rows = self.statements
        for kind, column, name in (
            ("session", "session_id", session),
            ("audience", "audience", audience),
            ("theme", "theme_id", theme),
        ):
            if name:
                self._known(name, self.statements[column], kind)
                rows = rows[rows[column] == name]
        if section:
            several = self.statements["sections"].str.split(", ")
            self._known(section, several.explode(), "section")
            rows = rows[[section in of for of in several.loc[rows.index]]]
        return rows

    @cached_property
    def _encoder(self) -> Encoder:
        return self._embedder or self._synthesis.encoder

    @cached_property
    def _vectors(self) -> np.ndarray:
        return self._encoder.encode(self.statements["text"].tolist())

    @staticmethod
    def _known(name: str, known: pd.Series, kind: str) -> None:
        if name not in set(known):
            raise CallError(f"There is no {kind} '{name}' here", mend=nearest(name, set(known) - {""}))
