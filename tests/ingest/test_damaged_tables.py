"""Merged cells, formulas without a result, sheets of absurd size, invisible characters, changed exports."""

import contextlib
import datetime
import random
import subprocess
import sys
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from lcsynth.errors import DataError, LcsynthError
from lcsynth.ingest import read_source
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.reasons import NO_RESULT
from lcsynth.workspace import Session, Settings, Source, Title

SENTENCE = "Dit is een zin van zes woorden"
HEADING = ["Naam", "Type organisatie", "Wat mist u?"]


def book(tmp_path, rows, *, merged=(), cells=None):
    made = openpyxl.Workbook()
    sheet = made.active
    for row in rows:
        sheet.append(row)
    for place, value in (cells or {}).items():
        sheet[place] = value
    for area in merged:
        sheet.merge_cells(area)
    made.save(tmp_path / "b.xlsx")
    return (tmp_path / "b.xlsx").read_bytes()


def test_a_merged_cell_holds_for_all_its_rows_but_an_answer_is_said_once(read, tmp_path):
    rows = [
        HEADING,
        ["Ria", "mbo", SENTENCE],
        [None, None, f"{SENTENCE} hier"],
        [None, None, None],
        ["Bo", "wo", SENTENCE],
    ]
    content = book(tmp_path, rows, merged=("A2:A4", "B2:B4", "C3:C4"))
    reading = read(content, "a.xlsx")
    assert [(one.identity, one.organisation_type) for one in reading.contributions] == [
        ("Ria", "mbo"),
        ("Ria", "mbo"),
        ("Bo", "wo"),
    ]
    assert reading.empty == 1


def test_a_merged_cell_over_the_answers_of_several_people_is_their_question(read, tmp_path):
    rows = [
        ["Thema", "Naam", "Antwoord"],
        ["Wat gaat er goed?", "Ria", SENTENCE],
        [None, "Bo", f"{SENTENCE} ook"],
        ["Wat kan er beter in de groep?", "Ria", f"{SENTENCE} nu"],
        [None, "Bo", f"{SENTENCE} toch"],
    ]
    content = book(tmp_path, rows, merged=("A2:A3", "A4:A5"))
    for options in ({}, {"text_columns": ("Antwoord",)}):
        reading = read(content, "a.xlsx", **options)
        assert (reading.read, len(reading.contributions), reading.columns["Thema"]) == (4, 4, "question")
        assert [one.question for one in reading.contributions] == [
            "Wat gaat er goed?",
            "Wat gaat er goed?",
            "Wat kan er beter in de groep?",
            "Wat kan er beter in de groep?",
        ]
        assert reading.contributions[0].section_hint == "2.1"


def test_an_answer_merged_over_the_rows_of_one_person_is_no_question(read, tmp_path):
    rows = [
        ["Naam", "Sterk", "Zwak"],
        ["Ria", f"{SENTENCE} een", SENTENCE],
        [None, None, f"{SENTENCE} ook"],
        ["Bo", f"{SENTENCE} twee", f"{SENTENCE} nu"],
        [None, None, f"{SENTENCE} toch"],
    ]
    content = book(tmp_path, rows, merged=("A2:A3", "B2:B3", "A4:A5", "B4:B5"))
    reading = read(content, "a.xlsx")
    assert (len(reading.contributions), reading.empty) == (6, 2)
    assert {one.question for one in reading.contributions} == {"Sterk", "Zwak"}


def test_a_column_that_repeats_the_question_names_it_for_each_row(read):
    rows = [f"Wat kan er beter in de groep?;{SENTENCE} {n}" for n in range(3)]
    rows += [f"Wat gaat er goed in de groep?;{SENTENCE} {n}{n}" for n in range(3)]
    reading = read("Vraag;Antwoord\n" + "\n".join(rows) + "\n")
    assert (len(reading.contributions), reading.closed) == (6, ())
    assert {one.question for one in reading.contributions} == {
        "Wat kan er beter in de groep?",
        "Wat gaat er goed in de groep?",
    }


