"""The panel to curate themes with, in a notebook: every button adds one operation and shows what it did."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, LcsynthError
from lcsynth.pipeline import panel_widgets, panel_words
from lcsynth.pipeline.curating import Curation, curate
from lcsynth.pipeline.panel_view import SINGLE, View, last_of, view
from lcsynth.register import Operation, read_log
from lcsynth.report.languages import catalogue
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    from ipywidgets import Button, Dropdown, Text, Textarea, VBox

_WIDE = "98%"
LANGUAGES = ("nl", "en")
# What a person can write about a theme itself, as columns of the themes and as fields of the panel.
_TEXTS = tuple(f"{name}_{language}" for name in ("label", "description") for language in LANGUAGES)


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
        field, choice, passage = panel_widgets.field, panel_widgets.choice, panel_widgets.passage
        self.coder = field(words.text("Name in the log"), coder or getpass.getuser())
        self.theme = choice(words.text("Theme"))
        self.label_nl, self.label_en = (
            field(words.text("Label in Dutch")),
            field(words.text("Label in English")),
        )
        self.description_nl = passage(words.text("Description in Dutch"))
        self.description_en = passage(words.text("Description in English"))
        self.keyword = field(words.text("Keyword"))
        self.status = choice(words.text("Status"))
        self.status.options = panel_words.status_choices(words)
        self.into = choice(words.text("Merge with"))
        self.statements = ipywidgets.SelectMultiple(rows=14, layout={"width": _WIDE})
        self.new_nl = field(words.text("New theme in Dutch"))
        self.new_en = field(words.text("New theme in English"))
        self.to = choice(words.text("Move to"))
        self.why = field(words.text("Why"))
        self.memo = field(words.text("Memo"))
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
            ("describe", text("Describe"), self._describe),
            ("pin_keyword", text("Name this keyword first"), self._pin_keyword),
            ("status", text("Set the status"), self._set_status),
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
            ("hide", text("Hide"), self._hide),
            ("memo_theme", text("Note with the theme"), lambda who: who.memo(self._own(), self._memo())),
            (
                "memo_statement",
                text("Note with the statement"),
                lambda who: who.memo(self._one(), self._memo()),
            ),
            ("undo", text("Undo"), self._undo),
        ]

    def _rename(self, who: Curation) -> Operation:
        changed = self._changed("label", self._words.text("Change a label first"))
        return who.rename(self._own(), **changed, **self._note())

    def _describe(self, who: Curation) -> Operation:
        changed = self._changed("description", self._words.text("Write or change a description first"))
        return who.describe(self._own(), **changed, **self._note())

    def _changed(self, name: str, none: str) -> dict[str, str]:
        """Give the texts of a theme that the person changed, by language."""
        (row,) = self.shown.themes[self.shown.themes["theme_id"] == self._own()].to_dict("records")
        given = {language: getattr(self, f"{name}_{language}").value.strip() for language in LANGUAGES}
        changed = {one: text for one, text in given.items() if text and text != row[f"{name}_{one}"]}
        if not changed:
            raise CallError(none)
        return changed

    def _pin_keyword(self, who: Curation) -> Operation:
        word = self._filled(self.keyword, self._words.text("Type the keyword first"))
        return who.pin_keyword(self._own(), word, **self._note())

    def _set_status(self, who: Curation) -> Operation:
        if self.status.value is None:
            raise CallError(self._words.text("Choose a status first"))
        return who.set_status(self._own(), str(self.status.value), **self._note())

    def _hide(self, who: Curation) -> Operation:
        name = self._one()
        reason = self._filled(self.why, self._words.text("Give under Why the reason to hide it"))
        return who.hide(name, reason=reason)

    def _memo(self) -> str:
        return self._filled(self.memo, self._words.text("Write the memo first"))

    def _split(self, who: Curation) -> Operation:
        theme, chosen = self._own(), self._many()
        labels = {"nl": self.new_nl.value, "en": self.new_en.value}
        if not any(label.strip() for label in labels.values()):
            raise CallError(self._words.text("Give the new theme a label first"))
        return who.split(theme, statements=chosen, **labels, **self._note())

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

    @staticmethod
    def _filled(given: Text, empty: str) -> str:
        if not given.value.strip():
            raise CallError(empty)
        return str(given.value)

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
        for given in (self.new_nl, self.new_en, self.why, self.memo, self.keyword):
            given.value = ""
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
            panel_widgets.refill(self.theme, panel_words.theme_choices(words, shown), shown.theme_id)
            panel_widgets.refill(self.into, panel_words.other_choices(words, shown, single=False), None)
            panel_widgets.refill(self.to, panel_words.other_choices(words, shown, single=True), None)
            panel_widgets.refill(self.status, panel_words.status_choices(words), None)
            self.statements.options = panel_words.statement_choices(words, shown)
            self.statements.value = ()
        finally:
            self._filling = False
        own = shown.themes[shown.themes["theme_id"] == shown.theme_id]
        for name in _TEXTS:
            written: Text | Textarea = getattr(self, name)
            written.value = str(own[name].iloc[0]) if len(own) else ""
        self.about.value = panel_words.theme_html(words, shown)
        self.last.value = panel_words.last_html(words, shown)
        self.history.value = panel_words.history_html(words, shown)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        self.chosen.value = panel_words.statement_html(self._words, self.shown, self.statements.value)

    def _laid_out(self) -> VBox:
        text, button = self._words.text, self.buttons
        return panel_widgets.rows(
            [
                [self.coder, button["refresh"], button["undo"], self.last],
                [self.message],
                [self.theme],
                [self.about],
                [self.label_nl, self.label_en, button["rename"]],
                [self.description_nl, self.description_en, button["describe"]],
                [self.keyword, button["pin_keyword"]],
                [self.status, button["status"]],
                [self.into, button["merge"]],
                [panel_widgets.heading(text("Statements, the closest to the theme first"))],
                [self.statements],
                [self.chosen],
                [self.to, button["move"]],
                [self.new_nl, self.new_en, button["split"]],
                [button["pin"], button["exclude"], button["hide"]],
                [self.why],
                [self.memo, button["memo_theme"], button["memo_statement"]],
                [self.history],
            ]
        )
