"""A fresh clustering proposes what to change in the themes, and what people did by hand stays."""

from types import SimpleNamespace

import numpy as np
import pytest

from lcsynth.register import append, operation, read_log, replay
from lcsynth.register.refit import propose
from lcsynth.workspace import Thresholds
from tests.register.operations import by, found, move, split, undo

SMALL = Thresholds(cluster_from=4)


class Clusters:
    """Lets the first letter of a text say its cluster; `-` is in none, `weak` ones come back badly."""

    weak = ""

    def discover(self, texts, *, labels=None, **_):
        letters = sorted({text[0] for text in texts} - {"-"})
        if labels is not None:
            themes = sorted(set(labels) - {-1})
            return SimpleNamespace(stability={theme: 0.7 + theme / 100 for theme in themes})
        return SimpleNamespace(
            labels=np.array([letters.index(text[0]) if text[0] != "-" else -1 for text in texts]),
            names={at: {"nl": f"{one} nl", "en": f"{one} en"} for at, one in enumerate(letters)},
            stability={at: 0.3 if one in self.weak else 0.9 for at, one in enumerate(letters)},
            similarity=np.array([float("nan") if text[0] == "-" else 0.5 for text in texts]),
        )


@pytest.fixture
def clusters(monkeypatch):
    """What a clustering finds."""
    found = Clusters()
    monkeypatch.setattr("lcsynth.themes.discover", found.discover)
    return found


class Refit:
    """A log and statements; statement `sNN` has the NNth text, and everybody speaks once."""

    def __init__(self, path, statements):
        self.path, self.statements = path, statements

    def do(self, *operations):
        append(self.path, list(operations))
        return self

    @property
    def register(self):
        return replay(read_log(self.path)[0])

    def propose(self, *, people=None, many=()):
        names = self.statements["statement_id"].tolist()
        return propose(
            self.register,
            read_log(self.path)[0],
            self.statements,
            {
                name: (people or f"P{name}", *(f"{name}-{n}" for n in range(dict(many).get(name, 0))))
                for name in names
            },
            dict.fromkeys(names, np.zeros(2, dtype=np.float32)),
            thresholds=SMALL,
            seed=0,
        )

    def accept(self, proposals):
        for one in proposals:
            new = ""
            for step in one.steps:
                made = operation("move", coder="An", statements=list(step.statements), to=new or step.to)
                if step.operation == "merge":
                    made = by("An", "merge", themes=[step.theme], into=step.to)
                elif step.operation == "split":
                    (new,) = self.register.next_ids(1)
                    made = split(step.theme, *step.statements, new=new, coder="An", label_nl="X")
                made = operation(made.operation, coder="An", refit=one.id, **made.arguments)
                self.do(made)


@pytest.fixture
def refit_of(clusters, statements_of, tmp_path):
    """Make themes of texts: each word is a theme of so many statements as it has letters; `_` is in none."""

    def make(*groups):
        texts = [f"{letter} {at}" for at, letter in enumerate("".join(group.lstrip("_") for group in groups))]
        names = iter(f"s{at:02d}" for at in range(len(texts)))
        operations, number = [], 0
        for group in groups:
            members = [next(names) for _ in group.lstrip("_")]
            number += not group.startswith("_")
            one = found(f"T{number:03d}", *members)
            operations.append(
                operation("single", session="s1", members=members) if group.startswith("_") else one
            )
        return Refit(tmp_path / "log.jsonl", statements_of(texts)).do(*operations)

    return make


def told(proposals):
    def shape(step):
        return (step.operation, step.theme, step.to, len(step.statements))

    return [(one.kind, *map(shape, one.steps)) for one in proposals]


def test_a_theme_that_falls_into_two_is_proposed_to_be_split(refit_of):
    (proposal,) = refit_of("aaaaabbb", "ccc").propose()
    assert told([proposal]) == [("split", ("split", "T001", "new", 3))]
    assert proposal.labels == {"nl": "b nl", "en": "b en"}
    old, new = proposal.changes
    assert (old.statements, old.people, new.statements, new.people) == ((8, 5), (8, 5), (0, 3), (0, 3))
    assert old.stability == (0.7, 0.7)
    assert np.isnan(new.stability[0])
    assert proposal.examples == {"s05": "b 5", "s06": "b 6", "s07": "b 7"}
    assert proposal.origins == {"T001": 3}


def test_two_themes_that_are_alike_are_proposed_to_be_merged(refit_of):
    (proposal,) = refit_of("aaaaa", "aaa", "ccc").propose()
    assert told([proposal]) == [("merge", ("merge", "T002", "T001", 3))]
    assert [change.statements for change in proposal.changes] == [(3, 0), (5, 8)]


def test_single_voices_that_found_company_are_a_new_theme(refit_of):
    assert told(refit_of("aaaa", "ccc", "_bbb").propose()) == [("new", ("split", "", "new", 3))]


def test_a_theme_that_does_not_come_back_vanishes(refit_of):
    proposals = refit_of("aaaaa", "ccccc", "a-c--").propose()
    assert told(proposals) == [
        ("vanished", ("move", "", "", 3), ("move", "", "T001", 1), ("move", "", "T002", 1))
    ]
    assert proposals[0].changes[0].statements == (5, 0)


