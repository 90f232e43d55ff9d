"""The Jupyter kernel that runs the notebooks: started early, warmed meanwhile, used for all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from lcsynth.errors import DataError

if TYPE_CHECKING:
    from jupyter_client.client import KernelClient
    from jupyter_client.manager import KernelManager

# Run by the kernel before it listens; a name with an underscore is no parameter.
_WARM_UP = "_ = __import__('lcsynth.report.warm').report.warm.warm_up({modules!r})"
# A path to a Unix socket may have 103 bytes on macOS and 107 on Linux; a suffix is still added.
_LONGEST_SOCKET_PATH = 95
_LAST_WORDS = 400


class Kernel:
    """A Python kernel of the running interpreter, with no trace in the user's own Jupyter folders.

    ``start`` returns at once. The kernel imports what the notebooks need in the meantime. Use as a context
    manager, or call ``close``.

    Parameters
    ----------
    folder
        The folder the notebooks run in, usually the root of the workspace.
    modules
        What the notebooks import besides the parts of the reports, to be imported in advance.
    """

    def __init__(self, folder: Path, modules: Sequence[str] = ()) -> None:
        self.folder = folder
        self.modules = tuple(modules)
        # The client of the notebook before, kept: to make a new one takes longer than to render a section.
        self.client: KernelClient | None = None
        self._manager: KernelManager | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def start(self) -> Self:
        """Start the process and return without waiting for it.

        Raises
        ------
        DataError
            If the process cannot be started.
        """
        from jupyter_client.kernelspec import KernelSpec
        from jupyter_client.manager import KernelManager

        self._scratch = tempfile.TemporaryDirectory(prefix="lcsynth-", ignore_cleanup_errors=True)
        scratch = Path(self._scratch.name)
        manager = KernelManager(
            connection_file=str(scratch / "kernel.json"),
            client_class="jupyter_client.asynchronous.AsyncKernelClient",
            **_transport(scratch),
        )
        # No kernelspec needs to be installed, and none that is can take its place.
        manager._kernel_spec = KernelSpec(  # noqa: SLF001
            argv=[
                sys.executable,
                *("-m", "ipykernel_launcher", "-f", "{connection_file}"),
                f"--IPKernelApp.exec_lines={_WARM_UP.format(modules=self.modules)}",
                "--HistoryManager.enabled=False",
            ],
            display_name="Python 3",
            language="python",
        )
        environment = os.environ | {
            "IPYTHONDIR": str(scratch / "ipython"),
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        }
        try:
            with self._diary.open("wb") as diary:
                manager.start_kernel(cwd=str(self.folder), env=environment, stdout=diary, stderr=diary)
        except OSError as error:
            self.close()
            raise DataError(
                f"The Python process for the notebooks does not start ({error})",
                where=str(self.folder),
                mend="Check that the folder exists and that memory is left",
            ) from error
        self._manager = manager
        return self

    @property
    def manager(self) -> KernelManager:
        """The manager that Jupyter's own clients take; starts the kernel where nobody did."""
        if self._manager is None:
            self.start()
        assert self._manager is not None
        return self._manager

    def last_words(self) -> str:
        """Give the end of what the process wrote, to say why it died."""
        if self._scratch is None or not self._diary.exists():
            return ""
        return " ".join(self._diary.read_text(errors="replace").split())[-_LAST_WORDS:]

    def close(self) -> None:
        """Stop the process and remove its scratch folder; a second call does nothing."""
        if self.client is not None:
            self.client.stop_channels()
            self.client = None
        if self._manager is not None:
            if self._manager.has_kernel:
                self._manager.shutdown_kernel(now=True)
            self._manager.cleanup_resources()
            self._manager = None
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _diary(self) -> Path:
        assert self._scratch is not None
        return Path(self._scratch.name) / "kernel.log"


def _transport(scratch: Path) -> dict[str, str]:
    # Sockets in a folder of our own reach nobody else; Windows has none, so there it is loopback.
    socket = str(scratch / "k")
    if os.name == "nt" or len(os.fsencode(socket)) > _LONGEST_SOCKET_PATH:
        return {}
    return {"transport": "ipc", "ip": socket}
