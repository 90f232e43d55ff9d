import base64
import hashlib
import re

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from lcsynth.report import SessionPage
from lcsynth.report.exporter import page_of
from lcsynth.report.fragment import Fragment

HEADER = Fragment("<h1>A</h1>", "top", "", {"title": "A & B", "language": "nl", "contents": "Inhoud"})


def shown(*fragments):
    cells = []
    for fragment in fragments:
        data, metadata = fragment._repr_mimebundle_()
        cells.append(
            new_code_cell(
                "page.secret()", outputs=[new_output("execute_result", data=data, metadata=metadata)]
            )
        )
    return new_notebook(cells=cells)


def report(synthesis, language="nl"):
    page = SessionPage(synthesis, language)
    return page_of(shown(page.header(), page.findings(), page.themes(), page.comparison(), page.paper()))


def test_the_page_has_the_outputs_and_never_the_code():
    page = page_of(shown(HEADER, Fragment("<p>one</p>", "x", "One")))
    assert "<p>one</p>" in page
    assert "page.secret" not in page


def test_the_page_takes_language_title_and_contents_from_its_fragments():
    page = page_of(shown(HEADER, Fragment("<p>one</p>", "x", "One <b>")))
    assert '<html lang="nl">' in page
    assert "<title>A &amp; B</title>" in page
    assert '<a href="#x">One &lt;b&gt;</a>' in page


def test_markdown_cells_prints_and_warnings_are_not_for_readers():
    notebook = shown(HEADER)
    notebook.cells += [
        new_markdown_cell("how to use this"),
        new_code_cell("x", outputs=[new_output("stream", name="stderr", text="a warning")]),
    ]
    page = page_of(notebook)
    assert "how to use this" not in page
    assert "a warning" not in page


def test_what_a_notebook_shows_besides_is_kept_but_its_text_is_escaped():
    other = new_code_cell(
        "x", outputs=[new_output("execute_result", data={"text/plain": "<script>alert(1)</script>"})]
    )
    page = page_of(new_notebook(cells=[*shown(HEADER).cells, other]))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_page_without_charts_has_no_script_at_all(second):
    page = page_of(shown(SessionPage(second, "nl").header(), SessionPage(second, "nl").news()))
    assert "<script" not in page
    assert "script-src &#39;none&#39;" in page


def test_a_report_has_plotly_once_and_stays_under_six_megabytes(second):
    page = report(second)
    assert page.count("plotly.js v") == 1
    assert len(page.encode()) < 6_000_000


def test_only_scripts_whose_hash_the_policy_names_can_run_and_nothing_is_loaded(second):
    page = report(second)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert not re.search(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?(?!data:)""", page)


def test_the_page_has_one_main_heading_landmarks_and_a_skip_link(second):
    page = report(second)
    assert page.count("<h1>") == 1
    for mark in (
        '<main id="content"',
        "<nav ",
        "<header class",
        "<footer ",
        'class="lc-skip" href="#content"',
    ):
        assert mark in page


def test_every_chart_has_a_caption_a_text_alternative_and_an_open_table(second):
    page = report(second)
    charts = re.findall(r'<figure class="lc-chart".*?</figure>', page, flags=re.DOTALL)
    assert len(charts) == 3
    for chart in charts:
        assert "<figcaption><strong>" in chart
        assert re.search(r'role="img" aria-label="Grafiek: [^"]{20,}"', chart)
        assert re.search(r"<details open>.*<table>.*</details>", chart, flags=re.DOTALL)


def test_ids_in_a_page_are_unique(second):
    found = re.findall(r'\sid="([^"]+)"', re.sub(r"<script.*?</script>", "", report(second), flags=re.DOTALL))
    assert len(found) == len(set(found))


def test_the_page_does_not_hang_on_the_folder_one_happens_to_be_in(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert "<p>one</p>" in page_of(shown(HEADER, Fragment("<p>one</p>", "x", "One")))