def test_a_theme_of_what_several_people_said_in_the_same_words_does_not_vanish(refit_of):
    refit = refit_of("aaaaa", "-")
    assert [one.kind for one in refit.propose()] == ["vanished"]
    assert refit.propose(many={"s05": 2}) == []


def test_statements_of_themes_that_stay_are_moved_together(refit_of):
    assert told(refit_of("aaaaac", "cccca", "_a").propose()) == [
        ("move", ("move", "", "T001", 2)),
        ("move", ("move", "", "T002", 1)),
    ]


def test_nothing_is_proposed_where_nothing_changes_or_too_little_was_said(refit_of):
    assert refit_of("aaaa", "ccc", "_-").propose() == []
    assert refit_of("aa", "a").propose() == []


def test_a_cluster_that_would_not_come_back_changes_nothing(refit_of, clusters):
    clusters.weak = "b"
    assert refit_of("aaaaabbb", "bb", "_bbb").propose() == []


def test_a_cluster_of_too_few_people_makes_no_theme(refit_of):
    assert refit_of("aaaa", "ccc", "_bbb").propose(people="P") == []


def test_what_people_rejected_does_not_come_back(refit_of):
    refit = refit_of("aaaa", "ccc", "bbb")
    assert refit.do(by("An", "status", theme="T003", status="rejected")).propose() == []


EVERYTHING = ("aaaaabbb", "aaa", "cccc-c", "-a-", "_ddcc", "cccb")


def test_what_is_accepted_is_not_proposed_again(refit_of):
    refit = refit_of(*EVERYTHING)
    proposals = refit.propose()
    assert {one.kind for one in proposals} >= {"split", "merge", "vanished", "new"}
    refit.accept(proposals)
    assert refit.register.problems == ()
    assert refit.propose() == []


@pytest.mark.parametrize("seed", range(12))
def test_whatever_was_accepted_nothing_is_left_to_propose(refit_of, clusters, seed):
    random = np.random.default_rng(seed)
    groups = ["".join(random.choice([*"abcdef-"], size=random.integers(2, 12))) for _ in range(6)]
    clusters.weak = "f"
    refit = refit_of(*groups, "_" + "".join(random.choice([*"abcdef-"], size=8)))
    refit.accept(refit.propose())
    assert refit.register.problems == ()
    assert refit.propose() == []


def test_a_proposal_keeps_its_id_and_another_one_has_another(refit_of, tmp_path):
    first = [one.id for one in refit_of(*EVERYTHING).propose()]
    (tmp_path / "log.jsonl").unlink()
    assert [one.id for one in refit_of(*EVERYTHING).propose()] == first
    assert len(set(first)) == len(first)
    (tmp_path / "log.jsonl").unlink()
    assert not {one.id for one in refit_of(*EVERYTHING, "_b").propose() if one.kind == "split"} & set(first)


def test_a_statement_moved_by_hand_stays_and_one_moved_by_a_refit_need_not(refit_of):
    refit = refit_of("aaaaa", "ccccc").do(move("s00", to="T002"))
    assert refit.propose() == []
    refit.do(operation("move", coder="An", statements=["s00"], to="T002", refit="P1a2b3"))
    assert told(refit.propose()) == [("move", ("move", "", "T001", 1))]


def test_a_move_that_was_undone_keeps_nothing_in_place(refit_of):
    refit = refit_of("aaaaac", "cccc")
    refit.do(move("s05", to="T001"))
    assert refit.propose() == []
    refit.do(undo(read_log(refit.path)[0][-1]))
    assert told(refit.propose()) == [("move", ("move", "", "T002", 1))]


def test_a_theme_with_statements_moved_by_hand_is_not_merged_away(refit_of):
    refit = refit_of("aaaaa", "aaa", "ccc").do(move("s08", to="T002"))
    assert told(refit.propose()) == [("move", ("move", "", "T001", 3))]


def test_a_theme_that_a_person_split_off_stays_and_taking_from_its_other_half_is_marked(refit_of):
    refit = refit_of("aaaaaaaaa", "aaaaaaaaaaaaa", "ccc").do(split("T001", "s00", "s01", new="T004"))
    hand = read_log(refit.path)[0][-1]
    (proposal,) = refit.propose()
    assert told([proposal]) == [("merge", ("merge", "T001", "T002", 7))]
    assert [one.id for one in proposal.by_hand] == [hand.id]


def test_splitting_what_a_person_merged_is_marked(refit_of):
    refit = refit_of("aaaaa", "bbb", "ccc").do(by("An", "merge", themes=["T002"], into="T001"))
    (proposal,) = refit.propose()
    assert proposal.kind == "split"
    assert [one.operation for one in proposal.by_hand] == ["merge"]


def test_a_theme_may_be_made_of_single_voices_alone(refit_of):
    refit = refit_of("aaaa", "_bbb").do(split("", "s04", "s05", new="T002"))
    theme = refit.register.themes["T002"]
    assert (theme.split_from, theme.first_session, theme.status) == ("", "s1", "active")
    assert [refit.register.theme_of(name) for name in ("s04", "s06")] == ["T002", ""]
