"""Where did my remark go? The page of one contributor, with nothing on it of what another person said."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lcsynth.document.chain import Chain, Row
from lcsynth.document.trace import forward
from lcsynth.report import wording
from lcsynth.report.languages import Catalogue, catalogue
from lcsynth.report.templating import render

if TYPE_CHECKING:
    from lcsynth.workspace import Session, Settings

_IDS = re.compile(r"\b(?:[cs][0-9a-f]{12}|P-[A-Z2-7]{10})\b")
_QUOTE_WORDS = 4  # from so many words on, a reason that holds somebody's statement quotes it


@dataclass(frozen=True)
class Change:
    """A paragraph before and after; empty where it was not there."""

    told: str
    before: str
    after: str


@dataclass
class Fate:
    """What happened at one place in the paper."""

    where: str
    how: str
    decision: str = ""
    reason: str = ""
    changes: list[Change] = field(default_factory=list)


@dataclass
class Belonging:
    """A theme that a remark is in, or none, with the places where that led to.

    ``language`` is that of a label which the other language lends, else empty.
    """

    theme: str
    label: str
    language: str
    people: str
    fates: dict[tuple[str, str], Fate] = field(default_factory=dict)


@dataclass(frozen=True)
class Remark:
    """One thing this person said; ``language`` as with `lcsynth.report.quoted.Quote`."""

    when: str
    session: str
    question: str
    text: str
    language: str | None
    belongs: tuple[Belonging, ...]


class ContributorPage:
    """All that one person said and what became of it, in one language.

    Parameters
    ----------
    chain
        The tables of the workspace.
    code
        The pseudonym of the person.
    sessions
        Of the workspace.

    Raises
    ------
    CallError
        If the language is unknown.
    """

    def __init__(
        self, chain: Chain, code: str, *, sessions: Sequence[Session], settings: Settings, language: str
    ) -> None:
        self.words: Catalogue = catalogue(language)
        self._chain, self._code, self._settings = chain, code, settings
        self._sessions = {session.id: session for session in sessions}
        self._own = set(chain.said_by[code]) | {code}
        self._own |= {name for one in chain.said_by[code] for name in chain.statements_in.get(one, ())}

    def html(self) -> str:
        """Draw the page: one self-contained file."""
        text, remarks = self.words.text, self.remarks()
        held = {self._chain.contribution[one]["session_id"] for one in self._chain.said_by[self._code]}
        made_up = any(self._sessions[one].illustrative for one in held if one in self._sessions)
        heading = text("Where did my remark go?")
        page = render(
            "contributor.html.j2",
            language=self.words.language,
            title=heading,
            heading=heading,
            kind=self._settings.name,
            skip=text("Skip to the content"),
            footer=text("Made with lcsynth. This page works without a network."),
            notices=[text("Some sessions are illustrative: made up as an example.")] if made_up else [],
            introduction=self._introduction(len(remarks), len(held)),
            remarks=remarks,
            words=self.words,
        )
        return str(page).lstrip()

    def remarks(self) -> tuple[Remark, ...]:
        """Give every remark, the first one first, with what became of it."""
        found: list[tuple[str, list[Row]]] = []
        for row in forward(self._chain, "contributor", self._code).to_dict("records"):
            if row["kind"] == "contribution":
                found.append((str(row["id"]), []))
            elif found:
                found[-1][1].append({str(name): value for name, value in row.items()})
        return tuple(self._remark(name, rows) for name, rows in found)

    def _introduction(self, remarks: int, sessions: int) -> list[str]:
        words = self.words
        return [
            words.text(
                "You made {remarks} in {sessions}. For each of them this page says where it went.",
                remarks=words.plural("1 remark", "{n} remarks", remarks),
                sessions=words.plural("1 session", "{n} sessions", sessions),
            ),
            words.text(
                "Names and other personal data are masked. This page is made for you alone: what others "
                "said is not on it."
            ),
        ]

    def _remark(self, name: str, rows: Sequence[Row]) -> Remark:
        row = self._chain.contribution[name]
        session = self._sessions.get(str(row["session_id"]))
        day = str(row["said_at"])[:10] or self._chain.dates.get(str(row["session_id"]), "")
        spoken = str(row["language"])
        return Remark(
            when=self.words.date(dt.date.fromisoformat(day)) if day else "",
            session=str(getattr(session.title, self.words.language)) if session else "",
            question=self._without_others(str(row["question"])),
            text="" if name in self._chain.hidden else str(row["text"]),
            language=None if spoken == self.words.language else spoken if spoken in ("nl", "en") else "",
            belongs=self._belongs(rows),
        )

    def _belongs(self, rows: Sequence[Row]) -> tuple[Belonging, ...]:
        """Gather the themes and places of all statements in a remark."""
        found: dict[str, Belonging] = {}
        current: Belonging | None = None
        fate: Fate | None = None
        for row in rows:
            kind = row["kind"]
            if kind in ("theme", "single voice"):
                current = found.setdefault(row["id"], self._belonging(str(row["id"])))
            elif kind in ("paragraph", "section") and current is not None:
                place = (str(row["version"]), str(row["id"]))
                # Two statements of one remark at one place have one fate there.
                fate = Fate(self._where(row), self._linked(str(row["how"])))
                current.fates[place] = fate
            elif kind == "decision" and fate is not None:
                fate.decision = wording.decided(
                    self.words, {"decision": row["how"], "in_version": row["version"], "reason": ""}
                )
                fate.reason = self._without_others(str(row["text"]))
            elif kind == "change" and fate is not None and row["how"] != "same":
                fate.changes.append(self._change(row))
        return tuple(found.values())

    def _belonging(self, theme: str) -> Belonging:
        if not theme:
            return Belonging("", "", "", "")
        row = self._chain.theme[theme]
        people = int(row["contributors"])
        borrowed = "nl" if row["label_nl"] == row["label_en"] and self.words.language == "en" else ""
        smallest = self._settings.thresholds.smallest_cell
        told = (
            self.words.text("fewer than {n} people", n=smallest)
            if people < smallest
            else wording.people_said(self.words, people)
        )
        return Belonging(theme, self._chain.label(theme), borrowed, told)

    def _where(self, row: Row) -> str:
        section, _, number = str(row["id"]).partition(":")
        title = self._chain.text(str(row["version"]), section)
        place = self.words.text(
            "Section {number} of version {version}", number=section, version=str(row["version"])
        )
        if number:
            place = self.words.text("{place}, paragraph {number}", place=place, number=number)
        return f"{place}: {title}" if title else place

    def _linked(self, hows: str) -> str:
        return self.words.join(
            [
                self.words.text("the authors decided on the theme here")
                if how == "theme"
                else wording.linked(self.words, how)
                for how in hows.split(", ")
            ]
        )

    def _change(self, row: Row) -> Change:
        told = self.words.text(
            "In version {version}: {change}.",
            version=str(row["version"]),
            change=wording.changed(self.words, str(row["how"])),
        )
        return Change(told, str(row["before"]), str(row["text"]))

    def _without_others(self, text: str) -> str:
        """Leave out of what the authors wrote every id and every quote of somebody else."""
        cleaned = _IDS.sub(lambda found: found[0] if found[0] in self._own else "…", text)
        for name, row in self._chain.statement.items():
            said = str(row["text"])
            if name not in self._own and said in cleaned and len(said.split()) >= _QUOTE_WORDS:
                cleaned = cleaned.replace(said, "…")
        return cleaned
