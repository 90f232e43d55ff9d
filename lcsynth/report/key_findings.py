"""Findings, which are numbers by rule, as sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from lcsynth.analysis.findings import Finding, Kind
from lcsynth.report import wording
from lcsynth.report.languages import Catalogue


@dataclass(frozen=True)
class Told:
    """One finding with all it takes to write it down."""

    words: Catalogue
    label: str
    numbers: Mapping[str, float | int | str]
    group: Callable[[str], str]

    def count(self, name: str) -> int:
        """Give a number of people, statements or themes."""
        return int(self.numbers[name])

    def percent(self, name: str) -> str:
        """Write a share."""
        return self.words.percent(float(self.numbers[name]))

    def named(self, name: str) -> str:
        """Write the label of a group."""
        return self.group(str(self.numbers[name]))


def sentence(
    finding: Finding, words: Catalogue, labels: Mapping[str, str], group: Callable[[str], str]
) -> str:
    """Write one finding.

    Parameters
    ----------
    finding
        What is said, by rule.
    words
        The language.
    labels
        Theme id → label.
    group
        Gives the label of an audience or type of organisation.
    """
    told = Told(words, labels.get(finding.theme_id, finding.theme_id), finding.numbers, group)
    return _WRITERS[finding.kind](told)


def _no_theme(told: Told) -> str:
    return told.words.plural(
        "1 person took part. There was too little to group into themes; what was said is listed as single "
        "voices.",
        "{n} people took part. What they said did not group into themes; it is listed as single voices.",
        told.count("people"),
    )


def _largest(told: Told) -> str:
    if told.numbers["tied"]:
        return told.words.text(
            "No theme came up more than “{label}”, and at least one as often: {contributors} of {people} "
            "people spoke about it, {share}.",
            **_size(told),
        )
    return told.words.text(
        "“{label}” came up most: {contributors} of {people} people spoke about it, {share}.", **_size(told)
    )


def _second(told: Told) -> str:
    return told.words.text(
        "In second place came “{label}”: {contributors} of {people} people spoke about it, {share}.",
        **_size(told),
    )


def _size(told: Told) -> dict[str, Any]:
    return {
        "label": told.label,
        "contributors": told.count("contributors"),
        "people": told.count("people"),
        "share": wording.share(
            told.words, {name: float(told.numbers[name]) for name in ("share", "low", "high")}
        ),
    }


def _difference(told: Told) -> str:
    return told.words.text(
        "“{label}” was heard more from {group} ({contributors} of {size}, {share}) than from {other_group} "
        "({other_contributors} of {other_size}, {other_share}).",
        label=told.label,
        group=told.named("group"),
        contributors=told.count("contributors"),
        size=told.count("size"),
        share=told.percent("share"),
        other_group=told.named("other_group"),
        other_contributors=told.count("other_contributors"),
        other_size=told.count("other_size"),
        other_share=told.percent("other_share"),
    )


def _shared(told: Told) -> str:
    if not told.numbers["group"]:
        return told.words.text(
            "“{label}” came back in every group that can be compared, in each with at least {share}.",
            label=told.label,
            share=told.percent("share"),
        )
    return told.words.text(
        "“{label}” came back in every group that can be compared, least among {group} ({share}).",
        label=told.label,
        group=told.named("group"),
        share=told.percent("share"),
    )


def _new(told: Told) -> str:
    return told.words.plural(
        "One theme is new since the earlier sessions: “{label}”, in {statements}.",
        "{n} themes are new since the earlier sessions; the largest is “{label}”, in {statements}.",
        told.count("themes"),
        label=told.label,
        statements=wording.statements_said(told.words, told.count("statements")),
    )


def _divided(told: Told) -> str:
    return told.words.plural(
        "On one remark the votes divide; it is about “{label}” ({support} for, {opposition} against).",
        "On {n} remarks the votes divide; the one with the most votes is about “{label}” ({support} for, "
        "{opposition} against).",
        told.count("statements"),
        label=told.label,
        support=told.count("support"),
        opposition=told.count("opposition"),
    )


def _single(told: Told) -> str:
    return told.words.plural(
        "One statement stands on its own, in no theme. It is listed among the single voices.",
        "{n} statements stand on their own, in no theme. They are listed among the single voices.",
        told.count("statements"),
    )


def _heard(told: Told) -> str:
    nearly = {
        name: wording.nearly(told.words, float(told.numbers[name])) for name in ("coverage", "low", "high")
    }
    return told.words.text(
        "Of all that people like these would say, an estimated {coverage} has been heard (between {low} and "
        "{high}).",
        **nearly,
    )


def _indicative(told: Told) -> str:
    return told.words.plural(
        "Only 1 person took part, fewer than {below}: read every number as an indication.",
        "Only {n} people took part, fewer than {below}: read every number as an indication.",
        told.count("people"),
        below=told.count("below"),
    )


_WRITERS: Mapping[Kind, Callable[[Told], str]] = {
    "no theme": _no_theme,
    "largest": _largest,
    "difference": _difference,
    "shared": _shared,
    "new": _new,
    "divided": _divided,
    "second": _second,
    "single": _single,
    "heard": _heard,
    "indicative": _indicative,
}
