"""A reply matrix that authors filled in, back into the log: only what they changed, and nothing twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lcsynth.document import Paper
from lcsynth.document.holding import Spot, held
from lcsynth.errors import CallError, DataError, nearest
from lcsynth.pipeline.curating import plain_line
from lcsynth.pipeline.deciding import decision_on, meant
from lcsynth.pipeline.matrix_sheet import (
    BY,
    DECISION,
    IN_VERSION,
    REASON,
    Filled,
    Line,
    decision_words,
    read_matrix_sheet,
)
from lcsynth.pipeline.places import version_named
from lcsynth.pipeline.recording import record_all
from lcsynth.pipeline.versions import versions
from lcsynth.register import Operation, Register, read_log
from lcsynth.register.deciding import DECIDE, OPEN, WORKED_IN, Decision
from lcsynth.register.log import name_of
from lcsynth.report.languages import catalogue
from lcsynth.workspace import Workspace


class Said(NamedTuple):
    """What the four cells of a row say, or the decision that is in the log."""

    decision: str = OPEN
    reason: str = ""
    in_version: str = ""
    by: str = ""


@dataclass
class Imported:
    """What became of a sheet.

    Attributes
    ----------
    done
        The decisions that are in the log now; with ``dry_run`` those that would be.
    unchanged
        How many rows say what they said when the sheet was made.
    already
        How many rows were changed to what the log says by now, such as by an earlier import.
    followed
        One sentence per theme that was merged since: its rows are about the theme it is now.
    wrong
        One per cell that cannot be used.
    conflicts
        One per row that was changed, while somebody decided otherwise in the log since the sheet was made.
    """

    done: tuple[Operation, ...] = ()
    unchanged: int = 0
    already: int = 0
    followed: dict[str, str] = field(default_factory=dict)
    wrong: list[DataError] = field(default_factory=list)
    conflicts: list[DataError] = field(default_factory=list)


def import_decisions(
    workspace: Workspace,
    path: Path,
    *,
    coder: str,
    note: str = "",
    overrule: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Read a reply matrix that was filled in; every row that was changed becomes an operation in the log.

    Parameters
    ----------
    coder
        Who imports it, as the log will name them; the decider too where a row names none.
    overrule
        Also apply the rows on which somebody decided otherwise since the sheet was made.
    dry_run
        Change nothing; tell what would be done.

    Raises
    ------
    CallError
        When the coder is no name.
    DataError
        When the file is no reply matrix, or the log cannot be read or written.
    """
    coder, sheet = name_of(coder), read_matrix_sheet(path)
    papers = versions(workspace).papers
    log = {one.id: one for one in read_log(workspace.log)[0]}
    found = Imported()

    def make(register: Register) -> list[Operation]:
        reading = _Reading(sheet, register, papers, log, found, coder, note, overrule)
        return [one for line in sheet.lines if (one := reading.operation(line))]

    found.done = tuple(record_all(workspace, make, dry_run=dry_run))
    return found


