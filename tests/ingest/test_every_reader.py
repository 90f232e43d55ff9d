"""What holds for every reader: the account of a file adds up, or one paragraph says what is wrong with it."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from lcsynth.ingest import READERS, detect
from tests.ingest.boards_files import prepared
from tests.ingest.damage import damages, outcome
from tests.ingest.samples import SAMPLES

RAW = Path(__file__).parents[2] / "data" / "raw"
SHIPPED = sorted(path for path in RAW.rglob("*") if path.suffix in {".csv", ".xlsx"})
# In a row of a table several questions are answered; elsewhere every entry has a place of its own.
TABLES = {
    "microsoft-forms",
    "google-forms",
    "limesurvey",
    "qualtrics",
    "polis",
    "talk-to-the-city",
    "mentimeter",
}
TABLES |= {"xlsx", "csv"}

# The limit on time finds what takes ever longer: a search that begins again at every character.
quick = fuzz(max_examples=20, deadline=10_000, suppress_health_check=list(HealthCheck))
deep = fuzz(max_examples=100, deadline=20_000, suppress_health_check=list(HealthCheck))


def check(path, content, format_name):
    """Read a file as recognised and as told."""
    for told in ("", format_name):
        reading = outcome(path, content, told)
        if reading and reading.format not in TABLES:
            places = [one.locator for one in (*reading.contributions, *reading.refusals)]
            assert len(set(places)) == len(places)
            assert {one.parent for one in reading.contributions} <= {"", *places}
    return reading


def real_files(folder):
    """Name the files that nobody here wrote, and their formats."""
    found = [*(folder / "formats").iterdir(), *(folder / "consultations").iterdir()]
    return {path: detect(path) for path in sorted(found) if path.suffix != ".md"}


def test_there_is_a_sample_for_every_reader():
    assert SAMPLES.keys() == READERS.keys()


@pytest.mark.parametrize("name", READERS)
def test_every_sample_is_recognised_and_its_ledger_adds_up(tmp_path, name):
    for number, content in enumerate(SAMPLES[name]):
        path = tmp_path / f"{number}.bin"
        reading = check(path, content, name)
        assert detect(path) == name
        assert reading.contributions
        prepared(reading)


@pytest.mark.parametrize("name", READERS)
def test_a_file_of_one_format_named_as_another_is_read_or_told(tmp_path, name):
    for content in (content for contents in SAMPLES.values() for content in contents):
        outcome(tmp_path / "anders.bin", content, name)


@pytest.mark.parametrize("name", READERS)
@quick
@given(damage=damages(), which=st.integers(0, 9))
def test_damage_to_a_file_is_accounted_for_or_told(tmp_path_factory, name, damage, which):
    content = SAMPLES[name][which % len(SAMPLES[name])]
    check(tmp_path_factory.getbasetemp() / "stuk.bin", damage(content), name)


@quick
@given(damage=damages(), path=st.sampled_from(SHIPPED))
def test_damage_to_a_shipped_sample_is_accounted_for_or_told(tmp_path_factory, damage, path):
    check(tmp_path_factory.getbasetemp() / "stuk.bin", damage(path.read_bytes()), detect(path))


@fuzz(quick, max_examples=60)
@given(content=st.binary(max_size=300), name=st.sampled_from(sorted(READERS)))
def test_bytes_without_meaning_are_accounted_for_or_told(tmp_path_factory, content, name):
    check(tmp_path_factory.getbasetemp() / "bytes.bin", content, name)


@pytest.mark.parametrize(
    "sign", ["a", "@", " ", "a.", "[a]", "<", '"', ",", "\n", "\n- ", "- ", "::", "(", "1:"]
)
def test_a_long_row_of_one_sign_takes_no_time(tmp_path, sign):
    row = sign.encode() * (30_000 // len(sign))
    teams = SAMPLES["teams-chat"][0]
    for content in (row + b",tekst\n1,Een hele zin.\n", row + teams, teams[:10] + row + teams[10:]):
        begun = time.process_time()
        outcome(tmp_path / "lang.bin", content)
        assert time.process_time() - begun < 5


@pytest.mark.slow
@pytest.mark.parametrize("name", READERS)
@deep
@given(damage=damages(deep=True), which=st.integers(0, 9), told=st.sampled_from(sorted(READERS)))
def test_more_damage_to_a_file_is_accounted_for_or_told(tmp_path_factory, name, damage, which, told):
    content = damage(SAMPLES[name][which % len(SAMPLES[name])])
    check(tmp_path_factory.getbasetemp() / "stuk.bin", content, name)
    outcome(tmp_path_factory.getbasetemp() / "anders.bin", content, told)


@pytest.mark.slow
@fuzz(deep, max_examples=150)
@given(data=st.data(), damage=damages(deep=True))
def test_damage_to_real_files_is_accounted_for_or_told(tmp_path_factory, shared_data, data, damage):
    path, name = data.draw(st.sampled_from(list(real_files(shared_data).items())))
    check(tmp_path_factory.getbasetemp() / "echt.bin", damage(path.read_bytes()), name)
