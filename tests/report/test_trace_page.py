"""A trace in words: every kind of step has them, in both languages, and what people typed stays text."""

import dataclasses

import pandas as pd
import pytest

from lcsynth import schema
from lcsynth.document import CHANGES
from lcsynth.document.trace import COLUMNS, Step
from lcsynth.report import wording
from lcsynth.report.languages import catalogue
from lcsynth.report.trace_page import trace_page
from lcsynth.report.trace_words import lines_of, steps_of


def table(*steps):
    """A trace from its steps."""
    return pd.DataFrame([dataclasses.astuple(one) for one in steps], columns=list(COLUMNS))


SAID = table(
    Step(
        0,
        "contribution",
        "c1",
        "Geef ons <b>tijd</b>.",
        "answer",
        session_id="a",
        date="2022-05-17",
        language="nl",
    ),
    Step(1, "statement", "s1", "Geef ons <b>tijd</b>.", language="nl"),
    Step(2, "theme", "T001", "Tijd", "found"),
    Step(3, "paragraph", "1:1", "Tijd is schaars.", "anchored", "v1"),
    Step(4, "decision", "o1", "Terecht.", "adopted", "v2", date="2026-01-05"),
    Step(5, "change", "1:1", "Tijd is er.", "edited", "v2", before="Tijd is schaars."),
    Step(5, "change", "", "", "gone", "v2", before="Weg ermee."),
)


def test_a_trace_is_told_in_lines_each_under_the_one_it_comes_of(samples):
    lines = lines_of(steps_of(SAID, catalogue("en"), samples.settings))
    assert lines == [
        "contribution c1 “Geef ons <b>tijd</b>.” (answer in a survey, a, 17 May 2022)",
        "  statement s1",
        "    theme T001 Tijd (formed this theme)",
        "      paragraph v1 §\u00a01:1 Tijd is schaars. (it was a remark on these words)",
        "        decision o1 Terecht. (adopted in v2, 5 January 2026)",
        "          in the next version v2 §\u00a01:1 Tijd is er. (rewritten)",
        "          in the next version v2 (taken out)",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_is_one_file_without_scripts_in_which_text_stays_text(samples, language):
    page = trace_page(
        "<i>c1</i>", forward=SAID, backward=SAID[:1], settings=samples.settings, language=language
    )
    assert "<b>" not in page
    assert "<i>" not in page
    assert "<script" not in page
    assert page.count("<h2") == 1  # nothing came before a remark
    assert ('<blockquote lang="nl"' in page) == (language == "en")
    assert "Weg ermee." in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_value_of_the_tables_has_words(language):
    words = catalogue(language)
    statuses = next(one for one in schema.TABLES["themes"] if one.name == "status").values
    placed = ("found", "joined", "moved", "duplicate", "also")
    told = [wording.said_as(words, one) for one in schema.KINDS]
    told += [wording.linked(words, one) for one in schema.HOW]
    told += [wording.placed(words, one) for one in (*statuses, *placed)]
    told += [wording.changed(words, one) for one in CHANGES]
    assert all(told)
