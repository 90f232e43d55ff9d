"""Agreement is what the literature says it is, whoever comes first."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcsynth.register.agreement import meaning, measure_agreement

# Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C: four observers, twelve units,
# nominal data with missing values; alpha is .743.
PUBLISHED = {
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}


def codes_of(text):
    return {f"s{at:02d}": f"T00{value}" for at, value in enumerate(text.split()) if value != "."}


def test_the_published_example_of_krippendorff_gives_the_published_alpha():
    found = measure_agreement({coder: codes_of(text) for coder, text in PUBLISHED.items()}, {}, seed=0)
    row = found.alphas[found.alphas["kind"] == "all"].iloc[0]
    assert (row["statements"], round(row["alpha"], 3)) == (11, 0.743)
    assert 0.4 < row["low"] < 0.743 < row["high"] <= 1


def test_agreement_on_a_theme_is_what_both_chose_of_what_one_chose():
    anne = {f"s{at:02d}": "T001" if at < 6 else "T002" for at in range(12)}
    bo = anne | {"s05": "T002", "s06": ""}
    found = measure_agreement({"Anne": anne, "Bo": bo}, {}, seed=0).themes.set_index("theme_id")
    # T001: both 5 times, one once: 10 / 11. T002: both 5 times, one twice: 10 / 12. None: only Bo.
    assert found["agreement"].round(4).to_dict() == {"": 0.0, "T001": 0.9091, "T002": 0.8333}
    assert found["statements"].to_dict() == {"": 1, "T001": 6, "T002": 7}
    assert (found["low"] <= found["agreement"]).drop("").all()
    assert math.isnan(found.loc["", "low"])  # of one statement nobody can tell how sure it is


def test_what_is_coded_differently_is_listed_with_every_choice():
    anne = {f"s{at:02d}": "T001" for at in range(3)}
    found = measure_agreement({"Anne": anne, "Bo": {"s01": "T002", "s02": "T001"}}, {"s00": ""}, seed=0)
    assert found.disagreements.to_dict("records") == [
        {"statement_id": "s00", "Anne": "T001", "Bo": None, "machine": ""},
        {"statement_id": "s01", "Anne": "T001", "Bo": "T002", "machine": None},
    ]


def test_of_fewer_than_ten_statements_nothing_is_measured():
    anne = {f"s{at}": f"T00{at % 2 + 1}" for at in range(9)}
    found = measure_agreement({"Anne": anne, "Bo": anne}, {}, seed=0)
    assert found.alphas["statements"].tolist() == [9, 0, 0]
    assert found.alphas["alpha"].isna().all()
    assert found.themes.empty


def test_one_theme_for_everything_tells_nothing():
    anne = {f"s{at:02d}": "T001" for at in range(12)}
    found = measure_agreement({"Anne": anne, "Bo": anne}, {}, seed=0)
    assert math.isnan(found.alphas["alpha"].iloc[0])


@pytest.mark.parametrize(
    ("alpha", "word"), [(0.8, "reliable"), (0.7, "tentative"), (0.5, "not reliable"), (math.nan, "cannot")]
)
def test_a_size_is_told_in_words(alpha, word):
    assert word in meaning(alpha)


coding = st.dictionaries(
    st.integers(0, 30).map(lambda at: f"s{at:02d}"),
    st.sampled_from(["", "T001", "T002", "T003"]),
    min_size=12,
)


@settings(max_examples=15)
@given(coding)
def test_who_agrees_on_everything_has_an_alpha_of_one(codes):
    row = measure_agreement({"Anne": codes, "Bo": codes}, {}, seed=0).alphas.iloc[0]
    if len(set(codes.values())) > 1:
        assert (row["alpha"], row["low"], row["high"]) == (1, 1, 1)


@settings(max_examples=15)
@given(coding, coding, coding)
def test_it_does_not_matter_who_comes_first(one, other, machine):
    found = measure_agreement({"Anne": one, "Bo": other}, machine, seed=0)
    turned = measure_agreement({"Bo": one, "Anne": other}, machine, seed=0)
    columns = ["statements", "alpha", "low", "high"]
    assert found.alphas[columns].iloc[0].equals(turned.alphas[columns].iloc[0])
    assert found.themes[found.themes["kind"] == "coders"].equals(
        turned.themes[turned.themes["kind"] == "coders"]
    )
