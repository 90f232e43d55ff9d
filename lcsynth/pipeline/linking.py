"""The links of sessions to the paper: exact ones, similar ones, and those that people made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
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
    found = passages(paper) if paper else []
    if not paper or not found:
        return exact
    known = material.workspace.sessions
    until = known[: known.index(session) + 1]
    before = [one for one in until[:-1] if one.paper_version == session.paper_version]
    told = [
        link(material.prepared(one).statements, material.prepared(one).contributions, paper) for one in before
    ]
    places = _told_places(pd.concat([exact, *told]))
    everything = _said(material, until)
    own = set(said.statements["statement_id"])
    compared = _part(everything, own | places.keys())
    vectors = material.passage_vectors(paper.version, texts_to_embed(found))
    similar = similarities(compared, found, vectors, among=everything.vectors)
    threshold = _threshold(compared, found, similar, places)
    # Who was placed at a paragraph needs no other; who names a section is looked up inside it.
    placed = set(exact.loc[exact["anchor"].str.contains(":", regex=False), "statement_id"])
    named = exact[exact["how"] == "said"].groupby("statement_id")["section"].agg(set).to_dict()
    near = closest(compared, found, similar, threshold, named)
    near = near[near["statement_id"].isin(own - placed)].assign(
        how="similar", paper_version=paper.version, coder=""
    )
    repeats = said.statements.loc[said.statements["duplicate_of"] != "", ["statement_id", "duplicate_of"]]
    again = repeats.merge(near.rename(columns={"statement_id": "duplicate_of"}), on="duplicate_of")
    return schema.conform(pd.concat([exact, near, again.drop(columns="duplicate_of")]), "links")


def _part(said: Said, names: Collection[str]) -> Said:
    rows = [row for row, name in enumerate(said.ids) if name in names]
    return Said([said.ids[row] for row in rows], [said.texts[row] for row in rows], said.vectors[rows])


def _told_places(exact: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Statement id → the section and anchor that whoever made it told it is about."""
    told = exact[exact["how"].isin(["anchored", "said"])].drop_duplicates("statement_id")
    return dict(zip(told["statement_id"], zip(told["section"], told["anchor"], strict=True), strict=True))


def _said(material: Material, sessions: Sequence[Session]) -> Said:
    import numpy as np

    statements = clusterable(material.together(sessions, "statements"))
    ids = statements["statement_id"].tolist()
    vectors = material.vectors(sessions).of(ids) if ids else np.zeros((0, 1), dtype=np.float32)
    return Said(ids, statements["text"].tolist(), vectors)


def _threshold(
    said: Said,
    found: Sequence[Passage],
    similar: np.ndarray[Any, Any],
    places: Mapping[str, tuple[str, str]],
) -> float:
    """Calibrate what is similar enough on the statements of which people told what they are about."""
    import numpy as np

    rows = [row for row, name in enumerate(said.ids) if name in places]
    right = []
    for row in rows:
        section, anchor = places[said.ids[row]]
        best = found[int(similar[row].argmax())].place
        right.append(best.anchor == anchor if ":" in anchor else best.section == section)
    return calibrate(similar[rows].max(axis=1, initial=-1.0), np.array(right, dtype=bool))
