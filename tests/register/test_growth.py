"""What is new joins a known theme, makes a new one, or is a single voice: each statement once."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from lcsynth.register import replay
from lcsynth.register.growth import grow
from lcsynth.workspace import Thresholds

EMPTY = replay([])
SMALL = Thresholds(cluster_from=4)


class Asked(list):
    """What clustering was asked; the clusters named in `weak` would not come back."""

    weak = frozenset()


@pytest.fixture
def clusters(monkeypatch):
    """Let a text's first letter say its cluster; `-` is in none. Gives what clustering was asked."""
    asked = Asked()

    def discover(texts, **options):
        asked.append((texts, options))
        letters = sorted({text[0] for text in texts} - {"-"})
        labels = np.array([letters.index(text[0]) if text[0] != "-" else -1 for text in texts])
        names = dict.fromkeys(range(len(letters)))
        stability = {place: 0.2 if letter in asked.weak else 1.0 for place, letter in enumerate(letters)}
        return SimpleNamespace(labels=labels, names=names, stability=stability)

    def name_groups(texts, labels, languages, vectors, read):
        letters = {label: texts[list(labels).index(label)][0] for label in sorted(set(labels) - {-1})}
        return {label: {"nl": f"{letter} nl", "en": f"{letter} en"} for label, letter in letters.items()}

    monkeypatch.setattr("lcsynth.themes.discover", discover)
    monkeypatch.setattr("lcsynth.themes.naming.name_groups", name_groups)
    return asked


def vectors_of(statements):
    """One direction for each first letter, with a little of its own for each statement."""
    found = {}
    for place, (name, text) in enumerate(zip(statements["statement_id"], statements["text"], strict=True)):
        vector = np.random.default_rng(place).normal(scale=0.05, size=8)
        vector["abcdefg-".index(text[0])] += 1
        found[name] = (vector / np.linalg.norm(vector)).astype(np.float32)
    return found


def grown(register, statements, contributors=None, *, vectors=None, session="s1", thresholds=SMALL):
    people = contributors or [f"P{place}" for place in range(len(statements))]
    return grow(
        register,
        statements,
        {name: (one,) for name, one in zip(statements["statement_id"], people, strict=True)},
        vectors_of(statements) if vectors is None else vectors,
        session_id=session,
        thresholds=thresholds,
        seed=3,
    )


def members(operations):
    return {(one.operation, one.arguments.get("theme", "")): one.arguments["members"] for one in operations}


def test_new_themes_are_numbered_by_size_and_the_rest_are_single_voices(clusters, statements_of):
    statements = statements_of(["b1", "a1", "a2", "-x", "a3", "b2"])
    assert members(grown(EMPTY, statements)) == {
        ("found", "T001"): ["s01", "s02", "s04"],
        ("found", "T002"): ["s00", "s05"],
        ("single", ""): ["s03"],
    }


def test_themes_of_one_size_are_numbered_by_their_first_statement(clusters, statements_of):
    assert members(grown(EMPTY, statements_of(["b1", "a1", "a2", "b2"]))) == {
        ("found", "T001"): ["s00", "s03"],
        ("found", "T002"): ["s01", "s02"],
    }


def test_the_machine_does_it_for_a_session_with_labels_in_both_languages(clusters, statements_of):
    (operation,) = grown(EMPTY, statements_of(["a1", "a2", "a3", "a4"]), session="s7")
    assert (operation.coder, operation.arguments["session"]) == ("machine", "s7")
    assert (operation.arguments["label_nl"], operation.arguments["label_en"]) == ("a nl", "a en")


def test_a_cluster_of_too_few_people_is_taken_apart_into_single_voices(clusters, statements_of):
    statements = statements_of(["a1", "a2", "a3", "b1", "b2"])
    assert members(grown(EMPTY, statements, ["P1", "P1", "P1", "P2", "P3"])) == {
        ("found", "T001"): ["s03", "s04"],
        ("single", ""): ["s00", "s01", "s02"],
    }


def test_the_number_of_people_that_a_theme_needs_is_a_setting(clusters, statements_of):
    statements = statements_of(["a1", "a2", "b1", "b2", "b3"])
    strict = Thresholds(cluster_from=4, theme_contributors=3)
    assert ("found", "T001") in members(grown(EMPTY, statements, thresholds=strict))
    assert ("found", "T002") not in members(grown(EMPTY, statements, thresholds=strict))


def test_too_few_statements_are_not_clustered(clusters, statements_of):
    assert members(grown(EMPTY, statements_of(["a1", "a2", "a3"]))) == {("single", ""): ["s00", "s01", "s02"]}
    assert clusters == []


