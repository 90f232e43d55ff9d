"""Make a report again elsewhere, from what was received and the log, and say whether it is the same."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth.errors import DataError
from lcsynth.pipeline.comparing import Compared, compare_passports, compare_tables, compare_texts
from lcsynth.pipeline.freshness import ANSWERS
from lcsynth.pipeline.material import Material
from lcsynth.pipeline.synthesis import TABLES, Synthesis, folder, synthesise_with
from lcsynth.pipeline.targets import Target
from lcsynth.workspace import LIVING_DOCUMENT, Session, Workspace, open_workspace
from lcsynth.workspace.files import explained, read_text

if TYPE_CHECKING:
    from lcsynth.pipeline.asking import Asking
    from lcsynth.pipeline.running import Progress


@dataclass(frozen=True)
class Reproduction:
    """What came out of making a report again.

    Attributes
    ----------
    name
        The session id, or `living-document`.
    parts
        Everything that was compared: the passport, each table, each report and each short text.
    """

    name: str
    parts: tuple[Compared, ...]

    @property
    def different(self) -> tuple[Compared, ...]:
        """What is not the same."""
        return tuple(part for part in self.parts if part.difference)


def reproduce(workspace: Workspace, name: str, progress: Progress = lambda *_: None) -> Reproduction:
    """Make a session, or the living document, again in a folder that is thrown away, and compare.

    Nothing in the workspace is written. Nothing is asked of an endpoint either: its kept answers are used.
    The moment of making is the one thing that may differ.

    Parameters
    ----------
    name
        A session id, or `living-document`.
    progress
        Told what is being done.

    Raises
    ------
    CallError
        When there is no such session.
    DataError
        When it was not made yet, or cannot be made any more.
    """
    session = None if name == LIVING_DOCUMENT else workspace.session(name)
    target = Target(workspace, session, workspace.settings.languages)
    passport = _passport(target)
    reports = [language for language in target.languages if target.report(language).is_file()]
    with tempfile.TemporaryDirectory(prefix="lcsynth-", ignore_cleanup_errors=True) as scratch:
        progress(f"{name}: themes", 0, 1 + len(reports))
        other = _copy(workspace, session, Path(scratch))
        made = synthesise_with(Material.of(other), session.id if session else None, _silent(other))
        parts = [
            *compare_passports(passport, made.passport),
            *compare_tables(folder(workspace, session), {one: getattr(made, one) for one in TABLES}),
            *_reports(Target(other, session, tuple(reports)), target, made, passport, progress),
        ]
    return Reproduction(name, tuple(parts))


def _passport(target: Target) -> Mapping[str, Any]:
    """Read the passport beside the reports."""
    path = target.workspace.reports(target.name, "passport.json")
    tables = folder(target.workspace, target.session)
    if not path.is_file() or not (tables / "state.json").is_file():
        raise DataError(
            f"There is nothing to compare with: {target.name} was not made yet, or was deleted",
            where=str(tables if path.is_file() else path),
            mend=f"Run `lcsynth run {'' if target.session is None else target.name}".rstrip() + "` first",
        )
    try:
        passport = json.loads(read_text(path))
    except ValueError as error:
        raise DataError(
            "This is not a passport", where=str(path), mend="Delete it and its report, and run"
        ) from error
    if not isinstance(passport, dict):
        raise DataError("This is not a passport", where=str(path), mend="Delete it and its report, and run")
    return passport


def _copy(workspace: Workspace, session: Session | None, scratch: Path) -> Workspace:
    """Copy what a report is made from, and nothing that was made."""
    sessions = workspace.sessions
    if session is not None:
        sessions = sessions[: sessions.index(session) + 1]
    files = [
        workspace.data / "workspace.yaml",
        workspace.data / "sessions.yaml",
        *(workspace.data / "paper").glob("*.md"),
        *(path for one in sessions for path in workspace.sources(one.id)),
        *(path for path in (workspace.log, workspace.key) if path.is_file()),
        # What an endpoint answered was received too: it cannot be made again.
        *workspace.interim().glob(f"*/{ANSWERS}"),
        *(workspace.root / "notebooks").glob("*.ipynb"),
    ]
    root = scratch / "workspace"
    for path in files:
        place = root / path.relative_to(workspace.root)
        with explained(path, "copied"):
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    return open_workspace(root)


def _silent(workspace: Workspace) -> Asking | None:
    """Give what answers from what the endpoint said before, and asks nothing; None where there is none."""
    endpoint = workspace.settings.endpoint
    if endpoint is None:
        return None
    from lcsynth.pipeline.asking import Asking

    return Asking(workspace, endpoint, offline=True)


def _reports(
    again: Target,
    target: Target,
    made: Synthesis,
    passport: Mapping[str, Any],
    progress: Progress,
) -> Iterator[Compared]:
    """Make the reports and short texts again and compare them with those that are there."""
    moments = (str(made.passport["made_at"]), str(passport.get("made_at", "")))
    for language, text in _pages(again, progress):
        yield compare_texts(f"report.{language}.html", target.report(language), text.replace(*moments))
    if made.session is None:
        return
    from lcsynth.report import SessionPage
    from lcsynth.report.programme import following
    from lcsynth.report.update import update_text

    for language in again.languages:
        path = target.workspace.update(made.session.id, language)
        if path.is_file():
            text = update_text(SessionPage(made, language), following(again.workspace, made.session))
            yield compare_texts(path.name, path, text)


def _pages(again: Target, progress: Progress) -> Iterator[tuple[str, str]]:
    """Run the notebook in every language; gives the pages."""
    if not again.languages:
        return
    from lcsynth.report import Kernel, run_notebook

    steps = 1 + len(again.languages)
    with Kernel(again.workspace.root, ("lcsynth.pipeline.synthesis",)).start() as kernel:
        for place, language in enumerate(again.languages, start=1):
            progress(f"{again.name}: report.{language}", place, steps)
            parameters = {"language": language}
            if again.session is not None:
                parameters["session"] = again.session.id
            output = again.report(language).with_suffix(".ipynb")
            yield language, read_text(run_notebook(again.notebook, output, parameters, kernel=kernel))
    progress("done", steps, steps)
