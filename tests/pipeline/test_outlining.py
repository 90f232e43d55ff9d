"""The outline, the heat map, the margin and the matrix count the themes at a place by one rule."""

import lcsynth
from lcsynth.document import grounds
from lcsynth.pipeline.outlining import outline
from lcsynth.pipeline.replying import matrix_page
from lcsynth.report import DocumentPage
from lcsynth.report.draft import Draft
from lcsynth.report.languages import catalogue
from lcsynth.report.spoken import people


def test_a_theme_is_at_the_same_sections_in_the_heat_map_the_margin_and_the_outline(samples):
    made = lcsynth.synthesise(samples)
    page = DocumentPage(made, "nl")
    kept = grounds(made.links, made.assignments, made.statements, made.contributions)
    assert len(kept) < len(made.links)  # else the rule leaves nothing out, and nothing is tested
    drawn = set(zip(page.by_section["theme_id"], page.by_section["section"], strict=True))
    asked = page.beside[(page.beside["statements"] > 0) & (page.beside["new_section"] != "")]
    assert drawn == set(zip(asked["theme_id"], asked["new_section"], strict=True))
    places = outline(samples, page.shown_paper.version).places
    sections = places[places["level"] == "section"].set_index("section")["themes"]
    told = asked.groupby("new_section")["theme_id"].nunique().reindex(sections.index, fill_value=0)
    assert sections.tolist() == told.tolist()


def test_small_numbers_are_told_alike_in_the_draft_the_margin_and_the_matrix(samples):
    made = lcsynth.synthesise(samples)
    replies = {one.key: one for one in matrix_page(samples, "nl").replies}
    margin, draft = DocumentPage(made, "nl"), Draft(made, made.versions.papers["v1"], "nl")
    words = catalogue("nl")
    told = {}
    for anchor, notes in draft.notes().items():
        for lines in (one.lines for one in notes):
            theme = lines[0].split()[0]
            section = anchor.partition(":")[0]
            told[theme, "v1", section, anchor if anchor != section else ""] = "\n".join(lines)
    assert any(0 < one.people < 5 for one in replies.values())  # else nothing small is tested
    for key, reply in replies.items():
        if key[1] != "v1" or not reply.statements:
            continue
        assert margin.spoke_at.get(key, "") == reply.said_by
        assert f"Op deze plaats: {people(words, reply.people, reply.said_by)}." in told[key]
        assert reply.people >= 5 or not reply.said_by
    places = outline(samples, "v1").places
    assert (places.loc[places["statements"] > 0, "people"] > 0).all()
