"""The review of the masking: what was masked where, and what may be personal and was left readable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import CallError
from lcsynth.pipeline.exporting import workbook
from lcsynth.pipeline.material import Material, read
from lcsynth.workspace import Session, Workspace
from lcsynth.workspace.files import only_writer, secret_key

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.prepare.review import Doubtful

AROUND = 40  # characters of the masked text on each side of a mask
MASKED, PERHAPS = "masked", "perhaps still personal"
COLUMNS = ("part", "session_id", "contribution_id", "kind", "mask", "how", "text", "word", "times")
FORMATS = (".csv", ".xlsx")


@dataclass(frozen=True)
class Review:
    """What a person needs to judge the masking; it never holds what was masked.

    Attributes
    ----------
    masks
        One row per mask: session_id, contribution_id, start, end (in the masked text), kind, mask, how
        (`found`, or a `person` asked for it), text (around it).
    counts
        Session by kind: how many masks.
    doubtful
        Readable words that may be names, the most frequent first.
    table
        Both in one table, for a file: the columns are `COLUMNS`.
    """

    masks: pd.DataFrame
    counts: pd.DataFrame
    doubtful: tuple[Doubtful, ...]
    table: pd.DataFrame


def review(workspace: Workspace, session: str | None = None) -> Review:
    """Show what was masked in a session, or in all, as it will be in the next run.

    Raises
    ------
    CallError
        When there is no such session.
    DataError
        When a source cannot be read.
    """
    from lcsynth.prepare.review import find_doubtful

    sessions = _chosen(workspace, session)
    with only_writer(workspace.lock):
        material = Material.of(workspace)
        masks = material.together(sessions, "masks")
        contributions = material.together(sessions, "contributions")
        key = secret_key(workspace.key)
    texts = dict(zip(contributions["contribution_id"], contributions["text"], strict=True))
    masks = masks.sort_values(["session_id", "contribution_id", "start"], kind="stable", ignore_index=True)
    masks["text"] = [
        _around(texts[name], start, end)
        for name, start, end in zip(masks["contribution_id"], masks["start"], masks["end"], strict=True)
    ]
    doubtful = find_doubtful(
        texts.items(), key=key, settings=workspace.settings, overrules=material.inputs.overrules()
    )
    homes = dict(zip(contributions["contribution_id"], contributions["session_id"], strict=True))
    return Review(masks, _counts(masks), tuple(doubtful), _together(masks, doubtful, homes, texts))


def masked_values(workspace: Workspace, session: str | None = None) -> dict[tuple[str, int], str]:
    """Read again what was masked, for a person to judge on a screen: never write this to a file.

    Returns
    -------
    dict
        Contribution id and start of the mask → the words behind it.

    Raises
    ------
    CallError
        When there is no such session.
    DataError
        When a source cannot be read.
    """
    from lcsynth.prepare.review import reread
    from lcsynth.register import read_log
    from lcsynth.register.overruling import overrules_in

    found: dict[tuple[str, int], str] = {}
    overrules = overrules_in(read_log(workspace.log)[0])
    for one in _chosen(workspace, session):
        readings = [read(workspace, one, path) for path in workspace.sources(one.id)]
        key = secret_key(workspace.key)
        for said in reread(
            readings, session_id=one.id, key=key, settings=workspace.settings, overrules=overrules
        ):
            for mask in said.masked.masks:
                start, end = said.masked.raw(mask.start), said.masked.raw(mask.end)
                found[said.contribution_id, mask.start] = said.raw[start:end]
    return found


def encode_review(found: Review, path: Path) -> bytes:
    """Write a review as the content of a file, csv or xlsx by its name.

    Raises
    ------
    CallError
        When the name ends in neither.
    """
    if path.suffix.lower() not in FORMATS:
        raise CallError(
            f"'{path.name}' does not say which format is meant",
            expected=f"a name ending in {' or '.join(FORMATS)}",
        )
    if path.suffix.lower() == ".csv":
        return str(found.table.to_csv(index=False, lineterminator="\n")).encode("utf-8")
    return workbook(found.table, "privacy")


def _chosen(workspace: Workspace, session: str | None) -> Sequence[Session]:
    return [workspace.session(session)] if session else workspace.sessions


def _around(text: str, start: int, end: int) -> str:
    """Give a stretch of a text with what stands around it, on one line."""
    first, last = max(0, start - AROUND), end + AROUND
    shown = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"


def _counts(masks: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    return pd.crosstab(masks["session_id"], masks["kind"])


def _together(
    masks: pd.DataFrame, doubtful: Sequence[Doubtful], homes: Mapping[str, str], texts: Mapping[str, str]
) -> pd.DataFrame:
    import pandas as pd

    rows = []
    for one in doubtful:
        for name in one.contributions:
            start = texts[name].index(one.word)
            shown = _around(texts[name], start, start + len(one.word))
            rows.append((PERHAPS, homes[name], name, "", "", "", shown, one.word, one.count))
    perhaps = pd.DataFrame(rows, columns=list(COLUMNS))
    table = pd.concat([masks.assign(part=MASKED, word="", times=1)[list(COLUMNS)], perhaps])
    return table.reset_index(drop=True)
