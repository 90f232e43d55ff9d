"""Two branches of the log that git merges: nothing is lost, and what cannot both hold is told."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.register import append, read_log, replay
from lcsynth.workspace import init_workspace
from tests.register.operations import by, found, joined, move, split, undo

LOG = "data/register/log.jsonl"
BASE = (found("T001", "a", "b"), found("T002", "c", "d"))


def name(theme, label, coder):
    return by(coder, "rename", theme=theme, label_nl=label)


def conflicts(register):
    """Kind, target and coders of every conflict."""
    return [(one.kind, one.target, [side.coder for side in one.sides]) for one in register.conflicts]


def meaning(one, made):
    """Let an operation say which theme it means, as `record` does."""
    return by(one.coder, one.operation, **one.arguments, of={one.arguments["theme"]: made.id})


def test_two_coders_who_rename_one_theme_without_knowing_of_each_other_are_told(branches):
    log = branches(*BASE)
    log.on("one", name("T001", "Tijd", "Anne"))
    log.on("two", name("T001", "Uren", "Bo"))
    log.merge("one", "two")
    register = log.read()
    assert conflicts(register) == [("label_nl", "T001", ["Anne", "Bo"])]
    assert register.themes["T001"].label_nl == "Uren"


def test_a_branch_that_went_on_after_a_rename_has_still_not_seen_the_other(branches):
    """The time of an operation says nothing about what was known: only what it came after does."""
    log = branches(*BASE)
    log.on("one", name("T001", "Tijd", "Anne"))
    log.on("two", name("T002", "Rollen", "Bo"))
    log.on("two", name("T001", "Uren", "Bo"))
    log.merge("one", "two")
    assert conflicts(log.read()) == [("label_nl", "T001", ["Anne", "Bo"])]


def test_who_renames_after_having_seen_both_settles_it(branches):
    log = branches(*BASE)
    log.on("one", name("T001", "Tijd", "Anne"))
    log.on("two", name("T001", "Uren", "Bo"))
    log.merge("one", "two")
    log.on("one", name("T001", "Tijd en uren", "Anne"))
    log.merge("one")
    register = log.read()
    assert conflicts(register) == []
    assert register.themes["T001"].label_nl == "Tijd en uren"


def test_undoing_one_of_both_settles_it_too(branches):
    log = branches(*BASE)
    log.on("one", name("T001", "Tijd", "Anne"))
    (second,) = log.on("two", name("T001", "Uren", "Bo"))
    log.merge("one", "two")
    log.on("one", undo(second))
    log.merge("one")
    register = log.read()
    assert conflicts(register) == []
    assert register.themes["T001"].label_nl == "Tijd"


def test_one_after_the_other_is_no_conflict_nor_is_one_person_or_the_same_words(branches):
    log = branches(*BASE)
    log.on("base", name("T001", "Tijd", "Anne"), name("T001", "Uren", "Bo"))
    log.on("one", name("T002", "Rollen", "Anne"))
    log.on("two", name("T002", "Taken", "Anne"))
    log.merge("one", "two")
    log.on("one", by("Anne", "describe", theme="T001", description_nl="Over tijd."))
    log.on("two", by("Bo", "describe", theme="T001", description_nl="Over tijd."))
    log.merge("one", "two")
    assert conflicts(log.read()) == []


def test_labels_in_different_languages_do_not_contradict_each_other(branches):
    log = branches(*BASE)
    log.on("one", name("T001", "Tijd", "Anne"))
    log.on("two", by("Bo", "rename", theme="T001", label_en="Time"))
    log.merge("one", "two")
    assert conflicts(log.read()) == []


@pytest.mark.parametrize(
    ("first", "second", "kind", "target"),
    [
        (
            by("Anne", "describe", theme="T001", description_en="One."),
            by("Bo", "describe", theme="T001", description_en="Two."),
            "description_en",
            "T001",
        ),
        (
            by("Anne", "status", theme="T001", status="active"),
            by("Bo", "status", theme="T001", status="dormant"),
            "status",
            "T001",
        ),
        (move("a", to="T002"), move("a", to="", coder="Bo"), "place", "a"),
        (by("Anne", "pin", statement="a"), by("Bo", "exclude", statement="a"), "quote", "a"),
        (split("T001", "a", new="T003"), move("a", to="T002", coder="Bo"), "place", "a"),
        (
            by("Anne", "merge", themes=["T001"], into="T002"),
            name("T001", "Uren", "Bo"),
            "gone",
            "T001",
        ),
        (
            name("T001", "Uren", "Anne"),
            by("Bo", "merge", themes=["T001"], into="T002"),
            "gone",
            "T001",
        ),
        (
            by("Anne", "pin_keyword", theme="T001", keyword="uren"),
            by("Bo", "status", theme="T001", status="rejected"),
            "gone",
            "T001",
        ),
    ],
)
def test_whatever_two_people_cannot_both_have_is_told(branches, first, second, kind, target):
    log = branches(*BASE)
    log.on("one", first)
    log.on("two", second)
    log.merge("one", "two")
    assert (kind, target, ["Anne", "Bo"]) in conflicts(log.read())


def test_a_rename_by_who_did_not_know_of_a_merge_does_not_name_the_theme_it_was_merged_into(branches):
    log = branches(*BASE)
    log.on("one", by("Anne", "merge", themes=["T001"], into="T002"))
    log.on("two", name("T001", "Uren", "Bo"))
    log.merge("one", "two")
    register = log.read()
    assert [register.themes[theme].label_nl for theme in ("T001", "T002")] == ["Uren", "T002 nl"]
    assert conflicts(register) == [("gone", "T001", ["Anne", "Bo"])]


@pytest.mark.parametrize(
    "one",
    [name("T002", "Tijd en uren", "Anne"), by("Cas", "memo", target="T002", text="De naam is goed zo.")],
)
def test_an_operation_on_the_theme_that_holds_the_statements_settles_what_became_of_the_merged_one(
    branches, one
):
    log = branches(*BASE)
    log.on("one", by("Anne", "merge", themes=["T001"], into="T002"))
    log.on("two", name("T001", "Uren", "Bo"))
    log.on("three", move("e", to="T002", coder="Cas"))
    log.merge("one", "two")
    log.on("one", one)
    log.merge("one")
    assert conflicts(log.read()) == []
    log.merge("base", "three")
    assert conflicts(log.read()) == []


def test_two_merges_into_each_other_do_not_go_round(branches):
    log = branches(*BASE)
    log.on("one", by("Anne", "merge", themes=["T001"], into="T002"))
    log.on("two", by("Bo", "merge", themes=["T002"], into="T001"))
    log.merge("one", "two")
    register = log.read()
    assert register.theme_of("a") == register.theme_of("c") == "T002"
    assert [problem.reason for problem in register.problems] == ["T002 cannot be merged into itself"]


def test_of_two_themes_found_under_one_number_the_later_takes_the_next_free_one(branches):
    log = branches(*BASE)
    first = log.on("one", found("T003", "e", "f", session="s2"))
    second = log.on("two", found("T003", "g", "h", session="s3"), found("T004", "i", session="s3"))
    log.merge("one", "two")
    register = log.read()
    assert [register.theme_of(statement) for statement in "efghi"] == [
        "T003", "T003", "T005", "T005", "T004",
    ]  # fmt: skip
    (conflict,) = register.conflicts
    assert (conflict.kind, conflict.target, conflict.sides) == ("number", "T005", (*first, second[0]))
    assert register.next_ids(1) == ["T006"]


def test_later_operations_follow_the_theme_of_their_own_branch(branches):
    log = branches(*BASE)
    (one,) = log.on("one", found("T003", "e", session="s2"))
    (two,) = log.on("two", found("T003", "g", session="s3"))
    log.on("one", meaning(name("T003", "Eerste", "Anne"), one))
    log.on("two", meaning(name("T003", "Tweede", "Bo"), two), joined("T003", "h", of={"T003": two.id}))
    log.merge("one", "two")
    register = log.read()
    assert [register.themes[theme].label_nl for theme in ("T003", "T004")] == ["Eerste", "Tweede"]
    assert register.theme_of("h") == "T004"
    assert register.problems == ()


def test_a_new_theme_found_after_the_merge_moves_no_number(branches):
    log = branches(*BASE)
    log.on("one", found("T003", "e", session="s2"))
    log.on("two", found("T003", "g", session="s3"))
    log.merge("one", "two")
    (new,) = log.read().next_ids(1)
    log.on("one", found(new, "z", session="s4"))
    log.merge("one")
    register = log.read()
    assert [register.theme_of(statement) for statement in "egz"] == ["T003", "T004", "T005"]


def test_who_names_the_renumbered_theme_has_seen_it(branches):
    log = branches(*BASE)
    log.on("one", found("T003", "e", session="s2"))
    (two,) = log.on("two", found("T003", "g", session="s3"))
    log.merge("one", "two")
    log.on("one", by("Anne", "rename", theme="T004", label_nl="Tweede", of={"T004": two.id}))
    log.merge("one")
    register = log.read()
    assert register.conflicts == ()
    assert register.themes["T004"].label_nl == "Tweede"


def test_the_same_session_run_on_two_branches_finds_the_same_themes_once(branches):
    log = branches(*BASE)
    new = (found("T003", "e", "f", session="s2"), joined("T001", "g"))
    log.on("one", *new)
    (two, _) = log.on("two", *new)
    log.on("two", meaning(name("T003", "Nieuw", "Bo"), two))
    log.merge("one", "two")
    register = log.read()
    assert register.themes.keys() == {"T001", "T002", "T003"}
    assert register.themes["T003"].label_nl == "Nieuw"
    assert register.conflicts == ()


def test_two_splits_under_one_number_make_two_themes(branches):
    log = branches(*BASE)
    log.on("one", split("T001", "a", new="T003", label_nl="Een"))
    log.on("two", split("T002", "c", new="T003", label_nl="Twee", coder="Bo"))
    log.merge("one", "two")
    register = log.read()
    assert [register.theme_of(statement) for statement in "abcd"] == ["T003", "T001", "T004", "T002"]


def test_a_line_that_cannot_be_read_makes_no_conflict_of_what_came_after_it(branches):
    log = branches(*BASE)
    log.on("base", name("T001", "Tijd", "Anne"), name("T002", "Rollen", "Anne"), name("T001", "Uren", "Bo"))
    path = log._folder / "base"
    lines = path.read_text().splitlines()
    del lines[-2]
    path.write_text("\n".join(lines) + "\n")
    assert log.read().conflicts == ()


@pytest.fixture
def repository(tmp_path):
    """A new workspace with a log, in git; gives its folder and a way to call git."""
    init_workspace(tmp_path, embedder="any")

    def git(*arguments):
        person = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *person, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-b", "main")
    append(tmp_path / LOG, list(BASE))
    git("add", "-A")
    git("commit", "-m", "base")
    return tmp_path, git


def test_branches_that_git_merges_either_way_lose_nothing_and_give_the_same_register(repository):
    folder, git = repository
    work = {"one": (name("T001", "Tijd", "Anne"), found("T003", "e")), "two": (name("T001", "Uren", "Bo"),)}
    for branch, operations in work.items():
        git("checkout", "-b", branch, "main")
        append(folder / LOG, list(operations))
        git("commit", "-am", branch)
    registers = []
    for branch, other in (("one", "two"), ("two", "one")):
        git("checkout", "-b", f"{branch}-merged", branch)
        git("merge", "-m", "merge", other)
        operations, problems = read_log(folder / LOG)
        assert (len(operations), problems) == (5, [])
        registers.append(replay(operations))
    assert registers[0] == registers[1]
    assert conflicts(registers[0]) == [("label_nl", "T001", ["Anne", "Bo"])]


THEMES = st.sampled_from(["T001", "T002", "T003"])
LETTERS = st.sampled_from("abcdef")
CODERS = st.sampled_from(["Anne", "Bo"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["one", "two"]),
        st.one_of(
            st.builds(lambda letter: found("T003", letter, session="s2"), LETTERS),
            st.builds(joined, THEMES, LETTERS),
            st.builds(name, THEMES, st.sampled_from(["x", "y"]), CODERS),
            st.builds(
                lambda letter, theme, coder: move(letter, to=theme, coder=coder), LETTERS, THEMES, CODERS
            ),
            st.builds(lambda theme, letter: split(theme, letter, new="T004"), THEMES, LETTERS),
            st.builds(lambda theme, into: by("Bo", "merge", themes=[theme], into=into), THEMES, THEMES),
            st.builds(
                lambda theme, status: by("Anne", "status", theme=theme, status=status),
                THEMES,
                st.sampled_from(["active", "rejected"]),
            ),
        ),
    ),
    max_size=10,
)


@settings(deadline=None, max_examples=60)
@given(STEPS)
def test_however_the_work_on_two_branches_alternates_merging_either_way_gives_the_same_register(
    branches, steps
):
    registers = []
    log = branches(*BASE)
    for branch, one in [("one", found("T003", "e")), ("two", name("T002", "z", "Bo")), *steps]:
        log.on(branch, one)
    for reverse in (False, True):
        log.merge("one", "two", reverse=reverse)
        registers.append(log.read())
    assert registers[0] == registers[1]
    for statement in registers[0].members:
        theme = registers[0].theme_of(statement)
        assert not theme or registers[0].themes[theme].merged_into == ""


def test_what_two_of_three_branches_found_alike_is_one_theme(branches):
    log = branches(*BASE)
    log.on("one", found("T003", "e", session="s2"))
    for branch in ("two", "three"):
        log.on(branch, found("T003", "g", "h", session="s3"))
    log.merge("one", "two", "three")
    register = log.read()
    assert register.themes.keys() == {"T001", "T002", "T003", "T004"}
    assert [register.theme_of(statement) for statement in "egh"] == ["T003", "T004", "T004"]
