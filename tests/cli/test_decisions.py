"""Deciding and answering as authors type it: what is printed, what is refused, what is logged."""

import openpyxl
import pytest

from lcsynth.register import read_log


@pytest.fixture
def document(call, own_samples):
    """Call a command under `lcsynth document`; gives exit code, standard output, standard error."""

    def run(*arguments):
        return call("document", *arguments, "--workspace", own_samples.root)

    return run


def test_a_decision_is_printed_and_shown_with_every_earlier_one(document):
    nothing = document("decide", "T002")
    assert "Nothing was decided on T002 yet" in nothing[1]
    first = document(
        "decide", "T002", "--at", "2.2", "--as", "uitgesteld", "--because", "Later", "--coder", "Anne"
    )
    assert first[0] == 0
    assert "T002 at §2.2 of v1: deferred" in first[1]
    document(
        *("decide", "T002", "--at", "2.2:4", "--as", "adopted", "--because", "Ja", "--in", "v2"),
        *("--by", "Redactie", "--coder", "Bo"),
    )
    lines = document("decide", "T002")[1].splitlines()
    assert [line.split("  ")[2].split(":")[0] for line in lines] == ["Anne", "Bo"]
    assert "anchor 2.2:4, decision adopted, reason Ja, in_version v2, by Redactie" in lines[1]
    assert "in_version" not in lines[0]
    announced = document("decide", "T002", "--at", "2.1", "--as", "adopted", "--because", "Ja", "--in", "v3")
    assert "v3 is not there yet: `lcsynth document import FILE --as v3` brings it in." in announced[1]


def test_half_a_decision_is_refused(document):
    code, _, error = document("decide", "T002", "--as", "adopted", "--because", "x")
    assert code == 2
    assert "Expected both --at and --as" in error


def test_a_decision_on_a_merged_theme_says_that_it_followed(document, call, own_samples):
    call("themes", "merge", "T003", "--into", "T001", "--coder", "Anne", "--workspace", own_samples.root)
    code, out, _ = document("decide", "T003", "--at", "2.1", "--as", "rejected", "--because", "Nee")
    assert code == 0
    assert "T003 was merged into T001, so the decision is about T001." in out


def test_a_matrix_is_written_filled_in_and_read_back(document, own_samples, tmp_path):
    path = tmp_path / "nota.xlsx"
    code, out, _ = document("matrix", "-o", path)
    assert code == 0
    assert out.startswith(str(path))
    book = openpyxl.load_workbook(path)
    columns = {cell.value: cell.column for cell in book.active[1]}
    book.active.cell(2, columns["Besluit"]).value = "overgenomen"
    book.active.cell(2, columns["Reden"]).value = "Ja"
    book.active.cell(3, columns["Besluit"]).value = "ooit"
    book.save(path)
    code, out, error = document("matrix", "--import", path, "--coder", "Anne", "--dry-run")
    assert code == 1
    assert "row 3" in error
    assert "1 decision would be added" in out
    assert "Nothing was changed" in out
    code, out, error = document("matrix", "--import", path, "--coder", "Anne")
    assert "1 decision added" in out
    assert [one.coder for one in read_log(own_samples.log)[0] if one.operation == "decide"] == ["Anne"]
    code, out, error = document("matrix", "--import", path, "--coder", "Anne")
    assert "0 decisions added" in out
    assert "1 in the log already" in out


def test_a_page_goes_next_to_the_report_when_nobody_says_where(document, own_samples):
    code, out, _ = document("matrix", "--language", "en")
    assert code == 0
    path = own_samples.reports("living-document", "matrix.en.html")
    assert out.strip() == str(path)
    assert "Reply matrix" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [("--dry-run",), ("--overrule",), ("--import", "x.xlsx", "--format", "md"), ("-o", "nota.odt")],
)
def test_a_call_that_means_two_things_or_none_is_refused(document, arguments):
    assert document("matrix", *arguments)[0] == 2
