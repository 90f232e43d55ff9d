import pandas as pd
import pytest

from lcsynth.pipeline.comparing import Compared, compare_passports, compare_tables, compare_texts

PASSPORT = {
    "made_at": "2026-01-01T00:00:00+00:00",
    "sources": {"s1": ["aa", "bb"]},
    "settings": {"seed": 0, "name": "x"},
    "versions": {"pandas": "3.0"},
    "counts": {"themes": 3},
}


def changed(**parts):
    return PASSPORT | parts


def test_the_same_inputs_are_equal_whenever_they_were_used_and_whatever_was_counted():
    other = changed(made_at="2027-01-01T00:00:00+00:00", counts={"themes": 4})
    assert list(compare_passports(PASSPORT, other)) == [Compared("inputs")]


@pytest.mark.parametrize(
    ("now", "what", "difference"),
    [
        (
            changed(sources={"s1": ["aa", "cc", "dd"]}),
            "sources of s1",
            "changed since: 2 not in the passport, 1 not there any more",
        ),
        (changed(versions={"pandas": "3.1"}), "input versions › pandas", '"3.0" then, "3.1" now'),
        (changed(settings={"name": "x"}), "input settings › seed", "0 then, nothing now"),
        (changed(log="ff"), "input log", 'nothing then, "ff" now'),
    ],
)
def test_an_input_that_changed_is_named_with_both_values(now, what, difference):
    assert list(compare_passports(PASSPORT, now)) == [Compared(what, difference)]


@pytest.fixture
def kept(tmp_path):
    frame = pd.DataFrame({"theme_id": ["T001", "T002"], "stability": [0.5, float("nan")]})
    frame.to_parquet(tmp_path / "themes.parquet", index=False)
    return tmp_path, frame


def difference(kept, frame):
    (found,) = compare_tables(kept, {"themes": frame})
    assert found.what == f"table themes ({len(frame)} rows)"
    return found.difference


def test_a_table_is_equal_to_itself_also_where_a_number_is_missing(kept):
    folder, frame = kept
    assert difference(folder, frame) == ""


def test_a_table_that_differs_says_where(kept):
    folder, frame = kept
    again = frame.assign(stability=[0.5, 0.1])
    assert difference(folder, again) == "column stability differs in 1 rows, first in row 2 (theme_id T002)"
    assert difference(folder, frame.head(1)) == "has 2 rows, made again 1"
    assert "has the columns theme_id, stability, made again theme_id" in difference(
        folder, frame[["theme_id"]]
    )


def test_a_table_that_is_absent_or_damaged_is_a_difference(kept):
    folder, frame = kept
    (folder / "themes.parquet").write_bytes(b"no table")
    assert "not a whole Parquet table" in difference(folder, frame)
    (folder / "themes.parquet").unlink()
    assert "cannot be read" in difference(folder, frame)


def test_a_page_that_differs_says_from_which_line_on_and_in_which_section(tmp_path):
    page = '<section id="themes">\n<p>a</p>\n</section>\n<section class="x" id="news">\n<p>b</p>\n'
    path = tmp_path / "report.nl.html"
    path.write_text(page, encoding="utf-8")
    assert compare_texts("report", path, page) == Compared("report")
    again = page.replace("<p>b", "<p>c")
    assert compare_texts("report", path, again).difference == "differs from line 5 on in the section news"
    assert compare_texts("report", path, page + "more").difference.startswith("differs from line 6 on")
    assert "cannot be read" in compare_texts("report", tmp_path / "none", page).difference
