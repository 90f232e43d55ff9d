"""JupyterLab: for this machine only, behind a token, off the network."""

import http.cookiejar
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from lcsynth.errors import CallError, DataError
from lcsynth.pipeline.lab import WARNING, lab_command, start_lab
from lcsynth.pipeline.lab_settings import PASSWORD, open_notebooks


def test_the_lab_listens_on_loopback_and_asks_the_network_for_nothing(workspace):
    command = lab_command(workspace, port=8899, browser=False)
    assert "--ServerApp.ip=127.0.0.1" in command
    assert "--LabApp.news_url=None" in command
    assert "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate" in command
    assert not [part for part in command if "token" in part.lower()]


@pytest.mark.parametrize(("password", "told"), [("", "without a password"), ("short", "too short")])
def test_the_lab_is_not_shared_without_a_password_or_with_a_weak_one(workspace, password, told):
    with pytest.raises(CallError, match=told):
        start_lab(workspace, host="0.0.0.0", password=password)


def test_the_command_refuses_to_share_where_nobody_can_type_a_password(workspace):
    done = subprocess.run(
        [sys.executable, "-m", "lcsynth", "lab", "--host", "0.0.0.0", "--workspace", str(workspace.root)],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name != PASSWORD},
    )  # fmt: skip
    assert done.returncode == 2
    assert PASSWORD in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_address_of_another_machine_is_refused(workspace):
    with pytest.raises((CallError, DataError), match=r"192\.0\.2\.1"):
        start_lab(workspace, host="192.0.2.1", password="four words of mine")


def test_a_shared_lab_gets_a_hash_of_the_password_in_a_file_of_this_user_alone(workspace, monkeypatch):
    seen, told = {}, []

    def run(command, _, environment):
        folder = Path(environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)[0])
        seen.update(command=command, environment=environment, mode=folder.stat().st_mode & 0o777)
        settings = json.loads((folder / "jupyter_server_config.json").read_text(encoding="utf-8"))
        seen["hash"] = settings["PasswordIdentityProvider"]["hashed_password"]
        return 0

    monkeypatch.setenv(PASSWORD, "four words of mine")
    monkeypatch.setattr("lcsynth.pipeline.lab._run", run)
    port = free_port()
    assert (
        start_lab(workspace, port=port, host="0.0.0.0", password="four words of mine", tell=told.append) == 0
    )
    assert told[0] == WARNING
    assert "--ServerApp.ip=0.0.0.0" in seen["command"]
    assert "--ServerApp.allow_remote_access=True" in seen["command"]
    assert seen["hash"].startswith("argon2:")
    assert "four words" not in str(seen)
    assert "JUPYTER_TOKEN" not in seen["environment"]
    if os.name == "posix":
        assert seen["mode"] == 0o700


def test_both_notebooks_are_open_the_first_time_and_later_what_was_left_open(workspace, tmp_path):
    open_notebooks(workspace, folder := tmp_path / "kept")
    (kept,) = folder.iterdir()
    opened = json.loads(kept.read_text(encoding="utf-8"))["data"]
    assert {"notebook:notebooks/explore.ipynb", "notebook:notebooks/curate.ipynb"} < set(opened)
    kept.write_text("{}", encoding="utf-8")
    open_notebooks(workspace, folder)
    assert kept.read_text(encoding="utf-8") == "{}"


@pytest.mark.slow
def test_the_lab_starts_with_collaboration_and_refuses_who_has_no_token(workspace):
    port = free_port()
    command = lab_command(workspace, port=port, browser=False)
    lab = subprocess.Popen(
        command, cwd=workspace.root, env=os.environ | {"JUPYTER_TOKEN": "a-test-token"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        url = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 90
        while True:
            try:
                status = get(f"{url}/api/status?token=a-test-token")
                break
            except OSError:
                assert time.monotonic() < until
                assert lab.poll() is None
                time.sleep(0.5)
        assert "started" in json.loads(status)
        assert "notebooks" in get(f"{url}/api/contents?token=a-test-token")
        with pytest.raises(urllib.error.HTTPError, match="403"):
            get(f"{url}/api/contents")
        assert "docprovider" in get(f"{url}/lab?token=a-test-token")
    finally:
        lab.terminate()
        lab.wait(timeout=30)


@pytest.mark.slow
def test_a_shared_lab_lets_in_who_knows_the_password_and_nobody_else(workspace):
    port = free_port()
    lab = subprocess.Popen(
        [sys.executable, "-m", "lcsynth", "lab", "--host", "0.0.0.0", "--port", str(port), "--no-browser",
         "--workspace", str(workspace.root)],
        env=os.environ | {PASSWORD: "four words of mine"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        url = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 90
        while True:
            try:
                get(f"{url}/login")
                break
            except OSError:
                assert time.monotonic() < until
                assert lab.poll() is None
                time.sleep(0.5)
        with pytest.raises(urllib.error.HTTPError, match="403"):
            get(f"{url}/api/contents")
        assert log_in(url, "not the password") == 401
        assert log_in(url, "four words of mine") == 200
    finally:
        lab.terminate()
        lab.wait(timeout=30)


def log_in(url, password):
    """Give the status with which the login form answers, or the contents after it."""
    cookies = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    opener.open(f"{url}/login", timeout=10).close()
    given = {cookie.name: cookie.value for cookie in cookies}
    form = urllib.parse.urlencode({"_xsrf": given["_xsrf"], "password": password}).encode()
    try:
        opener.open(f"{url}/login", data=form, timeout=30).close()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code
    with opener.open(f"{url}/api/contents", timeout=10) as answer:
        return answer.status


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def get(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode("utf-8")


def test_the_module_can_be_run(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "lcsynth", "status", "--workspace", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
