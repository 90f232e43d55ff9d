"""JupyterLab on a workspace: for this machine only, behind a token, shared in real time, off the network."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Callable

from lcsynth.errors import DataError
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import explained

LOOPBACK = "127.0.0.1"
START = "/lab/tree/notebooks/explore.ipynb"


def lab_command(workspace: Workspace, *, port: int, browser: bool) -> list[str]:
    """Compose the command line that starts JupyterLab on a workspace."""
    options = {
        "ServerApp.ip": LOOPBACK,
        "ServerApp.port": str(port),
        "ServerApp.port_retries": "0",
        "ServerApp.open_browser": str(browser),
        "ServerApp.root_dir": str(workspace.root),
        "LabApp.default_url": START,
        # Nothing leaves the machine: no news, no look for updates, no extension catalogue.
        "LabApp.news_url": "None",
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.extension_manager": "readonly",
        "SQLiteYStore.db_path": str(workspace.interim("jupyter_ystore.db")),
    }
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container one is root as a rule, and JupyterLab would not start.
        options["ServerApp.allow_root"] = "True"
    return [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in options.items())]


def start_lab(
    workspace: Workspace, *, port: int = 8888, browser: bool = True, tell: Callable[[str], object] = print
) -> int:
    """Start JupyterLab and wait until it is stopped.

    The token is made anew each time, and given through the environment: a command line can be read by others.

    Parameters
    ----------
    tell
        Told the address to open, token included, before JupyterLab starts.

    Returns
    -------
    int
        The exit code of JupyterLab.

    Raises
    ------
    DataError
        When the port is taken or JupyterLab cannot be started.
    """
    _refuse_taken(port)
    with explained(workspace.interim(), "written"):
        workspace.interim().mkdir(parents=True, exist_ok=True)
    token = secrets.token_urlsafe(24)
    command = lab_command(workspace, port=port, browser=browser)
    environment = os.environ | {"JUPYTER_TOKEN": token}
    tell(f"JupyterLab is at http://{LOOPBACK}:{port}{START}?token={token} (stop it with Ctrl-C)")
    try:
        lab = subprocess.Popen(command, cwd=workspace.root, env=environment)
    except OSError as error:
        raise DataError(f"JupyterLab does not start ({error})", where=str(workspace.root)) from error
    with lab:
        # Whoever stops this command means JupyterLab too.
        signal.signal(signal.SIGTERM, lambda *_: lab.terminate())
        try:
            return lab.wait()
        except KeyboardInterrupt:
            lab.terminate()
            return 0


def _refuse_taken(port: int) -> None:
    with socket.socket() as trial:
        try:
            trial.bind((LOOPBACK, port))
        except OSError as error:
            raise DataError(
                f"Port {port} is taken by another program",
                mend="Stop it, or choose another with `lcsynth lab --port`",
            ) from error
