import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from lcsynth.errors import DataError
from lcsynth.report import SessionPage
from lcsynth.report.update import LONGEST, SHORTEST, update_text

HOSTILE = [
    "<script>alert(1)</script> staat hier midden in een zin",
    "[klik hier](javascript:alert(1)) voor meer tijd in het rooster",
    "{{ config }} en {% raw %} in een gewone zin over tijd",
    "x" * 10_000,
    "\u202eomgekeerd en dan nog wat woorden in een zin",
    "Een zin met\nwel twee regels en dan ook nog # een kop",
    "- een punt van een lijst met woorden erachter",
    "Schrijf naar iemand@voorbeeld.nl of kijk op https://voorbeeld.nl",
]


def people(tables, most):
    """Keep only the first so many people."""
    kept = tables.contributions["contributor"].isin([f"P-{n:02d}" for n in range(1, most + 1)])
    contributions = tables.contributions[kept]
    statements = tables.statements[
        tables.statements["contribution_id"].isin(contributions["contribution_id"])
    ]
    ids = statements["statement_id"]
    assignments = tables.assignments[tables.assignments["statement_id"].isin(ids)]
    return replace(tables, contributions=contributions, statements=statements, assignments=assignments)


def update_of(tables, language="nl", following=None):
    return update_text(SessionPage(tables, language), following)


def test_it_says_what_when_who_what_stood_out_what_happens_and_what_is_next(first, workspace):
    text = update_of(first, "en", workspace.session("s2"))
    for part in (
        "# First session\n",
        "Illustrative data: made up as an example.",
        "On 17 May 2022, 34 people gave feedback on “Samen leren”.",
        "Who took part: Researchers (23) and Practitioners (11).",
        "What stood out:\n- “Time and hours” came up most: 34 of 34 people",
        "The authors weigh each theme",
        "The next session: Second session, 21 June 2022, Zwolle.",
    ):
        assert part in text


def test_a_session_that_is_no_sample_is_not_called_illustrative(second):
    assert "Voorbeeldgegevens" not in update_of(second)


def test_the_same_tables_give_the_same_text(first, workspace):
    assert update_of(first) == update_of(first)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("most", [1, 4, 5, 12, 34])
def test_it_has_600_to_1300_characters_however_many_people_took_part(first, workspace, language, most):
    for following in (None, workspace.session("s2")):
        text = update_of(people(first, most), language, following)
        assert SHORTEST <= len(text) <= LONGEST


def test_labels_and_titles_of_any_length_do_not_make_it_too_long(first, workspace):
    themes = first.themes.assign(label_nl="[lang](x) " * 900, label_en="y" * 9_000)
    session = first.session.model_copy(
        update={"title": first.session.title.model_copy(update={"nl": "*" * 9_000, "en": "woord " * 900})}
    )
    following = workspace.session("s2").model_copy(update={"place": "plaats " * 900})
    for language in ("nl", "en"):
        found = replace(first, themes=themes, session=session)
        assert SHORTEST <= len(update_of(found, language, following)) <= LONGEST


def test_groups_and_sessions_that_are_too_small_are_not_told_apart(first):
    few = first.contributions["contributor"].isin(["P-01", "P-02"])
    audience = first.contributions["audience"].where(~few, "beleid")
    text = update_of(replace(first, contributions=first.contributions.assign(audience=audience)))
    assert "beleid" not in text
    small = update_of(people(first, 4))
    assert "minder dan 5 mensen" in small
    assert not re.search(r"\b4\b|s01", small)
    assert "Tijd en uren" not in small


def test_it_quotes_literally_with_the_id_and_rather_in_the_language_of_the_page(first):
    for language in ("nl", "en"):
        quoted, name = re.search(r"^“(.+)” \((s\w+)\)$", update_of(first, language), re.MULTILINE).groups()
        statement = first.statements.set_index("statement_id").loc[name]
        assert (statement["text"], statement["language"]) == (quoted, language)


def test_a_quote_that_is_not_verbatim_or_that_people_hid_or_excluded_stops_it(first):
    page = SessionPage(first, "nl")
    page.quotes = page.quotes.assign(text="Dat heeft niemand zo gezegd.")
    with pytest.raises(DataError, match="not the text of its statement"):
        update_text(page, None)
    for quote in ("hidden", "excluded"):
        page = SessionPage(first, "nl")
        page.synthesis = replace(first, assignments=first.assignments.assign(quote=quote))
        with pytest.raises(DataError, match=f"{quote} by people"):
            update_text(page, None)


@pytest.mark.parametrize("said", HOSTILE)
def test_what_would_do_something_where_it_is_pasted_is_not_quoted(first, said):
    text = update_of(first.saying(said))
    assert said not in text
    assert "” (s1" in text or "” (s01" in text or re.search(r"” \(s", text)


@pytest.mark.parametrize("title", HOSTILE)
def test_titles_and_labels_are_text_in_markdown_and_in_the_templates_of_a_website(first, workspace, title):
    themes = first.themes.assign(label_nl=title, label_en=title)
    session = first.session.model_copy(update={"title": first.session.title.model_copy(update={"nl": title})})
    text = update_of(replace(first, themes=themes, session=session))
    shown = MarkdownIt("commonmark").parse(text)
    inside = [one for part in shown for one in part.children or ()]
    assert {one.type for one in inside} <= {"text", "softbreak", "em_open", "em_close", "text_special"}
    assert "html_block" not in {one.type for one in shown}
    assert sum(one.type == "heading_open" for one in shown) == 1
    assert not re.search(r"\{[{%#]|[%#}]\}|[\u202a-\u202e]", text)
