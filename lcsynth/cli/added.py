"""What came of adding files, in lines for a coordinator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lcsynth.ingest import Reading
    from lcsynth.pipeline.adding import Added


def told(done: Added) -> Iterator[str]:
    """Tell what was recognised in the files, what they replace, and the account of the whole session."""
    for sentence in done.assumed:
        yield f"New session {done.session.id}: {sentence} (change it in data/sessions.yaml)."
    for path, name in done.known.items():
        yield f"{path} is in this session already, as {name}."
    for name, session in done.elsewhere.items():
        yield f"{name} is a source of session {session} too, and now counts in both."
    for reading in done.readings:
        yield from _recognised(reading)
        if one := done.replaced.get(reading.source):
            yield (
                f"It takes the place of {one.file}: {one.stayed} remarks stayed, {one.came} are new,"
                f" {one.went} are gone. Use --keep-both if these are two different sources."
            )
    for row in done.ledger.to_dict("records"):
        yield account(row)


def account(row: Mapping[str, Any]) -> str:
    """Write a row of the ledger as the sum it is."""
    reactions = f", {row['reactions']} reactions" if row["reactions"] else ""
    return (
        f"{row['source']}: {row['rows']} rows{reactions}, {row['read']} entries read"
        f" = {row['contributions']} contributions + {row['duplicates']} duplicates"
        f" + {row['quarantined']} quarantined + {row['empty']} empty"
    )


def _recognised(reading: Reading) -> Iterator[str]:
    yield f"{reading.source} ({reading.format}):"
    for column, role in reading.columns.items():
        yield f"  {role:<18} {column}"
