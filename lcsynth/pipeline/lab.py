"""JupyterLab on a workspace: for this machine only, behind a token, shared in real time, off the network."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys

from lcsynth.errors import DataError
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import explained

LOOPBACK = "127.0.0.1"


def lab_command(workspace: Workspace, *, port: int, browser: bool) -> list[str]:
    """Compose the command line that starts JupyterLab on a workspace."""
    options = {
        "ServerApp.ip": LOOPBACK,
        "ServerApp.port": str(port),
        "ServerApp.open_browser": str(browser),
        "ServerApp.root_dir": str(workspace.root),
        "LabApp.default_url": "/lab/tree/notebooks/explore.ipynb",
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


def start_lab(workspace: Workspace, *, port: int = 8888, browser: bool = True) -> int:
    """Start JupyterLab and wait until it is stopped.

    The token is made anew each time, and given through the environment: a command line can be read by others.

    Returns
    -------
    int
        The exit code of JupyterLab.

    Raises
    ------
    DataError
        When it cannot be started.
    """
    with explained(workspace.interim(), "written"):
        workspace.interim().mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"JUPYTER_TOKEN": secrets.token_urlsafe(24)}
    command = lab_command(workspace, port=port, browser=browser)
    try:
        return subprocess.run(command, cwd=workspace.root, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        raise DataError(f"JupyterLab does not start ({error})", where=str(workspace.root)) from error
