"""How statements are linked to the paper is said with numbers, in both languages."""

import pandas as pd

from lcsynth import schema
from lcsynth.report.languages import catalogue
from lcsynth.report.linked import linked_sentences, ways_found

LINKS = schema.conform(
    pd.DataFrame(
        [("s1", "1", "1", "asked"), ("s1", "1", "1:1", "similar"), ("s2", "1", "1:2", "similar")],
        columns=["statement_id", "section", "anchor", "how"],
    ).assign(paper_version="v1"),
    "links",
)


def test_every_statement_is_counted_as_linked_or_not_and_by_how_it_is_known():
    first, second, third = linked_sentences(catalogue("en"), LINKS, 3)
    assert first == "2 of 3 statements are linked to a place in the paper; 1 are not."
    assert second.startswith("That is known by the question that was asked (1) and similarity (1);")
    assert third.startswith("Similarity is measured by the machine")
    assert linked_sentences(catalogue("nl"), LINKS, 3)[0].startswith("2 van de 3 uitspraken")


def test_the_ways_are_named_that_occur_the_surest_first():
    assert ways_found(catalogue("en"), LINKS) == "the question that was asked and similarity"
    assert ways_found(catalogue("en"), LINKS.head(1)) == "the question that was asked"


def test_without_similar_links_nothing_is_said_about_similarity():
    assert len(linked_sentences(catalogue("en"), LINKS.head(1), 3)) == 2
    assert linked_sentences(catalogue("en"), LINKS.head(0), 3)[0].startswith("0 of 3")
    assert linked_sentences(catalogue("en"), LINKS.head(0), 0) == []
