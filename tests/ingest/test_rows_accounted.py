import csv
import io

import pytest
from hypothesis import given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from lcsynth.errors import CallError, DataError
from lcsynth.ingest.delimited import parse_delimited, sniff_delimiter
from lcsynth.ingest.reasons import REASONS
from lcsynth.ingest.table import unique_names

SENTENCE = "Dit is een zin van zes woorden"


def test_a_row_with_only_spaces_counts_as_empty(read):
    reading = read(f"tekst\n{SENTENCE}\n   \n\u200b\n\n{SENTENCE} nu\n\n\n")
    assert (reading.rows, reading.empty, len(reading.contributions)) == (5, 3, 2)
    assert [one.locator for one in reading.contributions] == ["row 2", "row 6"]


def test_rows_of_another_width_are_refused_once_for_each_question(read):
    reading = read(
        "Wat gaat goed?,Wat kan beter?\n"
        f"{SENTENCE},{SENTENCE}\n"
        f"{SENTENCE}\n"
        f"{SENTENCE},{SENTENCE},en nog wat\n"
        f"{SENTENCE},{SENTENCE},,\n"
    )
    assert (reading.rows, reading.read, len(reading.refusals)) == (4, 8, 4)
    assert [one.locator for one in reading.refusals] == ["row 3", "row 3", "row 4", "row 4"]
    assert reading.refusals[0].reason == "The row has another number of cells than the heading"
    assert reading.refusals[0].excerpt == SENTENCE


def test_a_refused_row_never_shows_a_cell_that_may_be_a_name(read):
    reading = read(f"naam,tekst\nJan,{SENTENCE}\nXandria Qvist\nPiet,{SENTENCE}\n")
    assert [one.excerpt for one in reading.refusals] == [""]


def test_damaged_cells_are_refused_and_the_others_kept(read):
    reading = read(b"tekst\nEen zin met een \x00 erin\nEen hele gewone zin hier\n")
    assert [(one.locator, len(reading.contributions)) for one in reading.refusals] == [("row 2", 1)]
    assert "NUL" in reading.refusals[0].reason


def test_stray_bytes_in_a_sound_file_cost_only_their_cell(read):
    text = (
        "tekst\nCafé naïef coördinatie überhaupt één\n".encode()
        + b"hier staat \x81\xc3 een fout\nEn dit is goed\n"
    )
    reading = read(text)
    assert len(reading.contributions) == 2
    assert "encoding" in reading.refusals[0].reason


@pytest.mark.parametrize("repeated", [1, 5])
def test_lines_in_another_encoding_are_read_as_what_they_are(read, repeated):
    sound = "Café naïef coördinatie überhaupt één\n" * repeated
    reading = read(b"tekst\n" + sound.encode() + "hier zijn “één” en één €\n".encode("cp1252"))
    assert reading.refusals == ()
    assert max(one.text for one in reading.contributions) == "hier zijn “één” en één €"


def test_a_cell_beyond_measure_is_refused(read):
    reading = read(f"tekst\n{SENTENCE}\n{'a b ' * 30000}\n")
    assert len(reading.contributions) == 1
    assert "more than" in reading.refusals[0].reason


def test_of_a_cell_beyond_measure_its_beginning_is_shown(read):
    reading = read(f"id,tekst\n1,{SENTENCE}\n2,  {'woord ' * 30000}\n3,{' ' * 200_000}\n")
    assert (len(reading.contributions), reading.empty, len(reading.refusals)) == (1, 1, 1)
    assert reading.refusals[0].excerpt.startswith("woord woord")


def test_a_text_that_takes_too_much_memory_says_so(read, monkeypatch):
    from lcsynth.ingest import table_file

    monkeypatch.setattr(table_file, "_LARGEST_TEXT", 2**20)
    with pytest.raises(DataError, match="one emoji in it makes every character larger"):
        read("tekst\n" + f"{SENTENCE} \U0001f600\n" * 10_000)


def test_every_reason_given_is_a_fixed_sentence_that_quotes_nothing(read):
    reading = read(f"Wat vindt Jan Jansen?,Anders?\n{SENTENCE},x\n{SENTENCE}\na \x00 b,{'a b ' * 30000}\n")
    assert len(reading.refusals) == 4
    assert {one.reason for one in reading.refusals} <= set(REASONS)


def test_an_excerpt_is_raw_and_ends_with_a_whole_word(read):
    text = "a b " * 495 + "x jan.jansen@voorbeeld.nl en meer \x00"
    excerpt = read(f"tekst\n{text}\n{SENTENCE}\n").refusals[0].excerpt
    assert excerpt == "a b " * 495 + "x"
    assert read(f"tekst\n{'x' * 3000}\x00\n{SENTENCE}\n").refusals[0].excerpt == ""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_usual_encoding_and_delimiter_gives_the_same(read, encoding, delimiter):
    rows = [
        ["naam", "tekst"],
        ["Zoë", "Eén idee, coördinatie; “goed” – en\nnog een regel"],
        ["Jan", SENTENCE],
    ]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    reading = read(out.getvalue().encode(encoding))
    assert [one.text for one in reading.contributions] == [rows[1][1], rows[2][1]]
    assert reading.contributions[0].identity == "Zoë"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("id;tekst\n1;ja, en nee, en dus\n2;nee, toch\n", ";"),
        ("Wat gaat goed, en wat niet?\nalles gaat goed\nniets, eigenlijk, gaat goed\nx\n", "\x1f"),
        ("a\tb\nx, y\tz\n", "\t"),
        ("sep=;\na;b\n1;2\n", ";"),
        ('"a, b","c"\n"1","2"\n', ","),
    ],
)
def test_the_delimiter_is_found_by_what_fits(text, delimiter):
    assert sniff_delimiter(text.removeprefix("sep=;\n")) == delimiter


