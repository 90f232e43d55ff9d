"""A reply matrix that authors filled in gives the decisions they changed, and nothing twice or guessed."""

import io
from collections import Counter
from itertools import permutations

import openpyxl
import pytest

import lcsynth
from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.importing import import_decisions
from lcsynth.pipeline.matrix_sheet import KEYS
from lcsynth.pipeline.replying import reply_matrix
from lcsynth.register import read_log


class Sheet:
    """A reply matrix in a file, with its cells by row and heading."""

    def __init__(self, content, path):
        self.path = path
        self.book = openpyxl.load_workbook(io.BytesIO(content))
        self.sheet = self.book.active
        self.columns = {cell.value: cell.column for cell in self.sheet[1]}

    def row_of(self, theme, section):
        return self.sections()[theme, section]

    def sections_of(self, theme):
        return {section for one, section in self.sections() if one == theme and section}

    def sections(self):
        """Theme and section of the rows that are about a whole section → row."""
        at = [self.columns[name] for name in ("key_theme", "key_section", "key_anchor")]
        keys = {
            row: [self.sheet.cell(row, one).value for one in at] for row in range(2, self.sheet.max_row + 1)
        }
        return {(theme, section): row for row, (theme, section, anchor) in keys.items() if anchor is None}

    def set(self, row, **cells):
        for name, value in cells.items():
            heading = name if name in KEYS else name.replace("_", " ")
            self.sheet.cell(row, self.columns[heading]).value = value
        return self

    def saved(self):
        self.book.save(self.path)
        return self.path


@pytest.fixture(scope="module")
def made(samples):
    """The sheet of the samples, on which nothing is decided yet."""
    return reply_matrix(samples, format="xlsx", language="nl")


@pytest.fixture
def sheet(made, tmp_path):
    return Sheet(made, tmp_path / "matrix.xlsx")


def new_sheet(workspace, path, language="nl"):
    """The sheet of a workspace as it is now."""
    return Sheet(reply_matrix(workspace, format="xlsx", language=language), path)


def decided(workspace):
    """Theme and section of what is decided → decision, reason, version, by."""
    table = lcsynth.synthesise(workspace).decisions
    return {
        (row.theme_id, row.section): (row.decision, row.reason, row.in_version, row.decided_by)
        for row in table.itertuples()
        if row.decision != "open" and not row.anchor
    }


def test_an_untouched_sheet_changes_nothing(own_samples, sheet):
    before = own_samples.log.read_bytes()
    found = import_decisions(own_samples, sheet.saved(), coder="Anne")
    assert (found.done, found.wrong, found.conflicts) == ((), [], [])
    assert found.unchanged == sheet.sheet.max_row - 1
    assert own_samples.log.read_bytes() == before


def test_the_rows_that_changed_become_decisions_and_the_same_sheet_again_adds_nothing(own_samples, sheet):
    sheet.set(
        sheet.row_of("T002", "2.2"),
        Besluit="Overgenomen", Reden="Tijd hoort erbij", In_versie="v2", Besloten_door="Redactie",
    )  # fmt: skip
    sheet.set(sheet.row_of("T001", "1.1"), Besluit="rejected", Reden="Staat er al")
    path = sheet.saved()
    trial = import_decisions(own_samples, path, coder="Anne", dry_run=True)
    assert len(trial.done) == 2
    assert not [one for one in read_log(own_samples.log)[0] if one.operation == "decide"]
    found = import_decisions(own_samples, path, coder="Anne")
    assert len(found.done) == 2
    assert decided(own_samples) == {
        ("T002", "2.2"): ("adopted", "Tijd hoort erbij", "v2", "Redactie"),
        ("T001", "1.1"): ("rejected", "Staat er al", "", "Anne"),
    }
    again = import_decisions(own_samples, path, coder="Anne")
    assert (again.done, again.already, again.wrong, again.conflicts) == ((), 2, [], [])
    later = import_decisions(own_samples, new_sheet(own_samples, path).saved(), coder="Bo")
    assert (later.done, later.wrong, later.conflicts) == ((), [], [])