def test_questions_that_people_asked_themselves_are_what_they_said(read):
    rows = [f"Hoe moet dat met groep {n}?;{SENTENCE} {n}" for n in range(4)]
    assert len(read("Vraag;Antwoord\n" + "\n".join(rows) + "\n").contributions) == 8


def test_a_heading_over_two_columns_is_part_of_both(read, tmp_path):
    rows = [
        ["Naam", "Wat vindt u van", None],
        [None, "de inhoud?", "de vorm?"],
        ["Ria", SENTENCE, f"{SENTENCE} ook"],
        ["Bo", f"{SENTENCE} nu", f"{SENTENCE} toch"],
    ]
    reading = read(book(tmp_path, rows, merged=("B1:C1", "A1:A2")), "a.xlsx")
    assert [one.question for one in reading.contributions[:2]] == [
        "Wat vindt u van [de inhoud?]",
        "Wat vindt u van [de vorm?]",
    ]
    assert (reading.contributions[0].locator, reading.contributions[0].identity) == ("row 3", "Ria")


def test_a_title_over_the_whole_table_is_no_heading(read, tmp_path):
    rows = [["Resultaten van mei", None, None], HEADING, ["Ria", "mbo", SENTENCE]]
    reading = read(book(tmp_path, rows, merged=("A1:C1",)), "a.xlsx")
    assert [one.question for one in reading.contributions] == ["Wat mist u?"]


def test_a_formula_without_a_result_and_an_error_are_refused_and_not_empty(read, tmp_path):
    rows = [
        HEADING,
        ["Ria", "mbo", SENTENCE],
        ["Bo", "wo", "x"],
        ["Kim", "wo", "y"],
        ["Jo", "wo", f"{SENTENCE}!"],
    ]
    content = book(tmp_path, rows, cells={"C3": '=A1&"b"', "C4": "#NAME?"})
    reading = read(content, "a.xlsx")
    assert [(one.locator, one.reason, one.excerpt) for one in reading.refusals] == [
        ("row 3", NO_RESULT, ""),
        ("row 4", NO_RESULT, ""),
    ]
    assert (len(reading.contributions), reading.empty) == (2, 0)


def test_a_column_of_nothing_but_formulas_is_told(read, tmp_path):
    rows = [[*HEADING, "Cijfer"], ["Ria", "mbo", SENTENCE, None], ["Bo", "wo", f"{SENTENCE}!", None]]
    reading = read(book(tmp_path, rows, cells={"D2": "=1+1", "D3": "=1+2"}), "a.xlsx")
    assert [one.reason for one in reading.refusals] == [NO_RESULT, NO_RESULT]


def test_a_formula_with_its_result_is_read(read, tmp_path):
    content = book(tmp_path, [HEADING, ["Ria", "mbo", SENTENCE], ["Bo", "wo", '=A1&"b"']])
    source, target = tmp_path / "b.xlsx", tmp_path / "c.xlsx"
    source.write_bytes(content)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                part = part.replace(b'<c r="C3">', b'<c r="C3" t="str">')
                for empty in (b"<v></v>", b"<v />", b"<v/>"):
                    part = part.replace(b"</f>" + empty, b"</f><v>Een zin die is berekend</v>")
            new.writestr(name, part)
    reading = read(target.read_bytes(), "a.xlsx")
    assert [one.text for one in reading.contributions] == [SENTENCE, "Een zin die is berekend"]


def test_one_cell_at_the_far_end_of_a_sheet_is_an_error(read, tmp_path):
    content = book(tmp_path, [HEADING, ["Ria", "mbo", SENTENCE]], cells={"XFD1048576": "x"})
    with pytest.raises(DataError, match="blank rows and columns"):
        read(content, "a.xlsx")


