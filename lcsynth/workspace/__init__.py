"""Where things are: paths, settings, sessions, locks, atomic writes."""

from lcsynth.workspace.init import init_workspace
from lcsynth.workspace.layout import Workspace, open_workspace
from lcsynth.workspace.settings import LIVING_DOCUMENT, Session, Settings, Source, Thresholds, Title, Wording

__all__ = [
    "LIVING_DOCUMENT",
    "Session",
    "Settings",
    "Source",
    "Thresholds",
    "Title",
    "Wording",
    "Workspace",
    "init_workspace",
    "open_workspace",
]
