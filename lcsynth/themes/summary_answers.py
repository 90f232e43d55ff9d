"""What a language model answered about a theme, checked: nothing in it is believed because it is there."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

MOST_SENTENCES = 6
LONGEST_SENTENCE = 400
LONGEST_LABEL = 80

# Addresses of the web and of people, in any of the forms that a page or a mail program makes a link of.
_LINK = re.compile(
    r"\w+://|\bwww\.|\b(?:mailto|javascript):|\]\(|\S@\S+\.\w"
    r"|\b[\w-]+\.(?:com|net|org|nl|eu|be|io|info|dev|app|ai)\b",
    re.IGNORECASE,
)
# Models that think aloud do so before their answer.
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a summary, and the ids of the statements that it rests on."""

    text: str
    statement_ids: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What is left of an answer.

    Attributes
    ----------
    label
        A suggested label, or nothing.
    sentences
        Those that rest on statements that were sent; without any there is no summary.
    dropped
        How many sentences were not kept.
    """

    label: str
    sentences: tuple[Sentence, ...]
    dropped: int


def check_answer(content: str, sent: Collection[str]) -> Answer | None:
    """Keep of an answer what can be shown.

    A sentence is kept when it names at least one statement, all that it names were sent, and it is of a
    readable length and holds no link. The label is kept on the same conditions about its text.

    Parameters
    ----------
    content
        What the model wrote: a JSON object, perhaps with a code fence or its thoughts around it.
    sent
        The ids of the statements that went along with the question.

    Returns
    -------
    Answer or None
        None when it is not the JSON object that was asked for.
    """
    tree = _object(content)
    if tree is None or not isinstance(tree.get("sentences"), list):
        return None
    given = tree["sentences"]
    kept = [one for item in given if (one := _sentence(item, sent)) is not None][:MOST_SENTENCES]
    return Answer(_line(tree.get("label"), LONGEST_LABEL), tuple(kept), len(given) - len(kept))


def _object(content: str) -> dict[str, Any] | None:
    answer = _THOUGHT.sub("", content)
    begin, end = answer.find("{"), answer.rfind("}")
    try:
        tree = json.loads(answer[begin : end + 1]) if begin >= 0 else None
    except (ValueError, RecursionError):
        return None
    return tree if isinstance(tree, dict) else None


def _sentence(item: object, sent: Collection[str]) -> Sentence | None:
    if not isinstance(item, dict) or not isinstance(item.get("statements"), list):
        return None
    text, names = _line(item.get("text"), LONGEST_SENTENCE), item["statements"]
    if not text or not names or any(not isinstance(name, str) or name not in sent for name in names):
        return None
    return Sentence(text, tuple(dict.fromkeys(names)))


def _line(value: object, longest: int) -> str:
    """Give a text on one line; nothing where it is no text, too long, or holds a link."""
    if not isinstance(value, str):
        return ""
    # Neither control characters nor those that turn the direction of what follows them.
    shown = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in value)
    line = " ".join(shown.split())
    return "" if len(line) > longest or _LINK.search(line) else line
