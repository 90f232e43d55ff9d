from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from lcsynth.errors import CallError, DataError
from lcsynth.report import check_parameters
from lcsynth.report.parameters import check_given, parameter_names

KNOWN = {"session", "language", "workspace"}
NOTEBOOK = Path("a.ipynb")


def notebook(source: str):
    return new_notebook(cells=[new_code_cell(source, metadata={"tags": ["parameters"]})])


def test_an_unknown_parameter_is_named_with_the_nearest_known_one():
    with pytest.raises(CallError, match=r"no parameter 'langauge'.*Did you mean 'language'\?"):
        check_parameters({"session": "s1", "langauge": "nl"}, KNOWN)


def test_a_parameter_of_any_plain_kind_is_checked():
    for value in (1, 0.5, True, None, [], {}):
        with pytest.raises(CallError):
            check_parameters({"sessoin": value}, KNOWN)


def test_names_of_ipython_modules_and_functions_are_no_parameters():
    names = {
        "In": [""],
        "Out": {},
        "_": 1,
        "_i1": "x",
        "__name__": "__main__",
        "exit": print,
        "re": pytest,
        "session": "s1",
    }
    check_parameters(names, KNOWN)


def test_the_check_can_be_run_again_after_later_cells_made_names_of_their_own():
    names = {"session": "s1"}
    check_parameters(names, KNOWN)
    names["found"] = "something"
    check_parameters(names, KNOWN)


def test_the_parameters_of_a_notebook_are_read_from_its_parameters_cell():
    assert parameter_names(notebook('# which\nsession = "a"\nlanguage: str = "nl"'), NOTEBOOK) == [
        "session",
        "language",
    ]


def test_a_notebook_without_one_parameters_cell_is_refused():
    with pytest.raises(DataError, match="0 cells tagged 'parameters'"):
        parameter_names(new_notebook(cells=[new_code_cell("a = 1")]), NOTEBOOK)


def test_a_parameters_cell_that_is_not_python_is_refused_with_the_line():
    with pytest.raises(DataError, match="line 2"):
        parameter_names(notebook("a = 1\nb = = 2"), NOTEBOOK)


def test_a_given_parameter_is_checked_before_anything_runs():
    with pytest.raises(CallError, match=r"a\.ipynb: .*'sesion'.*'session'"):
        check_given({"sesion": "s1"}, notebook('session = ""'), NOTEBOOK)
