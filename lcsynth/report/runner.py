"""Run a notebook by papermill and write it, executed, next to its HTML page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from lcsynth.errors import CallError, DataError, LcsynthError
from lcsynth.report.kernel import Kernel
from lcsynth.report.parameters import check_given
from lcsynth.workspace.files import read_text, write_text

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from papermill.exceptions import PapermillExecutionError


def run_notebook(
    path: Path,
    output: Path,
    parameters: Mapping[str, str],
    *,
    kernel: Kernel | None = None,
    cell_done: Callable[[int, int], None] | None = None,
) -> Path:
    """Execute a notebook, write ``output`` (``….ipynb``) and the page made from it (``….html``).

    Each file appears whole or not at all; after an error what was there before is untouched.

    Parameters
    ----------
    path
        The notebook.
    output
        Where the executed notebook goes; its page gets the same name ending in ``.html``.
    parameters
        Parameter name → value; only names of the notebook's ``parameters`` cell.
    kernel
        A kernel to run in; it is emptied first and left running. Without it, one is made and stopped.
    cell_done
        Called after each code cell with the number of cells done and the number there are.

    Returns
    -------
    Path
        The HTML page.

    Raises
    ------
    CallError
        If a parameter is unknown, or a cell raised a CallError.
    DataError
        If the notebook cannot be read, a cell fails, the kernel dies, or the folder cannot be written.
    """
    notebook = read_notebook(path)
    check_given(parameters, notebook, path)
    with ExitStack() as stack:
        own = kernel or stack.enter_context(Kernel(path.parent))
        executed = _execute(path, parameters, own, cell_done)

    from nbformat import writes

    from lcsynth.report.exporter import page_of

    page = output.with_suffix(".html")
    # Made before either is written: a page that fails leaves the pair that was there.
    texts = {output: writes(executed) + "\n", page: page_of(executed)}
    for file, text in texts.items():
        write_text(file, text)
    return page


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook.

    Raises
    ------
    DataError
        If it is absent or not a notebook.
    """
    import nbformat

    try:
        return nbformat.reads(read_text(path), as_version=4)
    except (ValueError, KeyError, AttributeError) as error:
        raise DataError(
            f"The notebook cannot be read ({error})", where=str(path), mend="Restore it from git"
        ) from error


def _execute(
    path: Path, parameters: Mapping[str, str], kernel: Kernel, cell_done: Callable[[int, int], None] | None
) -> NotebookNode:
    from nbclient.exceptions import DeadKernelError
    from papermill.exceptions import PapermillExecutionError
    from papermill.execute import execute_notebook

    from lcsynth.report.engine import register

    engine = register()
    try:
        executed = execute_notebook(
            path,
            None,
            dict(parameters),
            engine_name=engine,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            autosave_cell_every=0,
            kernel=kernel,
            cell_done=cell_done,
        )
    except PapermillExecutionError as error:
        raise _our_own(error, path) from error
    except (DeadKernelError, RuntimeError) as error:
        # The client says RuntimeError for a kernel that dies before its first answer.
        raise DataError(
            f"The Python process that runs the notebook stopped ({kernel.last_words() or error})",
            where=path.name,
            mend="Run it again; if it returns, close other programs, for memory may be short",
        ) from error
    # Where the notebook lay on this machine is nobody's business in a file that is sent around.
    executed.metadata.papermill["input_path"] = path.name
    return executed


def _our_own(error: PapermillExecutionError, path: Path) -> LcsynthError:
    """Carry an error of ours through the notebook; any other becomes a paragraph that says where it was."""
    kinds: dict[str, type[LcsynthError]] = {"CallError": CallError, "DataError": DataError}
    if error.ename in kinds:
        return kinds[error.ename](error.evalue)
    first = error.source.strip().splitlines()[0] if error.source.strip() else ""
    return DataError(
        f"A cell of the notebook failed with {error.ename}: {error.evalue}",
        where=f"{path.name}, the cell that starts with `{first}`",
        mend="Open the notebook in JupyterLab with the same parameters and run it there to see more",
    )
