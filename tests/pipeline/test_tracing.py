"""Everything in the sample workspace can be traced by its id, and nothing else."""

import json

import pytest

from lcsynth.errors import CallError
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.pipeline.tracing import chain_of, trace, trace_in, written


@pytest.fixture(scope="module")
def chain(samples):
    return chain_of(synthesise(samples), "nl")


@pytest.mark.parametrize("table", ["contributions", "statements", "themes"])
def test_every_id_of_the_samples_can_be_traced(chain, table):
    frame = getattr(chain, table)
    for name in frame[frame.columns[0]][::9]:
        assert trace_in(chain, name).forward["id"].iloc[0] == name


def test_every_contributor_finds_all_own_remarks_and_no_other(chain):
    for name, own in chain.said_by.items():
        found = trace_in(chain, name.lower()).forward
        assert list(found.loc[found["kind"] == "contribution", "id"]) == list(own)


@pytest.mark.parametrize(
    ("name", "kind", "found", "version"),
    [
        ("2.1", "section", "2.1", "v1"),
        ("§ 2.1", "section", "2.1", "v1"),
        ("v1/2.1:3", "paragraph", "2.1:3", "v1"),
        ("v1 §2.1:3", "paragraph", "2.1:3", "v1"),
        ("t001", "theme", "T001", ""),
    ],
)
def test_a_place_is_known_with_and_without_its_version(chain, name, kind, found, version):
    traced = trace_in(chain, name)
    assert (traced.kind, traced.id, traced.version) == (kind, found, version)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("T0010", "Did you mean 'T010'"),
        ("v1/2.9", "no section 2.9.*Did you mean"),
        ("v7/2.1", "no version 'v7'"),
        ("2.1:99", "no paragraph 2.1:99"),
        ("P-AAAAAAAAAA", "no contributor"),
        ("zomaar iets", "nothing that can be traced"),
        ("", "nothing that can be traced"),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(chain, name, says):
    with pytest.raises(CallError, match=says):
        trace_in(chain, name)


def test_the_three_forms_hold_the_same_ids(samples):
    traced = trace(samples, "v1/2.2", language="en")
    ids = {name for name in traced.backward["id"] if name}
    assert len(ids) > 10
    forms = {form: written(samples, traced, form, language="en") for form in ("text", "json", "html")}
    for text in forms.values():
        assert all(name in text for name in ids)
    assert json.loads(forms["json"])["backward"][0]["kind"] == "section"
    assert "Where it came from" in forms["text"]
    assert '<html lang="en">' in forms["html"]


def test_a_trace_shows_no_other_name_of_a_contributor(samples, chain):
    page = written(samples, trace(samples, "T001"), "html")
    assert not any(name in page for name in chain.said_by)


def test_the_remark_in_the_readme_was_made_in_the_first_session_about_the_first_section(chain):
    found = trace_in(chain, "cee6093c99092").forward
    assert found["session_id"].iloc[0] == "2022-05-17-onderzoekers"
    assert "1.1" in set(found.loc[found["kind"] == "section", "id"])
