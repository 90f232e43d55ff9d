import pytest

from lcsynth.pipeline.material import ORDER
from lcsynth.prepare import prepare
from lcsynth.schema import validate
from lcsynth.workspace import Settings


@pytest.fixture
def run():
    """Prepare readings and check every table."""

    def run_stage(*readings, key=b"k" * 32, organisations=()):
        settings = Settings(name="test", embedder="none", organisations=organisations)
        prepared = prepare(readings, session_id="s1", key=key, settings=settings)
        for table in ORDER:
            validate(getattr(prepared, table), table)
        ledger = prepared.ledger
        accounted = ledger[["contributions", "duplicates", "quarantined", "empty"]].sum(axis=1)
        assert (ledger["read"] == accounted).all()
        texts = prepared.contributions.set_index("contribution_id")["text"]
        for one in prepared.statements.itertuples():
            assert texts[one.contribution_id][one.start : one.end] == one.text == one.text.strip()
        return prepared

    return run_stage
