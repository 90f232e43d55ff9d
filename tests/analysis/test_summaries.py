import pandas as pd
import pytest

from lcsynth.analysis.summaries import cited, verify_summaries
from lcsynth.errors import DataError

COLUMNS = ["theme_id", "language", "sentence", "text", "statement_ids", "label", "model"]
ASSIGNMENTS = pd.DataFrame(
    [("s1", "T001", 1), ("s1", "T002", 2), ("s2", "T001", 1), ("s3", "T002", 1), ("s4", "", 1)],
    columns=["statement_id", "theme_id", "rank"],
)


def summaries(*named):
    rows = [("T001", "nl", place, "Zin.", ids, "", "m") for place, ids in enumerate(named, start=1)]
    return pd.DataFrame(rows, columns=COLUMNS)


def test_each_statement_is_named_once_per_theme_in_order():
    assert cited(summaries("s2 s1", "s1"))["statement_id"].tolist() == ["s2", "s1"]
    assert cited(summaries()).empty


def test_sentences_that_rest_on_statements_of_their_theme_pass():
    verify_summaries(summaries("s1 s2", "s2"), assignments=ASSIGNMENTS)
    verify_summaries(summaries(), assignments=ASSIGNMENTS)


@pytest.mark.parametrize("ids", ["", "s9", "s1 s3", "s4"])
def test_a_sentence_without_statements_or_with_one_of_elsewhere_does_not(ids):
    with pytest.raises(DataError, match="theme T001, nl, sentence 2"):
        verify_summaries(summaries("s1", ids), assignments=ASSIGNMENTS)


def test_a_theme_that_a_statement_is_also_about_is_not_its_theme():
    other = summaries("s1").assign(theme_id="T002")
    with pytest.raises(DataError, match="T002"):
        verify_summaries(other, assignments=ASSIGNMENTS)
