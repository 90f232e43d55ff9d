"""The code of each participant, and the page that shows one of them where their remarks went."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from lcsynth.errors import CallError
from lcsynth.pipeline.exporting import FORMULA
from lcsynth.pipeline.material import read
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.pipeline.tracing import chain_of
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import only_writer, secret_key, write_private


@dataclass(frozen=True)
class Codes:
    """Who took part in a session, by code; and how many entries nobody can be told apart by.

    ``people`` has per person the code, the names and what else the source tells them apart by.
    """

    people: tuple[tuple[str, str, str], ...]
    anonymous: int


def codes(workspace: Workspace, session_id: str) -> Codes:
    """Look up the codes of the participants in the sources of a session.

    The code is the pseudonym in the tables, the same in all sessions: who has it can find what that person
    said in an exported table. Somebody anonymous has none that can be given to them.

    Raises
    ------
    CallError
        When there is no such session.
    DataError
        When a source cannot be read.
    """
    from lcsynth.prepare.contributions import sort_out

    session = workspace.session(session_id)
    with only_writer(workspace.lock):
        key = secret_key(workspace.key)
        readings = [read(workspace, session, path) for path in workspace.sources(session_id)]
    entries = sort_out(readings, session_id, key)
    names: dict[str, dict[str, None]] = {}
    identities: dict[str, dict[str, None]] = {}
    anonymous = 0
    for code, one in [
        *((kept.contributor, kept.raw) for kept in entries.kept),
        *((repeat.contributor, repeat.raw) for _, repeat in entries.repeats),
    ]:
        if not entries.pseudonyms.person(one):
            anonymous += 1
            continue
        names.setdefault(code, {}).update(dict.fromkeys(one.names))
        identities.setdefault(code, {})[one.identity] = None
    people = ((code, "; ".join(names[code]), "; ".join(found)) for code, found in identities.items())
    return Codes(tuple(sorted(people, key=lambda person: (person[1:], person[0]))), anonymous)


def keep_codes(workspace: Workspace, session_id: str, found: Codes, output: Path | None = None) -> Path:
    """Write codes to a csv file that only this user may read; ``data/private`` where no file is named.

    Raises
    ------
    CallError
        When the file would be among the reports.
    DataError
        When it cannot be written.
    """
    path = output or workspace.private(f"codes-{session_id}.csv")
    _refuse_reports(workspace, path)
    sheet = io.StringIO()
    rows = csv.writer(sheet, lineterminator="\n")
    rows.writerow(["code", "name", "identity"])
    rows.writerows([code, *map(_inert, person)] for code, *person in found.people)
    write_private(path, sheet.getvalue())
    return path


def contributor_page(workspace: Workspace, code: str, *, language: str = "") -> str:
    """Draw the page of one participant, as HTML.

    Parameters
    ----------
    code
        As `codes` gives it.
    language
        ``nl`` or ``en``; empty for the first of the workspace.

    Raises
    ------
    CallError
        When nobody has this code. The nearest one is not named: it is somebody else's.
    DataError
        When the tables cannot be made.
    """
    from lcsynth.report.contributor_page import ContributorPage

    chosen = language or workspace.settings.languages[0]
    chain = chain_of(synthesise(workspace), chosen)
    found = code.strip().upper()
    if found not in chain.said_by:
        raise CallError(
            f"Nobody has the code {code.strip()!r}",
            expected="P- and ten letters and digits, as they were given",
            mend="`lcsynth document codes --session ID` looks them up",
        )
    page = ContributorPage(
        chain, found, sessions=workspace.sessions, settings=workspace.settings, language=chosen
    )
    return page.html()


def keep_page(
    workspace: Workspace, code: str, page: str, output: Path | None = None, *, language: str = ""
) -> Path:
    """Write the page of a participant where only this user may read it, unless another file is named.

    Raises
    ------
    CallError
        When the file would be among the reports.
    DataError
        When it cannot be written.
    """
    chosen = language or workspace.settings.languages[0]
    path = output or workspace.private("pages", f"{code.strip().upper()}.{chosen}.html")
    _refuse_reports(workspace, path)
    write_private(path, page)
    return path


def _refuse_reports(workspace: Workspace, path: Path) -> None:
    if path.resolve().is_relative_to(workspace.reports().resolve()):
        raise CallError(
            "This tells who is who, and reports are for everybody",
            where=str(path),
            mend=f"Keep it elsewhere; without -o it goes to {workspace.private()}",
        )


def _inert(text: str) -> str:
    # A spreadsheet would compute it.
    return f"'{text}" if text.startswith(FORMULA) else text
