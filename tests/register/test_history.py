"""What an operation had seen follows from what it came after, not from its time."""

from hypothesis import given
from hypothesis import strategies as st

from lcsynth.register import Operation
from lcsynth.register.history import History


def one(name, *after):
    return Operation("", "Anne", "memo", {"after": list(after)}, "", name)


def old(name):
    return Operation("", "Anne", "memo", {}, "", name)


def test_operations_in_a_row_have_seen_all_before_them():
    rows = [one("a"), one("b", "a"), one("c", "b")]
    history = History(rows)
    assert history.seen(rows[0], by=rows[2])
    assert not history.seen(rows[2], by=rows[0])
    assert history.heads == ["c"]


def test_branches_have_not_seen_each_other_until_something_comes_after_both():
    rows = [one("a"), one("b", "a"), one("c", "a"), one("d", "c"), one("e", "b", "d")]
    history = History(rows)
    assert not history.seen(rows[1], by=rows[3])
    assert not history.seen(rows[2], by=rows[1])
    assert all(history.seen(row, by=rows[4]) for row in rows)
    assert History(rows[:4]).heads == ["b", "d"]


def test_operations_of_an_older_version_are_taken_to_have_seen_all_before_them():
    rows = [old("a"), old("b"), one("c", "b"), old("d")]
    history = History(rows)
    assert all(history.seen(row, by=rows[3]) for row in rows)
    assert history.heads == ["d"]


def test_two_logs_that_began_apart_have_seen_nothing_of_each_other():
    rows = [one("a"), one("b")]
    assert not History(rows).seen(rows[0], by=rows[1])


@given(st.lists(st.lists(st.integers(0, 11), max_size=3), min_size=1, max_size=12))
def test_seen_is_exactly_what_can_be_reached_backwards(parents):
    rows = [
        one(f"o{place}", *(f"o{at}" for at in before if at < place)) for place, before in enumerate(parents)
    ]
    history = History(rows)
    for place, row in enumerate(rows):
        reached, left = set(), [row.id]
        while left:
            reached.add(name := left.pop())
            left += rows[int(name[1:])].after or ()
        assert {other.id for other in rows[: place + 1] if history.seen(other, by=row)} == reached
