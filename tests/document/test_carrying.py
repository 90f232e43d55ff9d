"""Links are taken along to a later version of the paper."""

import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.document import align, carry, collisions, parse_paper, with_hand_links
from lcsynth.document.unplaced import homeless, lost_places, strangers, unplaced
from lcsynth.register.linking import HandLink

TIME = (
    "Deelnemers hebben tijd nodig om samen te leren, en die tijd staat zelden in het rooster van een school."
)
TRUST = (
    "Vertrouwen groeit langzaam. Wie elkaar niet kent, stelt geen vragen waarop hij het antwoord niet weet."
)
MONEY = (
    "Zonder geld houdt een groep het twee jaar vol; daarna vertrekken eerst de bedrijven en dan de docenten."
)
OLD = parse_paper(f"## 1 Begin\n\n{TIME}\n\n{TRUST}\n\n## 2 Slot\n\n{MONEY}\n", version="v1")
NEW = parse_paper(f"## 1 Waarom\n\nNieuw.\n\n## 2 Begin\n\n{TRUST}\n\n{TIME} {MONEY}\n", version="v2")


def links(*rows, version="v1"):
    columns = ["statement_id", "section", "anchor", "how"]
    return schema.conform(pd.DataFrame(rows, columns=columns).assign(paper_version=version), "links")


def test_links_follow_their_place_and_keep_how_they_were_found():
    table = links(("s1", "1", "1:2", "anchored"), ("s1", "1", "1", "said"), ("s2", "1", "1:1", "similar"))
    carried, gone = carry(table, [align(OLD, NEW)], to="v2")
    assert carried[["statement_id", "paper_version", "anchor", "how"]].to_numpy().tolist() == [
        ["s1", "v2", "2", "said"],
        ["s1", "v2", "2:1", "anchored"],
        ["s2", "v2", "2:2", "similar"],
    ]
    assert gone.empty


def test_two_places_that_became_one_give_one_link():
    table = links(("s1", "1", "1:1", "anchored"), ("s1", "2", "2:1", "anchored"))
    carried, _ = carry(table, [align(OLD, NEW)], to="v2")
    assert carried["anchor"].tolist() == ["2:2"]


def test_links_to_what_is_gone_are_accounted_for():
    short = parse_paper(f"## 1 Begin\n\n{TIME}\n", version="v2")
    table = links(("s1", "1", "1:2", "anchored"), ("s2", "1", "1:2", "similar"), ("s3", "1", "1:1", "said"))
    carried, gone = carry(table, [align(OLD, short)], to="v2")
    assert carried["statement_id"].tolist() == ["s3"]
    assert gone["statement_id"].tolist() == ["s1", "s2"]
    assert len(carried) + len(gone) == len(table)
    (row,) = lost_places(gone, to="v2")
    assert (row["kind"], row["subject"]) == ("place gone", "1:2")
    assert row["told"].startswith("2 statements about 1:2 of v1, which is gone in v2")


def test_links_of_the_same_version_stay_as_they_are():
    table = links(("s1", "1", "1:2", "anchored"))
    carried, gone = carry(table, [], to="v1")
    assert carried.equals(table)
    assert gone.empty


def hand(anchor, *, statement="s0", theme="", linked=True, section="1"):
    return HandLink(theme, statement if not theme else "", "v1", section, anchor, linked, "Anne")


@pytest.fixture
def said(tables_of):
    """Three statements, two of them in T001."""
    statements, contributions = tables_of(("a", "P1", ""), ("b", "P2", ""), ("c", "P3", ""))
    themes = ["T001", "T001", "T002"]
    rows = {"theme_id": themes, "similarity": 0.5, "rank": 1, "how": "found"}
    assignments = schema.conform(pd.DataFrame({"statement_id": ["s0", "s1", "s2"], **rows}), "assignments")
    return statements, contributions, assignments


def by_hand(table, said, *operations):
    statements, _, assignments = said
    return with_hand_links(table, operations, statements, assignments, lambda theme: theme)


def test_a_person_adds_a_link_and_is_named(said):
    table = by_hand(links(), said, hand("1:2"))
    assert table[["statement_id", "anchor", "how", "coder"]].to_numpy().tolist() == [
        ["s0", "1:2", "person", "Anne"]
    ]
    assert schema.validate(table, "links") is not None


