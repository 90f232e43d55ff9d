"""The links of the sample sessions: exact ones, similar ones, and what a person has to look at."""

import lcsynth
from lcsynth import schema
from lcsynth.pipeline.material import Material
from lcsynth.pipeline.versions import versions
from lcsynth.pipeline.waiting import KINDS, places_waiting


def test_similar_links_lead_to_one_to_three_paragraphs_and_never_to_a_heading(samples):
    links = lcsynth.synthesise(samples).links
    similar = links[links["how"] == "similar"]
    assert len(similar)
    assert similar["anchor"].str.contains(":").all()
    assert similar.groupby("statement_id").size().max() <= 3
    assert similar["similarity"].between(0.2, 1).all()
    assert links.loc[links["how"] != "similar", "similarity"].isna().all()


def test_a_link_of_a_session_is_the_same_in_the_tables_of_all_sessions(samples):
    whole = lcsynth.synthesise(samples).links
    first = samples.sessions[0]
    own = set(Material.of(samples).prepared(first).statements["statement_id"])
    alone = lcsynth.synthesise(samples, session=first.id).links
    assert whole[whole["statement_id"].isin(own)].reset_index(drop=True).equals(alone)


def test_who_names_a_section_has_no_similar_link_outside_it(samples):
    links = lcsynth.synthesise(samples).links
    said = links[links["how"] == "said"].groupby("statement_id")["section"].agg(set)
    similar = links[(links["how"] == "similar") & links["statement_id"].isin(said.index)]
    assert all(row.section in said[row.statement_id] for row in similar.itertuples())


def test_links_to_an_earlier_version_are_all_carried_or_accounted_for(samples):
    links = lcsynth.synthesise(samples).links
    carried, gone = versions(samples).carried(links, samples.papers()[-1])
    assert set(carried["paper_version"]) == {samples.papers()[-1]}
    assert set(carried["statement_id"]) | set(gone["statement_id"]) == set(links["statement_id"])


def test_what_a_person_has_to_look_at_is_one_table_that_status_tells(own_samples):
    text = own_samples.paper("v1").read_text(encoding="utf-8")
    kept, _, rest = text.partition("### 1.2 Verwante begrippen")
    assert rest
    own_samples.paper("v3").write_text(kept, encoding="utf-8")
    table = schema.validate(lcsynth.synthesise(own_samples).needs_person, "needs_person")
    assert "place gone" in set(table["kind"])
    told = places_waiting(own_samples, "_all")
    assert any("which is gone in v3" in sentence for sentence in told)
    assert set(table["kind"]) - set(KINDS) <= {kind for kind in table["kind"] if kind.startswith("decision ")}
