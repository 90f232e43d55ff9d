import pandas as pd
import pytest

from lcsynth.analysis.incidence import incidence
from lcsynth.errors import DataError


def single(*contributors):
    return pd.DataFrame({"contributors": list(contributors)}, dtype="int64")


def test_a_theme_counts_its_people_once_and_a_single_voice_those_who_said_it(make_voices):
    said = [("T001", "P-1"), ("T001", "P-1"), ("T001", "P-2"), ("T002", "P-2")]
    voices = make_voices([{"theme_id": theme, "contributor": who} for theme, who in said])
    found = incidence(voices, single(2, 1, 1), people=5)
    assert found.themes.tolist() == [1, 2]
    assert found.singles.tolist() == [1, 1, 2]
    assert found.all.tolist() == [1, 2, 1, 1, 2]
    assert found.people == 5


def test_nothing_said_gives_nothing(make_voices):
    assert len(incidence(make_voices([]), single(), people=0).all) == 0


def test_more_people_than_took_part_are_refused(make_voices):
    with pytest.raises(DataError, match="2 people brought something up where 1 took part"):
        incidence(make_voices([]), single(2), people=1)
