"""Every number in the reply matrix is the one that an export gives, computed here from the exports alone."""

import io

import pandas as pd
import pytest

import lcsynth
from lcsynth.errors import CallError
from lcsynth.pipeline.exporting import export
from lcsynth.pipeline.replying import matrix_format, matrix_page, reply_matrix

KEY = ["theme_id", "paper_version", "section", "anchor"]


@pytest.fixture(scope="module")
def exported(samples):
    names = ("decisions", "links", "statements", "assignments", "contributions")
    read = {"keep_default_na": False, "dtype": str}
    return {name: pd.read_csv(io.BytesIO(export(samples, name)), **read) for name in names}


@pytest.fixture(scope="module")
def page(samples):
    return matrix_page(samples, "nl")


def test_the_rows_are_those_of_the_decisions_and_so_are_their_numbers(exported, page):
    wanted = {
        tuple(row[name] for name in KEY): (
            int(row["contributors"]), int(row["statements"]),
            row["decision"], row["reason"], row["operation"],
        )
        for row in exported["decisions"].to_dict("records")
    }  # fmt: skip
    found = {
        one.key: (one.people, one.statements, one.decision, one.plain_reason, one.operation)
        for one in page.replies
    }
    assert found == wanted
    assert [number for number, _ in page.matrix.counts][:2] == [
        len(wanted),
        sum(one[2] == "open" for one in wanted.values()),
    ]


def test_people_and_statements_are_those_of_the_links(exported, page):
    links = exported["links"]
    links = links.assign(anchor=links["anchor"].where(links["anchor"] != links["section"], ""))
    themes = exported["assignments"].query("rank == '1' and theme_id != ''")[["statement_id", "theme_id"]]
    said = (
        links.merge(themes, on="statement_id")
        .merge(exported["statements"][["statement_id", "contribution_id"]], on="statement_id")
        .merge(
            exported["contributions"][["contribution_id", "contributor", "audience"]], on="contribution_id"
        )
    )
    # A place that one person's statements are merely similar to is not asked about.
    alone = said.groupby(KEY).agg(people=("contributor", "nunique"), how=("how", set)).reset_index()
    alone = alone[(alone["people"] == 1) & (alone["how"] == {"similar"})][KEY].assign(alone=True)
    said = said.merge(alone, on=KEY, how="left")
    said = said[said["alone"].isna()]
    counts = said.groupby(KEY)[["contributor", "statement_id"]].nunique()
    wanted = dict(zip(counts.index, map(tuple, counts.to_numpy().tolist()), strict=True))
    linked = {one.key: (one.people, one.statements) for one in page.replies if one.statements}
    assert linked == wanted
    quoted = {one.key: {quote.statement_id for quote in one.quotes} for one in page.replies}
    at = said.groupby(KEY)["statement_id"].agg(set).to_dict()
    assert all(ids <= at[key] for key, ids in quoted.items() if ids)
    assert all(quoted[key] for key in at)


@pytest.mark.slow
def test_every_form_is_made_in_both_languages_and_the_same_twice(samples):
    for language in ("nl", "en"):
        for form in ("html", "md"):
            once = reply_matrix(samples, format=form, language=language)
            assert once == reply_matrix(samples, format=form, language=language)
        for form in ("docx", "xlsx"):
            assert reply_matrix(samples, format=form, language=language).startswith(b"PK")


def test_an_unknown_form_or_language_is_refused(samples, tmp_path):
    with pytest.raises(CallError, match="no format 'pdf'"):
        reply_matrix(samples, format="pdf")
    with pytest.raises(CallError, match="no language 'de'"):
        reply_matrix(samples, language="de")
    with pytest.raises(CallError, match=r"a name ending in \.html, \.xlsx, \.docx, \.md"):
        matrix_format(tmp_path / "nota.odt")


def test_what_was_decided_since_the_last_run_is_in_the_matrix(own_samples):
    lcsynth.curate(own_samples, coder="Anne").decide("T002", at="2.2", decision="rejected", because="Nee")
    assert "Nee" in reply_matrix(own_samples, format="md").decode()
