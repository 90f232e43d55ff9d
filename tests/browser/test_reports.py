"""What a stakeholder sees: one file, at a desk and on a phone, with scripts and without, off the network."""

import re

import pypdf
import pytest

from lcsynth.report.printing import find_browser, print_pdf

pytestmark = pytest.mark.browser

REPORTS = [
    f"{name}/report.{language}.html"
    for name in ("2022-05-17-onderzoekers", "2022-06-21-praktijk", "2022-09-20-beleid", "living-document")
    for language in ("nl", "en")
]
PAGES = [*REPORTS, "index.html"]
MEGABYTE = 1_000_000
# Words that stand in a chart and nowhere else.
IN_THE_PASSPORT = {"nl": "Instellingen › seed", "en": "Settings › seed"}
ON_AN_AXIS = {"nl": "aandeel van de deelnemers", "en": "share of the participants"}


@pytest.fixture
def reports(reported):
    workspace = reported
    return workspace.reports()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_leaves_the_page_and_nothing_goes_wrong(visit, reports, name):
    page = visit(reports / name)
    page.wait_for_timeout(500)
    outside = [url for url in page.requests if not url.startswith(("file:", "data:", "blob:"))]
    assert outside == []
    assert [url for url in page.requests if url.startswith("file:")] == [(reports / name).as_uri()]
    assert page.complaints == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nobody_has_to_scroll_sideways(visit, reports, name, width):
    page = visit(reports / name, width)
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", REPORTS)
def test_charts_are_drawn(visit, reports, name):
    page = visit(reports / name)
    page.wait_for_selector(".main-svg", timeout=10_000)
    charts = page.locator(".js-plotly-plot")
    assert charts.count() == page.locator("figure.lc-chart").count() > 0
    boxes = [charts.nth(place).bounding_box() for place in range(charts.count())]
    assert all(box["width"] > 200 and box["height"] > 100 for box in boxes)


@pytest.mark.parametrize("name", REPORTS)
def test_without_scripts_all_content_is_there(visit, reports, name):
    with_scripts, without = visit(reports / name), visit(reports / name, java_script_enabled=False)
    words = "() => document.querySelectorAll('main blockquote').length"
    assert without.locator("main blockquote").count() == with_scripts.evaluate(words) > 0
    assert without.locator("figure table").first.is_visible()


@pytest.mark.parametrize("name", REPORTS)
def test_without_scripts_not_a_word_is_missing_on_the_screen_or_on_paper(visit, reports, tmp_path, name):
    # What a script draws is told in words beside it.
    words = """() => {
        const main = document.querySelector("main").cloneNode(true);
        for (const part of main.querySelectorAll(".lc-drawing, script, style")) part.remove();
        return main.textContent.split(/\\s+/).join(" ");
    }"""
    with_scripts, without = visit(reports / name), visit(reports / name, java_script_enabled=False)
    assert without.evaluate(words) == with_scripts.evaluate(words)
    without.pdf(path=tmp_path / "report.pdf")
    printed = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "report.pdf").pages)
    assert IN_THE_PASSPORT[name.split(".")[1]] in " ".join(printed.split())
    assert without.locator("figure.lc-chart table").count() > 0


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_all_that_can_be_followed_or_unfolded_and_shows_where_it_is(
    visit, reports, name
):
    page = visit(reports / name)
    page.wait_for_timeout(500)
    page.evaluate("""() => {
        const places = document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']");
        window.places = [...places].filter((place) => place.checkVisibility());
        window.reached = new Set();
    }""")
    wanted = page.evaluate("window.places.length")
    marked = True
    for _ in range(wanted):
        page.keyboard.press("Tab")
        marked &= page.evaluate("""() => {
            const here = document.activeElement;
            window.reached.add(here);
            const style = getComputedStyle(here);
            return here === document.body || (style.outlineStyle !== "none" && style.outlineWidth !== "0px");
        }""")
    missed = "window.places.filter((place) => !window.reached.has(place)).map((place) => place.outerHTML)"
    assert page.evaluate(missed) == []
    assert marked


@pytest.mark.parametrize("name", REPORTS)
def test_one_heading_of_the_first_level_and_a_language(visit, reports, name):
    page = visit(reports / name)
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == name.split(".")[1]
    assert page.locator("main").count() == 1


@pytest.mark.parametrize("name", REPORTS)
def test_the_first_tab_stop_skips_to_the_content(visit, reports, name):
    page = visit(reports / name)
    page.keyboard.press("Tab")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    assert target
    assert target.startswith("#")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == target


@pytest.mark.parametrize("name", REPORTS)
def test_every_quote_carries_its_id_and_the_sample_says_it_is_invented(visit, reports, name):
    page = visit(reports / name)
    quotes = page.locator("figure.lc-quote").all_text_contents()
    assert quotes
    assert [quote for quote in quotes if not re.search(r"\bs[0-9a-f]{12}\b", quote)] == []
    assert ("Voorbeeldgegevens" if ".nl." in name else "Illustrative") in page.locator("body").inner_text()


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_one_file_of_less_than_six_megabytes(reports, name):
    assert (reports / name).stat().st_size < 6 * MEGABYTE


@pytest.mark.parametrize("name", ["2022-06-21-praktijk/report.nl.html", "living-document/report.en.html"])
def test_a_print_holds_the_charts_and_all_that_is_folded_on_a_screen(browser, reports, tmp_path, name):
    pdf = tmp_path / "report.pdf"
    print_pdf(find_browser(), reports / name, pdf)
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(pdf).pages]
    assert min(len(text) for text in pages) > 20
    assert any(ON_AN_AXIS[name.split(".")[1]] in text for text in pages)
    assert any(IN_THE_PASSPORT[name.split(".")[1]] in text for text in pages)
    quoted = re.findall(r'<span class="lc-id">(s[0-9a-f]{12})</span>', (reports / name).read_text("utf-8"))
    assert quoted
    assert [one for one in quoted if one not in "".join(pages).replace(" ", "")] == []
