import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth import schema
from lcsynth.analysis.quotes import representative, single_voices, verify
from lcsynth.errors import DataError


def _ids(quotes):
    return quotes["statement_id"].tolist()


def _statements(*rows):
    names = ["statement_id", "contribution_id", "start", "end", "text", "duplicate_of", "content"]
    frame = pd.DataFrame(list(rows), columns=names)
    return schema.conform(frame.assign(session_id="s1", language="nl"), "statements")


def _assignments(statement="s1", quote=""):
    rows = [(statement, "T001", 0.9, 1, "found", quote)]
    names = ["statement_id", "theme_id", "similarity", "rank", "how", "quote"]
    return schema.conform(pd.DataFrame(rows, columns=names), "assignments")


def test_the_most_central_readable_statement_is_the_title_quote(make_voices):
    found = representative(
        make_voices([{"similarity": 0.6}, {"similarity": 0.8}, {"similarity": 0.7}]), per_theme=2
    )
    assert found[["place", "statement_id"]].to_numpy().tolist() == [[1, "s01"], [2, "s02"]]


def test_a_one_word_answer_is_no_title_quote_unless_there_is_nothing_else(make_voices):
    words = make_voices([{"similarity": 0.9, "text": "Tijd"}, {"similarity": 0.2}])
    assert _ids(representative(words, per_theme=1)) == ["s01"]
    assert _ids(representative(words.head(1), per_theme=1)) == ["s00"]


def test_nobody_is_quoted_twice_while_somebody_else_is_not_quoted(make_voices):
    said = [{"contributor": "P-1", "similarity": 0.9}, {"contributor": "P-1", "similarity": 0.8}]
    said += [{"contributor": "P-2", "similarity": 0.1, "text": "Tijd"}]
    assert _ids(representative(make_voices(said))) == ["s00", "s02", "s01"]


def test_the_second_quote_comes_from_another_audience(make_voices):
    said = [{"similarity": 0.9}, {"similarity": 0.8}, {"similarity": 0.3, "audience": "policy"}]
    assert _ids(representative(make_voices(said), per_theme=2)) == ["s00", "s02"]


def test_the_same_words_are_quoted_once(make_voices):
    text = "We hebben meer tijd nodig om samen te leren"
    found = representative(make_voices([{"text": text}, {"text": text.upper() + "!", "how": "duplicate"}]))
    assert _ids(found) == ["s00"]


def test_an_audience_too_small_to_name_is_quoted_without_its_name(make_voices):
    found = representative(make_voices([{"audience": "policy"}]), hidden_audiences={"policy"})
    assert found["audience"].tolist() == [""]


@given(st.randoms(use_true_random=False), st.permutations(["P-1", "P-2", "P-3"]))
def test_neither_the_order_of_rows_nor_the_names_of_pseudonyms_change_the_choice(random, pseudonyms):
    rows = [
        (
            "T001",
            f"s{n}",
            "P-" + str(n % 3 + 1),
            ["a", "b"][n % 2],
            f"Dit is uitspraak nummer {n} over tijd",
            0.5,
        )
        for n in range(8)
    ]
    names = ["theme_id", "statement_id", "contributor", "audience", "text", "similarity"]
    first = pd.DataFrame(rows, columns=names).assign(contribution_id="c", language="nl", quote="")
    renamed = first["contributor"].map(dict(zip(["P-1", "P-2", "P-3"], pseudonyms, strict=True)))
    second = first.assign(contributor=renamed).iloc[random.sample(range(8), 8)]
    assert _ids(representative(first)) == _ids(representative(second))


def test_no_voices_give_no_quotes(make_voices):
    assert representative(make_voices([])).empty


