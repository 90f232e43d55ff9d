"""What every notebook of the project keeps to."""

import ast
from pathlib import Path

import nbformat
import pytest

from lcsynth.report.parameters import parameter_names

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
NAMES = [path.stem for path in NOTEBOOKS]


@pytest.fixture(params=NOTEBOOKS, ids=NAMES)
def path(request):
    return request.param


@pytest.fixture
def notebook(path):
    return nbformat.read(path, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_the_notebooks_are_there():
    assert {"curate", "explore", "living_document", "session_report"} <= set(NAMES)


def test_a_notebook_is_valid_and_opens_with_the_kernel_python3(notebook):
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"


def test_a_notebook_has_no_outputs(notebook):
    assert all(not cell.outputs and cell.execution_count is None for cell in code(notebook))


def test_a_notebook_defines_nothing_and_is_short(notebook):
    lines = [line for cell in code(notebook) for line in cell.source.splitlines() if line.strip()]
    assert len(lines) < 60
    for cell in code(notebook):
        kinds = {type(node) for node in ast.walk(ast.parse(cell.source))}
        assert not kinds & {ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef, ast.Lambda}


def test_every_parameter_has_a_comment_above_it(notebook, path):
    (cell,) = (cell for cell in code(notebook) if "parameters" in cell.metadata.get("tags", []))
    lines = cell.source.splitlines()
    for name in parameter_names(notebook, path):
        (place,) = (number for number, line in enumerate(lines) if line.startswith(f"{name} ="))
        assert lines[place - 1].startswith("# ")


def test_parameters_are_checked_right_after_their_cell(notebook, path):
    cells = code(notebook)
    place = next(n for n, cell in enumerate(cells) if "parameters" in cell.metadata.get("tags", []))
    call = ast.parse(cells[place + 1].source).body[-1].value
    assert call.func.id == "check_parameters"
    assert ast.literal_eval(call.args[1]) == set(parameter_names(notebook, path))
