"""What `discover` may be called with, and the order it works in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby

import numpy as np

from lcsynth.errors import CallError


@dataclass(frozen=True)
class Inputs:
    """Texts with all that is known about each; every field has one entry per text, or is None."""

    texts: list[str]
    languages: list[str] | None = None
    embeddings: np.ndarray | None = None
    labels: np.ndarray | None = None
    groups: list[str] | None = None

    def in_order(self, order: np.ndarray) -> Inputs:
        """Put the texts and all that is known about them in another order."""
        return Inputs(
            texts=[self.texts[row] for row in order],
            languages=None if self.languages is None else [self.languages[row] for row in order],
            embeddings=None if self.embeddings is None else self.embeddings[order],
            labels=None if self.labels is None else self.labels[order],
            groups=None if self.groups is None else [self.groups[row] for row in order],
        )

    def canonical_order(self) -> np.ndarray:
        """Sort by content: texts, then whatever else could make two equal texts differ; shape (texts,).

        A group counts by all that it says, not by its name: that may be a pseudonym, which hangs on a secret.
        """
        embeddings, labels, groups = self.embeddings, self.labels, self.groups
        said: dict[str, list[str]] = {}
        for group, text in zip(groups or (), self.texts, strict=False):
            said.setdefault(group, []).append(text)
        whole = {group: sorted(texts) for group, texts in said.items()}

        def content(row: int) -> tuple[str, int, bytes, list[str]]:
            return (
                "" if self.languages is None else self.languages[row],
                0 if labels is None else int(labels[row]),
                b"" if embeddings is None else embeddings[row].tobytes(),
                [] if groups is None else whole[groups[row]],
            )

        by_text = sorted(range(len(self.texts)), key=self.texts.__getitem__)
        # Most texts are there once: only of equal ones is the rest looked at.
        equal = (list(rows) for _, rows in groupby(by_text, key=self.texts.__getitem__))
        order = chain.from_iterable(sorted(rows, key=content) if len(rows) > 1 else rows for rows in equal)
        return np.fromiter(order, dtype=np.int64, count=len(self.texts))


def check_inputs(
    texts: Sequence[str],
    *,
    languages: Sequence[str] | None,
    embeddings: np.ndarray | None,
    labels: np.ndarray | None,
    groups: Sequence[str] | None,
) -> Inputs:
    """Check the arguments of `discover` against each other.

    Raises
    ------
    CallError
        Naming the argument, what it holds and what was expected.
    """
    if isinstance(texts, str) or not len(texts):
        found = "one string" if isinstance(texts, str) else "empty"
        raise CallError(f"It is {found}", where="texts", expected="a list of at least one string")
    for row, text in enumerate(texts):
        if not isinstance(text, str):
            raise CallError(
                f"Item {row} is {text!r}", where="texts", expected="strings", mend='Give missing texts as ""'
            )
    arguments = {"languages": languages, "embeddings": embeddings, "labels": labels, "groups": groups}
    for name, values in arguments.items():
        if values is not None and len(values) != len(texts):
            raise CallError(
                f"It has {len(values)} entries", where=name, expected=f"{len(texts)}, one for each text"
            )
    return Inputs(
        # A lone surrogate, left by a broken export, is no character that a table could hold.
        texts=[text.encode("utf-8", "replace").decode("utf-8") for text in texts],
        languages=None if languages is None else list(languages),
        embeddings=None if embeddings is None else _vectors(embeddings),
        labels=None if labels is None else _group_numbers(labels),
        groups=None if groups is None else [str(group) for group in groups],
    )


def _vectors(embeddings: np.ndarray) -> np.ndarray:
    vectors = np.asarray(embeddings, dtype=np.float32)
    if vectors.ndim != 2 or not np.isfinite(vectors).all():
        raise CallError(
            f"Its shape is {vectors.shape}, finite: {bool(np.isfinite(vectors).all())}",
            where="embeddings",
            expected="finite numbers of shape (texts, dimensions)",
        )
    return vectors


def _group_numbers(labels: np.ndarray) -> np.ndarray:
    numbers = np.asarray(labels)
    if numbers.dtype.kind not in "iu":
        raise CallError(f"They are {numbers.dtype}", where="labels", expected="whole numbers")
    absent = sorted(set(range(-1, int(numbers.max()) + 1)).symmetric_difference({-1, *numbers.tolist()}))
    if absent:
        raise CallError(
            f"These numbers are skipped or below -1: {', '.join(map(str, absent[:5]))}",
            where="labels",
            expected="0…k - 1 without gaps, and -1 for a text in no group",
            mend="pandas.factorize gives such numbers",
        )
    return numbers.astype(np.int64)
