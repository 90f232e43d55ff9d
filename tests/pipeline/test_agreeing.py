"""A coding sheet goes out blind and comes back whole, save for the cells that are wrong."""

import openpyxl
import pytest

import lcsynth
from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.agreeing import agreement, import_codes, write_coding_sheet
from lcsynth.pipeline.coding_sheet import read_sheet, write_sheet
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.register import read_log, replay

ROWS = [("u1", "=1+1", "@cmd"), ("u2", "Wat mist u?", "-2 procent"), ("u3", "", "Meer tijd.")]
THEMES = [("T001", "Tijd", "Over tijd", "tijd, rooster"), ("T002", "Geld", "", "geld")]


@pytest.fixture
def sheet(tmp_path):
    """A function that writes a sheet with cells filled in, by their address."""

    def make(language="nl", **cells):
        path = tmp_path / "coding.xlsx"
        path.write_bytes(write_sheet(ROWS, THEMES, language=language, coder="An"))
        book = openpyxl.load_workbook(path)
        for address, value in cells.items():
            book.worksheets[0][address] = value
        book.save(path)
        return path

    return make


def read(path, **themes):
    return read_sheet(path, statements={"u1", "u2", "u3"}, themes={"T001": "T001", "T002": "T002"} | themes)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_a_coder_fills_in_is_read_back(sheet, language):
    none = {"nl": "geen: losse stem", "en": "none: single voice"}[language]
    found = read(sheet(language, D2="T001 Tijd", D3=none))
    assert (found.codes, found.uncoded, found.wrong) == ({"u1": "T001", "u2": ""}, 1, ())
    assert found.coder == "An"


def test_the_choices_are_a_list_of_all_themes_and_none(sheet):
    book = openpyxl.load_workbook(sheet())
    (choice,) = book.worksheets[0].data_validations.dataValidation
    assert (choice.type, str(choice.sqref), choice.formula1) == ("list", "D2:D4", "'thema''s'!$A$2:$A$4")
    rows = list(book["thema's"].iter_rows(values_only=True))
    assert rows[1:] == [
        ("T001 Tijd", "Over tijd", "tijd, rooster"),
        ("T002 Geld", None, "geld"),
        ("geen: losse stem", None, None),
    ]


