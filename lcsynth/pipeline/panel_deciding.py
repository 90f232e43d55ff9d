"""The panel in which authors decide, in a notebook: a theme, a place, what was said there, a decision."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from lcsynth.document.holding import Spot, held
from lcsynth.errors import CallError, LcsynthError
from lcsynth.pipeline import panel_widgets, panel_words
from lcsynth.pipeline.curating import Curation, curate
from lcsynth.pipeline.current import Current, current
from lcsynth.pipeline.places import discussed_paper
from lcsynth.pipeline.synthesis import made_before, synthesise
from lcsynth.register import read_log
from lcsynth.register.deciding import DECIDE, Decision
from lcsynth.register.undoing import undone
from lcsynth.report import wording
from lcsynth.report.languages import catalogue
from lcsynth.schema import DECISIONS
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd
    from ipywidgets import Button, VBox

_MOST = 12  # statements shown at a place; the reply matrix and the tables have them all


class DecisionPanel:
    """Lists, fields and a button with which an author decides on a theme at a place; `box` shows them.

    It is about the version of the paper that the last session discussed. What goes wrong is told in the panel
    in one paragraph, and then nothing is changed.

    Parameters
    ----------
    coder
        The person who writes it down, as the log will name them; the computer's user when empty.
    language
        ``"nl"`` or ``"en"``.

    Raises
    ------
    CallError
        When the language is unknown, or there is no version of the paper.
    DataError
        When the tables cannot be made.
    """

    def __init__(self, workspace: Workspace, *, coder: str = "", language: str = "nl") -> None:
        import ipywidgets

        self._workspace, self._paper = workspace, discussed_paper(workspace)
        self._words = words = catalogue(language)
        self._filling = False
        self.coder = panel_widgets.field(words.text("Name in the log"), coder or getpass.getuser())
        self.theme = panel_widgets.choice(words.text("Theme"))
        self.place = panel_widgets.choice(words.text("Place"))
        self.decision = panel_widgets.choice(words.text("Decision"))
        self.decision.options = [(wording.decision(words, name), name) for name in DECISIONS]
        self.because = panel_widgets.passage(words.text("Reason"))
        self.in_version = panel_widgets.field(words.text("In version"))
        self.by = panel_widgets.field(words.text("Decided by"))
        self.message, self.said, self.standing, self.history = (ipywidgets.HTML() for _ in range(4))
        self.buttons: dict[str, Button] = {
            "decide": self._button(words.text("Decide"), self._decide),
            "undo": self._button(words.text("Undo"), self._undo),
            "refresh": self._button(words.text("Refresh"), lambda: words.text("Up to date.")),
        }
        self.box: VBox = panel_widgets.rows(
            [
                [self.coder, self.buttons["refresh"], self.buttons["undo"]],
                [self.message],
                [self.theme],
                [self.place],
                [self.said],
                [self.standing],
                [self.decision],
                [self.because],
                [self.in_version, self.by, self.buttons["decide"]],
                [self.history],
            ]
        )
        self._now: Current
        self._spoke: pd.DataFrame
        self._show()
        self.theme.observe(lambda _: self._chosen(), "value")
        self.place.observe(lambda _: self._chosen(), "value")

    def _show(self) -> None:
        """Read what everybody did until now, and show it."""
        from lcsynth.analysis.replies import heard
        from lcsynth.analysis.themes import voices
        from lcsynth.document import grounds

        made = made_before(self._workspace) or synthesise(self._workspace)
        self._now = now = current(self._workspace)
        spoke = voices(
            statements=now.statements, contributions=now.contributions, assignments=now.assignments
        )
        links = grounds(made.links, now.assignments, now.statements, now.contributions)
        self._spoke = heard(spoke, links)
        self._fill()

    def _fill(self) -> None:
        """Put what there is to choose from in the lists, and keep what is chosen where it is still there."""
        self._filling = True
        try:
            themes = self._themes()
            known = [name for _, name in themes]
            theme = self._now.register.themes.get(str(self.theme.value))
            chosen = self._now.register.resolve(theme.id) if theme else ""
            panel_widgets.refill(self.theme, themes, chosen if chosen in known else known[0])
            places = self._places()
            at = [name for _, name in places]
            panel_widgets.refill(self.place, places, self.place.value if self.place.value in at else at[0])
        finally:
            self._filling = False
        self._tell()

    def _chosen(self) -> None:
        if not self._filling:
            self._fill()

    def _themes(self) -> panel_widgets.Choices:
        register = self._now.register
        rows = self._now.themes[self._now.themes["parent"] == ""].to_dict("records")
        label = f"label_{self._words.language}"
        lines: panel_widgets.Choices = [
            (f"{row['theme_id']} {row[label]} ({row['contributors']})", row["theme_id"])
            for row in rows
            if register.themes[row["theme_id"]].status != "rejected"
        ]
        return lines or [(self._words.text("There are no themes yet"), None)]

    def _places(self) -> panel_widgets.Choices:
        """List the places of the paper, those where the theme was heard first."""
        counts = self._heard()["section"].str.cat(self._heard()["anchor"], sep="|").value_counts()
        lines: list[tuple[int, str, str]] = []
        for section in self._paper.sections:
            places = [(section.number, "", f"§ {section.number} {section.title}")]
            for one in section.paragraphs:
                opening = panel_words.short(one.text)
                places.append((one.anchor, one.anchor, f"§ {one.anchor} {opening}"))
            for at, anchor, text in places:
                number = int(counts.get(f"{section.number}|{anchor}", 0))
                lines.append((number, f"{text} ({number})" if number else text, at))
        ordered = sorted(lines, key=lambda line: -line[0])
        return [(text, at) for _, text, at in ordered]

    def _heard(self) -> pd.DataFrame:
        own = self._spoke["theme_id"] == self.theme.value
        return self._spoke[own & (self._spoke["paper_version"] == self._paper.version)]

    def _spot(self) -> Spot:
        at = str(self.place.value)
        section = at.partition(":")[0]
        return Spot(str(self.theme.value), self._paper.version, section, at if at != section else "")

    def _tell(self) -> None:
        """Show what was said about the theme at the place, what holds there, and what was decided before."""
        words, spot = self._words, self._spot()
        heard = self._heard()
        here = heard[(heard["section"] == spot.section) & (heard["anchor"] == spot.anchor)]
        shown = here[here["quote"] != "hidden"].sort_values("similarity", ascending=False)
        items = "".join(
            f"<li>{escape(row['text'])} <small>({escape(row['statement_id'])})</small></li>"
            for row in shown.head(_MOST).to_dict("records")
        )
        left = len(shown) - _MOST
        more = f"<li>{escape(words.text('and {n} more', n=left))}</li>" if left > 0 else ""
        nothing = f"<p>{escape(words.text('Nothing was said about this theme here.'))}</p>"
        self.said.value = f"<ul>{items}{more}</ul>" if items else nothing
        standing = held(self._now.register)
        found = standing.get(spot) or standing.get(spot._replace(anchor=""))
        one = found.decision if found else None
        state = wording.decision(words, one.decision if one else "open")
        told = f"{state}: {one.reason} ({one.by})" if one else state
        self.standing.value = f"<p><b>{escape(words.text('Now'))}:</b> {escape(told)}</p>"
        self.history.value = self._past()

    def _past(self) -> str:
        """List what was decided on the theme, and on those merged into it, the last first."""
        register = self._now.register
        own = [one for one in register.decisions if register.resolve(one.theme) == self.theme.value]
        items = "".join(f"<li>{escape(self._told(one))}</li>" for one in reversed(own))
        summary = escape(self._words.text("History"))
        return f"<details><summary>{summary}</summary><ul>{items}</ul></details>"

    def _told(self, one: Decision) -> str:
        when, state = one.time[:16].replace("T", " "), wording.decision(self._words, one.decision)
        place = f"{one.paper_version} § {one.anchor or one.section}"
        return f"{when} {one.by}: {one.theme}, {place}: {state}. {one.reason}".strip()

    def _decide(self) -> str:
        if self.theme.value is None:
            raise CallError(self._words.text("There are no themes yet"))
        done = self._curation().decide(
            str(self.theme.value),
            at=str(self.place.value),
            decision=str(self.decision.value),
            because=self.because.value,
            in_version=self.in_version.value,
            by=self.by.value,
            version=self._paper.version,
        )
        self.because.value = ""
        told = self._words.text("Done: {operation}", operation=panel_words.told(self._words, done))
        version = done.arguments["in_version"]
        if not version or version in self._workspace.papers():
            return told
        return f"{told} {self._words.text('{version} is not there yet.', version=version)}"

    def _undo(self) -> str:
        who = self._curation()
        operations = read_log(self._workspace.log)[0]
        off = undone(operations)
        own = (one for one in reversed(operations) if one.coder == who.coder and one.operation == DECIDE)
        last = next((one for one in own if one.id not in off), None)
        if last is None:
            raise CallError(self._words.text("There is nothing of yours to undo."))
        who.undo(last.id)
        return self._words.text("Undone: {operation}", operation=panel_words.told(self._words, last))

    def _curation(self) -> Curation:
        return curate(self._workspace, coder=self.coder.value)

    def _button(self, text: str, act: Callable[[], str]) -> Button:
        import ipywidgets

        made = ipywidgets.Button(description=text, layout={"width": "auto"})
        made.on_click(lambda _: self._attempt(act))
        return made

    def _attempt(self, act: Callable[[], str]) -> None:
        """Do something; what a person can mend is told in the panel, where a traceback would be lost."""
        try:
            done = act()
            self._show()
        except LcsynthError as error:
            self.message.value = f"<p role='alert' style='color: #b00020'>{escape(str(error))}</p>"
            return
        self.message.value = f"<p role='status'>{escape(done)}</p>"
