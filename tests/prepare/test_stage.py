import random
import re
from zlib import crc32

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.ingest import RawContribution, Reading, Refusal
from lcsynth.prepare import prepare
from lcsynth.prepare.content import has_content
from lcsynth.prepare.people import normalise_identity
from lcsynth.workspace import Settings

SETTINGS = Settings(name="test", embedder="none")


def contribution(text, **fields):
    given = {
        "session_id": "s1",
        "source": "bron.csv",
        "locator": f"row {crc32(repr(text).encode()) % 1000}",
        "identity": "",
        "names": (),
        "audience": "",
        "organisation_type": "",
        "question": "",
        "section_hint": "",
        "said_at": "",
    }
    return RawContribution(text=text, **{**given, **fields})


def reading(*contributions, refusals=(), empty=0, source="bron.csv"):
    read = len(contributions) + len(refusals) + empty
    return Reading(source, "csv", read, read, empty, tuple(contributions), tuple(refusals), {"tekst": "text"})


def refusal(reason, text):
    return Refusal("bron.csv", "row 9", reason, text)


def test_a_contribution_becomes_masked_text_and_statements(run):
    done = run(
        reading(
            contribution(
                "Volgens Jan de Vries is er te weinig tijd. Dat is jammer. Mail jan@voorbeeld.nl hierover.",
                identity="f@voorbeeld.nl",
                question="Wat mist u?",
                section_hint="2.1",
                audience="praktijk",
            )
        )
    )
    row = done.contributions.iloc[0]
    assert row["text"] == (
        "Volgens [persoon 1] is er te weinig tijd. Dat is jammer. Mail [e-mail 1] hierover."
    )
    assert (row["language"], row["section_hint"], row["audience"]) == ("nl", "2.1", "praktijk")
    assert re.fullmatch(r"c[0-9a-f]{12}", row["contribution_id"])
    assert re.fullmatch(r"P-[A-Z2-7]{10}", row["contributor"])
    assert sorted(done.statements["text"]) == [
        "Mail [e-mail 1] hierover.",
        "Volgens [persoon 1] is er te weinig tijd. Dat is jammer.",
    ]


def test_nothing_read_gives_empty_tables(run):
    done = run(reading(empty=2))
    assert len(done.contributions) == len(done.statements) == 0
    assert done.ledger.iloc[0].to_dict() == {
        "session_id": "s1",
        "source": "bron.csv",
        "format": "csv",
        "rows": 2,
        "read": 2,
        "contributions": 0,
        "duplicates": 0,
        "quarantined": 0,
        "empty": 2,
        "reactions": 0,
    }


def test_the_same_answer_of_the_same_person_is_a_duplicate_and_of_others_is_not(run):
    text = "Er is te weinig tijd voor overleg."
    done = run(
        reading(
            contribution(text, identity="A@voorbeeld.nl", locator="row 2"),
            contribution(text, identity="a@voorbeeld.nl ", locator="row 3"),
            contribution(text, identity="b@voorbeeld.nl", locator="row 4"),
            contribution(text, locator="row 5"),
            contribution(text, locator="row 6"),
            contribution(text, identity="a@voorbeeld.nl", question="Anders?", locator="row 7"),
        )
    )
    assert done.ledger.loc[0, ["contributions", "duplicates"]].to_list() == [5, 1]
    assert done.contributions["contributor"].nunique() == 4
    first = done.statements["duplicate_of"] == ""
    assert first.sum() == 1
    assert set(done.statements["duplicate_of"]) == {"", done.statements.loc[first, "statement_id"].item()}
    assert done.statements.loc[first, "statement_id"].item() == done.statements["statement_id"].min()


def test_answers_of_one_anonymous_row_have_one_contributor_and_other_rows_another(run):
    done = run(
        reading(
            contribution("Een eerste antwoord hier", question="Een?", locator="row 2"),
            contribution("Een tweede antwoord hier", question="Twee?", locator="row 2"),
            contribution("Een eerste antwoord hier", question="Een?", locator="row 3"),
        )
    )
    assert sorted(done.contributions["contributor"].value_counts()) == [1, 2]


def test_anonymous_rows_keep_their_pseudonyms_when_rows_change_places(run):
    def rows(*answers):
        return reading(
            *(
                contribution(text, question=question, locator=f"row {number}")
                for number, said in enumerate(answers, start=2)
                for question, text in zip(("Een?", "Twee?"), said, strict=True)
            )
        )

    one, other = ("Meer tijd.", "Minder vergaderen."), ("Meer tijd.", "Beter eten.")
    here, there = run(rows(one, other)), run(rows(other, one))
    columns = [name for name in here.contributions if name != "locator"]
    pd.testing.assert_frame_equal(here.contributions[columns], there.contributions[columns])
    pd.testing.assert_frame_equal(here.statements, there.statements)


