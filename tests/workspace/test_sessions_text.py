"""Changing sessions.yaml by program keeps what people wrote there."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.errors import DataError
from lcsynth.workspace import yamlfile
from lcsynth.workspace.layout import Workspace, sessions_text
from lcsynth.workspace.settings import Sessions

NEW = {"title": {"nl": "Nieuw", "en": "New"}, "date": dt.date(2022, 7, 1)}
WRITTEN = """\
# Our sessions
sessions:
  - id: a   # the first
    title: {nl: Een, en: "One"}
    date: 2022-05-17   # a Tuesday
    sources:
      - file: a.csv    # the survey
        text_columns: [x, y]
      # and the chat
      - file: b.csv
        text_columns: [z]   # one column
        id_column: Nr

  # the second one
  - id: b
    title: {nl: Twee, en: Two}
    date: 2022-06-17

# more to come
"""


@pytest.fixture
def bare(tmp_path):
    (tmp_path / "data").mkdir()
    return Workspace(tmp_path)


def change(workspace, written, *arguments):
    path = workspace.data / "sessions.yaml"
    if written is not None:
        path.write_text(written)
    text = sessions_text(workspace, *arguments)
    assert written is None or path.read_text() == written
    return text, yamlfile.parse(text, Sessions, path).sessions


def test_nothing_to_change_changes_nothing(bare):
    assert change(bare, WRITTEN, "a", {}, [])[0] == WRITTEN


def test_a_file_without_further_options_is_not_listed(bare):
    assert change(bare, WRITTEN, "b", {}, [{"file": "c.csv", "text_columns": [], "format": ""}])[0] == WRITTEN


@pytest.mark.parametrize("written", [None, "", "sessions: []\n", "sessions:\n", "{}\n"])
def test_the_first_session_is_added_to_an_empty_list(bare, written):
    text, sessions = change(bare, written, "c", NEW, [{"file": "c.csv", "text_columns": ("x",)}])
    assert [session.id for session in sessions] == ["c"]
    assert sessions[0].date == dt.date(2022, 7, 1)
    assert sessions[0].source("c.csv").text_columns == ("x",)
    assert "[" not in text


@pytest.mark.parametrize(
    "written",
    [
        "# above\nsessions: []   # none yet\n\n# below\n",
        "# above\n# none yet\n# below",
        "# above\nsessions:\n# none yet\n# below\n",
    ],
)
def test_comments_around_an_empty_list_stay(bare, written):
    text, sessions = change(bare, written, "c", NEW, [])
    assert [text.index(comment) for comment in ("# above", "# none yet", "# below")] == sorted(
        text.index(comment) for comment in ("# above", "# none yet", "# below")
    )
    assert len(sessions) == 1


def test_a_session_is_added_after_the_others(bare):
    text, sessions = change(bare, WRITTEN, "c", NEW, [])
    added = "  - id: c\n    title:\n      nl: Nieuw\n      en: New\n    date: 2022-07-01\n"
    assert text == WRITTEN.replace("\n# more to come", f"{added}\n# more to come")
    assert [session.id for session in sessions] == ["a", "b", "c"]


def test_a_key_is_added_to_its_own_session_and_comments_stay_where_they_were(bare):
    text, _ = change(bare, WRITTEN, "a", {"place": "Zwolle"}, [])
    assert text == WRITTEN.replace("id_column: Nr\n", "id_column: Nr\n    place: Zwolle\n")


def test_a_key_that_is_there_gets_its_new_value_in_place(bare):
    text, _ = change(bare, WRITTEN, "a", {"date": dt.date(2022, 5, 18)}, [])
    assert text == WRITTEN.replace("2022-05-17", "2022-05-18")


def test_the_options_of_a_known_source_are_replaced_in_place(bare):
    text, sessions = change(bare, WRITTEN, "a", {}, [{"file": "b.csv", "contributor_column": "Wie"}])
    old = "        text_columns: [z]   # one column\n        id_column: Nr\n"
    assert text == WRITTEN.replace(old, "        contributor_column: Wie\n")
    assert sessions[0].source("b.csv").text_columns == ()


def test_the_comment_on_the_next_source_stays_when_options_are_replaced(bare):
    text, _ = change(bare, WRITTEN, "a", {}, [{"file": "a.csv", "id_column": "Nr"}])
    assert text == WRITTEN.replace("text_columns: [x, y]", "id_column: Nr")


def test_a_source_is_added_after_the_others(bare):
    text, _ = change(bare, WRITTEN, "a", {}, [{"file": "c.csv", "id_column": "Nr"}])
    added = "      - file: c.csv\n        id_column: Nr\n"
    assert text == WRITTEN.replace("\n  # the second one", f"{added}\n  # the second one")


def test_the_first_source_of_a_session_is_added(bare):
    text, _ = change(bare, WRITTEN, "b", {}, [{"file": "c.csv", "id_column": "Nr"}])
    added = "    sources:\n      - file: c.csv\n        id_column: Nr\n"
    assert text == WRITTEN.replace("\n# more to come", f"{added}\n# more to come")


def test_a_file_that_is_wrong_is_refused_and_not_changed(bare):
    path = bare.data / "sessions.yaml"
    path.write_text("sessions:\n  - id: a\n")
    with pytest.raises(DataError, match="line 2, sessions › 1 › title: This key is required"):
        sessions_text(bare, "b", NEW, [])
    assert path.read_text() == "sessions:\n  - id: a\n"


def comments(text):
    return [line.partition("#")[2].strip() for line in text.splitlines() if "#" in line]


VALUES = st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="#"), min_size=1)


@settings(max_examples=40)
@given(
    session=st.sampled_from(["a", "b", "c"]),
    changes=st.dictionaries(st.sampled_from(["place", "mode", "start"]), st.just("")),
    file=st.sampled_from(["a.csv", "b.csv", "c.csv"]),
    options=st.dictionaries(st.sampled_from(["text_columns", "id_column", "format"]), VALUES),
)
def test_whatever_is_changed_comments_keep_their_order_and_values_come_back(
    tmp_path_factory, session, changes, file, options
):
    bare = Workspace(tmp_path_factory.mktemp("ws"))
    bare.data.mkdir()
    if "text_columns" in options:
        options["text_columns"] = [options["text_columns"]]
    text, sessions = change(bare, WRITTEN, session, NEW | changes, [{"file": file, **options}])
    kept = comments(text)
    assert kept == [comment for comment in comments(WRITTEN) if comment in kept]
    assert {"Our sessions", "and the chat", "the second one", "more to come"} <= set(kept)
    found = next(one for one in sessions if one.id == session)
    for name, value in options.items():
        assert getattr(found.source(file), name) == (tuple(value) if isinstance(value, list) else value)
