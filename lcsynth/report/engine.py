"""The papermill engine that runs a notebook in a kernel that is running already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines

from lcsynth.report.kernel import Kernel

ENGINE = "lcsynth"

CellDone = Callable[[int, int], None]

# Not `%reset`: this also starts the numbering of the cells again, so that no notebook knows of another.
_RESET = "get_ipython().reset(new_session=True, aggressive=False)"


class KernelClient(PapermillNotebookClient):  # type: ignore[misc]  # papermill has no types
    """Papermill's client on a kernel of ours, with an empty namespace first."""

    def papermill_execute_cells(self) -> None:
        """Empty the namespace, then run the cells one by one."""
        self.wait_for_reply(self.kc.execute(_RESET, silent=True, store_history=False))
        super().papermill_execute_cells()


class KernelEngine(Engine):  # type: ignore[misc]  # papermill has no types
    """Runs a notebook in the kernel it is given, and leaves that kernel running."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        kernel: Kernel,
        cell_done: CellDone | None = None,
        # Papermill passes every option of its own engine.
        **_ignored: Any,
    ) -> None:
        """Run the cells; papermill reports their errors itself."""
        total = sum(cell.cell_type == "code" for cell in nb_man.nb.cells)
        done = 0

        def count(cell: NotebookNode, cell_index: int, execute_reply: dict[str, Any]) -> None:  # noqa: ARG001
            nonlocal done
            done += 1
            if cell_done is not None:
                cell_done(done, total)

        client = KernelClient(
            nb_man, km=kernel.manager, kernel_name=kernel_name, timeout=None, on_cell_executed=count
        )
        client.kc = kernel.client
        try:
            client.execute()
        finally:
            kernel.client = client.kc


def register() -> str:
    """Make the engine known to papermill and give its name."""
    papermill_engines.register(ENGINE, KernelEngine)
    return ENGINE
