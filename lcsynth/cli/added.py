"""What came of adding files, in lines for a coordinator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lcsynth.counting import counted

SHOWN = 12  # of columns that nobody has to look at one by one
_MANY = frozenset({"closed answer", "not used", "empty"})

if TYPE_CHECKING:
    from lcsynth.ingest import Reading
    from lcsynth.pipeline.adding import Added
    from lcsynth.workspace import Session


def told(done: Added) -> Iterator[str]:
    """Tell what was recognised in the files, what they replace, and the account of the whole session."""
    for sentence in done.assumed:
        yield f"New session {done.session.id}: {sentence} (change it in data/sessions.yaml)."
    for path, name in done.known.items():
        yield f"{path} is in this session already, as {name}."
    for name, session in done.elsewhere.items():
        yield f"{name} is a source of session {session} too, and now counts in both."
    for reading in done.readings:
        yield from _recognised(reading, done.session)
        if one := done.replaced.get(reading.source):
            yield (
                f"It takes the place of {one.file}: {counted(one.stayed, 'remark')} stayed, "
                f"{counted(one.came, 'is new', 'are new')}, {counted(one.went, 'is gone', 'are gone')}. "
                "Use --keep-both if these are two different sources."
            )
    for row in done.ledger.to_dict("records"):
        yield account(row)


def account(row: Mapping[str, Any]) -> str:
    """Write a row of the ledger as the sum it is."""
    reactions = f", {counted(row['reactions'], 'reaction')}" if row["reactions"] else ""
    return (
        f"{row['source']}: {counted(row['rows'], 'row')}{reactions}, "
        f"{counted(row['read'], 'entry', 'entries')} read"
        f" = {counted(row['contributions'], 'contribution')} + {counted(row['duplicates'], 'duplicate')}"
        f" + {row['quarantined']} quarantined + {row['empty']} empty"
    )


def _recognised(reading: Reading, session: Session) -> Iterator[str]:
    """Tell how a source was read, and how to say it otherwise."""
    from lcsynth.ingest.proposal import propose

    yield f"{reading.source} ({reading.format}):"
    told_once: dict[str, list[str]] = {}
    for column, role in reading.columns.items():
        told_once.setdefault(role, []).append(column)
    for role, columns in told_once.items():
        shown = columns if role not in _MANY else columns[:SHOWN]
        yield from (f"  {role:<18} {column}" for column in shown)
        if len(columns) > len(shown):
            yield f"  {role:<18} and {len(columns) - len(shown)} more"
    for role, wordings in reading.unmapped.items():
        yield f"Not known as {role} in data/workspace.yaml: {', '.join(wordings)}."
    if "text" in told_once:
        yield f"To read it otherwise, change this and put it under {session.id} in data/sessions.yaml:"
        yield propose(reading, session.source(reading.source)).rstrip("\n")
