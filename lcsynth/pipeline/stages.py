"""The stages that give the tables of a session: register, themes, links, decisions."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.document import Paper, collisions, decisions, grounds, read_paper
from lcsynth.errors import DataError, nearest
from lcsynth.pipeline.beside import beside
from lcsynth.pipeline.linking import by_people, links_of
from lcsynth.pipeline.material import ORDER, Material
from lcsynth.pipeline.waiting import needs_person
from lcsynth.register import Register, append, read_log, replay
from lcsynth.register.assignments import (
    Description,
    assign,
    clusterable,
    describe,
    theme_sessions,
    themes_table,
    with_similarity,
)
from lcsynth.register.levels import subthemes_table, with_levels
from lcsynth.register.positions import positions
from lcsynth.workspace import Session, Workspace

if TYPE_CHECKING:
    import pandas as pd


def register_new(material: Material, sessions: Sequence[Session]) -> None:
    """Log where the new statements of these sessions belong, session after session."""
    from lcsynth.register.growth import grow

    workspace = material.workspace
    for place, session in enumerate(sessions):
        operations, _ = read_log(workspace.log)
        register = replay(operations)
        names = clusterable(material.prepared(session).statements)["statement_id"]
        if set(names) <= register.members.keys():
            continue
        # A session that was held earlier but added later finds the themes of the others there.
        logged = {one.arguments.get("session") for one in operations}
        seen = [one for one in workspace.sessions if one in sessions[: place + 1] or one.id in logged]
        new = grow(
            register,
            clusterable(material.together(seen, "statements")),
            material.speakers(seen),
            material.vectors(seen),
            session_id=session.id,
            thresholds=workspace.settings.thresholds,
            seed=workspace.settings.seed,
            read=material.words(seen),
        )
        append(workspace.log, new)


def tables_of(
    material: Material,
    sessions: Sequence[Session],
    known: Sequence[Session],
    register: Register,
    *,
    every_theme: bool,
) -> tuple[dict[str, pd.DataFrame], float]:
    """Make the tables of one session, or of all taken together; and tell how well its themes come back.

    Parameters
    ----------
    sessions
        The sessions whose contributions, statements and counts are in the tables.
    known
        These and all before them: what a theme is about, how close a statement is to it and how stable it is
        shows in all that was said until then.
    register
        As it was known by the last of these sessions.
    every_theme
        Also list the themes that nobody spoke of in these sessions, such as merged ones.

    Returns
    -------
    tuple
        The tables by name; and the agreement of all themes together with those of resamples, 1 is the same,
        NaN where nothing tells.
    """
    everything = material.together(known, "statements")
    speakers, vectors, read = material.speakers(known), material.vectors(known), material.words(known)
    papers = functools.partial(paper_of, material.workspace)
    with beside() as aside:
        linked = aside.submit(links_of, material, sessions, papers)
        aside.submit(import_module, "sklearn.manifold")  # most of a second, and `positions` needs it
        assignments = assign(everything, register)
        described, order = describe(
            everything, assignments, speakers, vectors, settings=material.workspace.settings, read=read
        )
        tables = {name: material.together(sessions, name) for name in ORDER}
        statements, contributions = tables["statements"], tables["contributions"]
        laid_out = aside.submit(positions, statements, everything, described)
        assignments = assignments[assignments["statement_id"].isin(statements["statement_id"])]
        assignments = with_similarity(assignments, everything, described)
        assignments = schema.conform(with_levels(assignments, everything, described, order), "assignments")
        themes = themes_table(
            register,
            assignments,
            statements,
            contributions,
            described,
            order,
            empty_too=every_theme,
            dormant_after=material.workspace.settings.thresholds.dormant_after,
        )
        links = by_people(linked.result(), register, statements, assignments)
        made = {
            "assignments": assignments,
            "themes": themes,
            "theme_sessions": theme_sessions(assignments, statements, contributions),
            "subthemes": subthemes_table(assignments, statements, contributions, described, order),
            "links": links,
            "collisions": collisions(links, assignments, statements, contributions),
            "needs_person": needs_person(material, sessions, links, register, papers, everything=every_theme),
            "decisions": decisions(
                grounds(links, assignments, statements, contributions),
                assignments,
                statements,
                contributions,
                register,
                elsewhere=every_theme,
            ),
            "positions": laid_out.result(),
        }
    return tables | made, described.found.agreement if described.found else float("nan")


def earlier_tables(
    material: Material, sessions: Sequence[Session], register: Register
) -> dict[str, pd.DataFrame]:
    """What was said in earlier sessions and the themes it is in now, to compare with."""
    import numpy as np

    statements = material.together(sessions, "statements")
    contributions = material.together(sessions, "contributions")
    assignments = assign(statements, register)
    return {
        "earlier_statements": statements,
        "earlier_contributions": contributions,
        "earlier_assignments": assignments,
        # Told by name when nobody spoke of them this time; what they are like now is not asked.
        "earlier_themes": themes_table(
            register,
            assignments,
            statements,
            contributions,
            Description(np.empty(0), {}, {}, None),
            [],
            empty_too=False,
            dormant_after=material.workspace.settings.thresholds.dormant_after,
        ),
    }


def paper_of(workspace: Workspace, session: Session) -> Paper | None:
    """Read the version of the paper that a session discussed; None when it names none.

    Raises
    ------
    DataError
        When the version it names is not there.
    """
    if not session.paper_version:
        return None
    path = workspace.paper(session.paper_version)
    if not path.exists():
        raise DataError(
            f"The paper has no version '{session.paper_version}'",
            where=f"{workspace.data / 'sessions.yaml'}, session {session.id}, paper_version",
            expected=f"the name of a file in {path.parent}, without .md",
            mend=nearest(session.paper_version, workspace.papers()),
        )
    return read_paper(path)
