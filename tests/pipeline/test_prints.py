import pytest

from lcsynth.errors import DataError
from lcsynth.pipeline.prints import print_reports, remove_stale
from lcsynth.pipeline.targets import targets
from lcsynth.report import printing


@pytest.fixture
def pages(copy_samples, tmp_path):
    """The sample sessions with a page in the place of each report."""
    workspace = copy_samples(tmp_path / "ws")
    for target in targets(workspace):
        for path in target.reports:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"<html>{path.name}</html>", encoding="utf-8")
    return workspace


@pytest.fixture
def printed(monkeypatch, tmp_path):
    found = []

    def print_one(browser, page, pdf):
        found.append(f"{page.parent.name}/{page.name}")
        pdf.write_bytes(b"%PDF-1.4")

    monkeypatch.setattr(printing, "find_browser", lambda: tmp_path / "browser")
    monkeypatch.setattr(printing, "print_pdf", print_one)
    return found


def test_every_report_is_printed_once_and_again_when_it_changed(pages, printed):
    assert len(print_reports(pages)) == len(printed) == 8
    assert len(print_reports(pages)) == len(printed) == 8
    changed = pages.report(None, "nl")
    changed.write_text("<html>anders</html>", encoding="utf-8")
    print_reports(pages)
    assert printed[8:] == ["living-document/report.nl.html"]


def test_the_overview_links_what_was_printed(pages, printed):
    print_reports(pages, ["2022-09-20-beleid"], languages=["en"])
    page = pages.reports("index.html").read_text(encoding="utf-8")
    assert 'href="2022-09-20-beleid/report.en.pdf"' in page
    assert page.count(".pdf") == 2  # told in both languages


def test_a_print_of_what_the_report_said_before_is_removed(pages, printed):
    print_reports(pages)
    pages.report(None, "nl").write_text("<html>anders</html>", encoding="utf-8")
    remove_stale(targets(pages))
    assert not pages.printed(None, "nl").exists()
    assert pages.printed(None, "en").exists()


def test_without_a_browser_one_paragraph_says_so_and_how_to_print_all_the_same(pages, monkeypatch):
    monkeypatch.setattr(printing, "find_browser", lambda: None)
    with pytest.raises(DataError, match="There is no browser here that can print a PDF") as error:
        print_reports(pages)
    assert "only the reports themselves were made" in str(error.value)
