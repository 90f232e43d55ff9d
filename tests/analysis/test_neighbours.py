import pandas as pd

from lcsynth.analysis.neighbours import NEIGHBOUR_COLUMNS, neighbours


def points(*rows):
    return pd.DataFrame(
        [(f"s{n}", theme, x, y) for n, (theme, x, y) in enumerate(rows)],
        columns=["statement_id", "theme_id", "x", "y"],
    )


def test_who_is_nearest_counts_and_single_voices_do_not():
    table = neighbours(
        points(("T001", 0, 0), ("T001", 0, 1), ("T002", 0, 3), ("T002", 5, 5), ("T002", 5, 6), ("", 0, 2.9))
    )
    assert table.to_dict("records") == [
        {"theme_id": "T001", "statements": 2, "among_own": 2, "neighbour": "", "beside": 0},
        {"theme_id": "T002", "statements": 3, "among_own": 2, "neighbour": "T001", "beside": 1},
    ]


def test_one_point_is_next_to_nothing_and_no_point_is_no_row():
    assert neighbours(points(("T001", 0, 0)))[["among_own", "neighbour"]].to_numpy().tolist() == [[0, ""]]
    assert neighbours(points(("", 0, 0))).columns.tolist() == NEIGHBOUR_COLUMNS
    assert neighbours(points(("", 0, 0))).empty


def test_the_order_of_rows_does_not_matter():
    table = points(("T001", 0, 0), ("T002", 0, 0), ("T001", 0, 0), ("T002", 1, 0))
    pd.testing.assert_frame_equal(neighbours(table), neighbours(table.iloc[::-1]))
