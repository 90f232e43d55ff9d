"""Settings that are wrong are refused in words that say where and how to mend them."""

import contextlib
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcsynth.errors import DataError
from lcsynth.workspace import Settings, yamlfile
from lcsynth.workspace.settings import Sessions

FILE = Path("data/sessions.yaml")
SETTINGS = "name: x\nembedder: y\n"
SESSION = """\
sessions:
  - id: a
    title: {nl: Een, en: One}
    date: 2022-05-17
"""


def refusal(text, model=Sessions):
    with pytest.raises(DataError) as refused:
        yamlfile.parse(text, model, FILE)
    return refused.value


@pytest.mark.parametrize(
    ("text", "model", "where", "mend"),
    [
        (
            SESSION + "    plase: Zwolle\n",
            Sessions,
            "line 5, sessions › 1 › plase",
            "Did you mean 'place'?",
        ),
        (
            SESSION + "    sources:\n      - file: a.csv\n        text_column: [x]\n",
            Sessions,
            "line 7, sessions › 1 › sources › 1 › text_column",
            "Did you mean 'text_columns'?",
        ),
        (
            SESSION.replace("en: One", "en: One, de: Eins"),
            Sessions,
            "line 3, sessions › 1 › title › de",
            "Known: en, nl.",
        ),
        (
            SETTINGS + "thresholds:\n  smallest_cel: 3\n",
            Settings,
            "line 4, thresholds › smallest_cel",
            "Did you mean 'smallest_cell'?",
        ),
        (
            SETTINGS + "audiences:\n  beleid: {nl: Beleid, en: Policy, alias: [x]}\n",
            Settings,
            "line 4, audiences › beleid › alias",
            "Did you mean 'aliases'?",
        ),
        (SETTINGS + "sed: 3\n", Settings, "line 3, sed", "Did you mean 'seed'?"),
        (SETTINGS + "sed:\n", Settings, "line 3, sed", "Did you mean 'seed'?"),
        (SETTINGS + "7: 3\n", Settings, "line 3, 7", "Known: audiences,"),
    ],
)
def test_an_unknown_key_is_refused_with_file_line_key_and_the_nearest_known_one(text, model, where, mend):
    error = refusal(text, model)
    assert error.where == f"{FILE}, {where}"
    assert error.what.endswith("is unknown")
    assert error.mend.startswith(mend)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sessions: [\n", 2),
        ("a: b: c\n", 1),
        ("sessions:\n\t- id: a\n", 2),
        (SESSION + "    id: b\n", 5),
        (SESSION.replace("2022-05-17", "2022-02-30"), 4),
        ("sessions: *other\n", 1),
        ("sessions: !!int\n", 1),
        ("--- a\n--- b\n", 2),
    ],
)
def test_broken_yaml_names_file_and_line(text, line):
    error = refusal(text)
    assert error.where == f"{FILE}, line {line}"
    assert error.what.startswith("This is not YAML")


