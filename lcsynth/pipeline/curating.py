"""What people do to themes: every verb adds one operation to the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, nearest
from lcsynth.pipeline.recording import originals, record, require_undoable
from lcsynth.register import Operation, Register, operation, read_log
from lcsynth.register.coding import CODED
from lcsynth.register.log import name_of
from lcsynth.register.people import STATUSES
from lcsynth.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.pipeline.showing import Shown


@dataclass(frozen=True)
class Curation:
    """What one person does to the themes of a workspace; made by `curate`.

    `themes`, `show` and `log` look. Every other method adds one operation to the log and gives it back. It
    counts at once, and in the tables and reports from the next run on. Every method raises `CallError` when
    what it names is not there or it does not apply, and `DataError` when the log or a table cannot be read or
    written; then nothing is changed.
    """

    workspace: Workspace
    coder: str

    def themes(self) -> pd.DataFrame:
        """Give the themes table as it is now, with what people did since the last run."""
        from lcsynth.pipeline.current import current

        return current(self.workspace).themes

    def show(self, theme: str) -> Shown:
        """Give all there is to know about a theme as it is now."""
        from lcsynth.pipeline.showing import show

        return show(self.workspace, theme)

    def log(self, theme: str = "") -> list[Operation]:
        """Give all operations in order of time, or those that a theme went through."""
        from lcsynth.pipeline.showing import history

        return history(self.workspace, theme) if theme else read_log(self.workspace.log)[0]

    def rename(self, theme: str, *, nl: str = "", en: str = "", note: str = "") -> Operation:
        """Give a theme another label, in one language or both; it keeps its id."""
        labels = _in_languages("label", nl, en)
        if not labels:
            raise CallError("No new label was given", expected="a label in Dutch, in English, or both")
        return self._do("rename", note, theme=theme, **labels)

    def describe(self, theme: str, *, nl: str = "", en: str = "", note: str = "") -> Operation:
        """Say in a few sentences what a theme is about; the reports show it."""
        texts = _in_languages("description", nl, en)
        if not texts:
            raise CallError("No description was given", expected="a text in Dutch, in English, or both")
        return self._do("describe", note, theme=theme, **texts)

    def merge(self, themes: Sequence[str], *, into: str, note: str = "") -> Operation:
        """Put the statements of themes into another theme; their ids stay known and point to it."""
        return self._do("merge", note, themes=list(themes), into=into)

    def split(
        self,
        theme: str,
        *,
        statements: Sequence[str] = (),
        subtheme: str = "",
        nl: str = "",
        en: str = "",
        note: str = "",
    ) -> Operation:
        """Make a new theme of statements of a theme, or of one of its sub-themes; the rest stays.

        The operation's argument ``new`` is the id of the new theme.
        """
        labels = _in_languages("label", nl, en)
        if not labels:
            raise CallError("The new theme has no label", expected="a label in Dutch, in English, or both")
        if bool(statements) == bool(subtheme):
            raise CallError("It is not clear what to split off", expected="either statements or a sub-theme")
        given = list(statements) or _statements_of(self.workspace, theme, subtheme)
        # A label in one language serves for both, as the machine's labels do.
        labels = dict.fromkeys(("label_nl", "label_en"), next(iter(labels.values()))) | labels

        def make(register: Register) -> Operation:
            found = originals(self.workspace, register, given)
            outside = [name for name in found if register.theme_of(name) != theme]
            if outside and theme in register.themes and not register.themes[theme].merged_into:
                where = register.theme_of(outside[0])
                now = f"but in {where}" if where else "but a single voice"
                raise CallError(
                    f"Statement {outside[0]} is not in {theme} {now}",
                    mend="Name statements of the theme; `lcsynth themes show` lists them",
                )
            (new,) = register.next_ids(1)
            return operation(
                "split", coder=self.coder, note=note, theme=theme, statements=found, new=new, **labels
            )

        return record(self.workspace, make)

    def move(self, statements: Sequence[str], *, to: str, note: str = "") -> Operation:
        """Put statements in a theme, or with an empty ``to`` in none; the machine leaves them there."""
        if not statements:
            raise CallError("No statement was given", expected="one or more statement ids")
        return record(
            self.workspace,
            lambda register: operation(
                "move",
                coder=self.coder,
                note=note,
                statements=originals(self.workspace, register, statements),
                to=to,
            ),
        )

    def pin(self, statement: str, *, note: str = "") -> Operation:
        """Quote a statement first in the reports."""
        return self._do_to("pin", statement, note)

    def exclude(self, statement: str, *, note: str = "") -> Operation:
        """Never quote a statement; it stays in its theme, and in the list when it is a single voice."""
        return self._do_to("exclude", statement, note)

    def hide(self, statement: str, *, reason: str, note: str = "") -> Operation:
        """Show a statement nowhere in the reports; it is still counted, and they tell how many are hidden."""
        if not reason.strip():
            raise CallError("A statement is hidden for a reason", expected="the reason, in your own words")
        return self._do_to("hide", statement, note, reason=plain_line(reason))

    def pin_keyword(self, theme: str, keyword: str, *, note: str = "") -> Operation:
        """Name a keyword of a theme before those the machine found."""
        word = plain_line(keyword)
        if not word or "," in word:
            raise CallError(f"{keyword!r} is not a keyword", expected="one word or phrase without a comma")
        return self._do("pin_keyword", note, theme=theme, keyword=word)

    def set_status(self, theme: str, status: str, *, note: str = "") -> Operation:
        """Say that a theme is active, a candidate, dormant or rejected.

        The statements of a rejected theme are single voices again, which may form or join other themes.
        """
        if status not in STATUSES:
            raise CallError(f"There is no status {status!r}", mend=nearest(status, STATUSES))
        return self._do("status", note, theme=theme, status=status)

    def memo(self, target: str, text: str, *, note: str = "") -> Operation:
        """Write something down about a theme or a statement."""
        if not text.strip():
            raise CallError("The memo is empty", expected="what you want to remember")
        lines = "\n".join(plain_line(line) for line in text.strip().splitlines())

        def make(register: Register) -> Operation:
            theme = target.startswith("T")
            about = target if theme else originals(self.workspace, register, [target])[0]
            return operation("memo", coder=self.coder, note=note, target=about, text=lines)

        return record(self.workspace, make)

    def code(self, codes: Mapping[str, str], *, note: str = "") -> Operation:
        """Say which theme you would give statements, an empty one for none; they stay where they are.

        A code counts in `agreement`, as that of the coder, until the same coder codes the statement again.
        """
        if not codes:
            raise CallError("No statement was coded", expected="statement ids, each with a theme id or none")

        def make(register: Register) -> Operation:
            found = originals(self.workspace, register, codes)
            if len(found) < len(codes):
                raise CallError("Some statements are repeats of others", expected="each statement once")
            given = dict(zip(found, codes.values(), strict=True))
            return operation(CODED, coder=self.coder, note=note, codes=given)

        return record(self.workspace, make)

    def decide(
        self,
        theme: str,
        *,
        at: str,
        decision: str,
        because: str = "",
        in_version: str = "",
        by: str = "",
        version: str = "",
        note: str = "",
    ) -> Operation:
        """Say what the authors did with a theme at a section or paragraph; every earlier decision is kept.

        Parameters
        ----------
        at
            A section (`2.1`) or a paragraph of it (`2.1:3`).
        decision
            adopted, partly, rejected, deferred or open, or the Dutch word for it.
        because
            The reason, which the people who made the remark will read; only *open* goes without.
        in_version
            The version in which it is worked in; the next one may be still to be written.
        by
            Who decided, when that is somebody else than the coder.
        version
            The version of the paper that it is about; the one that the last session discussed when empty.
        """
        from lcsynth.pipeline.deciding import decision_on
        from lcsynth.pipeline.places import discussed_paper

        paper = discussed_paper(self.workspace, version)
        return record(
            self.workspace,
            lambda register: decision_on(
                register,
                paper,
                self.workspace.papers(),
                theme,
                at=at,
                decision=decision,
                because=plain_line(because),
                in_version=in_version,
                by=plain_line(by),
                coder=self.coder,
                note=note,
            ),
        )

    def link(self, target: str, *, at: str, version: str = "", note: str = "") -> Operation:
        """Say that a statement, or a theme and so all its statements, is about a section or paragraph.

        Parameters
        ----------
        target
            The id of a statement or a theme.
        at
            A section (`2.1`) or a paragraph of it (`2.1:3`).
        version
            Of the paper; the one that the last session discussed when empty.
        """
        from lcsynth.pipeline.placing import link_to

        return link_to(self.workspace, target, at, version, linked=True, coder=self.coder, note=note)

    def unlink(self, target: str, *, at: str, version: str = "", note: str = "") -> Operation:
        """Say that a statement or a theme is not about a place, however that link was found.

        From a section, all links to its paragraphs are taken too.
        """
        from lcsynth.pipeline.placing import link_to

        return link_to(self.workspace, target, at, version, linked=False, coder=self.coder, note=note)

    def undo(self, operation_id: str, *, note: str = "") -> Operation:
        """Undo what a person did; undoing an undo does it again.

        What others built on it stays in the log and is told by `status`.
        """
        require_undoable(read_log(self.workspace.log)[0], operation_id)
        return self._do("undo", note, undone=operation_id)

    def _do(self, name: str, note: str, **arguments: object) -> Operation:
        one = operation(name, coder=self.coder, note=note, **arguments)
        return record(self.workspace, lambda _: one)

    def _do_to(self, name: str, statement: str, note: str, **arguments: object) -> Operation:
        def make(register: Register) -> Operation:
            (found,) = originals(self.workspace, register, [statement])
            return operation(name, coder=self.coder, note=note, statement=found, **arguments)

        return record(self.workspace, make)


def curate(workspace: Workspace, *, coder: str) -> Curation:
    """Curate the themes of a workspace: rename, merge, split, move, pin, hide, decide and undo.

    Parameters
    ----------
    coder
        The person who does it, as the log will name them.

    Raises
    ------
    CallError
        When that is not a person's name in plain characters.
    """
    return Curation(workspace, name_of(coder))


def rename_theme(
    workspace: Workspace, theme: str, *, nl: str = "", en: str = "", coder: str, note: str = ""
) -> Operation:
    """Rename a theme as `Curation.rename` does."""
    return curate(workspace, coder=coder).rename(theme, nl=nl, en=en, note=note)


def merge_themes(
    workspace: Workspace, themes: Sequence[str], *, into: str, coder: str, note: str = ""
) -> Operation:
    """Merge themes as `Curation.merge` does."""
    return curate(workspace, coder=coder).merge(themes, into=into, note=note)


def _in_languages(name: str, nl: str, en: str) -> dict[str, str]:
    return {
        f"{name}_{language}": plain_line(text) for language, text in (("nl", nl), ("en", en)) if text.strip()
    }


def plain_line(text: str) -> str:
    """Put a text on one line.

    Raises
    ------
    CallError
        When it holds characters that cannot be shown.
    """
    line = " ".join(text.split())
    if not line.isprintable():
        wrong = next(letter for letter in line if not letter.isprintable())
        raise CallError(f"The text holds {wrong!r}, which cannot be shown", mend="Type the text again")
    return line


def _statements_of(workspace: Workspace, theme: str, subtheme: str) -> list[str]:
    """Give the statements of a sub-theme, as the tables have it now."""
    from lcsynth.pipeline.current import current

    assignments = current(workspace).assignments
    own = assignments[(assignments["theme_id"] == theme) & (assignments["rank"] == 1)]
    found = own.loc[(own["subtheme"] == subtheme) & (own["how"] != "duplicate"), "statement_id"]
    if found.empty:
        known = set(own["subtheme"]) - {""}
        raise CallError(
            f"{theme} has no sub-theme {subtheme!r}",
            mend=nearest(subtheme, known) if known else "Name its statements instead",
        )
    return sorted(found)
