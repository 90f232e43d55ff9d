"""Small tables of statements and contributions to grow and describe a register with."""

import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.register import append, read_log, replay


@pytest.fixture
def statements_of():
    """Make a statements table from texts; `s0` is said in contribution `c0`, and so on."""

    def make(texts, *, first=0, session="s1", **columns):
        names = [f"{first + place:02d}" for place in range(len(texts))]
        frame = pd.DataFrame(
            {
                "statement_id": [f"s{name}" for name in names],
                "contribution_id": [f"c{name}" for name in names],
                "session_id": session,
                "start": 0,
                "end": [len(text) for text in texts],
                "text": texts,
                "language": "nl",
                "duplicate_of": "",
                "content": True,
            }
            | columns
        )
        return schema.conform(frame, "statements")

    return make


@pytest.fixture
def contributions_of():
    """Make the contributions of statements; by default everybody speaks once."""

    def make(statements, contributors=None):
        frame = schema.conform(
            pd.DataFrame(
                dict.fromkeys(schema.columns("contributions"), "") | {"support": 0, "opposition": 0},
                index=statements.index,
            ),
            "contributions",
        )
        return frame.assign(
            contribution_id=statements["contribution_id"],
            session_id=statements["session_id"],
            text=statements["text"],
            language="nl",
            contributor=contributors or [f"P-{name}" for name in statements["contribution_id"]],
        )

    return make


class Branches:
    """A log on several branches of git: what is done on one is not known on another until they are merged."""

    def __init__(self, folder, *base):
        self._folder = folder
        self._base = append(folder / "base", list(base))

    def on(self, name, *operations):
        """Do something on a branch; gives the operations as they stand in its log."""
        path = self._folder / name
        if not path.exists():
            path.write_bytes((self._folder / "base").read_bytes())
        return append(path, list(operations))

    def merge(self, *names, reverse=False):
        """Merge branches into the base, as git does with `merge=union`; all go on from there."""
        lines = [line for name in names for line in (self._folder / name).read_text().splitlines()]
        kept = list(dict.fromkeys(lines[::-1] if reverse else lines))
        for name in ("base", *names):
            (self._folder / name).write_text("".join(f"{line}\n" for line in kept))

    def read(self, name="base"):
        """The register of a branch; every line of it can be read."""
        operations, problems = read_log(self._folder / name)
        assert problems == []
        return replay(operations)


@pytest.fixture(scope="session")
def branches(tmp_path_factory):
    """Make a log with operations, to branch off."""
    return lambda *base: Branches(tmp_path_factory.mktemp("log"), *base)
