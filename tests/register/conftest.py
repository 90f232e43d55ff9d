"""Small tables of statements and contributions to grow and describe a register with."""

import pandas as pd
import pytest

from lcsynth import schema


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
