"""Small tables of what was said, to link with a paper."""

import pandas as pd
import pytest

from lcsynth import schema


@pytest.fixture
def tables_of():
    """Make statements and contributions from rows of text, contributor and section hint."""

    def make(*rows):
        names = range(len(rows))
        statements = pd.DataFrame(
            {
                "statement_id": [f"s{name}" for name in names],
                "contribution_id": [f"c{name}" for name in names],
                "session_id": "a",
                "start": 0,
                "end": [len(text) for text, _, _ in rows],
                "text": [text for text, _, _ in rows],
                "language": "nl",
                "duplicate_of": "",
                "content": True,
            }
        )
        contributions = pd.DataFrame(
            dict.fromkeys(schema.columns("contributions"), "")
            | {"language": "nl", "session_id": "a", "support": 0, "opposition": 0},
            index=statements.index,
        ).assign(
            contribution_id=statements["contribution_id"],
            text=statements["text"],
            contributor=[who for _, who, _ in rows],
            section_hint=[hint for _, _, hint in rows],
        )
        return schema.conform(statements, "statements"), schema.conform(contributions, "contributions")

    return make
