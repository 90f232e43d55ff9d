"""What is known of names: the lists of deduce, read from where it is installed, and our own.

deduce (LGPL) has good Dutch lists and a detector made for medical records, which takes a line's first
word into a name, masks towns and builds its look-ups in 80 seconds. Only its lists are used here, as
data at run time: they load in a tenth of a second, and nothing of them is copied into this project.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lcsynth.errors import DataError
from lcsynth.prepare.institutions import PLACES_ABROAD
from lcsynth.prepare.surnames import ALSO_HAMLETS, SURNAMES
from lcsynth.prepare.world_names import FIRST_NAMES

_LOOKUP = Path("data", "lookup", "src")


@dataclass(frozen=True)
class Lexicon:
    """First names, surnames, the part of surnames after a prefix ("Vries" of "de Vries"), and places."""

    first: frozenset[str]
    last: frozenset[str]
    prefixed: frozenset[str]
    places: frozenset[str]

    def is_first(self, name: str) -> bool:
        """Tell whether this is a first name, also in capitals or joined: "JAN", "Anne-Fleur"."""
        if name in self.first:
            return True
        if name.isupper() and len(name) > 2:
            return name.capitalize() in self.first
        head, hyphen, tail = name.partition("-")
        return bool(hyphen) and head in self.first and tail[:1].isupper()

    def is_surname(self, name: str) -> bool:
        """Tell whether this can stand after a first name: a surname, or another first name."""
        if name.isupper() and len(name) > 2:
            name = name.capitalize()
        head = name.partition("-")[0]
        return any(part in one for part in (name, head) for one in (self.last, self.prefixed, self.first))

    def is_place(self, name: str) -> bool:
        """Tell whether this is a town, region or province of the Netherlands, or a place abroad."""
        return name in self.places


@cache
def load_lexicon() -> Lexicon:
    """Read the lists of the installed deduce; deduce itself is not imported, which takes seconds.

    Raises
    ------
    DataError
        If deduce or one of its lists is absent: names would silently go unmasked.
    """
    spec = importlib.util.find_spec("deduce")
    if spec is None or not spec.submodule_search_locations:
        raise _absent("is not installed")
    return read_lexicon(Path(spec.submodule_search_locations[0]))


def read_lexicon(package: Path) -> Lexicon:
    """Read the lists in the folder of the package.

    Raises
    ------
    DataError
        If a list is absent or empty.
    """
    root = package / _LOOKUP
    names, places = root / "names", root / "locations" / "lst_placename"
    return Lexicon(
        first=_read(names / "lst_first_name") | FIRST_NAMES,
        last=_read(names / "lst_surname") | SURNAMES,
        prefixed=_read(names / "lst_interfix_surname"),
        places=PLACES_ABROAD.union(
            place
            for kind in ("municipality", "province", "region", "residence")
            for place in _read(places / f"lst_{kind}")
            if place.removeprefix("De ") not in ALSO_HAMLETS
        ),
    )


def _read(folder: Path) -> frozenset[str]:
    items, exceptions = folder / "items.txt", folder / "exceptions.txt"
    if not items.is_file():
        raise _absent(f"lacks its list {folder.name}")
    # Most lists have exceptions, not all: without them more is masked, never less.
    without = _lines(exceptions) if exceptions.is_file() else frozenset()
    listed = _lines(items) - without
    if not listed:
        raise _absent(f"has nothing in its list {folder.name}")
    return listed


def _lines(path: Path) -> frozenset[str]:
    return frozenset(line.strip() for line in path.read_text("utf-8").split("\n") if line.strip())


def _absent(what: str) -> DataError:
    return DataError(
        f"The package deduce {what}, without which names of persons cannot be masked",
        mend="Install it again, for instance with `uv sync --reinstall-package deduce`",
    )
