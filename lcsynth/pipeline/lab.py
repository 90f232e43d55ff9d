"""JupyterLab on a workspace: behind a token on this machine, or shared behind a password; off the network."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.lab_settings import PASSWORD, lab_environment, open_notebooks
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import explained

LOOPBACK = "127.0.0.1"
EVERY = ("0.0.0.0", "::")  # noqa: S104 - only by choice, behind a password
START = "/lab/tree/notebooks/explore.ipynb"
SHORTEST = 12  # characters: whoever guesses it can run code here
WARNING = (
    "Everyone with the password can read every contribution in this workspace, change what is in it and run "
    "code on this machine, in your name. Nothing on the way is encrypted: share it on a network that you "
    "trust, or through a tunnel or a proxy with https."
)


def lab_command(workspace: Workspace, *, port: int, browser: bool, host: str = LOOPBACK) -> list[str]:
    """Compose the command line that starts JupyterLab on a workspace."""
    options = {
        "ServerApp.ip": host,
        "ServerApp.port": str(port),
        "ServerApp.port_retries": "0",
        "ServerApp.open_browser": str(browser),
        "ServerApp.root_dir": str(workspace.root),
        "LabApp.default_url": START,
        # Nothing leaves the machine: no news, no look for updates, no extension catalogue.
        "LabApp.news_url": "None",
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.extension_manager": "readonly",
        # Which notebooks are open is of this workspace, not of every JupyterLab of this user.
        "LabApp.workspaces_dir": str(_kept(workspace)),
        "SQLiteYStore.db_path": str(workspace.interim("jupyter_ystore.db")),
    }
    if host != LOOPBACK:
        options["ServerApp.allow_remote_access"] = "True"
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container one is root as a rule, and JupyterLab would not start.
        options["ServerApp.allow_root"] = "True"
    return [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in options.items())]


def start_lab(
    workspace: Workspace,
    *,
    port: int = 8888,
    browser: bool = True,
    host: str = LOOPBACK,
    password: str = "",
    tell: Callable[[str], object] = print,
) -> int:
    """Start JupyterLab and wait until it is stopped.

    On this machine it is behind a token, made anew each time and given through the environment: a command
    line can be read by others. On another address it is behind a password, of which JupyterLab gets a hash,
    in a file that only this user can read and that goes when it stops.

    Parameters
    ----------
    host
        The address of this machine that it listens on; ``0.0.0.0`` is every address.
    password
        What others must give; needed when the host is not the loopback address, and only then.
    tell
        Told the address to open, before JupyterLab starts, and what sharing it means.

    Returns
    -------
    int
        The exit code of JupyterLab.

    Raises
    ------
    CallError
        When it would be shared without a password, or with one that is easily guessed.
    DataError
        When the port is taken or JupyterLab cannot be started.
    """
    shared = host != LOOPBACK
    if shared:
        _refuse_weak(password)
    _refuse_taken(host, port)
    with explained(workspace.interim(), "written"):
        workspace.interim().mkdir(parents=True, exist_ok=True)
    open_notebooks(workspace, _kept(workspace))
    command = lab_command(workspace, port=port, browser=browser, host=host)
    if shared:
        tell(WARNING)
        name = socket.gethostname() if host in EVERY else f"[{host}]" if ":" in host else host
        tell(f"JupyterLab is at http://{name}:{port}{START} behind the password (stop it with Ctrl-C)")
        access = {"password": password}
    else:
        access = {"token": secrets.token_urlsafe(24)}
        address = f"http://{LOOPBACK}:{port}{START}?token={access['token']}"
        tell(f"JupyterLab is at {address} (stop it with Ctrl-C)")
    with lab_environment(**access) as environment:
        return _run(command, workspace, environment)


def _kept(workspace: Workspace) -> Path:
    """Where JupyterLab keeps which notebooks are open."""
    return workspace.interim("jupyter_lab")


def _run(command: list[str], workspace: Workspace, environment: Mapping[str, str]) -> int:
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


def _refuse_weak(password: str) -> None:
    if not password:
        raise CallError(
            "JupyterLab is not shared without a password",
            mend=f"Type one when asked, or put it in {PASSWORD}",
        )
    if len(password) < SHORTEST:
        raise CallError(
            "The password is too short to share a workspace behind",
            expected=f"at least {SHORTEST} characters, such as four words",
        )


def _refuse_taken(host: str, port: int) -> None:
    try:
        ((family, *_, address), *_) = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise CallError(
            f"'{host}' is no address of this machine",
            where="--host",
            expected="one of its own, or 0.0.0.0 for every one",
        ) from error
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        try:
            trial.bind(address)
        except OSError as error:
            raise DataError(
                f"Port {port} of {host} is not free ({error.strerror})",
                mend="Stop what listens there, or choose another with `lcsynth lab --port`",
            ) from error
