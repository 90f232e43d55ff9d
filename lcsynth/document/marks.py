"""Which words of a text were taken out, and which were put in."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lcsynth.document.anchors import flat


class Mark(NamedTuple):
    """Words that are in both texts (kept), only in the old (out) or only in the new one (in)."""

    kind: Literal["kept", "out", "in"]
    words: str


def mark_words(old: str, new: str) -> list[Mark]:
    """Mark word by word what was changed in a text; what is out stands before what came in.

    Parameters
    ----------
    old, new
        With their markup, which is left out of account.

    Returns
    -------
    list of Mark
        What is not *in* is the old text, what is not *out* is the new one; empty texts give none.
    """
    from rapidfuzz.distance import Indel

    before, after = flat(old).split(), flat(new).split()
    found: list[Mark] = []
    out: list[str] = []
    put_in: list[str] = []

    def close() -> None:
        if out:
            found.append(Mark("out", " ".join(out)))
        if put_in:
            found.append(Mark("in", " ".join(put_in)))
        out.clear()
        put_in.clear()

    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            close()
            found.append(Mark("kept", " ".join(before[step.src_start : step.src_end])))
        else:
            out += before[step.src_start : step.src_end]
            put_in += after[step.dest_start : step.dest_end]
    close()
    return found
