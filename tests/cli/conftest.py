"""The command line, called as people type it."""

import pytest

from lcsynth.cli import main


@pytest.fixture
def call(capsys):
    """Call the command line; gives exit code, standard output, standard error."""

    def run(*arguments):
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return done.value.code, printed.out, printed.err

    return run
