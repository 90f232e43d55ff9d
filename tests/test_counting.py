import pytest

from lcsynth.counting import counted


@pytest.mark.parametrize(
    ("number", "words", "told"),
    [
        (0, ("row",), "0 rows"),
        (1, ("row",), "1 row"),
        (2, ("entry", "entries"), "2 entries"),
        (1, ("is new", "are new"), "1 is new"),
    ],
)
def test_one_thing_is_told_in_the_singular_and_all_else_in_the_plural(number, words, told):
    assert counted(number, *words) == told
