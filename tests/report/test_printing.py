"""Finding a browser and printing with it; a small program stands in for the browser."""

import os
import stat
import sys

import pytest

from lcsynth.errors import DataError
from lcsynth.report import printing

PRINTS = """
import pathlib, sys
to = next(one.removeprefix("--print-to-pdf=") for one in sys.argv if one.startswith("--print-to-pdf="))
pathlib.Path(to).write_bytes(b"%PDF-1.4 " + " ".join(sys.argv[1:]).encode())
"""
FAILS = "import sys; sys.exit('no room for a browser')"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line")


@pytest.fixture
def browser(tmp_path):
    def make(source, name="chromium"):
        path = tmp_path / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!{sys.executable}\n{source}", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    return make


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "s1" / "report.nl.html"
    path.parent.mkdir()
    path.write_text("<html></html>", encoding="utf-8")
    return path


def test_a_browser_is_found_where_programs_are_looked_for(browser, monkeypatch):
    monkeypatch.setattr(printing, "_MAC", ())
    monkeypatch.setenv("PATH", str(browser(PRINTS, "msedge").parent))
    assert printing.find_browser().name == "msedge"
    monkeypatch.setenv("PATH", os.devnull)
    for name in printing._WINDOWS_FOLDERS:
        monkeypatch.delenv(name, raising=False)
    assert printing.find_browser() is None


def test_a_page_is_printed_without_a_network_and_with_a_profile_that_is_thrown_away(browser, page):
    pdf = page.with_suffix(".pdf")
    printing.print_pdf(browser(PRINTS), page, pdf)
    told = pdf.read_bytes().decode()
    assert "MAP * ~NOTFOUND" in told
    assert page.as_uri() in told
    profile = told.split("--user-data-dir=")[1].split(" ")[0]
    assert not os.path.exists(profile)  # noqa: PTH110 - a text from elsewhere
    assert sorted(path.name for path in page.parent.iterdir()) == ["report.nl.html", "report.nl.pdf"]


@pytest.mark.parametrize(("uid", "refused"), [(0, True), (1000, False)])
def test_the_sandbox_is_given_up_only_for_root_where_it_refuses_to_run(
    browser, page, monkeypatch, uid, refused
):
    monkeypatch.setattr(os, "geteuid", lambda: uid)
    printing.print_pdf(browser(PRINTS), page, page.with_suffix(".pdf"))
    assert (b"--no-sandbox" in page.with_suffix(".pdf").read_bytes()) == refused


def test_a_browser_that_prints_nothing_is_told_and_leaves_the_earlier_print(browser, page):
    pdf = page.with_suffix(".pdf")
    pdf.write_bytes(b"%PDF-earlier")
    with pytest.raises(DataError, match="no room for a browser"):
        printing.print_pdf(browser(FAILS), page, pdf)
    with pytest.raises(DataError, match="printed no PDF"):
        printing.print_pdf(page.with_name("nothing"), page, pdf)
    assert pdf.read_bytes() == b"%PDF-earlier"
