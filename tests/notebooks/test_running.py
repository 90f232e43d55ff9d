"""The notebooks as people run them, on the sample workspace: by hand, with papermill, from top to bottom."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lcsynth.report import Kernel, run_notebook

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    skipped = shutil.ignore_patterns("interim", "processed", "private", ".lock")
    shutil.copytree(ROOT / "data", folder / "data", ignore=skipped)
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    return folder


def papermill(project, *arguments):
    command = [sys.executable, "-m", "papermill", *arguments, "--no-progress-bar"]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, timeout=300)


def test_papermill_runs_the_session_report_by_its_own_command(project):
    done = papermill(
        project,
        *("notebooks/session_report.ipynb", "out.ipynb"),
        *("-p", "session", "2022-05-17-onderzoekers", "-p", "language", "nl"),
    )
    assert done.returncode == 0, done.stderr
    assert "Belangrijkste bevindingen" in (project / "out.ipynb").read_text(encoding="utf-8")


def test_papermill_stops_at_a_parameter_that_the_notebook_does_not_have(project):
    done = papermill(project, "notebooks/session_report.ipynb", "wrong.ipynb", "-p", "sesion", "s1")
    assert done.returncode != 0
    assert "The notebook has no parameter 'sesion'. Did you mean 'session'?" in done.stderr


@pytest.mark.parametrize("name", ["curate", "explore", "living_document", "session_report"])
def test_a_notebook_runs_from_top_to_bottom_as_it_is(project, name):
    with Kernel(project) as kernel:
        page = run_notebook(
            project / "notebooks" / f"{name}.ipynb", project / f"{name}.ipynb", {}, kernel=kernel
        )
    assert page.is_file()
