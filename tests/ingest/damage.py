"""Damage to a file, for readers that must survive it, and the check that they did."""

import datetime
import io
import zipfile

from hypothesis import strategies as st

from lcsynth.errors import LcsynthError
from lcsynth.ingest import read_source
from lcsynth.ingest.cells import unstorable
from lcsynth.ingest.reasons import REASONS
from lcsynth.schema import KINDS
from lcsynth.workspace import Session, Settings, Source, Title

# What bites: ends of lines and quotes, marks of encodings, halves of characters, words of the formats.
_PIECES = [
    *(b"\0", b'"', b"\n", b"\r", b"\n\n", b",", b";", b"\t", b":", b" to ", b"<", b">", b"&", b"[" * 40),
    *(
        b"\xed\xa0\x80",
        b"\xed\xbf\xbf",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\x00\xd8",
        b"\xe2\x80\xa9",
        b"\xe2\x80\x8e",
    ),
    *(b"<v ", b"-->", b"<script>", b"&#xD800;", b"&#0;", b"null", b"9" * 5000, b"-1", b"1e999", b"\xc2\xb2"),
    *(
        b"</w:p>",
        b"<w:p>",
        b"<f>",
        b't="e"',
        b"endobj",
        b"<<",
        b"/Annots",
        b'r="XFD9"',
        b"a" * 70_000,
        b" " * 20_000,
        b"a." * 10_000,
    ),
]
_HOW = st.sampled_from(["put", "cut", "double", "flip", "move"])


@st.composite
def damages(draw, deep=False):
    """Give a function that damages any file in one way: its bytes, or in an archive often those of a part."""
    steps = draw(
        st.lists(
            st.tuples(
                _HOW, _SHARE, st.integers(0, 40), st.one_of(st.sampled_from(_PIECES), st.binary(max_size=6))
            ),
            min_size=1,
            max_size=8 if deep else 4,
        )
    )
    keep = draw(st.one_of(st.just(1.0), _SHARE))
    within = draw(st.sampled_from(["part", "part", "part", "swap", "drop", "twice", "file"]))
    which, other = draw(_SHARE), draw(_SHARE)

    def damage(content):
        if within == "file" or not zipfile.is_zipfile(io.BytesIO(content)):
            return _damaged(content, steps, keep)
        return _in_archive(content, within, which, other, lambda part: _damaged(part, steps, keep))

    return damage


_SHARE = st.floats(0, 1, exclude_max=True)


def _damaged(content, steps, keep):
    for how, share, size, piece in steps:
        place = int(share * len(content))
        before, hit, after = content[:place], content[place : place + size], content[place + size :]
        match how:
            case "put":
                content = before + piece + after
            case "cut":
                content = before + after
            case "double":
                content = before + hit * (2 + len(piece) % 50) + after
            case "flip":
                content = before + bytes(one ^ 0x80 for one in hit) + after
            case "move":
                content = after + hit + before
    return content[: int(keep * len(content)) + 1]


def _in_archive(content, within, which, other, damage):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as copy:
        names = sorted(archive.namelist())
        hit = names[int(which * len(names))]
        for name in archive.namelist():
            part = archive.read(name)
            if name == hit and within == "drop":
                continue
            if name == hit and within == "swap":
                part = archive.read(names[int(other * len(names))])
            elif name == hit:
                part = damage(part)
            copy.writestr(f"{name}.bak" if name == hit and within == "twice" else name, part)
            if name == hit and within == "twice":
                copy.writestr(name, archive.read(name))
    return out.getvalue()


SESSION = Session(id="s", title=Title(nl="", en=""), date=datetime.date(2022, 5, 17), start="15:00")
SETTINGS = Settings(name="x", embedder="x")


def outcome(path, content, format_name=""):
    """Read a file: either the account of all its entries holds, or one paragraph says what is wrong."""
    path.write_bytes(content)
    try:
        reading = read_source(path, Source(file=path.name, format=format_name), SESSION, SETTINGS)
    except LcsynthError as error:
        told = str(error)
        assert path.name in told
        assert "\n" not in told
        assert not unstorable(told)
        assert told.endswith((".", "?", "!"))
        return None
    assert reading.read == len(reading.contributions) + len(reading.refusals) + reading.empty
    assert {one.reason for one in reading.refusals} <= set(REASONS)
    assert {one.kind for one in reading.contributions} <= set(KINDS)
    for one in reading.contributions:
        assert one.text == one.text.strip() != ""
        assert not any(map(unstorable, (one.text, one.locator, one.identity, one.question, one.anchor)))
        assert one.support >= 0
        assert one.opposition >= 0
    return reading