def test_a_quote_that_is_what_was_said_passes(make_contributions):
    statements = _statements(("s1", "c00", 11, 21, "Meer rust.", "", True))
    people = make_contributions([("P-1", "", "")])
    verify(statements, statements=statements, contributions=people, assignments=_assignments("s1"))
    verify(statements.head(0), statements=statements, contributions=people, assignments=_assignments())


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"text": "Minder rust."}, "not the text of its statement"),
        ({"statement_id": "s9"}, "no statement"),
        ({"contribution_id": "c09"}, "no statement or no contribution"),
    ],
)
def test_a_quote_that_was_changed_is_refused(make_contributions, change, problem):
    statements = _statements(("s1", "c00", 11, 21, "Meer rust.", "", True))
    contributions = make_contributions([("P-1", "", "")])
    with pytest.raises(DataError, match=problem):
        verify(
            statements.assign(**change),
            statements=statements,
            contributions=contributions,
            assignments=_assignments("s1"),
        )


def test_a_statement_whose_offsets_are_wrong_is_refused(make_contributions):
    statements = _statements(("s1", "c00", 10, 20, "Meer rust.", "", True))
    people = make_contributions([("P-1", "", "")])
    with pytest.raises(DataError, match=r"statement s1: .*verbatim slice"):
        verify(statements, statements=statements, contributions=people, assignments=_assignments("s1"))


@pytest.mark.parametrize("mark", ["hidden", "excluded"])
def test_a_quote_that_people_hid_or_excluded_is_refused(make_contributions, mark):
    statements = _statements(("s1", "c00", 11, 21, "Meer rust.", "", True))
    people = make_contributions([("P-1", "", "")])
    with pytest.raises(DataError, match=rf"statement s1: .*{mark} by people"):
        verify(statements, statements=statements, contributions=people, assignments=_assignments("s1", mark))


def test_a_list_of_all_that_was_said_may_hold_what_was_excluded_as_a_quote_and_not_what_was_hidden(
    make_contributions,
):
    statements = _statements(("s1", "c00", 11, 21, "Meer rust.", "", True))
    tables = {"statements": statements, "contributions": make_contributions([("P-1", "", "")])}
    verify(statements, **tables, assignments=_assignments("s1", "excluded"), refused=("hidden",))
    with pytest.raises(DataError, match="hidden by people"):
        verify(statements, **tables, assignments=_assignments("s1", "hidden"), refused=("hidden",))


def test_what_people_pinned_is_quoted_first_and_what_they_excluded_or_hid_never(make_voices):
    said = [
        {"similarity": 0.9, "quote": "excluded"},
        {"similarity": 0.8, "quote": "hidden"},
        {"similarity": 0.7},
        {"similarity": 0.1, "text": "Tijd", "quote": "pinned"},
    ]
    assert _ids(representative(make_voices(said))) == ["s03", "s02"]


def test_the_pinned_one_of_two_that_say_the_same_words_is_quoted(make_voices):
    text = "We hebben meer tijd nodig om samen te leren"
    found = representative(make_voices([{"text": text}, {"text": text.upper(), "quote": "pinned"}]))
    assert _ids(found) == ["s01"]


def test_single_voices_are_statements_with_content_in_no_theme_and_repeats_are_folded(make_contributions):
    statements = _statements(
        ("s1", "c00", 0, 4, "een", "", True),
        ("s2", "c00", 0, 4, "een", "s1", True),
        ("s3", "c00", 0, 4, "twee", "", True),
        ("s4", "c00", 0, 4, "-", "", False),
        ("s5", "c00", 0, 4, "weg", "", True),
        ("s6", "c00", 0, 4, "los", "", True),
        ("s7", "c00", 0, 4, "niet", "", True),
    )
    rows = [
        ("s1", "", 1, "single"),
        ("s2", "", 1, "single"),
        ("s3", "T001", 1, "found"),
        ("s5", "", 1, "set aside"),
        ("s7", "", 1, "single"),
    ]
    assignments = pd.DataFrame(rows, columns=["statement_id", "theme_id", "rank", "how"]).assign(quote="")
    assignments.loc[assignments["statement_id"] == "s7", "quote"] = "hidden"
    people = make_contributions([("P-1", "policy", "")])
    found = single_voices(statements=statements, contributions=people, assignments=assignments)
    assert found[["statement_id", "text", "audience"]].to_numpy().tolist() == [
        ["s1", "een", "policy"],
        ["s6", "los", "policy"],
    ]
