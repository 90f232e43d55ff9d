import pandas as pd
import pytest

from lcsynth import schema


@pytest.fixture
def contributions() -> pd.DataFrame:
    """Six researchers, five practitioners; every one said one thing."""
    people = [(f"P-R{n}", "researchers", "hbo") for n in range(6)]
    people += [(f"P-Q{n}", "practice", "firm") for n in range(5)]
    return _contributions(people)


@pytest.fixture
def make_contributions():
    return _contributions


@pytest.fixture
def make_voices():
    return _voices


@pytest.fixture
def themes() -> pd.DataFrame:
    rows = [(f"T00{n}", f"thema {n}", f"theme {n}", "a b", "active", "", 0, 0, 0.9, "s1") for n in (1, 2, 3)]
    return schema.conform(pd.DataFrame(rows, columns=schema.columns("themes")[:10]), "themes")


def _contributions(people: list[tuple[str, str, str]], text: str = "Meer tijd. Meer rust.") -> pd.DataFrame:
    frame = pd.DataFrame(people, columns=["contributor", "audience", "organisation_type"])
    frame["contribution_id"] = [f"c{n:02}" for n in range(len(frame))]
    frame = frame.assign(session_id="s1", source="a.csv", locator="row 2", question="", section_hint="")
    return schema.conform(frame.assign(text=text, language="nl", said_at=""), "contributions")


def _voices(rows: list[dict[str, object]]) -> pd.DataFrame:
    from lcsynth.analysis.themes import VOICE_COLUMNS

    whole = [
        {
            "statement_id": f"s{n:02}",
            "theme_id": "T001",
            "similarity": 0.5,
            "how": "found",
            "quote": "",
            "contribution_id": f"c{n:02}",
            "contributor": f"P-{n}",
            "audience": "researchers",
            "organisation_type": "",
            "session_id": "s1",
            "text": f"Dit is uitspraak nummer {n} over tijd",
            "language": "nl",
            **row,
        }
        for n, row in enumerate(rows)
    ]
    return pd.DataFrame(whole, columns=VOICE_COLUMNS)
