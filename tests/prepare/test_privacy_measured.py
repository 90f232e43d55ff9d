"""Measured on lines with invented names and identifiers; what to mask is marked ``{kind:value}``."""

import re
from pathlib import Path

from lcsynth.prepare.mask import Masker
from lcsynth.prepare.names import Names
from lcsynth.prepare.words import Words

LINES = Path(__file__).with_name("labelled_lines.txt").read_text("utf-8").splitlines()
KINDS = {
    "n": "persoon",
    "e": "e-mail",
    "t": "telefoon",
    "u": "url",
    "i": "iban",
    "b": "bsn",
    "a": "adres",
    "p": "ip",
    "h": "handle",
}
MARK = re.compile(r"\{(\w):([^}]*)\}")


def expected(line):
    plain, spans, end = "", set(), 0
    for mark in MARK.finditer(line):
        plain += line[end : mark.start()]
        spans.add((len(plain), len(plain) + len(mark[2]), KINDS[mark[1]]))
        plain += mark[2]
        end = mark.end()
    return plain + line[end:], spans


def measure(lines):
    masker = Masker(Names(Words(), (), ("Hogeschool Delta",)))
    right, wrong, missed = [], [], []
    for line in lines:
        plain, spans = expected(line)
        found = {(one.start, one.end, one.kind) for one in masker.find(plain)}
        for group, members in ((right, found & spans), (wrong, found - spans), (missed, spans - found)):
            group.extend((kind, plain[start:end], plain) for start, end, kind in sorted(members))
    return right, wrong, missed


def score(names):
    right, wrong, missed = (
        [one for one in group if (one[0] == "persoon") == names] for group in measure(LINES)
    )
    precision, recall = len(right) / (len(right) + len(wrong)), len(right) / (len(right) + len(missed))
    told = f"precision {precision:.3f}, recall {recall:.3f}\ntoo much: {wrong}\nmissed: {missed}"
    return precision, recall, told


def test_names_are_found_in_nine_of_ten_cases_and_rarely_elsewhere():
    precision, recall, told = score(names=True)
    assert precision >= 0.9, told
    assert recall >= 0.9, told


def test_identifiers_are_found_nearly_always_and_little_else():
    precision, recall, told = score(names=False)
    assert precision >= 0.95, told
    assert recall >= 0.97, told


def test_the_labelled_set_is_large_enough_to_say_something():
    assert len(LINES) >= 120
    assert sum(len(expected(line)[1]) == 0 for line in LINES) >= 40


if __name__ == "__main__":
    for kind in (True, False):
        print("names" if kind else "identifiers", score(kind)[2])  # noqa: T201
