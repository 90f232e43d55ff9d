"""One run: make what is stale, session after session, and leave alone what is fresh."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.pipeline.freshness import ANSWERS, Inputs
from lcsynth.pipeline.material import PREPARED, Material
from lcsynth.pipeline.outgoing import send_out, write_updates
from lcsynth.pipeline.prints import remove_stale
from lcsynth.pipeline.synthesis import WHOLE, synthesise_with
from lcsynth.pipeline.targets import Target, targets
from lcsynth.register import read_log
from lcsynth.workspace import LIVING_DOCUMENT, Workspace
from lcsynth.workspace.files import explained, only_writer

if TYPE_CHECKING:
    from lcsynth.pipeline.asking import Asking
    from lcsynth.pipeline.synthesis import Synthesis

# What is being done, how many steps are done, how many there are.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Done:
    """What a run did for one session, or for the living document as a whole.

    Attributes
    ----------
    name
        The session id, or `living-document`.
    fresh
        Nothing had changed, so nothing was made.
    reports
        The HTML files, one per language.
    """

    name: str
    fresh: bool
    reports: tuple[Path, ...]


def run(
    workspace: Workspace,
    sessions: Sequence[str] = (),
    *,
    languages: Sequence[str] = (),
    progress: Progress | None = None,
) -> list[Done]:
    """Make the tables and reports of sessions, and of the living document, where they are stale.

    Parameters
    ----------
    sessions
        Session ids; empty for every session that has sources, and the living document.
    languages
        Languages of the reports; empty for those of the workspace.
    progress
        Told what is being done.

    Returns
    -------
    list of Done
        In order of date, the living document last.

    Raises
    ------
    CallError
        When a session or language is unknown.
    DataError
        When a session has no sources, or anything it is made from is wrong.
    """
    withdraw(workspace)
    found = targets(workspace, sessions, languages)
    inputs, (operations, _) = Inputs(workspace), read_log(workspace.log)
    stale = [(target, old) for target in found if (old := target.stale(inputs, operations))]
    made = _make(workspace, stale, progress or (lambda *_: None)) if stale else {}
    remove_stale(found)
    send_out(workspace, found, made)
    names = {target.name for target, _ in stale}
    return [Done(target.name, target.name not in names, target.reports) for target in found]


def _make(
    workspace: Workspace, stale: Sequence[tuple[Target, tuple[str, ...]]], progress: Progress
) -> dict[str, Synthesis]:
    """Make the tables first, while the kernel for the notebooks warms up, and then the reports.

    Gives the tables by the name of the target.
    """
    steps = sum(1 + len(languages) for _, languages in stale)
    done = 0
    from lcsynth.report import Kernel, run_notebook
    from lcsynth.report.warm import warm_up_here

    # Imported there in the meantime, so that the first notebook does not wait for it.
    with Kernel(workspace.root, ("lcsynth.pipeline.synthesis",)).start() as kernel:
        made, material = [], Material.of(workspace)
        asking = _asking(workspace, lambda asked, of: progress(f"summaries: {asked}/{of}", done, steps))
        for target, languages in stale:
            progress(f"{target.name}: themes", done, steps)
            session = target.session.id if target.session else None
            made.append((target, languages, synthesise_with(material, session, asking)))
            done += 1
        # The kernel is not ready yet.
        warm_up_here()
        by_name = {target.name: synthesis for target, _, synthesis in made}
        write_updates([target for target, _ in stale], by_name)
        for target, languages, synthesis in made:
            for language in languages:
                progress(f"{target.name}: report.{language}", done, steps)
                # The kernel runs in the workspace, so no path of this machine ends up in the notebook.
                parameters = {"language": language}
                if target.session is not None:
                    parameters["session"] = target.session.id
                output = target.report(language).with_suffix(".ipynb")
                run_notebook(target.notebook, output, parameters, kernel=kernel)
                done += 1
            with only_writer(workspace.lock):
                target.note(languages, synthesis)
    progress("done", steps, steps)
    return by_name


def _asking(workspace: Workspace, tell: Callable[[int, int], None]) -> Asking | None:
    """Make what asks the endpoint in this run; None when the workspace names none."""
    endpoint = workspace.settings.endpoint
    if endpoint is None:
        return None
    from lcsynth.pipeline.asking import Asking

    return Asking(workspace, endpoint, tell)


def withdraw(workspace: Workspace) -> None:
    """Remove what was made from sessions that have no sources any more: somebody took them back."""
    held = {session.id for session in workspace.sessions if workspace.sources(session.id)}
    kept = held | {WHOLE, LIVING_DOCUMENT} if held else set()
    for where in (workspace.interim(), workspace.processed(), workspace.reports()):
        for made in sorted(where.iterdir()) if where.is_dir() else ():
            ours = any((made / note).exists() for note in (PREPARED, "state.json", "passport.json", ANSWERS))
            if ours and made.name not in kept:
                with explained(made, "removed"):
                    shutil.rmtree(made)
