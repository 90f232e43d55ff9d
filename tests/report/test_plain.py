import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lcsynth.report.plain import escaped, inert, plain, shortened

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[klik](javascript:alert(1))",
    "**vet** _schuin_ `code`",
    "{{ config }} {% include 'x' %}",
    "![](x)",
    "&lt;b&gt;",
    "<https://voorbeeld.nl>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_escaped_text_reads_in_markdown_as_it_was_written(text):
    (paragraph,) = [one for one in MarkdownIt().parse(f"“{escaped(text)}”") if one.type == "inline"]
    shown = "".join(one.content for one in paragraph.children)
    assert {one.type for one in paragraph.children} <= {"text", "text_special"}
    assert shown == f"“{text}”"
    assert "{{" not in escaped(text)
    assert "{%" not in escaped(text)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "- punt", "# kop", "1. een", "a\nb", "a\u202eb", "bel a@b.nl", "www.x.nl"]
)
def test_a_text_that_would_do_something_is_not_inert(text):
    assert not inert(text)


def test_an_ordinary_sentence_is_inert():
    assert inert("Er is te weinig tijd (en geld) – 3 uur per week, zegt “men”; of niet? 50% & meer!")


@given(st.text())
def test_plain_text_is_one_line_that_xml_can_hold_and_stays_plain(text):
    from xml.etree import ElementTree

    found = plain(text)
    assert plain(found) == found
    assert len(found.splitlines()) <= 1
    root = ElementTree.Element("a")
    root.text = found
    assert (ElementTree.fromstring(ElementTree.tostring(root, encoding="utf-8")).text or "") == found


@given(st.text(), st.integers(2, 50))
def test_a_shortened_text_has_at_most_so_many_characters_and_is_whole_when_it_fits(text, most):
    found = shortened(text, most)
    assert len(found) <= most
    assert found == text if len(text) <= most else found.endswith("…")
