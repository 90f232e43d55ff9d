"""The entry point: what goes wrong becomes one plain paragraph and an exit code."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.exceptions import TyperException

from lcsynth.cli.commands import app
from lcsynth.errors import CallError, LcsynthError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; errors are one plain paragraph on standard error.

    Exit codes: 0 done, 1 the data or state is wrong, 2 the call is wrong.
    """
    for stream in (sys.stdout, sys.stderr):
        # A label may hold a character that the console cannot show; that is no reason to fail.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(_exit_code(arguments))


def _exit_code(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        result: Any = app(args=given or ["--help"], prog_name="lcsynth", standalone_mode=False)
    except TyperException as error:
        return _tell(CallError(error.format_message(), mend="See `lcsynth --help`"))
    except LcsynthError as error:
        return _tell(error)
    except (typer.Abort, KeyboardInterrupt):
        print("Stopped; `lcsynth run` goes on from here.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: a paragraph, and the details in a file
        return _tell(_unexpected(error))
    return result if isinstance(result, int) else 0


def _tell(error: LcsynthError) -> int:
    print(error, file=sys.stderr)
    return error.exit_code


def _unexpected(error: Exception) -> LcsynthError:
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="lcsynth-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write("".join(traceback.format_exception(error)))
    return LcsynthError(
        f"Something in lcsynth itself went wrong ({type(error).__name__}: {error})",
        mend=f"Nothing received is lost. Report it with {file.name}; look first for personal data in it",
    )
