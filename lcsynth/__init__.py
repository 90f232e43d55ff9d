"""From feedback sessions to themes, decisions and the next version of a living document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcsynth.lazily import imported_on_first_use

if TYPE_CHECKING:
    from lcsynth.pipeline.adding import add
    from lcsynth.pipeline.checking import check
    from lcsynth.pipeline.curating import curate
    from lcsynth.pipeline.running import run
    from lcsynth.pipeline.standing import status
    from lcsynth.pipeline.synthesis import synthesise
    from lcsynth.themes import discover
    from lcsynth.workspace import init_workspace, open_workspace

__version__ = "0.1.0"
__all__ = [
    "add",
    "check",
    "curate",
    "discover",
    "init_workspace",
    "open_workspace",
    "run",
    "status",
    "synthesise",
]

# Imported on first use, so that `lcsynth --help` does not wait for pandas and BERTopic.
_HOMES = {
    "accept_refit": "pipeline.refitting",
    "add": "pipeline.adding",
    "agreement": "pipeline.agreeing",
    "check": "pipeline.checking",
    "curate": "pipeline.curating",
    "discover": "themes",
    "init_workspace": "workspace",
    "merge_themes": "pipeline.curating",
    "open_workspace": "workspace",
    "propose_refit": "pipeline.refitting",
    "rename_theme": "pipeline.curating",
    "run": "pipeline.running",
    "status": "pipeline.standing",
    "synthesise": "pipeline.synthesis",
}


__getattr__ = imported_on_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