def test_no_text_is_a_formula(sheet):
    cells = [cell for row in openpyxl.load_workbook(sheet()).worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


def test_rows_in_another_order_and_added_columns_are_read_all_the_same(tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["opmerking", "Thema ", "uitspraak"],
        ["x", "t002", "u3"],
        [None] * 3,
        ["y", "T001 Tijd", "u1"],
    ):
        book.active.append(row)
    book.save(tmp_path / "own.xlsx")
    assert read(tmp_path / "own.xlsx").codes == {"u3": "T002", "u1": "T001"}


def test_every_wrong_cell_is_told_with_its_place_and_the_rest_is_kept(sheet):
    path = sheet(D2="T009 Weg", D3="tijd", D4="T001 Tijd", A5="u9", D5="T001", A6="u3", D6="T002", D7="T001")
    found = read(path)
    assert found.codes == {"u3": "T001"}
    places = [error.where.removeprefix("coding.xlsx, ") for error in found.wrong]
    assert places == [
        "row 2, column D", "row 3, column D", "row 5, column A", "row 6, column A", "row 7, column A",
    ]  # fmt: skip
    assert all(str(error).count("\n") == 0 for error in found.wrong)


def test_a_merged_theme_counts_as_the_one_it_is_now_and_a_rejected_one_is_wrong(sheet):
    found = read(sheet(D2="T001", D3="T002"), T001="T002", T002="")
    assert found.codes == {"u1": "T002"}
    assert "T002 was rejected" in str(found.wrong[0])


@pytest.mark.parametrize("content", [b"no workbook", None])
def test_another_file_is_refused_in_a_paragraph(tmp_path, content):
    path = tmp_path / "coding.xlsx"
    if content:
        path.write_bytes(content)
    with pytest.raises(DataError, match=r"coding\.xlsx"):
        read(path)


def test_another_workbook_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(DataError, match="no column 'uitspraak' or 'statement'"):
        read(tmp_path / "other.xlsx")


def fill(path, choose):
    """Fill in a sheet; gives what was chosen for each statement."""
    book = openpyxl.load_workbook(path)
    chosen = {}
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[3].value = choose(row[0].value) or "geen: losse stem"
        chosen[row[0].value] = choose(row[0].value)
    book.save(path)
    return chosen


def test_two_coders_get_one_sample_blind_and_their_agreement_is_measured(own_samples, tmp_path):
    workspace, paths = own_samples, {name: tmp_path / f"{name}.xlsx" for name in ("Anne", "Bo")}
    made = synthesise(workspace)
    homes = made.assignments[made.assignments["rank"] == 1].set_index("statement_id")["theme_id"]
    hidden = homes.index[0]
    lcsynth.curate(workspace, coder="Cas").hide(hidden, reason="herkenbaar")
    for name, path in paths.items():
        assert write_coding_sheet(workspace, path, coder=name, sample=40) == 40

    sheets = {name: openpyxl.load_workbook(path) for name, path in paths.items()}
    cells = {
        name: [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2)]
        for name, book in sheets.items()
    }
    assert cells["Anne"] == cells["Bo"]
    drawn = [row[0] for row in cells["Anne"]]
    assert hidden not in drawn
    assert {homes[name] for name in drawn} == set(homes)
    assert [row[3] for row in cells["Anne"]] == [None] * 40
    # Blind: the order does not follow the themes, and no statement explains one.
    order = [homes[name] for name in drawn]
    assert order != sorted(order)
    assert len(set(order[:10])) > 2
    explained = [cell.value for row in sheets["Anne"].worksheets[1].iter_rows() for cell in row]
    assert not set(explained) & {row[2] for row in cells["Anne"]}

    chosen = fill(paths["Anne"], homes.get)
    fill(
        paths["Bo"],
        lambda name: "" if name == drawn[0] and homes[name] else homes[name] if name != drawn[0] else "T001",
    )
    for name, path in paths.items():
        done = import_codes(workspace, path, coder=name)
        assert (done.wrong, done.uncoded) == ((), 0)
    register = replay(read_log(workspace.log)[0])
    assert register.codes["Anne"] == chosen
    assert {name: register.theme_of(name) for name in chosen} == chosen

    found = agreement(workspace)
    rows = found.agreement.alphas.set_index("between")
    assert rows.loc["Anne + machine", "alpha"] == 1
    assert 0.9 < rows.loc["Anne + Bo", "alpha"] < 1
    assert list(found.texts) == [drawn[0]]

    before = len(read_log(workspace.log)[0])
    with pytest.raises(CallError, match="This is the sheet of Anne, and it is imported as that of Bo"):
        import_codes(workspace, paths["Anne"], coder="Bo")
    assert import_codes(workspace, paths["Anne"], coder="").done is None
    assert len(read_log(workspace.log)[0]) == before
    fill(paths["Anne"], lambda name: "T002" if name == drawn[0] and homes[name] != "T002" else homes[name])
    again = import_codes(workspace, paths["Anne"], coder="Anne")
    assert (again.replaced, again.same, again.coder) == (
        int(homes[drawn[0]] != "T002"),
        40 - again.replaced,
        "Anne",
    )
    for one in read_log(workspace.log)[0][before:]:
        lcsynth.curate(workspace, coder="Anne").undo(one.id)

    last = read_log(workspace.log)[0][before - 1]
    lcsynth.curate(workspace, coder="Bo").undo(last.id)
    assert list(agreement(workspace).coded) == ["Anne"]


def test_a_coding_does_not_make_reports_stale(own_samples):
    before = synthesise(own_samples).fingerprint
    statement = next(iter(replay(read_log(own_samples.log)[0]).members))
    lcsynth.curate(own_samples, coder="Anne").code({statement: "T001"})
    assert synthesise(own_samples).fingerprint == before


def test_what_cannot_be_coded_is_refused(own_samples, tmp_path):
    with pytest.raises(CallError, match="empty"):
        write_coding_sheet(own_samples, tmp_path / "a.xlsx", coder="Anne", sample=0)
    with pytest.raises(CallError, match=r"\.xlsx"):
        write_coding_sheet(own_samples, tmp_path / "a.csv", coder="Anne")
    with pytest.raises(CallError, match="name of a coder"):
        write_coding_sheet(own_samples, tmp_path / "a.xlsx", coder="machine")
    with pytest.raises(DataError, match="Nobody has coded"):
        agreement(own_samples)
    with pytest.raises(CallError, match="no theme T099"):
        lcsynth.curate(own_samples, coder="Anne").code(
            {next(iter(replay(read_log(own_samples.log)[0]).members)): "T099"}
        )
    write_coding_sheet(own_samples, tmp_path / "a.xlsx", coder="Anne", sample=3)
    with pytest.raises(DataError, match="No theme is filled in"):
        import_codes(own_samples, tmp_path / "a.xlsx", coder="Anne")


def test_there_is_nothing_to_code_without_themes(workspace, tmp_path):
    with pytest.raises(DataError, match="nothing to code"):
        write_coding_sheet(workspace, tmp_path / "a.xlsx", coder="Anne")
