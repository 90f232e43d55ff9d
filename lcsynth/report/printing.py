"""A report as a PDF, printed by a browser that is on this machine already."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from lcsynth.errors import DataError
from lcsynth.workspace.files import write_atomically

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "microsoft-edge-stable",
    "brave-browser",
)
# Where macOS and Windows keep them, which is not on the search path.
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")

_QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    # A report needs no network, and the browser is not to use one for itself either.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-quic",
    "--disable-sync",
    # Until the charts are drawn; this clock runs as fast as the page has nothing to do.
    "--virtual-time-budget=20000",
)
_SECONDS = 180
_LAST_WORDS = 300  # characters


def find_browser() -> Path | None:
    """Find a Chromium, Chrome or Edge on this machine; None when there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return Path(found)
    folders = [Path(folder) for name in _WINDOWS_FOLDERS if (folder := os.environ.get(name))]
    elsewhere = [*map(Path, _MAC), *(folder / name for folder in folders for name in _WINDOWS)]
    return next((path for path in elsewhere if path.is_file()), None)


def print_pdf(browser: Path, page: Path, pdf: Path) -> None:
    """Print a page to a PDF with a profile of its own, which is thrown away, and without a network.

    Raises
    ------
    DataError
        When the browser cannot be started, takes too long or prints nothing.
    """
    with tempfile.TemporaryDirectory(prefix="lcsynth-", ignore_cleanup_errors=True) as profile:
        write_atomically(pdf, lambda part: _print(browser, page, part, profile))


def _print(browser: Path, page: Path, part: Path, profile: str) -> None:
    arguments = [
        str(browser),
        *_QUIET,
        f"--user-data-dir={profile}",
        *(["--no-sandbox"] if _is_root() else []),  # its sandbox refuses to run as root
        f"--print-to-pdf={part}",
        page.as_uri(),
    ]
    try:
        done = subprocess.run(
            arguments, capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False
        )
        said = done.stderr
    except subprocess.TimeoutExpired:
        said = f"it took more than {_SECONDS} seconds"
    except OSError as error:
        said = str(error)
    if not part.is_file() or not part.read_bytes().startswith(b"%PDF-"):
        raise DataError(
            f"The browser {browser.name} printed no PDF ({' '.join(said.split())[-_LAST_WORDS:]})",
            where=f"{page.parent.name}/{page.name}",
            mend="The report itself is there: open it in a browser and print it",
        )


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
