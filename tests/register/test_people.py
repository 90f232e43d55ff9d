"""What people do to themes holds, also against what the machine finds later."""

import pytest

from lcsynth.register import append, operation, read_log, replay
from lcsynth.register.state import Member
from tests.register.operations import by, found, joined, move, split

START = (found("T001", "a", "b", "c"), found("T002", "d"), operation("single", session="s1", members=["e"]))


@pytest.fixture
def register_of(tmp_path):
    """The register after operations, all in one log."""

    def make(*operations, sessions=None):
        path = tmp_path / "log.jsonl"
        path.unlink(missing_ok=True)
        append(path, [*START, *operations])
        return replay(read_log(path)[0], sessions)

    return make


def test_a_moved_statement_is_where_the_person_put_it_and_is_marked_so(register_of):
    register = register_of(move("a", to="T002"))
    assert register.members["a"] == Member("T002", "moved")
    assert [register.theme_of(name) for name in "abd"] == ["T002", "T001", "T002"]
    assert [register.placed_by(name) for name in "abd"] == ["person", "machine", "machine"]


def test_what_a_person_moved_the_machine_does_not_move_again(register_of):
    register = register_of(move("a", to="T002"), move("b", to=""), joined("T001", "a", "b"))
    assert [register.theme_of(name) for name in "ab"] == ["T002", ""]


def test_a_person_can_put_a_single_voice_in_a_theme(register_of):
    assert register_of(move("e", to="T001")).theme_of("e") == "T001"


def test_the_last_person_who_moved_a_statement_decides(register_of):
    assert register_of(move("a", to="T002"), move("a", to="T001", coder="Bo")).theme_of("a") == "T001"


def test_a_move_to_a_merged_theme_goes_to_the_one_it_is_now(register_of):
    register = register_of(by("Anne", "merge", themes=["T002"], into="T001"), move("e", to="T002"))
    assert register.theme_of("e") == "T001"


def test_statements_of_a_theme_that_people_merged_are_there_by_a_person(register_of):
    register = register_of(by("Anne", "merge", themes=["T002"], into="T001"))
    assert [register.placed_by(name) for name in "ad"] == ["machine", "person"]


def test_a_split_makes_a_theme_that_knows_where_it_came_from_and_the_rest_stays(register_of):
    register = register_of(split("T001", "a", "b", new="T003"))
    theme = register.themes["T003"]
    assert (theme.split_from, theme.status, theme.label_nl, theme.first_session, theme.renamed) == (
        "T001", "active", "Nieuw", "s1", True,
    )  # fmt: skip
    assert [register.theme_of(name) for name in "abc"] == ["T003", "T003", "T001"]
    assert register.placed_by("a") == "person"
    assert register.themes["T001"].status == "candidate"
    assert register.next_ids(1) == ["T004"]


def test_a_theme_of_which_everything_was_split_off_was_split(register_of):
    register = register_of(split("T001", "a", "b", new="T003"), split("T001", "c", new="T004"))
    assert register.themes["T001"].status == "split"


def test_a_description_is_kept_per_language(register_of):
    register = register_of(
        by("Anne", "describe", theme="T001", description_nl="Over tijd."),
        by("Anne", "describe", theme="T001", description_en="About time."),
    )
    theme = register.themes["T001"]
    assert (theme.description_nl, theme.description_en, theme.label_nl) == (
        "Over tijd.", "About time.", "T001 nl",
    )  # fmt: skip
    assert theme.status == "active"


def test_quotes_are_pinned_or_excluded_and_the_last_word_counts(register_of):
    register = register_of(
        by("Anne", "pin", statement="a"),
        by("Anne", "exclude", statement="b"),
        by("Bo", "exclude", statement="a"),
    )
    assert register.quotes == {"a": "excluded", "b": "excluded"}


def test_a_hidden_statement_keeps_its_theme_and_its_reason(register_of):
    register = register_of(by("Anne", "hide", statement="a", reason="herkenbaar"))
    assert (register.hidden, register.theme_of("a")) == ({"a": "herkenbaar"}, "T001")


def test_pinned_keywords_keep_their_order_and_are_named_once(register_of):
    words = [by("Anne", "pin_keyword", theme="T001", keyword=word) for word in ("uren", "rooster", "uren")]
    assert register_of(*words).themes["T001"].keywords == ("uren", "rooster")


