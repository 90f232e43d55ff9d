"""What is held in memory during a run is given whole, whatever was done with what was given before."""

from lcsynth.pipeline import material
from lcsynth.pipeline.material import Material


def test_a_table_that_somebody_changed_is_given_unchanged_the_next_time(samples):
    held = Material.of(samples)
    given = held.together(samples.sessions, "statements")
    texts = given["text"].tolist()
    given.loc[:, "text"] = ""
    given["more"] = 1
    again = held.together(samples.sessions, "statements")
    assert again["text"].tolist() == texts
    assert "more" not in again


def test_only_so_many_tables_are_held(samples, monkeypatch):
    monkeypatch.setattr(material, "_MOST_TOGETHER", 2)
    held = Material.of(samples)
    for name in material.ORDER:
        held.together(samples.sessions, name)
    assert len(held._together) <= 2


def test_the_vectors_of_all_sessions_are_those_of_each_by_order_of_id(samples):
    held = Material.of(samples)
    apart = [held.vectors([session]) for session in samples.sessions]
    whole = held.vectors(samples.sessions)
    assert list(whole) == sorted(name for part in apart for name in part)
    assert all((whole[name] == part[name]).all() for part in apart for name in part)
