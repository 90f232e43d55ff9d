"""Overruled masks in the log: read back as they were made, and what is wrong is told."""

import json

import pytest

from lcsynth.prepare.overrules import AtPlace, Everywhere
from lcsynth.register import append, operation, read_log, replay
from lcsynth.register.overruling import arguments_of, overrules_in

KEY = b"k" * 32
WORD = Everywhere("ab" * 32, 2, "persoon")
PLACE = AtPlace("s1", "c1", 4, 9, "overig")


def logged(name, one):
    return operation(name, coder="Anne", **arguments_of(one, KEY))


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("mask", WORD),
        ("mask", PLACE),
        ("unmask", WORD._replace(kind="")),
        ("unmask", PLACE._replace(kind="")),
    ],
)
def test_an_overrule_comes_back_from_the_log_as_it_was_made(tmp_path, name, one):
    append(tmp_path / "log.jsonl", [logged(name, one)])
    operations, unread = read_log(tmp_path / "log.jsonl")
    register = replay(operations)
    assert (unread, register.problems) == ([], ())
    assert register.overrules.made == overrules_in(operations).made == (one,)


def test_a_later_operation_on_the_same_words_takes_the_place_of_an_earlier_one():
    done = replay([logged("mask", WORD), logged("mask", PLACE), logged("unmask", WORD)])
    assert done.overrules.made == (PLACE, WORD._replace(kind=""))


def test_sessions_that_are_left_out_leave_what_people_overruled():
    assert replay([logged("mask", PLACE)], sessions=[]).overrules.made == (PLACE,)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "naam"}, "kind"),
        ({"kind": ["persoon"]}, "kind"),
        ({"word": "Fatima"}, "hash"),
        ({"words": True}, "'words'"),
        ({"words": 99}, "'words'"),
    ],
)
def test_words_that_cannot_be_read_are_reported_and_change_nothing(change, reason):
    one = operation("mask", coder="Anne", **(arguments_of(WORD, KEY) | change))
    register = replay([one])
    assert reason in register.problems[0].reason
    assert register.overrules.made == overrules_in([one]).made == ()


@pytest.mark.parametrize(
    "change", [{"start": 9}, {"start": -1}, {"end": "9"}, {"contribution": ""}, {"session": 1}]
)
def test_a_place_that_is_none_is_reported_and_changes_nothing(change):
    one = operation("unmask", coder="Anne", **(arguments_of(PLACE, KEY) | change))
    register = replay([one])
    assert len(register.problems) == 1
    assert register.overrules.made == overrules_in([one]).made == ()


def test_the_key_itself_is_not_in_the_log():
    assert KEY.hex() not in json.dumps(arguments_of(WORD, KEY))
    assert arguments_of(WORD, KEY)["key"] != arguments_of(WORD, b"x" * 32)["key"]
