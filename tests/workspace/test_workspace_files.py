"""Files are whole or absent, and there is one writer at a time."""

import os
import stat
import sys
import threading

import pandas as pd
import pytest

from lcsynth.errors import DataError
from lcsynth.workspace import files

ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")


def test_a_file_is_written_whole_with_the_folders_it_needs(tmp_path):
    path = tmp_path / "new" / "folder" / "a.txt"
    files.write_text(path, "één\ntwee\n")
    assert path.read_bytes() == "één\ntwee\n".encode()
    assert [one.name for one in path.parent.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    "failure", [OSError(28, "No space left on device"), ValueError("bad"), KeyboardInterrupt()]
)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, failure):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail(part):
        part.write_text("half")
        raise failure

    with pytest.raises((DataError, ValueError, KeyboardInterrupt)):
        files.write_atomically(path, fail)
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_disk_that_is_full_is_told_in_a_paragraph_that_names_the_file(tmp_path):
    def fail(part):
        raise OSError(28, "No space left on device")

    with pytest.raises(DataError, match=r"a\.txt: It cannot be written \(No space left on device\)"):
        files.write_atomically(tmp_path / "a.txt", fail)


def test_a_file_in_the_way_of_the_folder_is_told_in_a_paragraph(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(DataError, match="It cannot be written"):
        files.write_text(tmp_path / "data" / "a.txt", "text")
    with (
        pytest.raises(DataError, match="It cannot be written"),
        files.only_writer(tmp_path / "data" / ".lock"),
    ):
        pass


def test_a_name_as_long_as_the_system_allows_can_be_written(tmp_path):
    name = "x" * 251 + ".txt"
    files.write_text(tmp_path / name, "text")
    assert (tmp_path / name).read_text() == "text"


def test_text_with_a_byte_order_mark_is_read_without_it(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfname")
    assert files.read_text(tmp_path / "a.txt") == "name"


def test_text_in_another_encoding_is_refused_with_the_place(tmp_path):
    (tmp_path / "a.txt").write_bytes("één".encode("latin-1"))
    with pytest.raises(DataError, match=r"a\.txt: Byte 0 is not UTF-8 text.*UTF-8\."):
        files.read_text(tmp_path / "a.txt")


@pytest.mark.parametrize("read", [files.read_text, files.read_table, files.hash_file])
def test_a_file_that_is_not_there_is_named(tmp_path, read):
    with pytest.raises(DataError, match="none: It cannot be read"):
        read(tmp_path / "none")


def test_a_table_comes_back_as_it_was_written(tmp_path):
    table = pd.DataFrame({"text": ["één", ""], "similarity": [0.5, float("nan")]}).astype({"text": "str"})
    files.write_table(table, tmp_path / "a.parquet")
    pd.testing.assert_frame_equal(files.read_table(tmp_path / "a.parquet"), table)


@pytest.mark.parametrize("content", [b"", b"PAR1 cut off"])
def test_a_damaged_table_is_told_in_a_paragraph_that_names_the_file(tmp_path, content):
    (tmp_path / "a.parquet").write_bytes(content)
    with pytest.raises(DataError, match=r"a\.parquet: .*lcsynth run"):
        files.read_table(tmp_path / "a.parquet")


def test_a_hash_hangs_on_the_bytes_alone(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    (tmp_path / "b").write_bytes(b"abc")
    assert files.hash_file(tmp_path / "a") == files.hash_file(tmp_path / "b")
    assert files.hash_file(tmp_path / "a").startswith("ba7816bf")


def test_a_second_writer_is_refused_while_the_first_is_busy(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.05)
    with files.only_writer(tmp_path / ".lock"), pytest.raises(DataError, match="Another lcsynth is writing"):
        with_the_lock(tmp_path / ".lock")


def test_a_second_writer_waits_until_the_first_is_done(tmp_path):
    order = []

    def second():
        with files.only_writer(tmp_path / ".lock"):
            order.append("second")

    with files.only_writer(tmp_path / ".lock"):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.1)
        order.append("first")
    waiting.join(5)
    assert order == ["first", "second"]


def test_a_writer_that_fails_lets_the_next_one_in(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.05)
    with pytest.raises(ZeroDivisionError), files.only_writer(tmp_path / ".lock"):
        _ = 1 / 0
    with_the_lock(tmp_path / ".lock")


def with_the_lock(path):
    with files.only_writer(path):
        pass


def test_the_key_is_made_once_and_stays(tmp_path):
    path = tmp_path / "private" / "pseudonym.key"
    made = files.secret_key(path)
    assert len(made) == 32
    assert files.secret_key(path) == made
    assert [one.name for one in path.parent.iterdir()] == ["pseudonym.key"]
    assert files.secret_key(tmp_path / "other.key") != made


@ON_POSIX
def test_nobody_else_can_read_the_key(tmp_path):
    path = tmp_path / "private" / "pseudonym.key"
    before = os.umask(0)
    try:
        files.secret_key(path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [b"", b"not a key", b"\xff\xfe", b"ab" * 31, b"ab" * 16, b"ab" * 33])
def test_a_damaged_key_is_refused_and_not_replaced(tmp_path, content):
    path = tmp_path / "pseudonym.key"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"does not hold a key\. Expected 64 hexadecimal digits"):
        files.secret_key(path)
    assert path.read_bytes() == content


def test_a_key_that_cannot_be_written_leaves_nothing(tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(DataError, match="No space left"):
        files.secret_key(tmp_path / "private" / "pseudonym.key")
    assert list((tmp_path / "private").iterdir()) == []
