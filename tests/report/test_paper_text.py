"""The paper as HTML: what it says is there, and nothing in it loads or runs."""

import pytest

from lcsynth.report.paper_text import Notes, paragraph_html


def html(text):
    return str(paragraph_html(text, image="afbeelding", table="Tabel"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een *ruime* omschrijving.", "<p>Een <em>ruime</em> omschrijving.</p>"),
        ("- tijd\n- geld", "<ul>\n<li>tijd</li>\n<li>geld</li>\n</ul>"),
        ("[bron](https://voorbeeld.nl)", '<p><a href="https://voorbeeld.nl">bron</a></p>'),
    ],
)
def test_markdown_becomes_html(text, expected):
    assert html(text).strip() == expected


def test_a_wide_table_scrolls_by_itself_and_can_be_reached_by_keyboard():
    found = html("| a | b |\n|---|---|\n| 1 | 2 |")
    assert found.startswith('<div class="lc-scroll" role="region" aria-label="Tabel" tabindex="0"><table>')
    assert found.count("<div") == found.count("</div>")


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))"]
)
def test_what_could_run_is_shown_as_text(hostile):
    found = html(f"Zie {hostile}")
    assert "<script" not in found
    assert "<img" not in found
    assert "href" not in found
    assert "alert(1)" in found


def test_an_image_is_told_and_not_loaded():
    assert (
        html("![de cirkel](https://voorbeeld.nl/a.png)").strip() == "<p><em>[afbeelding: de cirkel]</em></p>"
    )


def test_a_heading_in_a_paragraph_is_no_heading_of_the_page():
    assert "<h" not in html("> # Uitgelicht\n> tekst")


def test_a_footnote_and_its_first_reference_link_to_each_other():
    notes = Notes({"a": 1}, "noot", "terug naar de tekst")

    def shown(text):
        return str(paragraph_html(text, image="afbeelding", table="Tabel", notes=notes)).strip()

    first, later = (
        f'<sup><a href="#note-1"{own} role="doc-noteref" aria-label="noot 1">1</a></sup>'
        for own in (' id="note-ref-1"', "")
    )
    assert shown("Een zin[^a] en weer[^a], geen[^b].") == f"<p>Een zin{first} en weer{later}, geen[^b].</p>"
    assert shown("[^a]: https://voorbeeld.nl <b>") == (
        '<p role="doc-footnote" id="note-1">1. https://voorbeeld.nl &lt;b&gt; '
        '<a href="#note-ref-1" role="doc-backlink" aria-label="terug naar de tekst">↩</a></p>'
    )
    assert html("Een zin[^a].").strip() == "<p>Een zin[^a].</p>"
