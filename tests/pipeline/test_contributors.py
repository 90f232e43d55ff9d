"""A participant gets a code, and with it a page on which there is nothing of anybody else."""

import csv
import html
import re
import shutil
import stat

import pytest

import lcsynth
from lcsynth.errors import CallError
from lcsynth.pipeline.contributors import codes, contributor_page, keep_codes, keep_page
from lcsynth.pipeline.synthesis import synthesise
from lcsynth.pipeline.tracing import chain_of
from lcsynth.report.contributor_page import ContributorPage

IDS = re.compile(r"\b(?:[cs][0-9a-f]{12}|P-[A-Z2-7]{10})\b")
SESSION = "2022-05-17-onderzoekers"


@pytest.fixture(scope="module")
def decided(samples, tmp_path_factory):
    """The samples with a second version, decided on by authors who name people and quote them."""
    root = tmp_path_factory.mktemp("decided") / "ws"
    shutil.copytree(samples.root, root)
    workspace = lcsynth.open_workspace(root)
    paper = workspace.paper("v1").read_text(encoding="utf-8")
    changed = paper.replace("Een gedeelde vraag is niet", "Een gedeelde vraag is, zo zeggen velen, niet")
    workspace.paper("v2").write_text(changed, encoding="utf-8")
    made = synthesise(workspace)
    somebody = made.contributions["contributor"].iloc[0]
    anne = lcsynth.curate(workspace, coder="Anne")
    for row in made.decisions.drop_duplicates("theme_id").to_dict("records"):
        said = made.statements.merge(made.assignments, on="statement_id").query(
            "theme_id == @row['theme_id']"
        )
        quoted = said.iloc[0]
        anne.decide(
            row["theme_id"],
            at=row["section"],
            decision="adopted",
            because=f"“{quoted['text']}” ({quoted['statement_id']}, {somebody})",
            in_version="v2",
            version="v1",
        )
    return workspace


@pytest.fixture(scope="module")
def chain(decided):
    return chain_of(synthesise(decided), "nl")


def shown(page):
    return html.unescape(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL))


def test_no_page_of_the_samples_shows_anything_of_another_person(decided, chain):
    statements = chain.statement.values()
    paper = "\n".join(text for paper in chain.papers.values() for text in paper.texts.values())
    for code, own in chain.said_by.items():
        page = ContributorPage(
            chain, code, sessions=decided.sessions, settings=decided.settings, language="nl"
        )
        text = shown(page.html())
        mine = {code, *own, *(name for one in own for name in chain.statements_in.get(one, ()))}
        assert set(IDS.findall(text)) <= mine
        said = "\n".join(chain.contribution[one]["text"] for one in own)
        labels = "\n".join(map(chain.label, chain.theme))
        for row in statements:
            foreign = row["statement_id"] not in mine and len(row["text"].split()) >= 4
            if foreign and row["text"] not in said and row["text"] not in paper and row["text"] not in labels:
                assert row["text"] not in text


def test_every_remark_of_a_person_is_on_the_page_word_for_word(decided, chain):
    for code, own in list(chain.said_by.items())[::4]:
        page = ContributorPage(
            chain, code, sessions=decided.sessions, settings=decided.settings, language="en"
        )
        assert [one.text for one in page.remarks()] == [chain.contribution[one]["text"] for one in own]
        text = shown(page.html())
        assert all(chain.contribution[one]["text"] in text for one in own)


def test_the_page_says_what_was_decided_and_what_changed(decided, chain):
    placed = chain.links[chain.links["section"] == "2.1"].merge(chain.assignments, on="statement_id")
    themes = {
        theme
        for theme, version, anchor in chain.decided
        if chain.decided[theme, version, anchor]["operation"]
    }
    statement = placed[placed["theme_id"].isin(themes)]["statement_id"].iloc[0]
    code = chain.contribution[chain.statement[statement]["contribution_id"]]["contributor"]
    page = shown(contributor_page(decided, code.lower(), language="nl"))
    assert "overgenomen in v2" in page
    assert '<html lang="nl">' in page


def test_codes_are_those_of_the_tables_and_name_who_gave_a_name(samples):
    found = codes(samples, SESSION)
    made = synthesise(samples, session=SESSION)
    assert {code for code, _, _ in found.people} <= set(made.contributions["contributor"])
    assert all(identity for _, _, identity in found.people)
    assert sum(bool(name) for _, name, _ in found.people) > 20
    assert found.anonymous > 0


def test_codes_and_pages_are_kept_for_this_user_only_and_never_among_the_reports(own_samples):
    found = codes(own_samples, SESSION)
    path = keep_codes(own_samples, SESSION, found)
    page = keep_page(own_samples, found.people[0][0], "<p>", language="nl")
    assert {stat.S_IMODE(one.stat().st_mode) for one in (path, page)} == {0o600}
    assert all(one.is_relative_to(own_samples.private()) for one in (path, page))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["code"] for row in rows] == [code for code, _, _ in found.people]
    for keep in (
        lambda where: keep_codes(own_samples, SESSION, found, where),
        lambda where: keep_page(own_samples, "P-A", "<p>", where),
    ):
        with pytest.raises(CallError, match="reports are for everybody"):
            keep(own_samples.reports("codes.csv"))
    assert not own_samples.reports("codes.csv").exists()


def test_a_name_that_is_a_formula_is_none_in_a_spreadsheet(own_samples):
    from lcsynth.pipeline.contributors import Codes

    path = keep_codes(own_samples, SESSION, Codes((("P-A", "=1+1", "-2@x"),), 0))
    assert path.read_text(encoding="utf-8").splitlines()[1] == "P-A,'=1+1,'-2@x"


def test_an_unknown_code_is_refused_without_naming_another(samples):
    with pytest.raises(CallError) as told:
        contributor_page(samples, "P-AAAAAAAAAA")
    assert IDS.findall(str(told.value)) == ["P-AAAAAAAAAA"]
