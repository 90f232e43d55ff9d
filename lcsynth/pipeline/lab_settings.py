"""What JupyterLab is told through files: who may come in, which notebooks are open, and to fetch no news."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from lcsynth.workspace import Workspace
from lcsynth.workspace.files import explained

PASSWORD = "LCSYNTH_LAB_PASSWORD"  # noqa: S105 - the name of a variable
OPEN = ("explore", "curate")
# It would offer to fetch news from the network.
NO_NEWS = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}


@contextmanager
def lab_environment(*, token: str = "", password: str = "") -> Iterator[Mapping[str, str]]:
    """Give an environment in which JupyterLab lets in who has the token, or who knows the password.

    Of the password it gets a hash, in a folder that only this user can read and that goes afterwards.
    """
    known = (PASSWORD, "JUPYTER_TOKEN")
    without = {name: value for name, value in os.environ.items() if name not in known}
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "labconfig").mkdir()
        _write(folder / "labconfig" / "default_setting_overrides.json", NO_NEWS)
        if password:
            from jupyter_server.auth.security import passwd

            identity = {"hashed_password": passwd(password), "allow_password_change": False}
            _write(folder / "jupyter_server_config.json", {"PasswordIdentityProvider": identity})
        # What is named here wins from every other folder with settings.
        others = [without["JUPYTER_CONFIG_PATH"]] if without.get("JUPYTER_CONFIG_PATH") else []
        without["JUPYTER_CONFIG_PATH"] = os.pathsep.join([made, *others])
        yield without | ({"JUPYTER_TOKEN": token} if token else {})


def open_notebooks(workspace: Workspace, folder: Path) -> None:
    """Let the notebooks to explore and curate be open when JupyterLab starts here for the first time.

    Parameters
    ----------
    folder
        Where JupyterLab keeps what is open.

    Raises
    ------
    DataError
        When it cannot be written.
    """
    from jupyterlab_server.workspaces_handler import WorkspacesManager

    with explained(folder, "written"):
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            return
        paths = [f"notebooks/{name}.ipynb" for name in OPEN]
        there = [path for path in paths if (workspace.root / path).exists()]
        tabs = {f"notebook:{path}": {"data": {"path": path, "factory": "Notebook"}} for path in there}
        dock = {"type": "tab-area", "currentIndex": 0, "widgets": list(tabs)}
        layout = {"main": {"dock": dock, "current": next(iter(tabs), None)}}
        kept = {"data": {**tabs, "layout-restorer:data": layout}, "metadata": {"id": "default"}}
        WorkspacesManager(str(folder)).save("default", json.dumps(kept))


def _write(path: Path, settings: Mapping[str, object]) -> None:
    path.write_text(json.dumps(settings), encoding="utf-8")