def test_the_settings_reach_the_clustering(clusters, statements_of):
    grown(EMPTY, statements_of(["a1", "a2", "a3", "a4"]))
    ((texts, options),) = clusters
    assert texts == ["a1", "a2", "a3", "a4"]
    assert (options["seed"], options["cluster_from"], options["languages"]) == (3, 4, ["nl"] * 4)


def test_nothing_new_makes_no_operations(clusters, statements_of):
    statements = statements_of(["a1", "a2", "a3", "a4"])
    assert grown(replay(grown(EMPTY, statements)), statements) == []
    assert grown(EMPTY, statements.head(0)) == []


def test_new_statements_join_a_theme_and_what_is_new_gets_the_next_number(clusters, statements_of):
    earlier = statements_of(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"])
    later = statements_of(["c1", "a5", "a6", "c2", "c3", "c4", "-y"], first=20, session="s2")
    vectors = vectors_of(earlier) | vectors_of(later)
    vectors |= {"s21": vectors["s00"], "s22": vectors["s01"]}
    operations = grown(replay(grown(EMPTY, earlier)), later, vectors=vectors, session="s2")
    found = members(operations)
    assert set(found[("joined", "T001")]) <= {"s21", "s22"}
    assert found[("found", "T003")] == ["s20", "s23", "s24", "s25"]
    assert {one.arguments["session"] for one in operations} == {"s2"}
    told = [name for names in found.values() for name in names]
    assert sorted(told) == later["statement_id"].tolist()


def test_statements_join_the_theme_that_theirs_was_merged_into(clusters, statements_of):
    earlier = statements_of(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4", "c1", "c2", "c3", "c4"])
    later = statements_of(["a5"], first=20, session="s2")
    vectors = vectors_of(earlier)
    vectors["s20"] = np.mean([vectors[f"s0{place}"] for place in range(8)], axis=0)
    from lcsynth.register import operation

    merged = [*grown(EMPTY, earlier), operation("merge", coder="Anne", themes=["T001"], into="T002")]
    assert members(grown(replay(merged), later, vectors=vectors, session="s2")) == {
        ("joined", "T002"): ["s20"]
    }


def test_members_that_were_not_received_here_are_left_out_of_account(clusters, statements_of):
    earlier = statements_of(["a1", "a2", "a3", "a4"])
    register = replay(grown(EMPTY, earlier))
    later = statements_of(["a5"], first=20)
    assert members(grown(register, later, vectors=vectors_of(later))) == {("single", ""): ["s20"]}


def test_a_label_that_a_theme_has_already_gets_the_new_id_behind_it(clusters, statements_of):
    register = replay(grown(EMPTY, statements_of(["a1", "a2", "a3", "a4"])))
    later = statements_of(["a5", "a6", "a7", "a8"], first=20, session="s2")
    (operation,) = grown(register, later, vectors=vectors_of(later), session="s2")
    assert operation.arguments["label_nl"] == "a nl (T002)"
    assert operation.arguments["label_en"] == "a en (T002)"


def test_beside_known_themes_a_cluster_that_would_not_come_back_is_no_theme(clusters, statements_of):
    earlier = statements_of(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"])
    later = statements_of(["c1", "c2", "c3", "c4"], first=20, session="s2")
    both = pd.concat([earlier, later])
    clusters.weak = frozenset("c")
    assert ("found", "T003") not in members(grown(replay(grown(EMPTY, earlier)), both, session="s2"))
    clusters.weak = frozenset()
    assert ("found", "T003") in members(grown(replay(grown(EMPTY, earlier)), both, session="s2"))


def test_single_voices_of_before_find_company_in_a_later_session(clusters, statements_of):
    earlier = statements_of(["a1", "a2", "a3"])
    register = replay(grown(EMPTY, earlier))
    later = statements_of(["a4", "a5", "a6"], first=20, session="s2")
    both = pd.concat([earlier, later])
    operations = grown(register, both, session="s2")
    assert members(operations) == {("found", "T001"): ["s00", "s01", "s02", "s20", "s21", "s22"]}
    then = replay([*grown(EMPTY, earlier), *operations], ["s1"])
    assert then.theme_of("s00") == ""
    assert replay([*grown(EMPTY, earlier), *operations]).theme_of("s00") == "T001"


@pytest.mark.parametrize("count", [1, 5, 15, 50])
def test_every_new_statement_is_told_exactly_once_with_the_real_clustering(statements_of, count):
    statements = statements_of(
        [f"{'abcde'[place % 5]} woord{place % 5} deel{place}" for place in range(count)]
    )
    operations = grown(EMPTY, statements, thresholds=Thresholds())
    told = [name for one in operations for name in one.arguments["members"]]
    assert sorted(told) == statements["statement_id"].tolist()
    assert operations == grown(EMPTY, statements, thresholds=Thresholds())


def rejected(register_of, theme):
    from lcsynth.register import operation

    return replay([*register_of, operation("status", coder="Anne", theme=theme, status="rejected")])


def test_a_theme_that_people_rejected_takes_nothing_and_does_not_come_back_under_another_number(
    clusters, statements_of
):
    earlier = statements_of(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"])
    register = rejected(grown(EMPTY, earlier), "T001")
    both = pd.concat([earlier, statements_of(["a5", "a6"], first=20, session="s2")])
    told = members(grown(register, both, session="s2"))
    assert [name for kind, name in told if kind == "found" or name == "T001"] == []
    assert set(told[("single", "")]) <= {"s20", "s21"}


def test_statements_of_a_rejected_theme_may_form_a_theme_with_others(clusters, statements_of):
    earlier = statements_of(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"])
    register = rejected(grown(EMPTY, earlier), "T001")
    later = statements_of(["c1", "c2", "c3", "c4", "c5"], first=20, session="s2")
    both = pd.concat([earlier.assign(text=earlier["text"].str.replace("a", "c")), later])
    told = members(grown(register, both, session="s2"))
    assert told[("found", "T003")] == ["s00", "s01", "s02", "s03", *later["statement_id"]]


def test_what_a_person_put_in_no_theme_is_not_clustered_again(clusters, statements_of):
    from lcsynth.register import operation

    earlier = statements_of(["a1", "a2", "a3", "a4"])
    aside = operation("move", coder="Anne", statements=["s00"], to="")
    register = replay([*grown(EMPTY, earlier), aside])
    both = pd.concat([earlier, statements_of(["b1", "b2", "b3", "b4"], first=20, session="s2")])
    clusters.clear()
    told = members(grown(register, both, session="s2"))
    assert "s00" not in [name for names in told.values() for name in names]
    assert clusters[0][0] == ["b1", "b2", "b3", "b4"]


def test_what_joins_says_by_which_operation_the_theme_was_made(clusters, statements_of, tmp_path):
    from lcsynth.register import append

    earlier = statements_of(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"])
    found = append(tmp_path / "log", grown(EMPTY, earlier))
    vectors = vectors_of(earlier)
    vectors["s20"] = np.mean([vectors[f"s0{place}"] for place in range(4)], axis=0)
    later = statements_of(["a5"], first=20, session="s2")
    (joined,) = grown(replay(found), later, vectors=vectors, session="s2")
    assert (joined.operation, joined.arguments["of"]) == ("joined", {"T001": found[0].id})


def said_by(statements, people):
    """Each statement by so many people of its own, who say the same word for word."""
    names = statements["statement_id"].tolist()
    return {name: tuple(f"{name}-{n}" for n in range(many)) for name, many in zip(names, people, strict=True)}


def grown_of(register, statements, speakers, *, session="s1", enough=4):
    vectors, thresholds = vectors_of(statements), Thresholds(cluster_from=enough)
    return grow(register, statements, speakers, vectors, session_id=session, thresholds=thresholds, seed=3)


def test_what_three_people_say_in_the_same_words_is_a_theme_and_what_two_say_is_none(clusters, statements_of):
    statements = statements_of(["-meer tijd", "-rust", "-geld"])
    operations = grown_of(EMPTY, statements, said_by(statements, (3, 2, 1)))
    assert members(operations) == {("found", "T001"): ["s00"], ("single", ""): ["s01", "s02"]}


def test_the_same_words_in_two_sessions_are_said_by_the_people_of_both(clusters, statements_of):
    first = statements_of(["-meer tijd", "-rust", "-geld"])
    register = replay(grown_of(EMPTY, first, said_by(first, (2, 1, 1))))
    both = statements_of(["-meer tijd", "-rust", "-geld", "-Meer tijd!", "-plek"])
    operations = grown_of(register, both, said_by(both, (2, 1, 1, 1, 1)), session="s2")
    assert members(operations) == {("found", "T001"): ["s00", "s03"], ("single", ""): ["s04"]}


def test_below_the_size_from_which_themes_are_looked_for_the_same_words_are_listed_too(
    clusters, statements_of
):
    statements = statements_of(["-meer tijd", "-rust"])
    operations = grown_of(EMPTY, statements, said_by(statements, (3, 1)), enough=5)
    assert members(operations) == {("single", ""): ["s00", "s01"]}
