"""Numbers of things as people write them: one row, two rows."""

from __future__ import annotations


def counted(number: int, one: str, several: str = "") -> str:
    """Write how many there are of something, in English: "1 row", "0 rows", "2 entries".

    Parameters
    ----------
    one
        What follows a single one: a noun, or a verb with what belongs to it ("is new").
    several
        What follows any other number; ``one`` with an s when it is left out.
    """
    return f"{number} {one if number == 1 else several or f'{one}s'}"
