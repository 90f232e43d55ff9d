"""Permanent themes: the log of what was found and changed, and its replay."""

from lcsynth.register.appending import append
from lcsynth.register.log import Operation, operation, read_log
from lcsynth.register.replay import Register, replay
from lcsynth.register.state import Theme

__all__ = ["Operation", "Register", "Theme", "append", "operation", "read_log", "replay"]