@pytest.mark.parametrize("title", ["Opmerkingen\n\n", "Opmerkingen;;\n", "Sessie 12 maart;;\n;;\n"])
def test_a_title_above_the_heading_is_no_row_and_does_not_decide_the_delimiter(title):
    table = parse_delimited(
        f"{title}Naam;Opmerking;Org\nJan;Tijd ontbreekt, zegt men.;hbo\nPiet;Geld.;mbo\n", "a.csv"
    )
    assert table.header == ("Naam", "Opmerking", "Org")
    assert [row.cells[2] for row in table.rows] == ["hbo", "mbo"]
    assert table.heading == title.count("\n") + 1


@pytest.mark.parametrize("title", ["Opmerkingen\n", "Sessie van 12 maart, in Zwolle\n", "Enquête\nMaart\n"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_title_right_above_even_rows_needs_no_sign(title, delimiter):
    rows = 'Naam;Opmerking;Org;Jaar;Rol\nJan;"Tijd ontbreekt; zegt men.";hbo;2;a\nPiet;Geld.;mbo;4;b\n'
    table = parse_delimited(title + rows.replace(";", delimiter), "a.csv")
    assert table.header == ("Naam", "Opmerking", "Org", "Jaar", "Rol")
    assert table.heading == title.count("\n") + 1


def test_texts_with_as_many_commas_under_one_heading_are_no_table_under_a_title():
    table = parse_delimited("Opmerkingen\nTijd, geld, rust\nRust, tijd, geld\nGeld, rust, tijd\n", "a.csv")
    assert len(table.header) == 1
    assert len(table.rows) == 3


def test_texts_with_commas_under_one_heading_and_an_empty_row_are_no_table_under_a_title():
    table = parse_delimited("Opmerkingen\n\nTijd ontbreekt, zegt men.\nGeld, denk ik.\n", "a.csv")
    assert table.header == ("Opmerkingen",)
    assert len(table.rows) == 3


def test_duplicate_and_blank_headings_get_names_of_their_own():
    assert unique_names(["tekst", "tekst", "", "tekst", "tekst (2)", ""]) == (
        "tekst",
        "tekst (3)",
        "column 3",
        "tekst (4)",
        "tekst (2)",
    )
    assert unique_names(["a", "a"]) == ("a", "a (2)")


@given(st.lists(st.sampled_from(["a", "a (2)", "a (3)", "", "b"]), max_size=8))
def test_headings_are_always_unique(names):
    unique = unique_names(names)
    assert len(set(unique)) == len(unique)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \n \n", "empty"),
        (b"naam,tekst\n", "nothing under it"),
        (b"id,leeftijd\n1,30\n2,40\n", "'id', 'leeftijd'.*--text-column"),
        (b"\xd0\xcf\x11\xe0 en meer", "old Excel"),
        (b"%PDF-1.4", "PDF"),
        (b'tekst\n"een zin die nooit sluit\nen nog een\n', "row 2.*never closes"),
        (b'<?xml version="1.0"?>\n<a>hallo</a>\n', "no format known"),
    ],
)
def test_what_cannot_be_read_says_what_and_where(read, content, message):
    with pytest.raises(DataError, match=message):
        read(content)


def test_bytes_that_are_no_text_name_the_line(read):
    with pytest.raises(DataError, match=r"Line \d+ holds bytes"):
        read(b"tekst\n" + bytes(range(1, 256)) * 20 + b"\x00" * 200)


def test_a_missing_file_column_or_format_is_a_wrong_call(read, tmp_path):
    with pytest.raises(CallError, match="Did you mean 'tekst'"):
        read(f"id,tekst\n1,{SENTENCE}\n", text_columns=("tekts",))
    with pytest.raises(CallError, match=r"no format 'cvs'.*'csv'"):
        read(f"tekst\n{SENTENCE}\n", format="cvs")
    from lcsynth.ingest import detect

    with pytest.raises(CallError, match="no such file"):
        detect(tmp_path / "weg.csv")
    with pytest.raises(CallError, match="folder"):
        detect(tmp_path)


def test_reading_puts_the_limit_of_the_csv_module_back():
    before = csv.field_size_limit()
    parse_delimited("a,b\n1," + "x" * 200_000 + "\n", "bron")
    assert csv.field_size_limit() == before


@fuzz(max_examples=150)
@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), min_size=1, max_size=8))
def test_whatever_a_csv_writer_writes_comes_back(rows):
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows([["vraag een", "vraag twee"], *rows, ["einde", "einde"]])
    table = parse_delimited(out.getvalue(), "bron")
    assert [list(row.cells) for row in table.rows[:-1]] == rows