def test_a_link_of_a_theme_is_one_of_each_of_its_statements(said):
    assert by_hand(links(), said, hand("", theme="T001"))["statement_id"].tolist() == ["s0", "s1"]


def test_what_a_person_takes_away_is_gone_however_it_was_found(said):
    table = links(("s0", "1", "1", "asked"), ("s0", "1", "1:1", "similar"), ("s0", "2", "2:1", "said"))
    assert by_hand(table, said, hand("1:1", linked=False))["anchor"].tolist() == ["1", "2:1"]
    assert by_hand(table, said, hand("", linked=False))["anchor"].tolist() == ["2:1"]


def test_the_last_word_of_a_person_holds(said):
    assert by_hand(links(), said, hand("1:1"), hand("1:1", linked=False)).empty
    assert len(by_hand(links(), said, hand("1:1", linked=False), hand("1:1"))) == 1
    assert by_hand(links(), said, hand("1:1"), hand("", linked=False)).empty


def test_several_themes_on_one_paragraph_collide(said):
    statements, contributions, assignments = said
    table = links(("s0", "1", "1:1", "anchored"), ("s1", "1", "1:1", "similar"), ("s2", "1", "1:1", "said"))
    found = schema.validate(collisions(table, assignments, statements, contributions), "collisions")
    assert found.to_numpy().tolist() == [["v1", "1", "1:1", "T001, T002", 3, 3]]


def test_one_similar_statement_and_whole_sections_make_no_collision(said):
    statements, contributions, assignments = said
    weak = links(("s0", "1", "1:1", "anchored"), ("s2", "1", "1:1", "similar"))
    whole = links(("s0", "1", "1", "asked"), ("s2", "1", "1", "said"))
    for table in (weak, whole, links()):
        assert collisions(table, assignments, statements, contributions).empty


def told(statements, contributions, table, paper=OLD):
    return [(row["kind"], row["where"]) for row in unplaced(statements, contributions, table, paper)]


def test_marked_words_that_are_absent_or_repeated_need_a_person(tables_of):
    statements, contributions = tables_of(("Hoezo?", "P1", ""), ("Nee.", "P2", ""), ("Ja.", "P3", ""))
    contributions["anchor"] = ["niet", "staat nergens", "Vertrouwen groeit"]
    twice = parse_paper("## 1 A\n\nDit niet.\n\nDat ook niet.\n\nVertrouwen groeit.\n", version="v1")
    assert told(statements, contributions, links(), twice) == [
        ("words repeated", "v1 1:1 1:2"),
        ("words absent", "v1"),
    ]
    placed = links(("s0", "1", "1:1", "person"))
    assert told(statements, contributions, placed, twice) == [("words absent", "v1")]


def test_a_section_that_is_not_there_needs_a_person(tables_of):
    statements, contributions = tables_of(("Zie §7.1 en §1", "P1", ""), ("Prima", "P2", ""))
    assert told(statements, contributions, links()) == [("section absent", "v1 7.1")]


def test_a_page_needs_a_person_unless_the_paragraph_is_known(tables_of):
    statements, contributions = tables_of(("Op p. 4 staat een fout", "P1", ""), ("Prima", "P2", ""))
    assert told(statements, contributions, links()) == [("page unknown", "v1")]
    assert told(statements, contributions, links(("s0", "1", "1:1", "similar"))) == []


def test_versions_that_share_nothing_and_links_to_nowhere_need_a_person():
    other = parse_paper("## 1 Anders\n\nHier staat iets heel anders.\n", version="v2")
    assert [row["kind"] for row in strangers(align(OLD, other), "v1", "v2")] == ["versions apart"]
    assert list(strangers(align(OLD, NEW), "v1", "v2")) == []
    given = [hand("1:1"), hand("1:9"), hand("", section="8"), hand("1:9", linked=False)]
    assert [row["where"] for row in homeless(given, {"v1": OLD})] == ["v1 1:9", "v1 8"]
    assert len(list(homeless(given[:1], {}))) == 1
