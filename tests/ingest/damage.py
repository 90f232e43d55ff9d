"""Damage to a file, for readers that must survive it."""

import datetime

from hypothesis import strategies as st

from lcsynth.errors import LcsynthError
from lcsynth.ingest import read_source
from lcsynth.workspace import Session, Settings, Source, Title

_BITS = [b"\0", b'"', b"\n", b"\n\n", b":", b"<v ", b"-->", b"[", b"\xed\xa0\x80", b"\xef\xbb\xbf", b" to "]


def damaged(data, contents):
    """Give one of the contents with some bytes replaced, and cut off somewhere."""
    content = bytearray(data.draw(st.sampled_from(contents)))
    for _ in range(data.draw(st.integers(0, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        size = data.draw(st.integers(0, 12))
        content[place : place + size] = (
            data.draw(st.one_of(st.binary(max_size=6), st.sampled_from(_BITS))) or b" "
        )
    return bytes(content[: data.draw(st.integers(1, len(content)))])


def check_account(path, content, format_name):
    """Read a file as recognised and as told; either the account holds or there is one paragraph."""
    path.write_bytes(content)
    session = Session(id="s", title=Title(nl="", en=""), date=datetime.date(2022, 5, 17), start="15:00")
    for chosen in ("", format_name):
        try:
            reading = read_source(
                path, Source(file=path.name, format=chosen), session, Settings(name="x", embedder="x")
            )
        except LcsynthError:
            continue
        assert reading.read == len(reading.contributions) + len(reading.refusals) + reading.empty
        if reading.format == format_name:
            places = [one.locator for one in (*reading.contributions, *reading.refusals)]
            assert len(set(places)) == len(places)
            assert {one.parent for one in reading.contributions} <= {"", *places}
