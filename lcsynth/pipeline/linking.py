"""The links of sessions to the paper: exact ones, similar ones, and those that people made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lcsynth import schema
from lcsynth.document import Paper, link, with_hand_links
from lcsynth.document.similar import (
    Passage,
    Said,
    calibrate,
    closest,
    passages,
    similarities,
    texts_to_embed,
)
from lcsynth.pipeline.material import Material
from lcsynth.register import Register
from lcsynth.register.assignments import clusterable
from lcsynth.workspace import Session

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Vectors = Mapping[str, np.ndarray[Any, Any]]
    PaperOf = Callable[[Session], Paper | None]


def links_of(material: Material, sessions: Sequence[Session], paper_of: PaperOf) -> pd.DataFrame:
    """Link what was said in sessions to the version that each discussed, by all but the hand of people.

    A link of a session does not change with later ones: how similar is similar enough shows in what was said
    until then.
    """
    import pandas as pd

    for session in material.workspace.sessions:
        if session.id not in material.links and session in sessions:
            material.links[session.id] = _session_links(material, session, paper_of)
    parts = [material.links[session.id] for session in sessions]
    return schema.conform(pd.concat([schema.empty("links"), *parts]), "links")


def by_people(
    links: pd.DataFrame, register: Register, statements: pd.DataFrame, assignments: pd.DataFrame
) -> pd.DataFrame:
    """Put the links that people made, or took away, into the table."""
    from lcsynth.document.by_hand import in_order

    return in_order(with_hand_links(links, register.links, statements, assignments, register.counts_as))


def _session_links(material: Material, session: Session, paper_of: PaperOf) -> pd.DataFrame:
    import pandas as pd

    said, paper = material.prepared(session), paper_of(session)
    exact = link(said.statements, said.contributions, paper)
    if paper is None:
        return exact
    found = passages(paper)
    known = material.workspace.sessions
    until = known[: known.index(session) + 1]
    vectors = material.passage_vectors(paper.version, texts_to_embed(found))
    whole = _said(material, until)
    similar = similarities(whole, found, vectors) if found else None
    if similar is None:
        return exact
    exact_until = pd.concat(
        [
            link(material.prepared(one).statements, material.prepared(one).contributions, paper)
            for one in until
            if one.paper_version == session.paper_version
        ]
    )
    threshold = _threshold(whole, found, similar, exact_until)
    own = set(said.statements["statement_id"])
    rows = [place for place, name in enumerate(whole.ids) if name in own]
    here = Said([whole.ids[row] for row in rows], [whole.texts[row] for row in rows], whole.vectors[rows])
    placed = set(exact.loc[exact["anchor"].str.contains(":", regex=False), "statement_id"])
    named = exact[exact["how"] == "said"].groupby("statement_id")["section"].agg(set).to_dict()
    near = closest(here, found, similar[rows], threshold, named)
    near = near[~near["statement_id"].isin(placed)].assign(how="similar", paper_version=paper.version)
    repeats = said.statements.loc[said.statements["duplicate_of"] != "", ["statement_id", "duplicate_of"]]
    again = repeats.merge(near.rename(columns={"statement_id": "duplicate_of"}), on="duplicate_of")
    return schema.conform(pd.concat([exact, near, again.drop(columns="duplicate_of")]), "links")


def _said(material: Material, sessions: Sequence[Session]) -> Said:
    import numpy as np

    statements = clusterable(material.together(sessions, "statements"))
    vectors = material.vectors(sessions)
    ids = statements["statement_id"].tolist()
    stacked = np.stack([vectors[name] for name in ids]) if ids else np.zeros((0, 1), dtype=np.float32)
    return Said(ids, statements["text"].tolist(), stacked)


def _threshold(
    said: Said, found: Sequence[Passage], similar: np.ndarray[Any, Any], exact: pd.DataFrame
) -> float:
    """Calibrate what is similar enough on the statements of which people told what they are about."""
    import numpy as np

    told = exact[exact["how"].isin(["anchored", "said"])].drop_duplicates("statement_id")
    places = dict(zip(told["statement_id"], zip(told["section"], told["anchor"], strict=True), strict=True))
    rows = [row for row, name in enumerate(said.ids) if name in places]
    right = []
    for row in rows:
        section, anchor = places[said.ids[row]]
        best = found[int(similar[row].argmax())].place
        right.append(best.anchor == anchor if ":" in anchor else best.section == section)
    return calibrate(similar[rows].max(axis=1, initial=-1.0), np.array(right, dtype=bool))
