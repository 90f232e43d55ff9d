"""What holds for the project as a whole: its set-up files agree and its habits are kept."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

DEMO = "python3 -m pip install uv && uv run lcsynth demo"
TESTS = "python3 -m pip install uv && uv run pytest"


def tracked(pattern):
    found = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", pattern],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / line for line in found.stdout.splitlines() if (ROOT / line).exists()]


def test_conda_and_uv_users_get_the_same_parts():
    environment = YAML(typ="safe").load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    listed = [one for one in environment["dependencies"] if isinstance(one, str) and one != "pip"]
    (by_pip,) = [one["pip"] for one in environment["dependencies"] if isinstance(one, dict)]
    assert "-e ." in by_pip
    python = "python" + PROJECT["project"]["requires-python"]
    assert sorted([*listed, *by_pip]) == sorted([*PROJECT["project"]["dependencies"], python, "-e ."])


@pytest.mark.parametrize("command", [DEMO, TESTS])
def test_the_two_commands_stand_in_the_readme_and_in_ci_word_for_word(command):
    assert command in README.splitlines()
    assert command in CI.splitlines()


def test_every_command_is_documented_in_the_readme():
    from lcsynth.cli.commands import app
    from lcsynth.cli.document import document_app
    from lcsynth.cli.themes import themes_app

    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    names += [f"themes {command.name}" for command in themes_app.registered_commands]
    names += [f"document {command.name}" for command in document_app.registered_commands]
    assert [name for name in names if f"lcsynth {name}" not in README] == []


def test_no_file_names_a_machine_or_a_registry():
    # Put together here, so that this file does not hold them itself.
    forbidden = [
        "/" + "home/",
        "/" + "root/",
        "/" + "work/",
        "files." + "pythonhosted",
        "pypi." + "org",
        "localhost" + ":",
    ]
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in tracked("*")
        if path.suffix != ".xlsx"
        for word in forbidden
        if word in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert found == []


def test_the_files_that_can_reach_a_network_are_known_by_name():
    sending = re.compile(
        r"^\s*(?:import|from) (?:aiohttp|asyncio|ftplib|http|httpx|requests|smtplib|socket|ssl|urllib3"
        r"|urllib\.request)\b|^\s*from urllib import .*\brequest\b",
        re.MULTILINE,
    )
    files = (ROOT / "lcsynth").rglob("*.py")
    found = {path.name for path in files if sending.search(path.read_text(encoding="utf-8"))}
    # They ask an endpoint, look for a free port of this machine, and fetch a model that the settings name.
    assert found == {"endpoint.py", "lab.py", "models.py"}


def test_nothing_generated_is_kept_in_git():
    found = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    pattern = r"^(reports/.+\.(html|ipynb|json)|data/(interim|processed|private)/.*|uv\.lock)$"
    assert re.findall(pattern, found, re.MULTILINE) == []


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebooks_are_thin_and_have_no_outputs(path):
    cells = [
        cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"
    ]
    lines = [line for cell in cells for line in "".join(cell["source"]).splitlines() if line.strip()]
    assert [cell for cell in cells if cell["outputs"] or cell["execution_count"]] == []
    assert [line for line in lines if line.lstrip().startswith(("def ", "class ", "async def "))] == []
    assert len([line for line in lines if not line.lstrip().startswith("#")]) < 60


def test_the_public_verbs_are_at_most_ten_and_all_documented():
    import lcsynth

    assert len(lcsynth.__all__) <= 10
    assert [name for name in lcsynth.__all__ if not getattr(lcsynth, name).__doc__] == []
