from lcsynth.report.fragment import Fragment


def test_a_fragment_tells_the_page_its_heading_and_anchor_beside_its_html():
    data, about = Fragment("<p>a</p>", "news", "What is new")._repr_mimebundle_()
    assert data["text/html"] == "<p>a</p>"
    assert about["lcsynth"] == {"anchor": "news", "heading": "What is new", "page": {}}


def test_in_a_terminal_a_fragment_is_its_words_without_scripts():
    fragment = Fragment('<h2>A &amp; B</h2><script type="application/json">{"x": 1}</script><p>c</p>')
    assert fragment.text == "A & B c"


def test_a_frontend_that_wants_one_form_gets_that_form():
    data, _ = Fragment("<p>a</p>")._repr_mimebundle_(include={"text/plain"})
    assert data == {"text/plain": "a"}
