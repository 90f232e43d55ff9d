"""Validate the whole workspace and say what to mend."""

from __future__ import annotations

from collections.abc import Iterator

from lcsynth import schema
from lcsynth.analysis.summaries import verify_summaries
from lcsynth.document import Paper
from lcsynth.errors import DataError, LcsynthError, nearest
from lcsynth.pipeline.freshness import Inputs
from lcsynth.pipeline.material import embedder_of, read
from lcsynth.pipeline.stages import paper_of
from lcsynth.pipeline.synthesis import TABLES, folder
from lcsynth.pipeline.unapplied import unapplied
from lcsynth.register import read_log, replay
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import read_table


def check(workspace: Workspace) -> list[str]:
    """Check settings, sessions, sources, papers, the log and every table that was made.

    Returns
    -------
    list of str
        A paragraph for each thing to mend; empty when all is well.
    """
    try:
        _ = workspace.settings, workspace.sessions
    except LcsynthError as error:
        return [str(error)]
    return [
        str(problem)
        for part in (_settings, _sessions, _sources, _log, _tables)
        for problem in part(workspace)
    ]


def _settings(workspace: Workspace) -> Iterator[LcsynthError]:
    try:
        embedder_of(workspace)
    except LcsynthError as error:
        yield error


def _sessions(workspace: Workspace) -> Iterator[LcsynthError]:
    """What sessions refer to has to be there: audiences, the paper and its sections."""
    settings = workspace.settings
    for session in workspace.sessions:
        where = f"{workspace.data / 'sessions.yaml'}, session {session.id}"
        for name in session.audiences:
            if name not in settings.audiences:
                hint = nearest(name, settings.audiences)
                yield DataError(f"The audience '{name}' is not in workspace.yaml", where=where, mend=hint)
        if session.start and session.end and session.end <= session.start:
            yield DataError(f"It ends at {session.end}, before it starts at {session.start}", where=where)
        paper = None
        try:
            paper = paper_of(workspace, session)
        except LcsynthError as error:
            yield error
        yield from _questions(session, paper, where)


def _questions(session: Session, paper: Paper | None, where: str) -> Iterator[LcsynthError]:
    known = [section.number for section in paper.sections] if paper else []
    for question, number in session.questions.items():
        if paper and number not in known:
            yield DataError(
                f"The question '{question}' is about section {number}",
                where=where,
                expected=f"a section of {session.paper_version}",
                mend=nearest(number, known),
            )


def _sources(workspace: Workspace) -> Iterator[LcsynthError]:
    """Files and sessions have to know of each other, and every file has to be readable."""
    raw, ids = workspace.data / "raw", {session.id for session in workspace.sessions}
    for folder_ in sorted(raw.iterdir()) if raw.is_dir() else ():
        if folder_.is_dir() and folder_.name not in ids:
            yield DataError(
                "No session has this folder", where=str(folder_), mend="Add the session to data/sessions.yaml"
            )
    for session in workspace.sessions:
        there = [path.name for path in workspace.sources(session.id)]
        for source in session.sources:
            if source.file not in there:
                where = f"{workspace.data / 'sessions.yaml'}, session {session.id}"
                yield DataError(
                    f"The file '{source.file}' is not in data/raw/{session.id}",
                    where=where,
                    mend=nearest(source.file, there),
                )
        for path in workspace.sources(session.id):
            try:
                read(workspace, session, path)
            except LcsynthError as error:
                yield error


def _log(workspace: Workspace) -> Iterator[LcsynthError]:
    try:
        operations, unread = read_log(workspace.log)
    except LcsynthError as error:
        yield error
        return
    for problem in (*unread, *replay(operations).problems, *unapplied(Inputs(workspace), operations)):
        yield DataError(problem.reason, where=f"{workspace.log}, {problem.place}")


def _tables(workspace: Workspace) -> Iterator[LcsynthError]:
    """What was made has to have the promised columns, and every statement has to be literally said."""
    for session in (*workspace.sessions, None):
        where = folder(workspace, session)
        if not (where / "state.json").exists():
            continue
        try:
            tables = {name: schema.validate(read_table(where / f"{name}.parquet"), name) for name in TABLES}
            verify_summaries(tables["summaries"], assignments=tables["assignments"])
        except LcsynthError as error:
            yield error
            continue
        ledger = tables["ledger"]
        parts = ledger[["contributions", "duplicates", "quarantined", "empty"]].sum(axis=1)
        for source in ledger.loc[parts != ledger["read"], "source"]:
            yield DataError("Its rows are not all accounted for", where=f"{where}, {source}")
        said = tables["statements"].merge(
            tables["contributions"], on="contribution_id", suffixes=("", "_whole")
        )
        for statement, text, whole, start, end in zip(
            said["statement_id"], said["text"], said["text_whole"], said["start"], said["end"], strict=True
        ):
            if whole[start:end] != text:
                yield DataError(
                    f"Statement {statement} is not literally in its contribution", where=str(where)
                )
