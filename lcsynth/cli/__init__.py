"""The command line."""

from lcsynth.cli.main import main

__all__ = ["main"]
