"""The reply matrix as its readers see it: at a desk and on a phone, whole and off the network."""

import pytest

from lcsynth.pipeline.replying import reply_matrix

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["nl", "en"])
def matrix(samples, tmp_path_factory, request):
    path = tmp_path_factory.mktemp("matrix") / f"matrix.{request.param}.html"
    path.write_bytes(reply_matrix(samples, language=request.param))
    return path


@pytest.mark.parametrize("width", [390, 1280])
def test_nobody_has_to_scroll_sideways_and_nothing_leaves_the_page(visit, matrix, width):
    page = visit(matrix, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.requests == [matrix.as_uri()]
    assert page.complaints == []


def test_on_a_phone_a_table_is_still_a_table_to_a_screen_reader(visit, matrix):
    page = visit(matrix, 390)
    tables = page.get_by_role("table")
    assert tables.count() > 10
    first = tables.first
    assert first.get_by_role("columnheader").count() == 4
    assert first.get_by_role("rowheader").first.is_visible()
    assert first.get_by_role("cell").count() % 3 == 0


def test_every_link_to_a_theme_leads_somewhere(visit, matrix):
    page = visit(matrix)
    absent = page.evaluate(
        "[...document.querySelectorAll('main a[href^=\"#\"]')]"
        ".filter(a => !document.getElementById(a.hash.slice(1))).length"
    )
    assert absent == 0
    assert page.locator("h1").count() == 1
