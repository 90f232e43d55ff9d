"""Bytes to text: the encodings survey tools and Excel really write."""

from __future__ import annotations

import codecs
import re

from lcsynth.errors import DataError

# UTF-32 before UTF-16: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = bytes(range(0x80, 0x100))
_STRAY = re.compile("[\udc80-\udcff]")
# What people write in Dutch, English, German and French. Not â and Ã: those begin a broken UTF-8 character.
_USUAL = frozenset("àáäåæçèéêëìíîïñòóôöøùúûüýÿßœÀÁÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜŒ‘’“”„–—…€•«»°²³½¼·´§©®\u00a0")
_PIECE = 2**20  # bytes
_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN_SHARE = 0.3  # accented letters per letter; Dutch, German and French stay far below
_SAMPLE = 100_000
_MOST_MENDED = 40 * 2**20  # bytes; a larger file with stray ones takes more memory than there may be


def decode(content: bytes, where: str) -> tuple[str, str]:
    """Decode a text file by its byte order mark, else UTF-8, else cp1252, else by its statistics.

    A line of an otherwise sound UTF-8 file that was written in cp1252 is read as such. Other bytes that
    do not fit a UTF-8 or UTF-16 file become lone surrogates, so that only the cells holding them are refused.

    Returns
    -------
    tuple of str
        The text and the name of the encoding.

    Raises
    ------
    DataError
        If no encoding makes text of these bytes.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], name), name
    wide = _wide(content)
    if wide:
        return _lenient(content, wide), wide
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if len(content) > _MOST_MENDED:
            raise _no_text(content, where, error.start) from error
        return _eight_bit(content, where, error.start)


def _lenient(content: bytes, name: str) -> str:
    if name == "utf-8":
        return _mend(content.decode(name, "surrogateescape"))
    width = 4 if name.startswith("utf-32") else 2
    whole = content[: len(content) - len(content) % width]
    text = whole.decode(name, "surrogatepass") if width == 2 else whole.decode(name, "replace")
    return text + "\udc80" * (len(whole) < len(content))


def _wide(content: bytes) -> str:
    # UTF-16 without a mark: in Western text every other byte is zero.
    head = content[:4000]
    half = len(head) // 2
    if half < 2 or b"\0" not in head:
        return ""
    if head[1::2].count(0) > 0.6 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.6 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _eight_bit(content: bytes, where: str, first: int) -> tuple[str, str]:
    sound, stray = _high_bytes(content)
    if sound > 2 * stray:
        return _mend(content.decode("utf-8", "surrogateescape")), "utf-8"
    if 4 * sound > stray:
        # Two files pasted together: sound when every line is one or the other.
        mended = _mend(content.decode("utf-8", "surrogateescape"))
        if not _STRAY.search(mended):
            return mended, "utf-8"
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _western(text):
        return text, "cp1252"
    return _by_statistics(content, where, first)


def _high_bytes(content: bytes) -> tuple[int, int]:
    """Count the bytes above ASCII: those that fit UTF-8, and those that do not."""
    fitting = every = 0
    # Piece by piece: a list of a hundred million matches would not fit in memory.
    for start in range(0, len(content), _PIECE):
        piece = content[start : start + _PIECE]
        fitting += sum(map(len, _MULTIBYTE.findall(piece)))
        every += len(piece) - len(piece.translate(None, _HIGH))
    return fitting, every - fitting


def _mend(text: str) -> str:
    """Read the stray bytes of a line as cp1252 when that gives letters and signs people use."""
    parts, done = [], 0
    while found := _STRAY.search(text, done):
        start = max(text.rfind("\n", done, found.start()) + 1, done)
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        parts += [text[done:start], _mend_line(text[start:end])]
        done = end
    return "".join([*parts, text[done:]]) if parts else text


def _mend_line(line: str) -> str:
    if len(line) > _PIECE:
        return line
    strays = {stray: _one_byte(stray) for stray in set(_STRAY.findall(line))}
    if not _USUAL.issuperset(strays.values()):
        return line
    return line.translate({ord(stray): letter for stray, letter in strays.items()})


def _one_byte(stray: str) -> str:
    return bytes([ord(stray) - 0xDC00]).decode("cp1252", "replace")


def _western(text: str) -> bool:
    letters = _LETTER.findall(text[:_SAMPLE])
    foreign = sum(letter > "\x7f" for letter in letters)
    controls = sum(character < " " and character not in "\t\r\n" for character in text[:_SAMPLE])
    return foreign <= _FOREIGN_SHARE * len(letters) and controls <= 0.01 * len(text)


def _by_statistics(content: bytes, where: str, first: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    sample = content[:_SAMPLE]
    best = None if sample.count(0) > 0.01 * len(sample) else from_bytes(sample).best()
    if best is not None:
        try:
            return content.decode(best.encoding), best.encoding
        except UnicodeDecodeError:
            best = None
    raise _no_text(content, where, first)


def _no_text(content: bytes, where: str, first: int) -> DataError:
    line = content.count(b"\n", 0, first) + 1
    return DataError(
        f"Line {line} holds bytes that are no text in any encoding known here",
        where=where,
        expected="a text file in UTF-8, UTF-16 or Windows-1252",
        mend="Save it again, in Excel as 'CSV UTF-8 (comma delimited)' or as an Excel workbook (.xlsx)",
    )