def test_invisible_characters_stay_in_texts_and_hide_no_heading(read):
    text = f"\u202b{SENTENCE}\u202c met\u200b een staart"
    reading = read(
        f"\u200ete\u00adkst;\u2066E-mail\u2069;doel\u200bgroep\n{text};a@voorbeeld.nl;prak\u200btijk\n"
    )
    one = reading.contributions[0]
    assert (one.text, one.identity, one.audience) == (text, "a@voorbeeld.nl", "praktijk")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("hint", ["", "sep=;", "SEP=;", '"sep=;"'])
def test_line_ends_and_hints_do_not_matter(read, end, hint):
    lines = [*([hint] if hint else []), "naam;tekst", f"Ria;{SENTENCE}", f"Bo;{SENTENCE}, en meer"]
    reading = read(end.join(lines) + end)
    assert [one.text for one in reading.contributions] == [SENTENCE, f"{SENTENCE}, en meer"]
    assert reading.contributions[0].row == ("row 3" if hint else "row 2")


def test_an_excel_number_in_a_column_of_dates_is_a_moment(read):
    reading = read(f"Datum,tekst\n44698.627,{SENTENCE}\n44699,{SENTENCE} nu\n")
    assert [one.said_at for one in reading.contributions] == ["2022-05-17T15:02:53", "2022-05-18"]


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("17-05-2022 15:04:05", "2022-05-17T15:04:05"),
        ("17 mei 2022 15:04", "2022-05-17T15:04:00"),
        ("dinsdag 17 mei 2022 om 15.04 uur", "2022-05-17T15:04:00"),
        ("May 17, 2022 3:04 PM", "2022-05-17T15:04:00"),
        ("5/17/22 3:04:05 PM", "2022-05-17T15:04:05"),
        ("2022/05/17 3:04:05 p.m. CET", "2022-05-17T15:04:05+01:00"),
        ("2022/05/17 3:04:05 PM GMT+2", "2022-05-17T15:04:05+02:00"),
        ("17/05/2022", "2022-05-17"),
        ("1 idee 2022", ""),
    ],
)
def test_dates_as_tools_write_them(value, iso):
    assert to_iso(value, day_first=True) == iso


_SESSION = Session(id="s", title=Title(nl="", en=""), date=datetime.date(2022, 5, 17))
_SETTINGS = Settings(name="x", embedder="x")
_HEADS = {
    "microsoft-forms": "ID,Begintijd,Tijd van voltooien,E-mail,Naam,Wat mist u?,Keuze",
    "google-forms": "Timestamp,Email Address,Wat mist u?,Keuze,a,b,c",
    "limesurvey": "Response ID,Date submitted,Last page,Start language,Wat mist u?,Wat? [Other],Keuze",
    "qualtrics": 'ResponseId,RecordedDate,Status,Q1,Q2,Q3,Q\na,b,c,d,e,f,g\n"{""ImportId"":""x""}",b,c,d,e,f',
    "csv": "Naam,Doelgroep,Wat mist u?,Keuze,Datum,x,y",
}
_CELL = st.one_of(
    st.sampled_from(
        [
            "",
            "Ja",
            "17-05-2022",
            "5/17/22 3:04:05 PM",
            "N/A",
            "#REF!",
            SENTENCE,
            "a;b;",
            "\x00",
            '"',
            "\ufeff",
        ]
    ),
    st.text(max_size=12),
)


def _read(path):
    reading = read_source(path, Source(file=path.name), _SESSION, _SETTINGS)
    assert reading.read == len(reading.contributions) + len(reading.refusals) + reading.empty
    return reading


