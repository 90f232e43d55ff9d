"""Coders code the same statements blind: the sheet they get, what they filled in, how well they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.coding_sheet import read_sheet, write_sheet
from lcsynth.pipeline.curating import curate
from lcsynth.pipeline.current import Current, current
from lcsynth.register import Operation, Register, operation, read_log, replay
from lcsynth.register.assignments import clusterable
from lcsynth.register.log import name_of
from lcsynth.register.sampling import draw_sample
from lcsynth.register.state import MOVED
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import write_atomically

if TYPE_CHECKING:
    from lcsynth.register.agreement import Agreement

# Themes that a statement can still be in.
_CODABLE = ("active", "candidate", "dormant")
SAMPLE = 50


@dataclass(frozen=True)
class Imported:
    """What came of reading a coding sheet back.

    Attributes
    ----------
    done
        The operation in the log; None when all codes were there already.
    coder
        Whose codes they are.
    kept, replaced, same
        How many codes there are, how many of these differ from what the coder said before, and how many do
        not.
    uncoded
        How many statements have no theme filled in.
    wrong
        One per cell that could not be used; the others count.
    """

    done: Operation | None
    coder: str
    kept: int
    replaced: int
    same: int
    uncoded: int
    wrong: tuple[DataError, ...]


@dataclass(frozen=True)
class Compared:
    """How well coders agree, with what is needed to read it.

    Attributes
    ----------
    agreement
        The figures; see `Agreement`.
    coded
        Coder → how many statements they coded.
    labels
        Theme id → label in the first language of the workspace.
    texts
        Statement id → what was said, for those coded differently, but not those that are shown nowhere.
    """

    agreement: Agreement
    coded: Mapping[str, int]
    labels: Mapping[str, str]
    texts: Mapping[str, str]


def write_coding_sheet(workspace: Workspace, path: Path, *, coder: str, sample: int = SAMPLE) -> int:
    """Write the sheet on which somebody codes a sample of statements blind; every coder gets the same sample.

    It tells neither where the machine has a statement nor what others chose. The sample stays the same as
    long as the statements and their themes do.

    Returns
    -------
    int
        How many statements are on it; fewer than asked when there are no more.

    Raises
    ------
    CallError
        When the coder is no name or the sample is empty.
    DataError
        When there is nothing to code, or the file cannot be written.
    """
    operation("coded", coder=coder)
    if sample < 1:
        raise CallError(f"A sample of {sample} statements is empty", expected="1 or more")
    if path.suffix.lower() != ".xlsx":
        raise CallError(f"'{path.name}' is no name of a workbook", expected="a name ending in .xlsx")
    now = current(workspace)
    said = clusterable(now.statements)
    said = said[said["statement_id"].isin(now.register.members.keys())]
    said = said[~said["statement_id"].isin(now.register.hidden.keys())]
    language = workspace.settings.languages[0]
    themes = _themes(now, language)
    if said.empty or not themes:
        raise DataError(
            "There is no theme yet, so there is nothing to code",
            where=str(workspace.root),
            mend="Add sessions first; `lcsynth themes list` shows the themes",
        )
    homes = {name: now.register.theme_of(name) for name in said["statement_id"]}
    drawn = draw_sample(homes, sample, seed=workspace.settings.seed)
    asked = now.contributions[["contribution_id", "question"]]
    rows = said.merge(asked, on="contribution_id").set_index("statement_id").loc[drawn]
    content = write_sheet(
        list(zip(drawn, rows["question"], rows["text"], strict=True)),
        themes,
        language=language,
        coder=name_of(coder),
    )
    write_atomically(path, lambda part: part.write_bytes(content))
    return len(drawn)


def import_codes(
    workspace: Workspace, path: Path, *, coder: str, note: str = "", unnamed: str = ""
) -> Imported:
    """Read a coding sheet back into the log, as one operation; cells that are wrong are left out and told.

    Of a sheet that was read before, only what is new or other than before gets into the log.

    Parameters
    ----------
    coder
        Whose codes they are; empty for the coder that the sheet names.
    unnamed
        The coder when neither says so.

    Raises
    ------
    CallError
        When the coder is no name, or the sheet is that of another one.
    DataError
        When the file is no coding sheet, or has no theme filled in that can be used.
    """
    register = replay(read_log(workspace.log)[0])
    found = read_sheet(
        path,
        statements=register.members.keys(),
        themes={theme: register.counts_as(theme) for theme in register.themes},
    )
    if not found.codes:
        first = f" The first: {found.wrong[0]}" if found.wrong else ""
        raise DataError(
            f"No theme is filled in that can be used; {len(found.wrong)} cells are wrong.{first}",
            where=path.name,
            mend="Choose a theme for the statements and import it again",
        )
    who = name_of(coder or found.coder or unnamed)
    if found.coder and _alike(found.coder) != _alike(who):
        raise CallError(
            f"This is the sheet of {found.coder}, and it is imported as that of {who}",
            where=path.name,
            mend=f"Import it with --coder {found.coder!r}, or make a sheet for {who} with --sample",
        )
    before = _counted(register, register.codes.get(who, {}))
    other = {name: theme for name, theme in found.codes.items() if before.get(name) != theme}
    done = curate(workspace, coder=who).code(other, note=note) if other else None
    replaced, same = len(other.keys() & before.keys()), len(found.codes) - len(other)
    return Imported(done, who, len(found.codes), replaced, same, found.uncoded, found.wrong)


def _alike(name: str) -> str:
    return " ".join(name.split()).casefold()


def agreement(workspace: Workspace) -> Compared:
    """Compare what coders coded blind, with each other and with where the machine has the statements.

    Themes that were merged since count as the one they are now, a rejected one as none. What a person moved
    by hand is not the machine's, and is compared between coders only.

    Raises
    ------
    DataError
        When nobody coded anything, or the tables cannot be made.
    """
    from lcsynth.register.agreement import measure_agreement

    now = current(workspace)
    register = now.register
    codes = {coder: _counted(register, own) for coder, own in sorted(register.codes.items()) if own}
    if not codes:
        raise DataError(
            "Nobody has coded statements yet",
            where=str(workspace.log),
            mend="Make a sheet with `lcsynth themes agreement --sample 50 --coder NAME`",
        )
    machine = {name: register.theme_of(name) for name, one in register.members.items() if one.how != MOVED}
    found = measure_agreement(codes, machine, seed=workspace.settings.seed)
    shown = set(found.disagreements["statement_id"]) - register.hidden.keys()
    texts = zip(now.statements["statement_id"], now.statements["text"], strict=True)
    language = workspace.settings.languages[0]
    return Compared(
        found,
        {coder: len(own) for coder, own in codes.items()},
        dict(zip(now.themes["theme_id"], now.themes[f"label_{language}"], strict=True)),
        {name: text for name, text in texts if name in shown},
    )


def _counted(register: Register, codes: Mapping[str, str]) -> dict[str, str]:
    return {statement: register.counts_as(theme) for statement, theme in codes.items()}


def _themes(now: Current, language: str) -> list[tuple[str, str, str, str]]:
    """Give id, label, description and keywords of the themes that a statement can be in, in order of id."""
    themes = now.themes[now.themes["status"].isin(_CODABLE)]
    other = "en" if language == "nl" else "nl"
    own = [
        # A theme that a person named in one language has that name in both.
        themes[f"{name}_{language}"].where(themes[f"{name}_{language}"] != "", themes[f"{name}_{other}"])
        for name in ("label", "description")
    ]
    return list(zip(themes["theme_id"], *own, themes["keywords"], strict=True))