def test_the_statements_of_a_rejected_theme_are_single_voices_that_may_join_another(register_of):
    reject = by("Anne", "status", theme="T001", status="rejected")
    register = register_of(reject)
    assert [register.theme_of(name) for name in "abd"] == ["", "", "T002"]
    later = register_of(reject, joined("T002", "a"), joined("T001", "f"))
    assert [later.theme_of(name) for name in "abf"] == ["T002", "", ""]


def test_a_rejected_theme_that_is_made_active_has_its_statements_again(register_of):
    statuses = [by("Anne", "status", theme="T001", status=status) for status in ("rejected", "active")]
    register = register_of(*statuses)
    assert (register.theme_of("a"), register.themes["T001"].status) == ("T001", "active")


def test_a_status_that_a_person_set_is_not_changed_by_a_later_session(register_of):
    register = register_of(by("Anne", "status", theme="T001", status="candidate"), joined("T001", "f"))
    assert register.themes["T001"].status == "candidate"


def test_a_theme_to_which_nothing_was_added_in_the_last_sessions_is_dormant_unless_a_person_says_otherwise(
    register_of,
):
    later = [joined("T002", f"f{number}", session=f"s{number}") for number in (2, 3, 4)]
    register = register_of(*later)
    assert register.dormant(3) == {"T001"}
    assert register.dormant(4) == frozenset()
    assert register.themes["T001"].status_with(register.dormant(3)) == "dormant"
    decided = register_of(*later, by("Anne", "status", theme="T001", status="active"))
    assert decided.themes["T001"].status_with(decided.dormant(3)) == "active"
    earlier = register_of(*later, sessions=["s1", "s2"])
    assert earlier.dormant(3) == frozenset()


def test_a_theme_knows_how_it_grew(register_of):
    register = register_of(joined("T001", "f", "g"), joined("T002", "h", session="s3"), move("d", to="T001"))
    assert register.growth["T001"] == {"s1": 4, "s2": 2}
    assert (register.themes["T001"].first_session, register.last_session("T001")) == ("s1", "s2")
    assert register.growth["T002"] == {"s3": 1}


def test_memos_are_about_a_theme_or_a_statement(register_of):
    register = register_of(
        by("Anne", "memo", target="T001", text="Breed."), by("Bo", "memo", target="a", text="Ironie?")
    )
    assert [(memo.target, memo.text, memo.coder) for memo in register.memos] == [
        ("T001", "Breed.", "Anne"),
        ("a", "Ironie?", "Bo"),
    ]


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (move("a", to="T009"), "there is no theme T009"),
        (move(to="T001"), "it names no statement"),
        (by("Anne", "move", statements="a", to="T001"), "its argument 'statements' is not a list of texts"),
        (split("T009", "a", new="T003"), "there is no theme T009"),
        (split("T001", new="T003"), "it names no statement"),
        (split("T001", "a", new="nieuw"), "'nieuw' is not a theme id such as T001"),
        (split("T001", "a", new="T003", label_nl=" "), "it gives no label"),
        (by("Anne", "describe", theme="T001"), "it gives no description"),
        (by("Anne", "hide", statement="a", reason=" "), "its argument 'reason' is empty"),
        (by("Anne", "hide", statement="a"), "its argument 'reason' is not a text"),
        (by("Anne", "pin"), "its argument 'statement' is not a text"),
        (by("Anne", "pin_keyword", theme="T001", keyword=""), "its argument 'keyword' is empty"),
        (
            by("Anne", "status", theme="T001", status="merged"),
            "a status is one of active, candidate, dormant, rejected",
        ),
        (by("Anne", "memo", target="T009", text="x"), "there is no theme T009"),
    ],
)
def test_what_does_not_apply_changes_nothing_and_says_why(register_of, one, reason):
    register = register_of(one)
    (problem,) = register.problems
    assert problem.reason == reason
    before = register_of()
    assert (register.themes.keys(), register.members) == (before.themes.keys(), before.members)


def test_nothing_is_put_in_a_rejected_theme(register_of):
    reject = by("Anne", "status", theme="T002", status="rejected")
    for one in (move("a", to="T002"), by("Anne", "merge", themes=["T001"], into="T002")):
        register = register_of(reject, one)
        assert [problem.reason for problem in register.problems] == [
            "T002 was rejected; give it another status first"
        ]
        assert register.theme_of("a") == "T001"
