import ast
import datetime
import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lcsynth.report
from lcsynth.errors import CallError, DataError
from lcsynth.report.languages import LOCALE_FOLDER, UntranslatedWarning, catalogue, read_strings

REPORT = Path(lcsynth.report.__file__).parent
PANEL = REPORT.parent / "pipeline"
NOTEBOOKS = REPORT.parent.parent / "notebooks"
CALLS = {"text": 1, "plural": 2}
# In a template: words.text("…") or words.plural("…", "…", …).
IN_TEMPLATE = re.compile(r"""\.(text|plural)\(\s*("[^"]*"|'[^']*')(?:\s*,\s*("[^"]*"|'[^']*'))?""")


def _used_in_code(source: str) -> set[tuple[str, ...]]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        strings = [part.value for part in node.args if isinstance(part, ast.Constant)]
        strings = [text for text in strings if isinstance(text, str)][: CALLS.get(name, 0)]
        if len(strings) == CALLS.get(name):
            found.add(tuple(strings))
    return found


def _used_in_template(source: str) -> set[tuple[str, ...]]:
    found = set()
    for call, one, many in IN_TEMPLATE.findall(source):
        found.add(tuple(ast.literal_eval(part) for part in ([one, many] if call == "plural" else [one])))
    return found


def _used() -> set[tuple[str, ...]]:
    found = set()
    for path in (*REPORT.rglob("*.py"), *PANEL.glob("panel*.py"), *PANEL.glob("matrix*.py")):
        found |= _used_in_code(path.read_text(encoding="utf-8"))
    for path in REPORT.rglob("*.j2"):
        found |= _used_in_template(path.read_text(encoding="utf-8"))
    return found


def _translated() -> dict[tuple[str, ...], tuple[str, ...]]:
    from babel.messages.pofile import read_po

    with (LOCALE_FOLDER / "nl.po").open("rb") as file:
        messages = [message for message in read_po(file, abort_invalid=True) if message.id]
    pairs = [(message.id, message.string) for message in messages]
    return {
        one if isinstance(one, tuple) else (one,): many if isinstance(many, tuple) else (many,)
        for one, many in pairs
    }


def test_every_string_of_the_reports_has_a_dutch_translation():
    translated = {key for key, forms in _translated().items() if all(forms)}
    assert sorted(_used() - translated) == []


def test_no_translation_is_stale():
    assert sorted(set(_translated()) - _used()) == []


def test_a_string_stands_once_in_the_file_of_translations():
    lines = (LOCALE_FOLDER / "nl.po").read_text(encoding="utf-8").splitlines()
    keys = [line for line in lines if line.startswith("msgid ") and line != 'msgid ""']
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_a_translation_fills_in_the_same_names_as_the_english():
    def names(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    wrong = [
        key
        for key, forms in _translated().items()
        if {name for form in forms for name in names(form)} != {name for text in key for name in names(text)}
    ]
    assert wrong == []


def test_strings_are_found_in_code_and_in_templates():
    code = 'words.text("a"); words.plural("one", "many", n); x.text(variable); f("no")'
    assert _used_in_code(code) == {("a",), ("one", "many")}
    assert _used_in_template('{{ words.text(\'a\', n=1) }} {{ words.plural("b", "c", 2) }}') == {
        ("a",),
        ("b", "c"),
    }


def test_a_string_without_translation_warns_and_is_shown_in_english():
    with pytest.warns(UntranslatedWarning, match="no such string"):
        assert catalogue("nl").text("There is no such string {n}", n=1000) == "There is no such string 1.000"


def test_an_unknown_language_is_refused_with_the_known_ones():
    with pytest.raises(CallError, match="en, nl"):
        catalogue("fr")


def test_a_file_of_translations_that_is_absent_or_broken_is_told(tmp_path):
    with pytest.raises(DataError, match=r"nl\.po"):
        read_strings(tmp_path / "nl.po")
    (tmp_path / "nl.po").write_text("msgid unquoted\n", encoding="utf-8")
    with pytest.raises(DataError, match="cannot be read"):
        read_strings(tmp_path / "nl.po")


def test_a_doubtful_or_empty_translation_does_not_count(tmp_path):
    text = '#, fuzzy\nmsgid "a"\nmsgstr "x"\n\nmsgid "b"\nmsgstr ""\n\nmsgid "c"\nmsgstr "z"\n'
    (tmp_path / "nl.po").write_text(text, encoding="utf-8")
    assert read_strings(tmp_path / "nl.po") == {"c": ("z",)}


def test_singular_and_plural_follow_the_number():
    dutch, english = catalogue("nl"), catalogue("en")
    said = [[words.plural("{n} person", "{n} people", n) for n in (0, 1, 1200)] for words in (dutch, english)]
    assert said == [["0 mensen", "1 persoon", "1.200 mensen"], ["0 people", "1 person", "1,200 people"]]


@pytest.mark.parametrize(
    ("language", "day", "span", "moment", "percentage", "interval", "number", "joined"),
    [
        ("nl", "17 mei 2022", "15.00–17.00 uur", "9.05 uur", "12,5%", "20–52%", "1.234,5", "a, b en c"),
        ("en", "17 May 2022", "15:00–17:00", "9:05", "12.5%", "20–52%", "1,234.5", "a, b and c"),
    ],
)
def test_numbers_and_dates_are_written_as_the_language_does(
    language, day, span, moment, percentage, interval, number, joined
):
    words = catalogue(language)
    assert words.date(datetime.date(2022, 5, 17)) == day
    assert words.time("15:00", "17:00") == span
    assert words.time("9:05") == moment
    assert words.time("") == ""
    assert words.percent(0.125, 1) == percentage
    assert words.percent_range(0.2, 0.516) == interval
    assert words.number(1234.5, 1) == number
    assert words.join(["a", "b", "c"]) == joined


def test_a_broken_number_is_not_quietly_rounded_into_a_sentence():
    with pytest.raises(TypeError):
        catalogue("en").text("{n} person", n=2.5)


@given(st.text())
def test_what_is_filled_in_is_never_read_as_a_pattern(value):
    assert catalogue("en").text("({value})", value=value) == f"({value})"
