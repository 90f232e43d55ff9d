"""These start kernels: few, and each for several behaviours."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from lcsynth.errors import CallError, DataError
from lcsynth.report import Kernel, run_notebook

CHECK = "from lcsynth.report import check_parameters\ncheck_parameters(globals(), {'name'})"
SHOW = "from lcsynth.report.fragment import Fragment\nFragment(f'<p>Hello {name}</p>', 'a', 'A')"


def write(folder: Path, *cells: str) -> Path:
    parameters = new_code_cell('# who\nname = "nobody"', metadata={"tags": ["parameters"]})
    path = folder / "notebook.ipynb"
    nbformat.write(new_notebook(cells=[parameters, *(new_code_cell(cell) for cell in cells)]), path)
    return path


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    with Kernel(tmp_path_factory.mktemp("kernel")).start() as kernel:
        yield kernel


def test_a_notebook_gives_itself_executed_and_a_page_and_tells_of_each_cell(tmp_path, kernel):
    steps = []
    page = run_notebook(
        write(tmp_path, CHECK, SHOW),
        tmp_path / "out" / "report.nl.ipynb",
        {"name": "you"},
        kernel=kernel,
        cell_done=lambda done, total: steps.append((done, total)),
    )
    assert page == tmp_path / "out" / "report.nl.html"
    assert "<p>Hello you</p>" in page.read_text(encoding="utf-8")
    executed = nbformat.read(tmp_path / "out" / "report.nl.ipynb", as_version=4)
    assert executed.metadata.papermill["input_path"] == "notebook.ipynb"
    assert steps[-1] == (4, 4)
    assert sorted(one.name for one in page.parent.iterdir()) == ["report.nl.html", "report.nl.ipynb"]


def test_one_kernel_runs_many_notebooks_that_know_nothing_of_each_other(tmp_path, kernel):
    left = write(tmp_path, "left_behind = 1", SHOW)
    run_notebook(left, tmp_path / "a.ipynb", {"name": "a"}, kernel=kernel)
    page = run_notebook(write(tmp_path, CHECK, SHOW), tmp_path / "b.ipynb", {}, kernel=kernel)
    assert "Hello nobody" in page.read_text(encoding="utf-8")


def test_an_unknown_parameter_stops_before_a_kernel_is_started(tmp_path):
    with pytest.raises(CallError, match=r"no parameter 'nam'. Did you mean 'name'\?"):
        run_notebook(write(tmp_path, CHECK), tmp_path / "a.ipynb", {"nam": "x"})
    assert not (tmp_path / "a.ipynb").exists()


@pytest.mark.parametrize(
    ("cell", "kind", "message"),
    [
        (
            "from lcsynth.errors import CallError\nraise CallError('No such thing', mend='Look')",
            CallError,
            r"^No such thing\. Look\.$",
        ),
        ("from lcsynth.errors import DataError\nraise DataError('Bad', where='f')", DataError, r"^f: Bad\.$"),
        (
            "1 / 0",
            DataError,
            r"^notebook\.ipynb, the cell that starts with `1 / 0`: .*ZeroDivisionError: division by zero",
        ),
    ],
)
def test_an_error_in_a_cell_becomes_one_paragraph_and_leaves_what_was_there(
    tmp_path, kernel, cell, kind, message
):
    (tmp_path / "a.html").write_text("before", encoding="utf-8")
    with pytest.raises(kind, match=message) as caught:
        run_notebook(write(tmp_path, cell), tmp_path / "a.ipynb", {}, kernel=kernel)
    assert "Traceback" not in str(caught.value)
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == "before"
    assert not (tmp_path / "a.ipynb").exists()


def test_a_kernel_that_dies_is_told_in_a_paragraph_and_leaves_nothing_running(tmp_path):
    with pytest.raises(DataError, match="Python process that runs the notebook stopped"):
        run_notebook(write(tmp_path, "import os\nos._exit(3)"), tmp_path / "a.ipynb", {})
    assert not (tmp_path / "a.ipynb").exists()


def test_what_is_no_notebook_is_refused(tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_text("not json", encoding="utf-8")
    with pytest.raises(DataError, match="The notebook cannot be read"):
        run_notebook(path, tmp_path / "b.ipynb", {})
    with pytest.raises(DataError):
        run_notebook(tmp_path / "absent.ipynb", tmp_path / "b.ipynb", {})
