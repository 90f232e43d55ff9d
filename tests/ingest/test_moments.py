import pytest

from lcsynth.ingest.moments import day_comes_first, to_iso


@pytest.mark.parametrize(
    ("value", "day_first", "iso"),
    [
        ("2022-05-17 15:02:11", False, "2022-05-17T15:02:11"),
        ("2022-05-17T15:02:11Z", False, "2022-05-17T15:02:11+00:00"),
        ("17-5-2022 15:02", True, "2022-05-17T15:02:00"),
        ("5/17/22 15:02:11", False, "2022-05-17T15:02:11"),
        ("5/17/2022 3:02:11 PM", False, "2022-05-17T15:02:11"),
        ("17 mei 2022 15:02", True, "2022-05-17T15:02:00"),
        ("Wed Jul 26 10:03:43 PDT 2017", False, "2017-07-26T10:03:43-07:00"),
        ("1501088623370", False, "2017-07-26T17:03:43+00:00"),
        ("31/31/2022", True, ""),
        ("Wed Xxx 26 10:03:43 PDT 2017", False, ""),
        ("gisteren", True, ""),
        ("", True, ""),
    ],
)
def test_moments_are_written_in_iso(value, day_first, iso):
    assert to_iso(value, day_first) == iso


def test_a_column_tells_itself_whether_the_day_comes_first():
    assert day_comes_first(["3/4/2022", "13/4/2022"], dutch=False)
    assert not day_comes_first(["3/4/2022", "3/14/2022"], dutch=True)
    assert day_comes_first(["3-4-2022"], dutch=False)
    assert not day_comes_first(["3/4/2022"], dutch=False)
