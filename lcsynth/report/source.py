"""What a page is made from, whoever provides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from lcsynth.document import Paper, Versions
    from lcsynth.workspace import Session, Workspace


class Encoder(Protocol):
    """What turns texts into vectors; the embedders of `lcsynth.themes` do."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Embed texts; shape (texts, dimensions), rows of length 1."""
        ...


class Synthesised(Protocol):
    """The tables of a session, or of the whole workspace when ``session`` is None."""

    @property
    def workspace(self) -> Workspace:
        """The workspace the tables come from."""
        ...

    @property
    def session(self) -> Session | None:
        """The session, or None for all of them."""
        ...

    @property
    def contributions(self) -> pd.DataFrame:
        """The contributions table."""
        ...

    @property
    def statements(self) -> pd.DataFrame:
        """The statements table."""
        ...

    @property
    def themes(self) -> pd.DataFrame:
        """The themes table."""
        ...

    @property
    def subthemes(self) -> pd.DataFrame:
        """The table of sub-themes."""
        ...

    @property
    def assignments(self) -> pd.DataFrame:
        """The assignments table."""
        ...

    @property
    def summaries(self) -> pd.DataFrame:
        """The table of summaries by a language model; no rows unless the workspace names an endpoint."""
        ...

    @property
    def positions(self) -> pd.DataFrame:
        """The positions table: where statements lie on the map."""
        ...

    @property
    def links(self) -> pd.DataFrame:
        """The links table."""
        ...

    @property
    def decisions(self) -> pd.DataFrame:
        """The decisions table."""
        ...

    @property
    def quarantine(self) -> pd.DataFrame:
        """The quarantine table."""
        ...

    @property
    def ledger(self) -> pd.DataFrame:
        """The ledger table."""
        ...

    @property
    def masks(self) -> pd.DataFrame:
        """The masks table."""
        ...

    @property
    def earlier_contributions(self) -> pd.DataFrame:
        """The contributions of earlier sessions; no rows before the second one."""
        ...

    @property
    def earlier_statements(self) -> pd.DataFrame:
        """The statements of earlier sessions."""
        ...

    @property
    def earlier_assignments(self) -> pd.DataFrame:
        """The assignments of earlier sessions."""
        ...

    @property
    def earlier_themes(self) -> pd.DataFrame:
        """The themes of earlier sessions, with their status now."""
        ...

    @property
    def encoder(self) -> Encoder:
        """What compares meanings in this workspace."""
        ...

    @property
    def paper(self) -> Paper | None:
        """The version of the paper that was discussed, where there is one."""
        ...

    @property
    def versions(self) -> Versions:
        """All versions of the paper."""
        ...

    @property
    def passport(self) -> Mapping[str, object]:
        """What is needed to make the report again."""
        ...
