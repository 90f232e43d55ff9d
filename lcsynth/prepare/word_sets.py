"""Lists of words, written as text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Give the words of a list; an underscore stands for the space within one of several words."""
    return frozenset(word.replace("_", " ") for word in text.split())
