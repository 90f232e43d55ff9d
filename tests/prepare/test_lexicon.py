import importlib.util
import shutil
from pathlib import Path

import pytest

from lcsynth.errors import DataError
from lcsynth.prepare.lexicon import load_lexicon, read_lexicon

LISTS = Path("data", "lookup", "src")


@pytest.fixture
def package(tmp_path):
    """A copy of the lists of deduce."""
    (installed,) = importlib.util.find_spec("deduce").submodule_search_locations
    for kind in ("names", "locations/lst_placename"):
        shutil.copytree(Path(installed, LISTS, kind), tmp_path / LISTS / kind)
    return tmp_path


def test_the_lists_are_read(package):
    lexicon = read_lexicon(package)
    assert lexicon == load_lexicon()
    assert lexicon.is_first("Fatima")
    assert lexicon.is_surname("Jansen")
    assert lexicon.is_place("Zwolle")


@pytest.mark.parametrize(
    "name", ["names/lst_first_name", "names/lst_surname", "locations/lst_placename/lst_residence"]
)
@pytest.mark.parametrize("left", [None, "\n"])
def test_an_absent_or_empty_list_is_an_error_that_names_the_package(package, name, left):
    path = package / LISTS / name / "items.txt"
    path.unlink()
    if left is not None:
        path.write_text(left, "utf-8")
    with pytest.raises(DataError, match=rf"deduce .*{path.parent.name}.*--reinstall-package deduce"):
        read_lexicon(package)


def test_a_list_without_exceptions_is_whole(package):
    (package / LISTS / "names" / "lst_surname" / "exceptions.txt").unlink()
    assert read_lexicon(package).last >= load_lexicon().last


def test_an_absent_package_is_an_error_that_names_it(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(DataError, match="deduce is not installed"):
        load_lexicon.__wrapped__()
