"""Where things are in a workspace, and the verbs that open and change one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lcsynth.errors import CallError, nearest
from lcsynth.workspace import yamlfile
from lcsynth.workspace.comments import keeping_what_follows
from lcsynth.workspace.files import explained, read_text
from lcsynth.workspace.settings import LIVING_DOCUMENT, Session, Sessions, Settings

SHIPPED = Path(__file__).parents[1]


@dataclass(frozen=True)
class Workspace:
    """An opened workspace: its root folder and everything found from there.

    Raises
    ------
    DataError
        On the first use of `settings` or `sessions`, when their files are wrong.
    """

    root: Path

    @property
    def data(self) -> Path:
        """The folder with everything that is received, kept and generated."""
        return self.root / "data"

    @cached_property
    def settings(self) -> Settings:
        """What `data/workspace.yaml` says."""
        return yamlfile.load(self.data / "workspace.yaml", Settings)

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """What `data/sessions.yaml` says, in order of date and id."""
        path = self.data / "sessions.yaml"
        if not path.exists():
            return ()
        return tuple(sorted(yamlfile.load(path, Sessions).sessions, key=lambda one: (one.date, one.id)))

    def forget(self) -> None:
        """Read settings and sessions anew on their next use, because a file was changed."""
        for name in ("settings", "sessions"):
            vars(self).pop(name, None)

    def session(self, session_id: str) -> Session:
        """Give one session.

        Raises
        ------
        CallError
            When there is none with this id.
        """
        known = {session.id: session for session in self.sessions}
        if session_id not in known:
            hint = nearest(session_id, known) or "Add its first file with `lcsynth add FILE --session ID`."
            raise CallError(
                f"There is no session '{session_id}'", where=str(self.data / "sessions.yaml"), mend=hint
            )
        return known[session_id]

    def raw(self, session_id: str) -> Path:
        """The folder with the sources of a session, as they were received."""
        return self.data / "raw" / session_id

    def sources(self, session_id: str) -> tuple[Path, ...]:
        """The files of a session, by name; hidden files and folders are not sources."""
        folder = self.raw(session_id)
        if not folder.is_dir():
            return ()
        with explained(folder, "read"):
            found = [path for path in folder.iterdir() if path.is_file()]
        # By name, because paths themselves sort differently on Windows.
        shown = (path for path in found if not is_hidden(path))
        return tuple(sorted(shown, key=lambda path: path.name))

    def paper(self, version: str) -> Path:
        """The file of one version of the living document."""
        return self.data / "paper" / f"{version}.md"

    def papers(self) -> list[str]:
        """Name the versions of the living document that are there, first to last: v2 comes before v10."""
        found = [path.stem for path in (self.data / "paper").glob("*.md") if not is_hidden(path)]
        return sorted(found, key=lambda name: ([int(part) for part in re.findall(r"\d+", name)], name))

    def interim(self, *parts: str) -> Path:
        """A generated file that only saves work; may be deleted at any time."""
        return self.data.joinpath("interim", *parts)

    def processed(self, *parts: str) -> Path:
        """A generated table; may be deleted at any time."""
        return self.data.joinpath("processed", *parts)

    def report(self, session_id: str | None, language: str) -> Path:
        """The report of a session in a language, or that of the living document for None."""
        return self.reports(session_id or LIVING_DOCUMENT, f"report.{language}.html")

    def reports(self, *parts: str) -> Path:
        """The folder of the reports, or a place in it."""
        return self.root.joinpath("reports", *parts)

    def notebook(self, name: str) -> Path:
        """A notebook of this workspace, or the shipped one where it keeps none of its own."""
        own = self.root / "notebooks" / f"{name}.ipynb"
        return own if own.exists() else shipped_notebooks() / f"{name}.ipynb"

    @property
    def log(self) -> Path:
        """The append-only log whose replay is the register."""
        return self.data / "register" / "log.jsonl"

    @property
    def key(self) -> Path:
        """The secret behind the pseudonyms."""
        return self.data / "private" / "pseudonym.key"

    @property
    def lock(self) -> Path:
        """The file that one writer at a time holds."""
        return self.data / ".lock"


def is_hidden(path: Path) -> bool:
    """Say whether a file is hidden, or what an office program leaves while it has a file open."""
    return path.name.startswith((".", "~$"))


def open_workspace(path: str | Path = ".") -> Workspace:
    """Open the workspace in a folder, or in the nearest folder above it that is one.

    Raises
    ------
    CallError
        When there is no `data/workspace.yaml` there or above.
    DataError
        When a folder on the way cannot be read.
    """
    start = absolute(path)
    with explained(start, "read"):
        for folder in (start, *start.parents):
            if (folder / "data" / "workspace.yaml").is_file():
                return Workspace(folder)
    raise CallError(
        "This is not in a workspace",
        where=str(start),
        expected="a folder with data/workspace.yaml, here or above",
        mend="Give one with --workspace DIR, or make one with `lcsynth init DIR`",
    )


def shipped_notebooks() -> Path:
    """The notebooks that come with lcsynth: beside the package in a checkout, inside it when installed."""
    beside = SHIPPED.parent / "notebooks"
    return beside if (beside / "session_report.ipynb").exists() else SHIPPED / "notebooks"


def shipped_workspace() -> Workspace:
    """Open the workspace with the sample sessions, which is the checkout itself.

    Raises
    ------
    CallError
        When lcsynth was installed without its checkout.
    """
    root = SHIPPED.parent
    if not (root / "data" / "workspace.yaml").exists():
        raise CallError(
            "The sample sessions are not here",
            where=str(root),
            mend="Clone the repository of lcsynth and run `lcsynth demo` there",
        )
    return Workspace(root)


def absolute(path: str | Path) -> Path:
    """Give the whole path of a folder.

    Raises
    ------
    CallError
        When it begins with the home of somebody who has none here.
    """
    try:
        return Path(path).expanduser().resolve()
    except RuntimeError as error:
        raise CallError(f"This is no folder ({error})", where=str(path)) from error


def sessions_text(
    workspace: Workspace,
    session_id: str,
    changes: Mapping[str, Any],
    sources: Sequence[Mapping[str, Any]],
    renamed: Mapping[str, str] | None = None,
) -> str:
    """Write the text of `data/sessions.yaml` with a session added or changed, and its sources' options set.

    What people wrote there, comments included, stays. Nothing is written to disk.

    Parameters
    ----------
    changes
        Keys of the session to set.
    sources
        Reading options per file; `file` names it. They replace the options that the file had; without
        further options nothing changes for it.
    renamed
        Files that took the place of others: old name → new name. They keep the options.

    Raises
    ------
    DataError
        When the file is not what it should be.
    """
    path = workspace.data / "sessions.yaml"
    text = read_text(path) if path.exists() else ""
    tree = yamlfile.parse_tree(text, path)
    yamlfile.validate(tree, Sessions, path)
    # A file of comments alone is no tree that could hold them.
    above = f"{text.rstrip()}\n" if tree is None and text.strip() else ""
    tree = {} if tree is None else tree
    with keeping_what_follows(tree):
        if not tree.get("sessions"):
            # A list of its own, because the empty one is written in flow style: [].
            tree["sessions"] = yamlfile.as_tree([{"id": session_id}])
        entries = tree["sessions"]
        if session_id not in [str(one["id"]) for one in entries]:
            entries.append(yamlfile.as_tree({"id": session_id}))
        entry = next(one for one in entries if str(one["id"]) == session_id)
        with keeping_what_follows(entry):
            entry.update(yamlfile.as_tree(changes))
            for source in entry.get("sources") or ():
                source["file"] = (renamed or {}).get(source["file"], source["file"])
            for options in sources:
                _set_options(entry, {name: value for name, value in options.items() if value})
    return above + yamlfile.dump_tree(tree)


def _set_options(entry: Any, options: Mapping[str, Any]) -> None:
    """Replace the reading options of one file in place, or list the file."""
    if len(options) < 2:
        return
    if not entry.get("sources"):
        entry["sources"] = yamlfile.as_tree([options])
        return
    source = next((one for one in entry["sources"] if one["file"] == options["file"]), None)
    if source is None:
        entry["sources"].append(yamlfile.as_tree(options))
        return
    with keeping_what_follows(source):
        for name in set(source) - set(options):
            del source[name]
        source.update(yamlfile.as_tree(options))
