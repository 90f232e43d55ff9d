"""The page of a participant and the page of a trace, as somebody opens them."""

import itertools

import pytest

from lcsynth.pipeline.contributors import contributor_page
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.pipeline.tracing import trace, written

pytestmark = pytest.mark.browser
PAGES = [f"{name}.{language}.html" for name in ("own", "trace") for language in ("nl", "en")]


@pytest.fixture(scope="module")
def pages(samples, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    said = synthesise(samples).contributions["contributor"].value_counts()
    for language in ("nl", "en"):
        own = contributor_page(samples, said.index[0], language=language)
        (folder / f"own.{language}.html").write_text(own, encoding="utf-8")
        chain = written(samples, trace(samples, "v1/2.2", language=language), "html", language=language)
        (folder / f"trace.{language}.html").write_text(chain, encoding="utf-8")
    return folder


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_it_is_read_without_scrolling_sideways_and_fetches_nothing(visit, pages, name, width):
    page = visit(pages / name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.requests == [(pages / name).as_uri()]
    assert page.complaints == []


@pytest.mark.parametrize("name", PAGES)
def test_it_has_one_title_a_language_landmarks_and_headings_in_order(visit, pages, name):
    page = visit(pages / name)
    assert page.locator("h1").count() == page.locator("main").count() == 1
    assert page.locator("html").get_attribute("lang") == name.split(".")[1]
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => +one.tagName[1])")
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
