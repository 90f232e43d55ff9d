import datetime
import random
from types import SimpleNamespace

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.ingest import read_source
from lcsynth.ingest.reasons import REASONS
from lcsynth.prepare import safe_source
from lcsynth.prepare.labels import as_words
from lcsynth.prepare.mask import Masker
from lcsynth.prepare.names import Names
from lcsynth.prepare.safe import Safe
from lcsynth.prepare.words import Words
from lcsynth.workspace import Session, Settings, Source, Title

SETTINGS = Settings(name="test", embedder="none", organisations=("Hogeschool Delta",))
SESSION = Session(id="s1", title=Title(nl="Sessie", en="Session"), date=datetime.date(2022, 5, 17))


@pytest.fixture(scope="module")
def safe():
    return Safe(Masker(Names(Words(), ("Xandria Qvist",), SETTINGS.organisations)))


def read(path, **options):
    return read_source(path, Source(file=path.name, **options), SESSION, SETTINGS)


def workbook(path, sheets, hidden=()):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path


NOBODY = ("jansen", "jan.j", "hsdelta", "karin", "bakker", "fatima", "pietersen", "wvdberg", "12345678")


def test_no_table_holds_a_name_or_address_from_an_id_heading_file_sheet_or_cut_excerpt(run, tmp_path):
    named = tmp_path / "antwoorden van Jan Jansen.csv"
    before = "We hebben hier meer tijd voor nodig dan nu. " * 4 + "Dus mail naar "
    assert len(before) == 190
    named.write_text(
        "id;Wat vindt Jan Jansen (jan.jansen@hsdelta.nl) hiervan?;Wat mist u?\n"
        f"jan.jansen@hsdelta.nl;{before}jan.jansen@hsdelta.nl \x00;Er is te weinig tijd.\n"
        f"Karin Bakker;Een zin van vijf woorden.;{before}jan.jansen@hsdelta.nl;te veel\n"
        "06-12345678;Een andere zin, met een komma.;De groep is erg groot.\n"
        "wvdberg;Dit is ook een zin.;Het duurt allemaal te lang.\n",
        "utf-8",
    )
    rows = [["tekst"], ["Dit is een zin van zes woorden."]]
    sheets = {"Karin Bakker": rows, "Blad2": [*rows, ["Nog een zin."]], "Piet Pietersen": rows}
    other = workbook(tmp_path / "interview_fatima.xlsx", sheets, hidden=("Piet Pietersen",))
    done = run(read(named), read(other))
    assert len(done.contributions) == 8
    assert len(done.quarantine) == 4
    for table in (done.contributions, done.statements, done.quarantine, done.ledger):
        stored = table.to_csv().casefold()
        assert [one for one in NOBODY if one in stored] == []
    assert set(done.ledger["source"]) == {"antwoorden van [persoon 1].csv", "interview_[persoon 1].xlsx"}
    assert sorted(done.contributions["locator"]) == [
        "Blad2 row 2", "Blad2 row 3", "[persoon 1] row 2", "row 2", "row 4", "row 4", "row 5", "row 5",
    ]  # fmt: skip
    assert {"row 2", "row 3", "sheet '[persoon 1]', rows: 1"} == set(done.quarantine["locator"])


def test_an_address_across_the_end_of_an_excerpt_is_masked_before_the_cut(safe):
    for length in range(170, 205):
        text = "x" * length + " jan.jansen@voorbeeld.nl en verder"
        excerpt = safe.excerpt(text)
        assert len(excerpt) <= 200
        assert "jan" not in excerpt


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_rows_without_ids_in_another_order_give_the_same_tables(run, tmp_path, ending):
    rows = [["Meer tijd voor elkaar.", f"Antwoord {number} op de tweede vraag."] for number in range(6)]
    rows += [["Meer tijd voor elkaar.", None], ["Meer tijd voor elkaar.", None], *rows[:2]]

    def prepared(order):
        table = [["Wat gaat goed?", "Wat kan beter?"], *order]
        path = tmp_path / f"bron.{ending}"
        if ending == "xlsx":
            workbook(path, {"Blad1": table})
        else:
            path.write_text("".join(";".join(cell or "" for cell in row) + "\n" for row in table), "utf-8")
        return run(read(path, text_columns=tuple(table[0])))

    first = prepared(rows)
    kept = [name for name in first.contributions if name != "locator"]
    for seed in range(3):
        again = prepared(random.Random(seed).sample(rows, len(rows)))
        pd.testing.assert_frame_equal(first.contributions[kept], again.contributions[kept])
        pd.testing.assert_frame_equal(first.statements, again.statements)


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("antwoorden van Jan Jansen.csv", "antwoorden van [persoon 1].csv"),
        ("antwoorden_van_jan_jansen.csv", "antwoorden_van_[persoon 1].csv"),
        ("JanJansen-2022.xlsx", "[persoon 1]-2022.xlsx"),
        ("INTERVIEW KARIN.xlsx", "INTERVIEW [persoon 1].xlsx"),
        ("Zoe\u0308 Vermeulen.csv", "[persoon 1].csv"),
        ("j.bakker.csv", "[persoon 1].csv"),
        ("jan.jansen@hsdelta.nl.csv", "[e-mail 1].csv"),
        ("06-12345678.xlsx", "[telefoon 1].xlsx"),
        ("jan.jansen", "[persoon 1]"),
    ],
)
def test_a_person_in_a_file_name_is_masked(name, stored):
    assert safe_source(name, SETTINGS) == stored


