"""No page is made with words that nobody said, or that people did not want quoted, whatever chose them."""

from dataclasses import replace

import pytest

import lcsynth.analysis.quotes as choosing
from lcsynth.errors import DataError
from lcsynth.report import DocumentPage, SessionPage

PAGES = [(SessionPage, "second"), (DocumentPage, "whole")]


@pytest.fixture(params=PAGES, ids=["session", "living document"])
def made(request):
    kind, fixture = request.param
    tables = request.getfixturevalue(fixture)
    return lambda changed=tables: kind(changed, "nl"), tables


@pytest.mark.parametrize("place", [1, 2], ids=["title quote", "another quote"])
def test_a_quote_that_was_changed_on_its_way_stops_the_page(made, monkeypatch, place):
    page, _ = made
    chosen = choosing.representative

    def spoiled(*arguments, **options):
        quotes = chosen(*arguments, **options)
        return quotes.assign(text=quotes["text"].mask(quotes["place"] == place, "Niemand zei dit."))

    page()
    monkeypatch.setattr(choosing, "representative", spoiled)
    with pytest.raises(DataError, match="not the text of its statement"):
        page()


def test_a_single_voice_that_was_changed_on_its_way_stops_the_page(made, monkeypatch):
    page, _ = made
    listed = choosing.single_voices
    monkeypatch.setattr(
        choosing, "single_voices", lambda **tables: listed(**tables).assign(text="Niemand zei dit.")
    )
    with pytest.raises(DataError, match="not the text of its statement"):
        page()


@pytest.mark.parametrize("mark", ["hidden", "excluded"])
def test_a_quote_that_people_hid_or_excluded_stops_the_page_if_it_is_chosen_all_the_same(
    made, monkeypatch, mark
):
    page, tables = made
    marked = replace(tables, assignments=tables.assignments.assign(quote=mark))
    chosen = choosing.representative
    monkeypatch.setattr(
        choosing,
        "representative",
        lambda voices, **options: chosen(voices.assign(quote=""), **options),
    )
    with pytest.raises(DataError, match=f"{mark} by people"):
        page(marked)


def test_a_statement_that_is_no_slice_of_its_contribution_stops_the_page(made):
    page, tables = made
    moved = tables.statements.assign(start=1)
    with pytest.raises(DataError, match="verbatim slice"):
        page(replace(tables, statements=moved))
