"""One plain paragraph: where, what, what was expected, how to mend it."""

import pytest

from lcsynth.errors import CallError, DataError, LcsynthError, nearest


def test_a_message_says_where_what_what_was_expected_and_how_to_mend_it():
    error = DataError("Row 3 is empty", where="a.csv", expected="a text", mend="Fill it in")
    assert str(error) == "a.csv: Row 3 is empty. Expected a text. Fill it in."


def test_a_part_that_is_absent_or_blank_leaves_no_trace():
    assert str(DataError("It is empty", where="", expected="", mend=" ")) == "It is empty."


def test_a_message_is_one_paragraph_whatever_goes_in():
    assert str(DataError("two\n\nlines\tof text")) == "two lines of text."


@pytest.mark.parametrize("text", ["Is it?", "No!", "Yes."])
def test_a_sentence_that_has_its_mark_gets_no_other(text):
    assert str(DataError(text)) == text


@pytest.mark.parametrize(("kind", "code"), [(DataError, 1), (CallError, 2), (LcsynthError, 1)])
def test_wrong_data_ends_with_code_1_and_a_wrong_call_with_code_2(kind, code):
    assert kind("It is wrong").exit_code == code


def test_a_notebook_shows_the_paragraph_instead_of_a_traceback():
    assert CallError("It is wrong")._render_traceback_() == ["It is wrong."]


def test_the_nearest_known_name_is_offered():
    assert nearest("smallest_cel", ["seed", "smallest_cell"]) == "Did you mean 'smallest_cell'?"


def test_without_a_near_name_the_known_ones_are_listed_in_order():
    assert nearest("q", ["two", "one"]) == "Known: one, two."


def test_without_known_names_there_is_no_hint():
    assert nearest("q", []) == ""


def test_a_message_stays_readable_whatever_it_quotes():
    told = str(
        DataError(f"There is a heading ({'a' * 70_000}) and nothing under it", where="a.csv", mend="Look")
    )
    assert told.startswith("a.csv: There is a heading (aaa")
    assert told.endswith("…. Look.")
    assert len(told) < 1_100
