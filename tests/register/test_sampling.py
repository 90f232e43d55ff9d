"""The sample that people code."""

from hypothesis import given
from hypothesis import strategies as st

from lcsynth.register.sampling import draw_sample

HOMES = {f"s{at:03d}": "T001" if at < 80 else "T002" if at < 97 else "T003" for at in range(99)}


def test_every_theme_is_in_the_sample_and_large_ones_more_often():
    drawn = [HOMES[name] for name in draw_sample(HOMES, 20, seed=0)]
    assert [drawn.count(theme) for theme in ("T001", "T002", "T003")] == [16, 3, 1]


def test_a_larger_sample_holds_the_smaller_one():
    assert set(draw_sample(HOMES, 20, seed=0)) < set(draw_sample(HOMES, 30, seed=0))


def test_another_seed_draws_others():
    assert set(draw_sample(HOMES, 20, seed=0)) != set(draw_sample(HOMES, 20, seed=1))


@given(st.permutations(sorted(HOMES)), st.integers(1, 120))
def test_the_sample_is_the_same_in_any_order_and_never_larger_than_asked(names, size):
    drawn = draw_sample({name: HOMES[name] for name in names}, size, seed=0)
    assert drawn == draw_sample(HOMES, size, seed=0)
    assert len(set(drawn)) == len(drawn) == min(size, len(HOMES))