@pytest.mark.parametrize(
    ("text", "model", "where", "expected"),
    [
        ("- a\n", Sessions, "line 1", "keys with their values"),
        ("hello\n", Sessions, "line 1", "keys with their values"),
        ("sessions: 3\n", Sessions, "line 1, sessions", "a list"),
        ("sessions: [a]\n", Sessions, "line 1, sessions › 1", "keys with their values"),
        (
            SESSION.replace("2022-05-17", "17 mei 2022"),
            Sessions,
            "line 4, sessions › 1 › date",
            "a date such as",
        ),
        (
            SESSION.replace("2022-05-17", "20220517"),
            Sessions,
            "line 4, sessions › 1 › date",
            "a date such as",
        ),
        (SESSION + "    start: 9:30\n", Sessions, "line 5, sessions › 1 › start", 'such as "09:30"'),
        (SESSION + '    end: "24:00"\n', Sessions, "line 5, sessions › 1 › end", 'such as "09:30"'),
        (SETTINGS.replace("x", "3"), Settings, "line 1, name", "a text"),
        (SETTINGS + "seed: many\n", Settings, "line 3, seed", "a whole number"),
        (SESSION + "    illustrative: perhaps\n", Sessions, "line 5, sessions › 1 › illustrative", "true or"),
        (
            SESSION + "    questions: {Wat?: 2.10}\n",
            Sessions,
            "line 5, sessions › 1 › questions › Wat?",
            "quotes",
        ),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_with_what_was_expected(text, model, where, expected):
    error = refusal(text, model)
    assert error.where == f"{FILE}, {where}"
    assert expected in error.expected


@pytest.mark.parametrize(
    ("text", "model", "where", "said"),
    [
        (SESSION + "    mode: zoom\n", Sessions, "line 5, sessions › 1 › mode", "'online', 'on site'"),
        (SETTINGS + "languages: [nl, de]\n", Settings, "line 3, languages › 2", "'nl' or 'en'"),
        (SETTINGS + "seed: -1\n", Settings, "line 3, seed", "found -1"),
        (
            SETTINGS + "thresholds: {smallest_cell: 0}\n",
            Settings,
            "line 3, thresholds › smallest_cell",
            "found 0",
        ),
    ],
)
def test_a_value_that_is_not_allowed_is_named_with_what_is(text, model, where, said):
    error = refusal(text, model)
    assert error.where == f"{FILE}, {where}"
    assert said in error.what


@pytest.mark.parametrize("text", ["embedder: y\n", "name:\nembedder: y\n", "name: null\nembedder: y\n"])
def test_a_required_key_that_is_absent_or_without_a_value_is_named(text):
    error = refusal(text, Settings)
    assert error.where == f"{FILE}, line 1, name"
    assert error.what == "This key is required"


def test_the_number_of_other_problems_is_told():
    assert "Other problems after this one: 1." in str(refusal("nam: x\nembedder: y\n", Settings))


@pytest.mark.parametrize(
    "name",
    [
        "..",
        ".",
        "../private",
        "a/b",
        "a\\b",
        "/etc",
        "C:x",
        ".hidden",
        "~root",
        "-rf",
        "a.",
        "a b",
        "CON",
        "nul.2022",
        "a\n",
        "é",
        "x" * 101,
        "living-document",
        "Index.html",
        "",
    ],
)
def test_a_session_id_that_is_no_safe_name_of_a_folder_is_refused(name):
    with pytest.raises(DataError, match="sessions › 1 › id"):
        yamlfile.validate(
            {"sessions": [{"id": name, "title": {"nl": "x", "en": "x"}, "date": "2022-05-17"}]},
            Sessions,
            FILE,
        )


@pytest.mark.parametrize("version", ["../../secret", "papers/v1", ".v1", "v1\n"])
def test_a_version_of_the_paper_cannot_be_a_path(version):
    text = f"{SESSION}    paper_version: {version!r}\n".replace("'", '"')
    assert refusal(text).where.endswith("sessions › 1 › paper_version")


@pytest.mark.parametrize("again", ["a", "A"])
def test_two_sessions_with_one_folder_are_refused_on_the_line_of_the_second(again):
    second = SESSION.removeprefix("sessions:\n").replace("id: a", f"id: {again}")
    error = refusal(SESSION + second)
    assert error.where == f"{FILE}, line 5, sessions › 2 › id"
    assert error.what.startswith("Session 1 has this id already")


@pytest.mark.parametrize(
    ("written", "session_id"),
    [("2022-05-17", "2022-05-17"), ("17", "17"), ("'s1'", "s1"), ("x" * 100, "x" * 100)],
)
def test_an_id_that_looks_like_a_date_or_number_is_the_text_that_was_written(written, session_id):
    parsed = yamlfile.parse(SESSION.replace("id: a", f"id: {written}"), Sessions, FILE)
    assert parsed.sessions[0].id == session_id


def test_a_date_may_stand_between_quotes():
    parsed = yamlfile.parse(SESSION.replace("2022-05-17", "'2022-05-17'"), Sessions, FILE)
    assert parsed.sessions[0].date == dt.date(2022, 5, 17)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "sessions:\n", "sessions: []\n"])
def test_a_file_without_sessions_has_none(text):
    assert yamlfile.parse(text, Sessions, FILE).sessions == ()


def test_settings_cannot_be_changed():
    settings = yamlfile.parse(SETTINGS, Settings, FILE)
    with pytest.raises(ValueError, match="frozen"):
        settings.name = "other"


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(
                [*"-:?#&*!|>{}[],'\" \n\tax1~", "\n  ", ": ", "- ", "!!int ", "!!timestamp ", "2022-13-01"]
            )
        ).map("".join),
    )
)
def test_any_text_is_settings_or_is_refused_in_words(text):
    for model in (Settings, Sessions):
        with contextlib.suppress(DataError):
            yamlfile.parse(text, model, FILE)
