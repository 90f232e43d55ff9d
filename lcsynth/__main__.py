"""`python -m lcsynth` is `lcsynth`."""

from lcsynth.cli import main

main()
