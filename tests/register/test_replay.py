"""Replaying the log gives the register: ids stay, and what does not apply is told."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.register import Operation, append, operation, read_log, replay
from lcsynth.register.replay import Member


def numbered(*operations):
    """Give operations the order they would have in a log."""
    return [
        Operation(
            f"2022-01-01T00:00:{place:02d}+00:00",
            one.coder,
            one.operation,
            one.arguments,
            one.note,
            f"o{place}",
        )
        for place, one in enumerate(operations)
    ]


def found(theme, *members, session="s1"):
    labels = {"label_nl": f"{theme} nl", "label_en": f"{theme} en"}
    return operation("found", theme=theme, session=session, members=list(members), **labels)


def joined(theme, *members, session="s2"):
    return operation("joined", theme=theme, session=session, members=list(members))


def rename(theme, **labels):
    return operation("rename", coder="Anne", theme=theme, **labels)


def merge(*themes, into):
    return operation("merge", coder="Anne", themes=list(themes), into=into)


def register_of(*operations, sessions=None):
    return replay(numbered(*operations), sessions)


def refused(*operations):
    """The register, and the only reason why something did not apply."""
    register = register_of(*operations)
    (problem,) = register.problems
    return register, problem.reason


def test_an_empty_log_is_an_empty_register():
    register = register_of()
    assert (register.themes, register.members, register.problems) == ({}, {}, ())
    assert register.next_ids(2) == ["T001", "T002"]


def test_found_joined_and_single_say_where_each_statement_is():
    register = register_of(
        found("T001", "a", "b"), joined("T001", "c"), operation("single", session="s1", members=["d"])
    )
    assert register.members == {
        "a": Member("T001", "found"),
        "b": Member("T001", "found"),
        "c": Member("T001", "joined"),
        "d": Member("", "single"),
    }
    assert [register.theme_of(name) for name in "acdz"] == ["T001", "T001", "", ""]


def test_a_found_theme_is_a_candidate_with_its_labels_and_session():
    theme = register_of(found("T001", "a")).themes["T001"]
    assert (theme.label_nl, theme.label_en, theme.first_session, theme.status) == (
        "T001 nl",
        "T001 en",
        "s1",
        "candidate",
    )


def test_a_theme_that_a_later_session_joins_is_active():
    assert register_of(found("T001", "a"), joined("T001", "b")).themes["T001"].status == "active"


def test_a_theme_that_its_own_session_joins_stays_a_candidate():
    same = register_of(found("T001", "a"), joined("T001", "b", session="s1"))
    assert same.themes["T001"].status == "candidate"


def test_a_statement_stays_where_it_was_put_first():
    register = register_of(found("T001", "a"), found("T002", "a", "b"), joined("T002", "a"))
    assert register.theme_of("a") == "T001"


def test_next_ids_follow_the_highest_number_even_when_numbers_were_skipped_or_merged_away():
    register = register_of(found("T007", "a"), found("T002", "b"), merge("T007", into="T002"))
    assert register.next_ids(2) == ["T008", "T009"]
    assert register_of(found("T999", "a")).next_ids(1) == ["T1000"]


def test_a_rename_in_one_language_keeps_the_other():
    theme = register_of(found("T001", "a"), rename("T001", label_nl="Tijd")).themes["T001"]
    assert (theme.label_nl, theme.label_en, theme.renamed, theme.status) == (
        "Tijd",
        "T001 en",
        True,
        "active",
    )


def test_the_last_rename_holds():
    register = register_of(found("T001"), rename("T001", label_nl="Tijd"), rename("T001", label_nl="Geld"))
    assert register.themes["T001"].label_nl == "Geld"


def test_statements_of_a_merged_theme_are_in_the_one_it_was_merged_into():
    register = register_of(found("T001", "a"), found("T002", "b"), merge("T002", into="T001"))
    assert register.theme_of("b") == "T001"
    assert (register.themes["T002"].status, register.themes["T002"].merged_into) == ("merged", "T001")
    assert register.themes["T001"].status == "active"
    assert register.members["b"].theme == "T002"


def test_merges_are_followed_to_their_end():
    register = register_of(
        *(found(f"T00{number}", f"s{number}") for number in range(1, 5)),
        merge("T004", into="T003"),
        merge("T003", into="T002"),
        merge("T002", into="T001"),
    )
    assert {register.theme_of(f"s{number}") for number in range(1, 5)} == {"T001"}


def test_an_operation_on_a_merged_theme_goes_to_the_one_it_is_now():
    register = register_of(
        found("T001", "a"),
        found("T002", "b"),
        found("T003", "c"),
        merge("T002", into="T001"),
        rename("T002", label_nl="Samen"),
        merge("T003", into="T002"),
        joined("T002", "d"),
    )
    assert register.problems == ()
    assert register.themes["T001"].label_nl == "Samen"
    assert register.theme_of("c") == register.theme_of("d") == "T001"


@pytest.mark.parametrize(
    ("operations", "reason"),
    [
        ([merge("T001", into="T001")], "T001 cannot be merged into itself"),
        ([merge("T002", into="T001"), merge("T001", into="T002")], "T001 cannot be merged into itself"),
        ([merge("T002", into="T001"), merge("T002", into="T003")], "T002 was merged into T001 before"),
        ([merge("T002", into="T009")], "there is no theme T009"),
        ([merge("T009", into="T001")], "there is no theme T009"),
        ([merge(into="T001")], "it names no theme"),
        ([rename("T009", label_nl="x")], "there is no theme T009"),
        ([rename("T001")], "it gives no new label"),
        ([rename("T001", label_nl="  ")], "it gives no new label"),
        ([rename("T001", label_nl=3)], "its argument 'label_nl' is not a text"),
        ([rename(["T001"], label_nl="x")], "there is no theme ['T001']"),
        ([joined("T009", "z")], "there is no theme T009"),
        (
            [operation("joined", theme="T001", session="s2", members="z")],
            "its argument 'members' is not a list of texts",
        ),
        (
            [operation("joined", theme="T001", session=2, members=["z"])],
            "its argument 'session' is not a text",
        ),
        ([operation("single", session="s1", members=[1])], "its argument 'members' is not a list of texts"),
        ([found("theme one", "z")], "'theme one' is not a theme id such as T001"),
        ([found("T1", "z")], "'T1' is not a theme id such as T001"),
        ([found("T٠٠١", "z")], "'T٠٠١' is not a theme id such as T001"),
        (
            [operation("found", theme="T009", session="s1", members=["z"], label_nl="x")],
            "its argument 'label_en' is not a text",
        ),
        (
            [operation("found", theme="T009", session="s1", members="z", label_nl="x", label_en="x")],
            "its argument 'members' is not a list of texts",
        ),
    ],
)
def test_what_does_not_apply_changes_nothing_and_says_why(operations, reason):
    start = [found("T001", "a"), found("T002", "b"), found("T003", "c")]
    register, said = refused(*start, *operations)
    assert said == reason
    before = register_of(*start, *operations[:-1])
    assert (register.themes, register.members) == (before.themes, before.members)


def test_a_theme_found_under_a_taken_number_leaves_its_statements_to_the_next_run():
    register, reason = refused(found("T001", "a"), found("T001", "b"))
    assert "exists already" in reason
    assert "b" not in register.members


def test_a_problem_names_the_operation_and_who_did_it():
    problem = register_of(rename("T009", label_nl="x")).problems[0]
    assert problem.place == "operation o0 (rename) by Anne"


def test_an_operation_of_a_newer_version_is_told_and_the_rest_is_applied():
    register, reason = refused(
        found("T001", "a"), operation("teleport", coder="Anne"), rename("T001", label_nl="Tijd")
    )
    assert "a newer one wrote it" in reason
    assert register.themes["T001"].label_nl == "Tijd"


def test_a_replay_of_some_sessions_leaves_out_what_was_found_in_others():
    register = register_of(
        found("T001", "a"), joined("T001", "b"), found("T002", "c", session="s2"), sessions=["s1"]
    )
    assert set(register.members) == {"a"}
    assert register.themes["T001"].status == "candidate"


def test_what_people_did_later_counts_in_a_replay_of_earlier_sessions():
    operations = [
        found("T001", "a"),
        found("T002", "b"),
        rename("T001", label_nl="Tijd"),
        merge("T002", into="T001"),
    ]
    register = register_of(*operations, sessions=["s1"])
    assert register.themes["T001"].label_nl == "Tijd"
    assert register.theme_of("b") == "T001"


def test_a_merge_with_a_theme_of_a_later_session_also_holds_for_earlier_ones():
    operations = [
        found("T001", "a"),
        found("T002", "b"),
        found("T003", "c", session="s2"),
        merge("T002", "T003", into="T001"),
        merge("T001", into="T003"),
    ]
    assert refused(*operations)[1] == "T001 cannot be merged into itself"
    operations[-1] = found("T004", "d", session="s2")
    register = register_of(*operations, merge("T001", into="T004"), sessions=["s1"])
    assert register.problems == ()
    assert register.theme_of("a") == register.theme_of("b") == "T004"
    assert set(register.members) == {"a", "b"}


def test_ten_thousand_operations_replay_to_what_they_say(tmp_path):
    themes = [found(f"T{number:03d}", f"s{number}") for number in range(1, 2001)]
    joins = [joined(f"T{number % 2000 + 1:03d}", f"j{number}") for number in range(4000)]
    names = [rename(f"T{number % 2000 + 1:03d}", label_nl=f"naam {number}") for number in range(3000)]
    merges = [merge(f"T{number:03d}", into=f"T{number - 1:03d}") for number in range(1001, 2001)]
    path = tmp_path / "log.jsonl"
    append(path, [*themes, *joins, *names, *merges])
    operations, problems = read_log(path)
    register = replay(operations)
    assert (len(operations), problems, register.problems) == (10_000, [], ())
    assert {register.theme_of(f"s{number}") for number in range(1000, 2001)} == {"T1000"}
    assert register.themes["T001"].label_nl == "naam 2000"
    assert register.next_ids(1) == ["T2001"]


NAMES = st.sampled_from(["T001", "T002", "T003", "T004"])
OPERATIONS = st.lists(
    st.one_of(
        st.builds(found, NAMES, st.sampled_from("abcdef"), session=st.sampled_from(["s1", "s2"])),
        st.builds(joined, NAMES, st.sampled_from("abcdef")),
        st.builds(rename, NAMES, label_nl=st.sampled_from(["x", "y"])),
        st.builds(lambda one, into: merge(one, into=into), NAMES, NAMES),
    ),
    max_size=12,
)


@given(OPERATIONS)
def test_whatever_is_done_every_statement_ends_in_a_theme_that_was_not_merged(operations):
    register = register_of(*operations)
    for name in register.members:
        assert register.themes[register.theme_of(name)].merged_into == ""
    for theme in register.themes.values():
        assert (theme.status == "merged") == bool(theme.merged_into)


@given(OPERATIONS, st.lists(st.sampled_from(["s1", "s2"])))
def test_a_replay_of_some_sessions_knows_no_statement_that_the_whole_does_not(operations, sessions):
    part = register_of(*operations, sessions=sessions)
    assert set(part.members) <= set(register_of(*operations).members)


@settings(max_examples=30)
@given(data=st.data(), one=OPERATIONS, other=OPERATIONS)
def test_two_branches_of_the_log_merged_in_any_order_give_the_same_register(
    tmp_path_factory, data, one, other
):
    folder = tmp_path_factory.mktemp("logs")
    append(folder / "base", [found("T001", "a"), found("T002", "b")])
    base = (folder / "base").read_text()
    lines = base.splitlines()
    for name, operations in (("one", one), ("other", other)):
        (folder / name).write_text(base)
        append(folder / name, operations)
        lines += (folder / name).read_text().splitlines()
    registers = []
    for name in ("first", "second"):
        (folder / name).write_text("".join(f"{line}\n" for line in data.draw(st.permutations(lines))))
        registers.append(replay(read_log(folder / name)[0]))
    assert registers[0] == registers[1]


def test_the_shipped_log_reads_as_it_always_did():
    """It was written before operations said what they had seen: old logs keep their meaning."""
    operations, problems = read_log(Path(__file__).parents[2] / "data" / "register" / "log.jsonl")
    register = replay(operations)
    assert (problems, register.problems, register.conflicts) == ([], (), ())
    assert {one.after for one in operations} == {None}
    sizes = Counter(register.theme_of(name) for name in register.members)
    assert sizes == {
        "T001": 55, "T002": 53, "T003": 43, "T004": 45, "T005": 52, "T006": 28, "T007": 31, "T008": 33,
        "T009": 32, "T010": 24, "T011": 18, "T012": 18, "T013": 11, "": 11,
    }  # fmt: skip
    assert Counter(member.how for member in register.members.values())["single"] == sizes[""]
    assert [name for name, theme in register.themes.items() if theme.status == "candidate"] == [
        "T011", "T012", "T013",
    ]  # fmt: skip
    assert register.next_ids(1) == ["T014"]