@pytest.mark.parametrize("name", _HEADS)
@fuzz(max_examples=40)
@given(
    rows=st.lists(st.lists(_CELL, min_size=7, max_size=7), max_size=6),
    cut=st.integers(0, 60),
    junk=st.binary(max_size=6),
)
def test_a_changed_export_is_read_or_told(tmp_path_factory, name, rows, cut, junk):
    import csv
    import io

    out = io.StringIO()
    csv.writer(out).writerows(rows)
    content = (_HEADS[name] + "\r\n" + out.getvalue()).encode("utf-8", "surrogatepass")
    path = tmp_path_factory.getbasetemp() / "changed.csv"
    place = len(content) - cut
    path.write_bytes(content[:place] + junk + content[place + len(junk) :])
    with contextlib.suppress(LcsynthError):
        _read(path)


@pytest.mark.parametrize("name", _HEADS)
@fuzz(max_examples=25)
@given(
    texts=st.lists(st.text("abcdé \u200b", min_size=1, max_size=12), min_size=3, max_size=6),
    order=st.randoms(),
)
def test_the_order_of_rows_changes_no_contribution(tmp_path_factory, name, texts, order):
    rows = [
        f'2022-05-17 10:00:0{n},b,c,"{text}","{SENTENCE} {n}","{text} hier wel",f'
        for n, text in enumerate(texts)
    ]
    turned = list(rows)
    order.shuffle(turned)
    said = []
    for lines in (rows, turned):
        path = tmp_path_factory.getbasetemp() / "order.csv"
        path.write_text("\n".join([_HEADS[name], *lines]) + "\n", encoding="utf-8", newline="")
        try:
            said.append(
                sorted(
                    (one.question, one.text, one.identity, one.said_at) for one in _read(path).contributions
                )
            )
        except LcsynthError as error:
            said.append([type(error)])
    assert said[0] == said[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        b"tekst,naam\n" + b"woord " * 15_000_000,
        b'tekst,naam\n"' + b"woord " * 15_000_000 + "\U0001f600".encode() + b'",x\n',
        b'id,tekst\n1,"' + b"woord en nog wat\n" * 5_500_000 + b'"\n2,een hele zin hoor\n',
        b"id,tekst\n" + b"\n" * 90_000_000,
        b"id,tekst\n" + b"a,b\n" * 22_000_000,
        b"id,tekst\n1," + b"\xe9\xc3" * 45_000_000,
        b"id,tekst\n" + random.Random(0).randbytes(99_000_000),
        ("id,tekst\n" + ('1,"\U0001f600' + "woord " * 650_000 + '"\n') * 25).encode(),
        ("id,tekst\n" + "1,een \U0001f600 " * 20 + "woord " * 16_000_000).encode(),
        b"woord " * 16_500_000,
    ],
    ids=[
        "one line",
        "one cell",
        "one cell of lines",
        "blank lines",
        "tiny rows",
        "stray bytes",
        "bytes without meaning",
        "cells with emoji",
        "a line with emoji",
        "one line and no heading",
    ],
)
def test_a_file_beyond_measure_is_told_within_a_gigabyte(tmp_path, content):
    path = tmp_path / "groot.csv"
    path.write_bytes(content)
    program = (
        "import sys, datetime, resource\nfrom pathlib import Path\n"
        "from lcsynth.errors import LcsynthError\nfrom lcsynth.ingest import read_source\n"
        "from lcsynth.workspace import Session, Settings, Source, Title\n"
        "session = Session(id='s', title=Title(nl='', en=''), date=datetime.date(2022, 5, 17))\n"
        "path = Path(sys.argv[1])\n"
        "try:\n    read_source(path, Source(file=path.name), session, Settings(name='x', embedder='x'))\n"
        "except LcsynthError as error:\n    print(str(error)[:80])\n"
        # The peak that the system counts for a process begins at that of the one it was forked from.
        "status = Path('/proc/self/status')\n"
        "lines = status.read_text().splitlines() if status.exists() else []\n"
        "own = [int(line.split()[1]) for line in lines if line.startswith('VmHWM')]\n"
        "print(own[0] if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True, timeout=300
    )
    told, peak = done.stdout.splitlines()
    assert "groot.csv" in told
    assert int(peak) < 2**20 * (1024 if sys.platform == "darwin" else 1)