def test_a_sheet_that_was_sorted_filtered_and_given_columns_says_the_same(own_samples, sheet):
    row = sheet.row_of("T002", "2.2")
    sheet.set(row, Besluit="uitgesteld", Reden="Volgende ronde")
    content = [[cell.value for cell in line] for line in sheet.sheet.iter_rows()]
    book = openpyxl.Workbook()
    for line in (content[0], *reversed(content[1:])):
        book.active.append(["", *line])
    book.active.row_dimensions[3].hidden = True
    book.save(sheet.path)
    found = import_decisions(own_samples, sheet.path, coder="Anne")
    assert [one.arguments["theme"] for one in found.done] == ["T002"]
    assert not found.wrong


@pytest.mark.parametrize(
    ("cells", "column", "why"),
    [
        (
            {"Besluit": "misschien", "Reden": "x"}, "Besluit",
            "'misschien' is not a decision. Expected one of open, overgenomen, deels overgenomen, niet",
        ),
        ({"Besluit": "overgenomen", "Reden": "x", "In_versie": "v9"}, "In versie", "no version 'v9' yet"),
        ({"Reden": "zomaar"}, "Besluit", "a reason or a decider, and no decision"),
        ({"Besluit": "overgenomen"}, "Reden", "a decision and no reason"),
        ({"Besluit": "uitgesteld", "Reden": "x", "In_versie": "v2"}, "In versie", "worked into no version"),
        ({"Besluit": "overgenomen", "Reden": "x", "In_versie": "v1"}, "In versie", "a later version"),
        ({"Besluit": "overgenomen", "Reden": "x", "In_versie": "v 2/"}, "In versie", "not a name"),
        ({"Besluit": "overgenomen", "Reden": "x", "key_theme": "T0O2"}, "key_theme", "no theme 'T0O2'"),
        ({"Besluit": "overgenomen", "Reden": "x", "key_section": "9"}, "key_section", "no section '9'"),
        ({"Besluit": "overgenomen", "Reden": "x", "key_version": "v9"}, "key_version", "no version 'v9'"),
        ({"Besluit": "overgenomen", "Reden": "x", "key_operation": "o9"}, "key_operation", "decision 'o9'"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_told_with_its_row_and_column_and_the_rest_is_kept(
    samples, sheet, cells, column, why
):
    row = sheet.row_of("T002", "2.2")
    sheet.set(row, **cells)
    sheet.set(sheet.row_of("T001", "1.1"), Besluit="deels overgenomen", Reden="Deels")
    found = import_decisions(samples, sheet.saved(), coder="Anne", dry_run=True)
    (error,) = found.wrong
    letter = openpyxl.utils.get_column_letter(sheet.columns[column])
    assert str(error).startswith(f"matrix.xlsx, row {row}, column {letter}: ")
    assert why in str(error)
    assert [one.arguments["theme"] for one in found.done] == ["T001"]


def test_what_was_decided_otherwise_since_the_sheet_was_made_is_left_alone_unless_overruled(
    own_samples, sheet
):
    row = sheet.row_of("T002", "2.2")
    path = sheet.set(row, Besluit="overgenomen", Reden="Ja").saved()
    lcsynth.curate(own_samples, coder="Bo").decide("T002", at="2.2", decision="rejected", because="Nee")
    found = import_decisions(own_samples, path, coder="Anne")
    (told,) = found.conflicts
    assert f"row {row}" in str(told)
    assert "Bo wrote on" in str(told)
    assert not found.done
    overruled = import_decisions(own_samples, path, coder="Anne", overrule=True)
    assert [one.arguments["decision"] for one in overruled.done] == ["adopted"]


def test_rows_of_a_theme_that_was_merged_are_about_the_theme_it_is_now_and_two_that_differ_are_refused(
    own_samples, sheet
):
    # Where themes stand can differ a little from one processor to another, so which two these are too.
    themes = sorted({theme for theme, _ in sheet.sections()})
    away, into = next(
        (one, other)
        for one, other in permutations(themes, 2)
        if sheet.sections_of(one) & sheet.sections_of(other)
        and sheet.sections_of(one) - sheet.sections_of(other)
    )
    alone = min(sheet.sections_of(away) - sheet.sections_of(into))
    both = min(sheet.sections_of(away) & sheet.sections_of(into))
    sheet.set(sheet.row_of(away, alone), Besluit="overgenomen", Reden="Ja")
    sheet.set(sheet.row_of(away, both), Besluit="overgenomen", Reden="Ja")
    sheet.set(sheet.row_of(into, both), Besluit="niet overgenomen", Reden="Nee")
    lcsynth.curate(own_samples, coder="Bo").merge([away], into=into)
    found = import_decisions(own_samples, sheet.saved(), coder="Anne")
    assert list(found.followed.values()) == [f"{away} was merged into {into}: its rows are about {into}."]
    assert {one.arguments["theme"] for one in found.done} == {into}
    assert Counter(one.arguments["section"] for one in found.done) == {alone: 1, both: 1}
    assert f"says otherwise about {into}" in str(found.wrong[0])


def test_a_row_that_was_copied_counts_once(own_samples, sheet):
    row = sheet.row_of("T002", "2.2")
    sheet.set(row, Besluit="overgenomen", Reden="Ja")
    sheet.sheet.append([cell.value for cell in sheet.sheet[row]])
    found = import_decisions(own_samples, sheet.saved(), coder="Anne", dry_run=True)
    assert len(found.done) == 1
    assert f"It is row {row} once more" in str(found.wrong[0])


def test_a_decision_that_was_taken_out_of_its_cell_is_asked_after(own_samples, tmp_path):
    lcsynth.curate(own_samples, coder="Bo").decide("T002", at="2.2", decision="rejected", because="Nee")
    sheet = new_sheet(own_samples, tmp_path / "matrix.xlsx", language="en")
    sheet.set(sheet.row_of("T002", "2.2"), Decision=None)
    found = import_decisions(own_samples, sheet.saved(), coder="Anne", dry_run=True)
    assert "The decision was taken out. Expected another one, or open." in str(found.wrong[0])


def test_a_file_that_is_no_reply_matrix_is_refused(samples, tmp_path):
    path = tmp_path / "x.xlsx"
    with pytest.raises(DataError, match="There is no such file"):
        import_decisions(samples, path, coder="Anne")
    openpyxl.Workbook().save(path)
    with pytest.raises(DataError, match=r"no column 'Besluit' or 'Decision'"):
        import_decisions(samples, path, coder="Anne")
    with pytest.raises(CallError, match="not a name of a coder"):
        import_decisions(samples, path, coder="machine")


def test_the_sheet_has_types_a_list_hidden_keys_a_frozen_heading_and_no_formula(own_samples, tmp_path):
    who = lcsynth.curate(own_samples, coder="Anne")
    who.decide("T002", at="2.2", decision="rejected", because='=HYPERLINK("x")')
    sheet = new_sheet(own_samples, tmp_path / "matrix.xlsx")
    page, columns = sheet.sheet, sheet.columns
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref.startswith("A1:")
    cells = [cell for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(isinstance(page.cell(2, columns[name]).value, int) for name in ("Mensen", "Uitspraken"))
    for name in KEYS:
        assert page.column_dimensions[openpyxl.utils.get_column_letter(columns[name])].hidden
    (choice,) = page.data_validations.dataValidation
    assert choice.formula1 == '"open,overgenomen,deels overgenomen,niet overgenomen,uitgesteld"'
    states = [page.cell(row, columns["Besluit"]).value for row in range(2, page.max_row + 1)]
    assert states == sorted(states, key=lambda one: one != "open")
