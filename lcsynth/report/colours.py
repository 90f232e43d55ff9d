"""Which colour a theme has: the same one in every figure, report and session."""

from __future__ import annotations

import re
import zlib

# Chosen by search: every pair is at least 0.08 apart in OKLab, also as seen with protanopia, deuteranopia
# and tritanopia (Machado, Oliveira & Fernandes 2009), and each has a contrast of 3 or more on white and on
# near-black. The order keeps the first ones, which most reports show, furthest apart.
PALETTE = (
    "#0173B5",  # blue
    "#B38A0C",  # ochre
    "#9E4F83",  # plum
    "#079FB4",  # teal
    "#C35759",  # brick
    "#937AEC",  # violet
    "#5F7411",  # olive
    "#E26788",  # rose
)


def colour(theme_id: str) -> str:
    """Give the colour of a theme, as ``#RRGGBB``.

    It follows from the number in the id alone, so it never changes. With more themes than colours they
    return: a figure always names its themes in words as well.
    """
    return PALETTE[_place(theme_id) % len(PALETTE)]


def is_second_round(theme_id: str) -> bool:
    """Tell whether the colours come round once more, so that another shape can tell two themes apart."""
    return bool(_place(theme_id) // len(PALETTE) % 2)


def _place(theme_id: str) -> int:
    number = re.search(r"\d+", theme_id)
    # crc32 rather than hash(): the same on every run.
    return int(number.group()) - 1 if number else zlib.crc32(theme_id.encode())


def tint(colour: str, strength: float) -> str:
    """Let the page shine through a colour: 0 is the page, 1 the full colour. Gives ``rgba(…)``."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength:.3f})"