@pytest.mark.parametrize(
    "name",
    [
        "feedback_onderzoekers.xlsx",
        "opmerkingen_beleid.csv",
        "polis_austria_climate_de.csv",
        "Antwoorden op formulier 1.xlsx",
        "2022-05-17 Sessie Utrecht.xlsx",
        "terugkoppeling ROC Rivierenland.xlsx",
        "hogeschool_delta_reacties.csv",
        "Microsoft Forms Export (3).xlsx",
        "survey_results_final_v2.csv",
        "living lab zwolle.csv",
    ],
)
def test_a_file_name_without_a_person_stays(name):
    assert safe_source(name, SETTINGS) == name


def test_the_names_of_contributors_are_masked_in_labels_too(safe):
    assert safe.source("antwoord_qvist.csv") == "antwoord_[persoon 1].csv"


def test_two_files_that_read_alike_once_masked_are_told_apart(safe):
    names = ["van Piet Pietersen.csv", "van Jan Jansen.csv", "bron.csv"]
    assert safe.sources(names) == {
        "bron.csv": "bron.csv",
        "van Jan Jansen.csv": "van [persoon 1].csv",
        "van Piet Pietersen.csv": "van [persoon 1].csv (2)",
    }


@pytest.mark.parametrize(
    ("locator", "row", "stored"),
    [
        ("id 17", "row 3", "id 17"),
        ("id resp-001", "row 3", "id resp-001"),
        ("id R_3JanPietKl9x", "row 3", "id R_3JanPietKl9x"),
        ("id 3f2b8c1e-0d4a-4c58-9a3f-6f0a1b2c3d4e", "row 3", "id 3f2b8c1e-0d4a-4c58-9a3f-6f0a1b2c3d4e"),
        ("id jan@voorbeeld.nl", "row 3", "row 3"),
        ("id jan.jansen85", "row 3", "row 3"),
        ("id wvdberg", "row 3", "row 3"),
        ("id " + "een 2 " * 20, "row 3", "row 3"),
        ("id 0612345678", "row 3", "row 3"),
        ("Mei id 17", "Mei row 3", "Mei id 17"),
        ("Karin id 17", "Karin row 3", "[persoon 1] id 17"),
        ("Karin id Jan", "Karin row 3", "[persoon 1] row 3"),
        ("00:12:33", "", "00:12:33"),
        ("Jan Jansen", "", "[persoon 1]"),
    ],
)
def test_a_locator_is_the_own_id_unless_it_tells_who_somebody_is(safe, locator, row, stored):
    assert safe.locator(SimpleNamespace(locator=locator, row=row)) == stored


@settings(max_examples=200)
@given(st.text(max_size=40) | st.text("aB ._-1éß\u0130\u01c5", max_size=12))
def test_the_words_of_a_label_keep_their_places(label):
    words, places = as_words(label, lambda _: True)
    assert len(words) == len(places)
    assert sorted(places) == places
    for character, place in zip(words[1:], places[1:], strict=True):
        assert character in " ." or label[place].casefold() == character.casefold()


def test_the_reasons_of_readers_are_stored_as_they_are(safe):
    assert [safe.text(reason) for reason in REASONS] == list(REASONS)


def test_a_reason_that_quotes_somebody_is_masked(safe):
    assert safe.text("answer to 'Wat vindt Jan Jansen (jan@voorbeeld.nl)?'") == (
        "answer to 'Wat vindt [persoon 1] ([e-mail 1])?'"
    )
