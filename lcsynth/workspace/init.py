"""Making an empty workspace."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from lcsynth.errors import CallError
from lcsynth.workspace.files import explained, read_text, write_text
from lcsynth.workspace.layout import SHIPPED, Workspace, absolute, shipped_notebooks


def init_workspace(folder: str | Path, *, embedder: str) -> Workspace:
    """Make an empty workspace that passes every check; a file that is there already stays as it is.

    Raises
    ------
    CallError
        When there is a workspace already, or a file in the way.
    DataError
        When the folder cannot be written.
    """
    root = absolute(folder)
    templates = SHIPPED / "workspace" / "templates"
    with explained(root, "written"):
        if (root / "data" / "workspace.yaml").exists():
            raise CallError(
                "There is a workspace here already", where=str(root), mend="Choose another folder"
            )
        if root.exists() and not root.is_dir():
            raise CallError("This is a file", where=str(root), expected="a folder, or nothing yet")
        for name in ("data/raw", "data/register", "reports"):
            (root / name).mkdir(parents=True, exist_ok=True)
        (root / "notebooks").mkdir(exist_ok=True)
        for notebook in sorted(shipped_notebooks().glob("*.ipynb")):
            if not (root / "notebooks" / notebook.name).exists():
                shutil.copyfile(notebook, root / "notebooks" / notebook.name)
    for name in ("gitignore", "gitattributes"):
        _add_rules(root / f".{name}", read_text(templates / name))
    for place, name in (("data/paper", "v1.md"), ("data", "sessions.yaml")):
        if not (root / place / name).exists():
            write_text(root / place / name, read_text(templates / name))
    settings = read_text(templates / "workspace.yaml").replace(
        "{embedder}", json.dumps(embedder, ensure_ascii=False)
    )
    # What is not printable cannot stand in YAML, and a folder may be called anything.
    name = "".join(character for character in root.name if character.isprintable())
    # Last, because this file is what makes the folder a workspace.
    write_text(
        root / "data" / "workspace.yaml", settings.replace("{name}", json.dumps(name, ensure_ascii=False))
    )
    return Workspace(root)


def is_untouched_example(workspace: Workspace, version: str) -> bool:
    """Tell whether a version of the paper is the example that every new workspace has, word for word."""
    example = SHIPPED / "workspace" / "templates" / "v1.md"
    return version == example.stem and read_text(workspace.paper(version)) == read_text(example)


def _add_rules(path: Path, rules: str) -> None:
    """Tell git what to leave out and how to merge, also where it was told something already."""
    there = read_text(path) if path.exists() else ""
    absent = [rule for rule in rules.splitlines() if rule not in there.splitlines()]
    if absent:
        between = "\n" if there and not there.endswith("\n") else ""
        write_text(path, there + between + "\n".join(absent) + "\n")
