"""JupyterLab: for this machine only, behind a token, off the network."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from lcsynth.pipeline.lab import lab_command


def test_the_lab_listens_on_loopback_and_asks_the_network_for_nothing(workspace):
    command = lab_command(workspace, port=8899, browser=False)
    assert "--ServerApp.ip=127.0.0.1" in command
    assert "--LabApp.news_url=None" in command
    assert "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate" in command
    assert not [part for part in command if "token" in part.lower()]


@pytest.mark.slow
def test_the_lab_starts_with_collaboration_and_refuses_who_has_no_token(workspace):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
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