@dataclass
class _Reading:
    """One reading of a sheet against the log as it is now."""

    sheet: Filled
    register: Register
    papers: Mapping[str, Paper]
    log: Mapping[str, Operation]
    found: Imported
    coder: str
    note: str
    overrule: bool
    seen: dict[tuple[str, ...], int] = field(default_factory=dict)
    decided: dict[Spot, tuple[Said, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._held = held(self.register)

    def operation(self, line: Line) -> Operation | None:
        """Give the decision that a row adds; None when it adds none, which is then counted or told."""
        try:
            return self._operation(line)
        except DataError as error:
            self.found.wrong.append(error)
            return None

    def _operation(self, line: Line) -> Operation | None:
        theme = self._theme(line)
        given, before = self._said(line), self._before(line)
        if given == before:
            self.found.unchanged += 1
            return None
        self._check(line, given)
        whose = given._replace(by=given.by or self.coder)
        spot = Spot(theme, *line.key[1:])
        now = self._now(spot)
        if whose == _said_by(now):
            self.found.already += 1
            return None
        if spot in self.decided:
            said, row = self.decided[spot]
            if said == whose:
                return None
            raise self._wrong(
                line, DECISION, f"Row {row} says otherwise about {theme} here", expected="one of the two"
            )
        if (now.operation if now else "") != line.operation and not self.overrule:
            self.found.conflicts.append(self._conflict(line, now))
            return None
        self.decided[spot] = whose, line.number
        return self._made(line, given)

    def _theme(self, line: Line) -> str:
        """Give the theme that a row is about now, having checked that the row is one of the matrix."""
        if line.key in self.seen:
            raise self._wrong(
                line, "key_theme", f"It is row {self.seen[line.key]} once more", expected="each row once"
            )
        self.seen[line.key] = line.number
        theme, version = line.key[0], line.key[1]
        if theme not in self.register.themes:
            what = f"There is no theme {theme!r}" if theme else "No theme is named"
            raise self._wrong(
                line, "key_theme", what, mend=nearest(theme, self.register.themes) if theme else ""
            )
        if version not in self.papers:
            raise self._wrong(
                line,
                "key_version",
                f"The paper has no version {version!r}",
                mend=nearest(version, self.papers),
            )
        now = self.register.resolve(theme)
        if self.register.themes[now].status == "rejected" and self._said(line) != self._before(line):
            raise self._wrong(line, "key_theme", f"{now} was rejected", mend="Give it another status first")
        if now != theme:
            self.found.followed[theme] = f"{theme} was merged into {now}: its rows are about {now}."
        return now

    def _said(self, line: Line) -> Said:
        word = line.filled[DECISION]
        if not word and line.operation:
            raise self._wrong(line, DECISION, "The decision was taken out", expected="another one, or open")
        try:
            decision = meant(word) if word else OPEN
        except CallError as error:
            known = ", ".join(decision_words(catalogue(self.sheet.language)))
            raise self._wrong(line, DECISION, error.what, expected=f"one of {known}") from error
        return Said(decision, *(line.filled[name] for name in (REASON, IN_VERSION, BY)))

    def _before(self, line: Line) -> Said:
        """Give what the row said when the sheet was made."""
        if not line.operation:
            return Said()
        one = self.log.get(line.operation)
        if one is None or one.operation != DECIDE:
            raise self._wrong(
                line,
                "key_operation",
                f"There is no decision {line.operation!r} in this log",
                mend="Make a new sheet with `lcsynth document matrix --format xlsx`, in this workspace",
            )
        cells = [str(one.arguments.get(name, "")) for name in ("decision", "reason", "in_version", "by")]
        decision, reason, in_version, by = (" ".join(cell.split()) for cell in cells)
        return Said(decision, reason, in_version, by or one.coder)

    def _check(self, line: Line, given: Said) -> None:
        for column, text in ((REASON, given.reason), (BY, given.by)):
            try:
                plain_line(text)
            except CallError as error:
                raise self._wrong(line, column, error.what, mend=error.mend) from error
        if given.decision == OPEN:
            if (given.reason or given.by) and not line.operation:
                what = "There is a reason or a decider, and no decision"
                raise self._wrong(line, DECISION, what, expected="a decision from the list")
        elif not given.reason:
            raise self._wrong(line, REASON, "There is a decision and no reason", expected="the reason")
        if given.in_version and given.decision not in WORKED_IN:
            word = line.filled[DECISION]
            raise self._wrong(
                line, IN_VERSION, f"What is {word!r} is worked into no version", expected="nothing"
            )
        try:
            version_named(given.in_version, line.key[1], list(self.papers))
        except CallError as error:
            raise self._wrong(
                line, IN_VERSION, error.what, expected=error.expected, mend=error.mend
            ) from error

    def _now(self, spot: Spot) -> Decision | None:
        for place in (spot, spot._replace(anchor="")):
            if place in self._held and self._held[place].decision:
                return self._held[place].decision
        return None

    def _made(self, line: Line, given: Said) -> Operation:
        theme, version, section, anchor = line.key
        try:
            return decision_on(
                self.register,
                self.papers[version],
                list(self.papers),
                theme,
                at=anchor or section,
                decision=given.decision,
                because=given.reason,
                in_version=given.in_version,
                by=given.by,
                coder=self.coder,
                note=self.note,
            )
        except CallError as error:
            raise self._wrong(
                line, "key_section", error.what, expected=error.expected, mend=error.mend
            ) from error

    def _conflict(self, line: Line, now: Decision | None) -> DataError:
        what = (
            f"{now.coder} wrote on {now.time[:10]} that it is {now.decision}: {now.reason or 'no reason'}"
            if now
            else "The decision that stood here was undone"
        )
        return self._wrong(
            line,
            DECISION,
            f"{what}. That is later than this sheet, so the row was left alone",
            mend="Make a new sheet, or import with --overrule",
        )

    def _wrong(self, line: Line, column: str, what: str, *, expected: str = "", mend: str = "") -> DataError:
        return DataError(what, where=self.sheet.cell(line, column), expected=expected, mend=mend)


def _said_by(one: Decision | None) -> Said | None:
    return Said(*one.said) if one else None
