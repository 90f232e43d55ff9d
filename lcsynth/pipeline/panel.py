"""The panel to curate themes with, in a notebook: every button adds one operation and shows what it did."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from lcsynth.errors import CallError, LcsynthError
from lcsynth.pipeline import panel_words
from lcsynth.pipeline.curating import Curation, curate
from lcsynth.pipeline.panel_view import SINGLE, View, last_of, view
from lcsynth.register import Operation, read_log
from lcsynth.report.languages import catalogue
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    from ipywidgets import Button, Dropdown, Text, VBox

_WIDE = "98%"


class Panel:
    """Fields and buttons for what a person does to themes; `box` is what a notebook shows.

    What anybody else did shows after the next operation, the choice of another theme, or *refresh*. What goes
    wrong is told in the panel in one paragraph, and then nothing is changed.

    Parameters
    ----------
    coder
        The person who does it, as the log will name them; the name of the computer's user when empty. It can
        be changed in the panel.
    language
        ``"nl"`` or ``"en"``.

    Raises
    ------
    CallError
        When the language is unknown.
    DataError
        When the tables cannot be made.
    """

    def __init__(self, workspace: Workspace, *, coder: str = "", language: str = "nl") -> None:
        import ipywidgets

        self._workspace = workspace
        self._words = words = catalogue(language)
        self._filling = False
        self.coder = self._field(words.text("Name in the log"), coder or getpass.getuser())
        self.theme = self._choice(words.text("Theme"))
        self.label_nl = self._field(words.text("Label in Dutch"))
        self.label_en = self._field(words.text("Label in English"))
        self.into = self._choice(words.text("Merge with"))
        self.statements = ipywidgets.SelectMultiple(rows=14, layout={"width": _WIDE})
        self.new_nl = self._field(words.text("New theme in Dutch"))
        self.new_en = self._field(words.text("New theme in English"))
        self.to = self._choice(words.text("Move to"))
        self.why = self._field(words.text("Why"))
        self.memo = self._field(words.text("Memo"))
        self.message = ipywidgets.HTML()
        self.about, self.chosen, self.last, self.history = (ipywidgets.HTML() for _ in range(4))
        self.buttons: dict[str, Button] = {
            name: self._button(text, act) for name, text, act in self._operations()
        }
        self.buttons["refresh"] = ipywidgets.Button(description=words.text("Refresh"))
        self.buttons["refresh"].on_click(lambda _: self.refresh())
        self.shown: View = view(workspace, None, coder=self.coder.value)
        self.box: VBox = self._laid_out()
        self._fill()
        self.theme.observe(lambda _: self._choose(), "value")
        self.statements.observe(lambda _: self._tell_chosen(), "value")

    def refresh(self) -> None:
        """Show what everybody did until now."""
        self._attempt(lambda: self._show(self.theme.value))

    def _operations(self) -> list[tuple[str, str, Callable[[Curation], Operation]]]:
        text = self._words.text
        return [
            ("rename", text("Rename"), self._rename),
            (
                "merge",
                text("Merge"),
                lambda who: who.merge([self._own()], into=self._goal(self.into), **self._note()),
            ),
            ("split", text("Split off"), self._split),
            (
                "move",
                text("Move"),
                lambda who: who.move(self._many(), to=self._goal(self.to), **self._note()),
            ),
            ("pin", text("Quote first"), lambda who: who.pin(self._one(), **self._note())),
            ("exclude", text("Do not quote"), lambda who: who.exclude(self._one(), **self._note())),
            ("hide", text("Hide"), lambda who: who.hide(self._one(), reason=self.why.value)),
            ("memo_theme", text("Note with the theme"), lambda who: who.memo(self._own(), self.memo.value)),
            (
                "memo_statement",
                text("Note with the statement"),
                lambda who: who.memo(self._one(), self.memo.value),
            ),
            ("undo", text("Undo"), self._undo),
        ]

    def _rename(self, who: Curation) -> Operation:
        (row,) = self.shown.themes[self.shown.themes["theme_id"] == self._own()].to_dict("records")
        given = {"nl": self.label_nl.value, "en": self.label_en.value}
        changed = {name: label for name, label in given.items() if label.strip() != row[f"label_{name}"]}
        return who.rename(self._own(), **changed, **self._note())

    def _split(self, who: Curation) -> Operation:
        labels = {"nl": self.new_nl.value, "en": self.new_en.value}
        return who.split(self._own(), statements=self._many(), **labels, **self._note())

    def _undo(self, who: Curation) -> Operation:
        last = last_of(read_log(self._workspace.log)[0], who.coder)
        if last is None:
            raise CallError(self._words.text("There is nothing of yours to undo."))
        return who.undo(last.id, **self._note())

    def _note(self) -> dict[str, str]:
        return {"note": " ".join(self.why.value.split())}

    def _own(self) -> str:
        if self.theme.value == SINGLE:
            raise CallError(self._words.text("The single voices are no theme: choose a theme first"))
        return str(self.theme.value)

    def _goal(self, choice: Dropdown) -> str:
        if choice.value is None:
            raise CallError(self._words.text("Choose the theme where it goes first"))
        return str(choice.value)

    def _many(self) -> list[str]:
        if not self.statements.value:
            raise CallError(self._words.text("Choose one or more statements first"))
        return list(self.statements.value)

    def _one(self) -> str:
        if len(self.statements.value) != 1:
            raise CallError(self._words.text("Choose one statement first"))
        return str(self.statements.value[0])

    def _button(self, text: str, act: Callable[[Curation], Operation]) -> Button:
        import ipywidgets

        made = ipywidgets.Button(description=text, layout={"width": "auto"})
        made.on_click(lambda _: self._attempt(lambda: self._do(act)))
        return made

    def _do(self, act: Callable[[Curation], Operation]) -> None:
        done = act(curate(self._workspace, coder=self.coder.value))
        for field in (self.new_nl, self.new_en, self.why, self.memo):
            field.value = ""
        self._show(self.theme.value)
        self._say(self._words.text("Done: {operation}", operation=panel_words.told(self._words, done)))

    def _attempt(self, act: Callable[[], None]) -> None:
        """Do something; what a person can mend is told in the panel, where a traceback would be lost."""
        self._say("…")
        try:
            act()
        except LcsynthError as error:
            self._say(str(error), wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        role, colour = ("alert", "#b00020") if wrong else ("status", "inherit")
        self.message.value = f"<p role='{role}' style='color: {colour}'>{escape(text)}</p>"

    def _choose(self) -> None:
        if not self._filling:
            self.refresh()

    def _show(self, theme_id: str) -> None:
        self.shown = view(self._workspace, theme_id, coder=self.coder.value)
        self._fill()
        self._say(self._words.text("Up to date."))

    def _fill(self) -> None:
        """Put what is shown into the widgets, without taking that for a choice of the person."""
        words, shown = self._words, self.shown
        self._filling = True
        try:
            _refill(self.theme, panel_words.theme_choices(words, shown), shown.theme_id)
            _refill(self.into, panel_words.other_choices(words, shown, single=False), None)
            _refill(self.to, panel_words.other_choices(words, shown, single=True), None)
            self.statements.options = panel_words.statement_choices(words, shown)
            self.statements.value = ()
        finally:
            self._filling = False
        own = shown.themes[shown.themes["theme_id"] == shown.theme_id]
        self.label_nl.value, self.label_en.value = (
            str(own[name].iloc[0]) if len(own) else "" for name in ("label_nl", "label_en")
        )
        self.about.value = panel_words.theme_html(words, shown)
        self.last.value = panel_words.last_html(words, shown)
        self.history.value = panel_words.history_html(words, shown)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        self.chosen.value = panel_words.statement_html(self._words, self.shown, self.statements.value)

    @staticmethod
    def _field(label: str, value: str = "") -> Text:
        import ipywidgets

        style, layout = {"description_width": "initial"}, {"width": "40%", "min_width": "18em"}
        return ipywidgets.Text(value, description=label, style=style, layout=layout)

    @staticmethod
    def _choice(label: str) -> Dropdown:
        import ipywidgets

        return ipywidgets.Dropdown(
            description=label, style={"description_width": "initial"}, layout={"width": "70%"}
        )

    def _laid_out(self) -> VBox:
        import ipywidgets

        text, button = self._words.text, self.buttons
        rows: list[list[Any]] = [
            [self.coder, button["refresh"], button["undo"], self.last],
            [self.message],
            [self.theme],
            [self.about],
            [self.label_nl, self.label_en, button["rename"]],
            [self.into, button["merge"]],
            [ipywidgets.HTML(f"<b>{escape(text('Statements, the closest to the theme first'))}</b>")],
            [self.statements],
            [self.chosen],
            [self.to, button["move"]],
            [self.new_nl, self.new_en, button["split"]],
            [button["pin"], button["exclude"], button["hide"]],
            [self.why],
            [self.memo, button["memo_theme"], button["memo_statement"]],
            [self.history],
        ]
        wrapped = {"flex_flow": "row wrap"}
        return ipywidgets.VBox([ipywidgets.HBox(row, layout=wrapped) for row in rows])


def _refill(choice: Dropdown, options: panel_words.Choices, value: str | None) -> None:
    if list(choice.options) != options:
        choice.options = options
    choice.index = [name for _, name in options].index(value)
