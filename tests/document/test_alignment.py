"""What became of every section and paragraph from one version of the paper to the next."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.document import align, follow, parse_paper, shares_nothing

TIME = (
    "Deelnemers hebben tijd nodig om samen te leren, en die tijd staat zelden in het rooster van een school."
)
TRUST = (
    "Vertrouwen groeit langzaam. Wie elkaar niet kent, stelt geen vragen waarop hij het antwoord niet weet."
)
MONEY = (
    "Zonder geld houdt een groep het twee jaar vol; daarna vertrekken eerst de bedrijven en dan de docenten."
)
ROLES = "Een facilitator bewaakt het gesprek, verdeelt de beurten en brengt terug wat eerder is besproken."
NEW = "Nieuw is de gedachte dat gemeenten een huis bieden aan groepen die hun subsidie zien aflopen."


def paper(version, **sections):
    """Make a version: title → paragraphs, numbered by their place."""
    parts = [
        f"## {number} {title}\n\n" + "\n\n".join(paragraphs)
        for number, (title, paragraphs) in enumerate(sections.items(), start=1)
    ]
    return parse_paper("\n\n".join(parts), version=version)


def changes(old, new, level="paragraph"):
    table = align(old, new)
    rows = table[table["level"] == level]
    return list(zip(rows["change"], rows["old_anchor"], rows["new_anchor"], strict=True))


OLD = paper("v1", Opzetten=[TIME, TRUST], Begeleiden=[ROLES], Borgen=[MONEY])


def test_a_version_that_was_not_changed_is_the_same_throughout():
    table = align(OLD, OLD)
    assert set(table["change"]) == {"same"}
    assert table["old_anchor"].tolist() == ["1", "1:1", "1:2", "2", "2:1", "3", "3:1"]
    assert table["similarity"].tolist() == [1.0] * 7


def test_other_markup_and_typographic_signs_do_not_make_a_text_another():
    new = paper(
        "v2", Opzetten=[TIME.replace("samen", "**samen**"), TRUST], Begeleiden=[ROLES], Borgen=[MONEY]
    )
    assert {change for change, *_ in changes(OLD, new)} == {"same"}


def test_a_paragraph_of_which_words_were_changed_is_edited_and_so_is_its_section():
    new = paper("v2", Opzetten=[TIME.replace("zelden", "nooit"), TRUST], Begeleiden=[ROLES], Borgen=[MONEY])
    assert changes(OLD, new)[:2] == [("edited", "1:1", "1:1"), ("same", "1:2", "1:2")]
    assert changes(OLD, new, "section")[:2] == [("edited", "1", "1"), ("same", "2", "2")]


def test_a_paragraph_in_another_section_was_moved():
    new = paper("v2", Opzetten=[TIME], Begeleiden=[ROLES, TRUST], Borgen=[MONEY])
    assert ("moved", "1:2", "2:2") in changes(OLD, new)


def test_a_paragraph_elsewhere_in_its_section_was_moved_and_the_others_were_not():
    old = paper("v1", Een=[TIME, TRUST, ROLES, MONEY])
    new = paper("v2", Een=[TRUST, ROLES, MONEY, TIME])
    assert changes(old, new) == [
        ("same", "1:2", "1:1"),
        ("same", "1:3", "1:2"),
        ("same", "1:4", "1:3"),
        ("moved", "1:1", "1:4"),
    ]


def test_a_section_with_another_number_is_the_same_section():
    new = paper("v2", Waarom=[NEW], Opzetten=[TIME, TRUST], Begeleiden=[ROLES], Borgen=[MONEY])
    assert changes(OLD, new, "section") == [
        ("new", "", "1"),
        ("same", "1", "2"),
        ("same", "2", "3"),
        ("same", "3", "4"),
    ]
    assert [change for change, *_ in changes(OLD, new)] == ["new", "same", "same", "same", "same"]


def test_a_section_at_another_place_was_moved():
    new = paper("v2", Borgen=[MONEY], Opzetten=[TIME, TRUST], Begeleiden=[ROLES])
    assert changes(OLD, new, "section") == [("moved", "3", "1"), ("same", "1", "2"), ("same", "2", "3")]


def test_a_section_in_another_chapter_was_moved():
    old = parse_paper(f"## 1 A\n### 1.1 B\n{TIME}\n## 2 C\n### 2.1 D\n{TRUST}", version="v1")
    new = parse_paper(f"## 1 A\n## 2 C\n### 2.1 B\n{TIME}\n### 2.2 D\n{TRUST}", version="v2")
    assert ("moved", "1.1", "2.1") in changes(old, new, "section")


def test_what_was_cut_in_two_is_split_with_a_row_per_part():
    whole = paper("v1", Een=[f"{TIME} {TRUST}", ROLES])
    parts = paper("v2", Een=[TIME, TRUST, ROLES])
    assert changes(whole, parts) == [
        ("split", "1:1", "1:1"),
        ("split", "1:1", "1:2"),
        ("same", "1:2", "1:3"),
    ]
    assert changes(parts, whole) == [
        ("merged", "1:1", "1:1"),
        ("merged", "1:2", "1:1"),
        ("same", "1:3", "1:2"),
    ]


def test_a_section_of_which_a_part_became_a_section_of_its_own_is_split():
    new = paper("v2", Opzetten=[TIME], Vertrouwen=[TRUST], Begeleiden=[ROLES], Borgen=[MONEY])
    assert changes(OLD, new, "section")[:2] == [("split", "1", "1"), ("split", "1", "2")]


def test_what_is_gone_stands_where_it_was():
    new = paper("v2", Opzetten=[TIME, NEW], Borgen=[MONEY])
    table = align(OLD, new)
    assert list(zip(table["change"], table["old_anchor"], table["new_anchor"], strict=True)) == [
        ("edited", "1", "1"),
        ("same", "1:1", "1:1"),
        ("gone", "1:2", ""),
        ("gone", "2", ""),
        ("gone", "2:1", ""),
        ("new", "", "1:2"),
        ("same", "3", "2"),
        ("same", "3:1", "2:1"),
    ]


def test_versions_that_share_nothing_are_told():
    other = paper("v2", Anders=[NEW, MONEY])
    old = paper("v1", Opzetten=[TIME, TRUST])
    table = align(old, other)
    assert sorted(table["change"]) == ["gone"] * 3 + ["new"] * 3
    assert shares_nothing(table)
    assert table["similarity"].isna().all()
    assert not shares_nothing(align(OLD, OLD))


def test_a_text_that_occurs_twice_is_paired_in_order():
    old = paper("v1", Een=[TIME, ROLES, TIME])
    assert {change for change, *_ in changes(old, old)} == {"same"}


def test_a_place_is_followed_over_several_versions():
    second = paper("v2", Waarom=[NEW], Opzetten=[f"{TIME} {TRUST}"], Begeleiden=[ROLES])
    third = paper("v3", Opzetten=[TIME, TRUST], Begeleiden=[ROLES])
    steps = [align(OLD, second), align(second, third)]
    assert [place.anchor for place in follow("1:1", steps[:1])] == ["2:1"]
    assert [place.anchor for place in follow("1:1", steps)] == ["1:1", "1:2"]
    assert [place.anchor for place in follow("2", steps)] == ["2"]
    assert follow("3:1", steps) == []
    assert follow("9:9", steps) == []


def test_papers_without_paragraphs_are_aligned_by_their_headings():
    old, new = parse_paper("## A\n## B\n", version="v1"), parse_paper("## B\n## C\n", version="v2")
    assert changes(old, new, "section") == [("gone", "1", ""), ("same", "2", "1"), ("new", "", "2")]


TEXTS = st.sampled_from(["", TIME, TRUST, MONEY, ROLES, NEW, f"{TIME} {TRUST}", TIME[:60], "…", "- a\n- b"])
PAPERS = st.lists(
    st.tuples(st.sampled_from(["A", "B", "Rollen", "Geld"]), st.lists(TEXTS, max_size=4)),
    min_size=1,
    max_size=4,
).map(
    lambda parts: parse_paper(
        "\n\n".join(f"## {title}\n\n" + "\n\n".join(texts) for title, texts in parts), version="v"
    )
)


@given(PAPERS)
def test_any_paper_is_the_same_as_itself(one):
    table = align(one, one)
    assert set(table["change"]) == {"same"}
    assert table["old_anchor"].tolist() == table["new_anchor"].tolist()


@given(PAPERS, PAPERS)
def test_every_place_of_both_versions_occurs_once_unless_it_was_split_or_merged(one, other):
    table = align(one, other)
    for paper, side in ((one, "old"), (other, "new")):
        anchors = table.loc[table[f"{side}_anchor"] != "", f"{side}_anchor"]
        wanted = [
            anchor
            for section in paper.sections
            for anchor in (section.number, *(part.anchor for part in section.paragraphs))
        ]
        assert sorted(set(anchors)) == sorted(wanted)
        whole = table[~table["change"].isin(["split", "merged"])]
        once = whole.loc[whole[f"{side}_anchor"] != "", f"{side}_anchor"]
        assert once.is_unique
    similarity = table["similarity"].dropna()
    assert similarity.between(0, 1).all()
    assert (table["similarity"].isna() == table["change"].isin(["new", "gone"])).all()


@pytest.mark.parametrize("change", ["new", "gone"])
def test_what_is_on_one_side_only_has_no_similarity(change):
    table = align(OLD, paper("v2", Opzetten=[TIME, NEW]))
    assert all(math.isnan(value) for value in table.loc[table["change"] == change, "similarity"])


def test_a_table_with_the_same_cells_is_the_same_however_its_bars_are_written():
    tables = (
        "| a | b |\n| --- | :-: |\n| 1 - 2 | |",
        "|a|b|\n|---|---|\n|1 - 2||",
        "|a|b|\n|---|---|\n|1 - 3||",
    )
    first, same, other = (parse_paper(f"## 1 A\n\n{one}\n", version="v1") for one in tables)
    assert set(align(first, same)["change"]) == {"same"}
    assert set(align(first, other)["change"]) == {"edited"}
