"""What a run makes reports of, and whether what is there is still true."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lcsynth.errors import CallError, DataError, nearest
from lcsynth.pipeline.freshness import (
    REPORTING,
    Inputs,
    endpoint_account,
    fingerprint,
    makers,
    read_state,
)
from lcsynth.pipeline.synthesis import Synthesis, folder, report_notebook
from lcsynth.register import Operation
from lcsynth.report.languages import LOCALES
from lcsynth.workspace import LIVING_DOCUMENT, Session, Workspace
from lcsynth.workspace.files import hash_file, write_text


@dataclass(frozen=True)
class Target:
    """A session, or None for the living document, with the languages to report in."""

    workspace: Workspace
    session: Session | None
    languages: tuple[str, ...]

    @property
    def name(self) -> str:
        """The session id, or the name of the living document."""
        return self.session.id if self.session else LIVING_DOCUMENT

    @property
    def notebook(self) -> Path:
        """The notebook that makes the report."""
        return report_notebook(self.workspace, self.session)

    def report(self, language: str) -> Path:
        """Where the report in a language goes."""
        return self.workspace.report(self.session.id if self.session else None, language)

    def printed(self, language: str) -> Path:
        """Where that report goes as a PDF, when one is asked for."""
        return self.workspace.printed(self.session.id if self.session else None, language)

    @property
    def reports(self) -> tuple[Path, ...]:
        """All reports."""
        return tuple(self.report(language) for language in self.languages)

    def stale(self, inputs: Inputs, operations: Sequence[Operation]) -> tuple[str, ...]:
        """The languages whose report is absent, made from something else, or short of an answer.

        Parameters
        ----------
        inputs
            Of the workspace, as they are now.
        operations
            The whole log.
        """
        sessions = self.workspace.sessions
        if self.session is not None:
            sessions = sessions[: sessions.index(self.session) + 1]
        state = read_state(folder(self.workspace, self.session) / "state.json")
        if endpoint_account(state).get("unanswered"):
            return self.languages
        wanted = self._made_from(inputs.scope(sessions, operations), state)
        made = read_state(self._note).get("reports", {})
        return tuple(
            language
            for language in self.languages
            if made.get(language) != wanted or not self.report(language).exists()
        )

    def made_from(self, language: str) -> str:
        """Give the hash of what the report in a language was made from; empty when it was not made."""
        return str(read_state(self._note).get("reports", {}).get(language, ""))

    def note(self, languages: Sequence[str], synthesis: Synthesis) -> None:
        """Note what the reports were made from, and put the passport next to them.

        What changed while they were made is not in the note, so that the next run makes them again.
        """
        made = dict.fromkeys(
            languages, self._made_from(synthesis.fingerprint, {"passport": synthesis.passport})
        )
        before = read_state(self._note).get("reports", {})
        write_text(self._note, json.dumps({"reports": before | made}))
        text = json.dumps(dict(synthesis.passport), ensure_ascii=False, indent=2)
        write_text(self.workspace.reports(self.name, "passport.json"), text + "\n")

    def _made_from(self, tables: str, state: Mapping[str, Any]) -> str:
        # The same tables come with more summaries once the endpoint answers what it did not before.
        return fingerprint(tables, makers(REPORTING), hash_file(self.notebook), endpoint_account(state))

    @property
    def _note(self) -> Path:
        return folder(self.workspace, self.session) / "reports.json"


def targets(
    workspace: Workspace, sessions: Sequence[str] = (), languages: Sequence[str] = ()
) -> list[Target]:
    """List what a run looks at: the sessions asked for, or all that have sources and the living document.

    The living document is asked for by its own name, and comes last.

    Raises
    ------
    CallError
        When a session or language is unknown.
    DataError
        When a session that was asked for has no sources, or the living document is and no session has.
    """
    languages = tuple(languages) or workspace.settings.languages
    for language in languages:
        if language not in LOCALES:
            raise CallError(f"There is no language '{language}'", mend=nearest(language, LOCALES))
    held = [one for one in workspace.sessions if workspace.sources(one.id)]
    if not sessions:
        return [Target(workspace, one, languages) for one in (*held, *([None] if held else []))]
    wanted = [workspace.session(name) for name in dict.fromkeys(sessions) if name != LIVING_DOCUMENT]
    for session in wanted:
        if session not in held:
            raise DataError(
                "The session has no sources yet",
                where=str(workspace.raw(session.id)),
                mend=f"Add a file with `lcsynth add FILE --session {session.id}`",
            )
    found = [Target(workspace, session, languages) for session in wanted]
    if LIVING_DOCUMENT not in sessions:
        return found
    if not held:
        raise DataError(
            "No session has sources yet",
            where=str(workspace.data / "raw"),
            mend="Add a file with `lcsynth add FILE --session ID`",
        )
    return [*found, Target(workspace, None, languages)]
