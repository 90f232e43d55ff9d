"""The parameters of a notebook: which there are, and an error for one that is not among them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, DataError, nearest

if TYPE_CHECKING:
    from nbformat import NotebookNode

# What papermill can inject: plain data. Modules, functions and results of later cells are none of it.
_PLAIN = (str, int, float, list, tuple, dict, type(None))
# Names IPython itself keeps in a notebook's namespace, as plain data.
_IPYTHON = frozenset({"In", "Out"})
# Left in the namespace after the first check: then later cells may have made names of their own.
_CHECKED = "_parameters_checked"


def check_parameters(namespace: MutableMapping[str, object], known: Iterable[str]) -> None:
    """Refuse a parameter the notebook does not have; papermill itself only warns.

    Call it in a cell of its own, right after the cell tagged ``parameters``.

    Parameters
    ----------
    namespace
        ``globals()`` of the notebook.
    known
        The names of the parameters.

    Raises
    ------
    CallError
        Naming the unknown parameter and the nearest known one.
    """
    names = set(known)
    if _CHECKED not in namespace:
        for name, value in namespace.items():
            if name.startswith("_") or name in names or name in _IPYTHON or not isinstance(value, _PLAIN):
                continue
            raise unknown_parameter(name, names)
    namespace[_CHECKED] = True


def unknown_parameter(name: str, known: Iterable[str], where: str = "") -> CallError:
    """Make the error for a parameter that is not known."""
    return CallError(f"The notebook has no parameter '{name}'", where=where, mend=nearest(name, known))


def parameter_names(notebook: NotebookNode, path: Path) -> list[str]:
    """Read the names from the cell tagged ``parameters``.

    Raises
    ------
    DataError
        If there is no such cell or it is not Python.
    """
    cells = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    if len(cells) != 1:
        raise DataError(
            f"The notebook has {len(cells)} cells tagged 'parameters'",
            where=path.name,
            expected="exactly one",
        )
    try:
        body = ast.parse(cells[0].source).body
    except SyntaxError as error:
        raise DataError(
            f"The cell tagged 'parameters' is not valid Python (line {error.lineno}: {error.msg})",
            where=path.name,
            mend="Correct it, or restore the notebook from git",
        ) from error
    found = []
    for statement in body:
        targets = (
            statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        )
        found += [target.id for target in targets if isinstance(target, ast.Name)]
    return found


def check_given(given: Mapping[str, object], notebook: NotebookNode, path: Path) -> None:
    """Refuse a given parameter that the notebook lacks, before a kernel is started.

    Raises
    ------
    CallError
        Naming the unknown parameter and the nearest known one.
    """
    known = parameter_names(notebook, path)
    for name in given:
        if name not in known:
            raise unknown_parameter(name, known, path.name)