def test_pseudonyms_depend_on_the_key_and_not_on_the_spelling(run):
    texts = [("Dit is een zin.", "Jan de  VRIES"), ("Dit is er nog een.", "Vries, Jan de")]
    readings = reading(*(contribution(text, identity=who) for text, who in texts))
    first, other = run(readings), run(readings, key=b"x" * 32)
    assert first.contributions["contributor"].nunique() == 1
    assert set(first.contributions["contributor"]).isdisjoint(other.contributions["contributor"])
    assert first.contributions["contribution_id"].equals(other.contributions["contribution_id"])


def test_a_bare_number_is_somebody_else_in_another_session():
    assert normalise_identity("7", "s1") != normalise_identity("7", "s2")
    assert normalise_identity("R-7", "s1") == normalise_identity("r-7", "s2")


def test_what_cannot_be_stored_is_quarantined_and_its_excerpt_masked(run):
    done = run(
        reading(
            contribution("Een zin met \ud800 erin van jan@voorbeeld.nl", identity="p\ud800"),
            contribution("Een gewone zin van iemand anders.", audience="a\x00b", identity="q\udfff"),
            refusals=(refusal("The row has 3 cells", "Karin Bakker schreef a@voorbeeld.nl"),),
        )
    )
    assert len(done.contributions) == 1
    assert done.quarantine["excerpt"].to_list() == [
        "Een zin met \ufffd erin van [e-mail 1]",
        "[persoon 1] schreef [e-mail 1]",
    ]


def test_the_tables_can_be_written_as_parquet(run, tmp_path):
    done = run(reading(contribution("Een zin \u202e met 👍 en \u200b erin\n\nen nog een.")))
    done.contributions.to_parquet(tmp_path / "c.parquet")
    assert pd.read_parquet(tmp_path / "c.parquet").equals(done.contributions)


def test_better_masking_and_another_file_name_change_no_id(run):
    text = "Zonder Qvist is er te weinig tijd. Dat zei Fatima ook al eens."
    plain = run(reading(contribution(text, identity="x@voorbeeld.nl")))
    known = contribution(text, identity="x@voorbeeld.nl", names=("Xandria Qvist",), source="b.csv")
    renamed = run(reading(known, source="b.csv"))
    assert plain.statements["text"].to_list() != renamed.statements["text"].to_list()
    assert plain.statements["statement_id"].equals(renamed.statements["statement_id"])


LINES = [
    contribution(
        "Er is te weinig tijd voor overleg.", identity="a@voorbeeld.nl", said_at="2022-05-17T15:00:00"
    ),
    contribution(
        "Er is te weinig tijd voor overleg.", identity="b@voorbeeld.nl", said_at="2022-05-17T15:01:00"
    ),
    contribution("Er is te weinig tijd voor overleg.", locator="id 7", audience="praktijk"),
    contribution("Er is te weinig tijd voor overleg.", locator="id 8", audience="beleid"),
    contribution("ja", locator="id 8", question="Eens?"),
    contribution("We need more time. It is unclear.", identity="Karin Bakker", names=("Karin Bakker",)),
    contribution(
        "Karin heeft gelijk. Meer tijd is nodig, en rust. Meer tijd is nodig, en rust.", identity="3"
    ),
]


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.integers(0, len(LINES)))
def test_the_order_of_rows_and_files_changes_nothing(shuffler: random.Random, at):
    lines = list(LINES)
    shuffler.shuffle(lines)
    parts = [reading(*lines[:at]), reading(*lines[at:])]
    done = prepare(parts, session_id="s1", key=b"k" * 32, settings=SETTINGS)
    wanted = prepare([reading(*LINES)], session_id="s1", key=b"k" * 32, settings=SETTINGS)
    pd.testing.assert_frame_equal(done.contributions, wanted.contributions)
    pd.testing.assert_frame_equal(done.statements, wanted.statements)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.text(max_size=40), st.sampled_from(["", "a@x.nl", "Jan Bakker", "4"])), max_size=6)
)
def test_whatever_people_write_every_entry_is_accounted_for(entries):
    given_reading = reading(*(contribution(text, identity=who) for text, who in entries))
    done = prepare([given_reading], session_id="s1", key=b"k", settings=SETTINGS)
    row = done.ledger.iloc[0]
    assert row["read"] == row["contributions"] + row["duplicates"] + row["quarantined"] + row["empty"]
    assert row["contributions"] == len(done.contributions)
    assert set(done.statements["contribution_id"]) == set(done.contributions["contribution_id"])


@pytest.mark.parametrize(
    "text",
    [
        "nvt",
        "N.v.t.",
        "geen",
        "-",
        "ok",
        "OK!",
        "zie boven",
        "Zie vraag 3",
        "7",
        "👍",
        "Geen idee...",
        "n/a",
        "x",
    ],
)
def test_non_content_is_recognised(text):
    assert not has_content(text)


@pytest.mark.parametrize(
    "text", ["geen tijd", "ok maar te duur", "zie boven de rivier het probleem", "rust", "[persoon 1] helpt"]
)
def test_short_content_stays_content(text):
    assert has_content(text)
