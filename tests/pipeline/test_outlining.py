"""The outline, the heat map, the margin and the matrix count the themes at a place by one rule."""

import lcsynth
from lcsynth.document import grounds
from lcsynth.pipeline.outlining import outline
from lcsynth.report import DocumentPage


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
