"""The rules of behaviour, each on the sample sessions or on real data."""

import csv
import random
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

import lcsynth
from lcsynth.pipeline.synthesis import TABLES
from lcsynth.register import read_log
from lcsynth.workspace import open_workspace

FIRST, SECOND, THIRD = "2022-05-17-onderzoekers", "2022-06-21-praktijk", "2022-09-20-beleid"


def tables(found):
    return {name: getattr(found, name) for name in TABLES}


def assert_same(one, other, *, but=()):
    for name in TABLES:
        columns = [column for column in one[name].columns if column not in but]
        pd.testing.assert_frame_equal(one[name][columns], other[name][columns], check_exact=True, obj=name)


def forget(workspace):
    """Delete everything generated."""
    shutil.rmtree(workspace.interim())
    shutil.rmtree(workspace.processed())


def shuffle_csv(path, delimiter):
    with path.open(encoding="utf-8-sig", newline="") as file:
        heading, *rows = csv.reader(file, delimiter=delimiter)
    random.Random(7).shuffle(rows)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([heading, *rows])


def test_the_same_input_gives_the_same_tables_on_a_second_machine(samples, copy_samples, tmp_path):
    """Rule 1. Only the pseudonyms hang on a key, which is secret and of one workspace."""
    other = copy_samples(tmp_path / "other")
    (other.data / "private").mkdir()
    shutil.copy(samples.key, other.key)
    assert_same(tables(lcsynth.synthesise(samples)), tables(lcsynth.synthesise(other)))


@pytest.mark.slow
def test_the_secret_behind_the_pseudonyms_decides_nothing_else(copy_samples, tmp_path):
    """Rule 1: with another key every contributor has another name, and nothing else is different."""
    found = []
    for key in ("11" * 32, "22" * 32):
        workspace = copy_samples(tmp_path / key)
        # The same remarks in two sessions: which of two equal texts comes first may not hang on a pseudonym.
        shutil.copy(
            workspace.raw(SECOND) / "feedback_praktijk.csv", workspace.raw(THIRD) / "feedback_praktijk.csv"
        )
        (workspace.data / "private").mkdir()
        workspace.key.write_text(key + "\n")
        found.append(tables(lcsynth.synthesise(workspace)))
    one, other = found
    names = zip(one["contributions"]["contributor"], other["contributions"]["contributor"], strict=True)
    renamed = set(names)
    assert len(renamed) == one["contributions"]["contributor"].nunique()
    assert_same(one, other, but=("contributor",))


def test_the_order_of_rows_changes_nothing(samples, copy_samples, tmp_path):
    """Rule 1. The rows of these sources have ids of their own, so that even the locators are equal."""
    other = copy_samples(tmp_path / "other")
    (other.data / "private").mkdir()
    shutil.copy(samples.key, other.key)
    shuffle_csv(other.raw(SECOND) / "feedback_praktijk.csv", ";")
    shuffle_csv(other.raw(THIRD) / "opmerkingen_beleid.csv", ",")
    assert_same(tables(lcsynth.synthesise(samples)), tables(lcsynth.synthesise(other)))


def test_a_second_synthesis_adds_nothing_to_the_log(own_samples):
    before = own_samples.log.read_bytes()
    forget(own_samples)
    lcsynth.synthesise(own_samples)
    assert own_samples.log.read_bytes() == before


def test_deleting_everything_generated_loses_nothing(own_samples):
    """Rule 2: the replay of the log is the register."""
    before = tables(lcsynth.synthesise(own_samples))
    forget(own_samples)
    assert_same(before, tables(lcsynth.synthesise(open_workspace(own_samples.root))))


def test_a_session_that_is_added_gives_the_tables_of_a_run_from_nothing(copy_samples, tmp_path):
    """Rule 1: what was kept of earlier sessions makes a run shorter, and changes nothing."""
    whole, grown = copy_samples(tmp_path / "whole"), copy_samples(tmp_path / "grown")
    shutil.move(grown.raw(SECOND), tmp_path / "later")
    lcsynth.synthesise(grown, FIRST)
    shutil.move(tmp_path / "later", grown.raw(SECOND))
    shutil.copytree(grown.key.parent, whole.key.parent)
    found = [lcsynth.synthesise(open_workspace(one.root), SECOND) for one in (grown, whole)]
    assert_same(*map(tables, found))


def test_a_later_session_leaves_the_themes_of_earlier_ones_alone(copy_samples, tmp_path):
    """Rule 2."""
    workspace = copy_samples(tmp_path)
    first = lcsynth.synthesise(workspace, FIRST)
    lcsynth.synthesise(workspace)
    again = lcsynth.synthesise(workspace, FIRST)
    assert_same(tables(first), tables(again))


def test_what_people_changed_survives_a_run_from_nothing(own_samples):
    """Rule 3."""
    found = lcsynth.synthesise(own_samples).themes
    kept, gone = found["theme_id"].iloc[:2]
    lcsynth.rename_theme(own_samples, kept, nl="Een eigen naam", coder="Anna")
    lcsynth.merge_themes(own_samples, [gone], into=kept, coder="Anna")
    forget(own_samples)
    themes = lcsynth.synthesise(own_samples).themes.set_index("theme_id")
    assert themes.loc[kept, "label_nl"] == "Een eigen naam"
    assert themes.loc[kept, "label_en"] == found.set_index("theme_id").loc[kept, "label_en"]
    assert themes.loc[gone, ["status", "parent", "statements"]].tolist() == ["merged", kept, 0]
    both = found.set_index("theme_id").loc[[kept, gone], "statements"].sum()
    assert themes.loc[kept, "statements"] == both


@pytest.mark.parametrize("session", [FIRST, SECOND, THIRD, None])
def test_every_entry_is_accounted_for(samples, session):
    """Rule 4."""
    found = lcsynth.synthesise(samples, session)
    ledger = found.ledger
    parts = ledger[["contributions", "duplicates", "quarantined", "empty"]].sum(axis=1)
    assert parts.tolist() == ledger["read"].tolist()
    assert ledger["contributions"].sum() == len(found.contributions)
    assert ledger["quarantined"].sum() == len(found.quarantine)


def test_every_statement_is_literally_in_its_contribution_and_in_one_theme_or_none(samples):
    """Rules 4 and 5."""
    found = lcsynth.synthesise(samples)
    said = found.statements.merge(found.contributions, on="contribution_id", suffixes=("", "_whole"))
    assert len(said) == len(found.statements)
    assert all(row.text_whole[row.start : row.end] == row.text for row in said.itertuples())
    main = found.assignments[found.assignments["rank"] == 1]
    assert main["statement_id"].tolist() == found.statements["statement_id"].tolist()


@pytest.mark.slow
def test_no_personal_data_is_in_anything_generated(reported):
    """Rule 6: looked for in every byte that was made, tables and reports."""
    workspace = reported
    private = personal_data(workspace)
    assert len(private) > 50
    made = [
        *workspace.interim().rglob("*"),
        *workspace.processed().rglob("*"),
        *workspace.reports().rglob("*"),
    ]
    found = {
        (word, path.name)
        for path in made
        if path.is_file()
        for text in [as_text(path).casefold()]
        for word in private
        if word.casefold() in text and re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text)
    }
    assert found == set()


def personal_data(workspace):
    """The names and addresses that the sources give for their contributors."""
    import python_calamine

    words = set()
    for path in workspace.raw(FIRST).iterdir():
        heading, *rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        words |= {str(row[heading.index(name)]) for row in rows for name in ("E-mail", "Naam")}
    with (workspace.raw(SECOND) / "feedback_praktijk.csv").open(encoding="utf-8-sig", newline="") as file:
        words |= {row[name] for row in csv.DictReader(file, delimiter=";") for name in ("E-mail", "Naam")}
    with (workspace.raw(THIRD) / "opmerkingen_beleid.csv").open(encoding="utf-8-sig", newline="") as file:
        words |= {row["deelnemer"] for row in csv.DictReader(file)}
    return {word.strip() for word in words if len(word.strip()) > 5 and word.strip() != "anonymous"}


def as_text(path):
    if path.suffix == ".parquet":
        return pd.read_parquet(path).to_csv()
    return path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.slow
def test_a_run_that_is_killed_leaves_a_workspace_that_the_next_run_completes(
    copy_samples, tmp_path, monkeypatch
):
    """Rule 9: killed before each file that is written, one after the other."""
    from lcsynth.workspace import files

    whole = copy_samples(tmp_path / "whole")
    (whole.data / "private").mkdir()
    whole.key.write_text("ab" * 32 + "\n")
    expected = tables(lcsynth.synthesise(whole, FIRST))
    workspace = copy_samples(tmp_path / "killed")
    (workspace.data / "private").mkdir()
    workspace.key.write_text("ab" * 32 + "\n")
    write = files.write_atomically
    for allowed in range(1, 40):
        written = 0

        def killed(path, writer, allowed=allowed):
            nonlocal written
            written += 1
            if written > allowed:
                raise KeyboardInterrupt
            write(path, writer)

        monkeypatch.setattr(files, "write_atomically", killed)
        try:
            found = lcsynth.synthesise(open_workspace(workspace.root), FIRST)
        except KeyboardInterrupt:
            continue
        break
    assert allowed > 3
    assert_same(expected, tables(found))


@pytest.mark.slow
def test_a_report_that_something_changed_under_is_made_again(own_samples, monkeypatch):
    """A theme is renamed while the reports are being made: the next run brings it in."""
    from lcsynth import report

    run_notebook, renamed = report.run_notebook, []

    def meanwhile(*arguments, **options):
        page = run_notebook(*arguments, **options)
        if not renamed:
            renamed.append(lcsynth.rename_theme(own_samples, "T001", nl="Onderweg hernoemd", coder="Anna"))
        return page

    monkeypatch.setattr(report, "run_notebook", meanwhile, raising=False)
    (done,) = lcsynth.run(own_samples, [FIRST], languages=["nl"])
    assert "Onderweg hernoemd" not in done.reports[0].read_text(encoding="utf-8")
    (again,) = lcsynth.run(own_samples, [FIRST], languages=["nl"])
    assert not again.fresh
    assert "Onderweg hernoemd" in again.reports[0].read_text(encoding="utf-8")
    assert lcsynth.run(own_samples, [FIRST], languages=["nl"])[0].fresh


@pytest.mark.slow
def test_what_was_made_from_sources_that_were_taken_back_is_removed(workspace, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("id,opmerking\n1,Er is te weinig tijd in het rooster.\n", encoding="utf-8")
    lcsynth.add(workspace, [path], "s1")
    lcsynth.add(workspace, [path], "s2")
    lcsynth.run(workspace, languages=["nl"])
    (workspace.raw("s1") / "a.csv").unlink()
    lcsynth.run(workspace, languages=["nl"])
    assert not workspace.processed("s1").exists()
    assert not workspace.reports("s1").exists()
    assert pd.read_parquet(workspace.interim("s1", "contributions.parquet")).empty
    assert set(lcsynth.synthesise(workspace).statements["session_id"]) == {"s2"}
    (workspace.raw("s2") / "a.csv").unlink()
    assert lcsynth.run(workspace, languages=["nl"]) == []
    assert [path for path in workspace.reports().rglob("*.html") if path.name != "index.html"] == []


def test_the_model_of_a_session_names_its_topics_after_the_themes(samples):
    found = lcsynth.synthesise(samples, FIRST)
    themes = set(found.assignments["theme_id"]) - {""}
    topics = found.model.get_topic_info()
    assert {name.split()[0] for name in topics.loc[topics["Topic"] >= 0, "CustomName"]} == themes


def test_a_session_without_a_paper_does_not_borrow_one(workspace, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("id,opmerking\n1,Er is te weinig tijd in het rooster.\n", encoding="utf-8")
    lcsynth.add(workspace, [path], "2022-01-01-een", changes={"paper_version": "v1"})
    lcsynth.add(workspace, [path], "2022-02-02-twee")
    named = workspace.data / "sessions.yaml"
    whole, _, after = named.read_text(encoding="utf-8").rpartition("paper_version: v1")
    named.write_text(f"{whole.rstrip()}{after}", encoding="utf-8")
    workspace = lcsynth.open_workspace(workspace.root)
    assert lcsynth.synthesise(workspace, "2022-01-01-een").paper.version == "v1"
    assert lcsynth.synthesise(workspace, "2022-02-02-twee").paper is None


def reported_in_dutch(workspace, tmp_path, rows):
    """Run a session of (respondent, remark) rows and give the words of its report and of the document's."""
    path = tmp_path / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["respondent", "opmerking"], *rows])
    options = {"text_columns": ["opmerking"], "contributor_column": "respondent"}
    lcsynth.add(workspace, [path], "s1", options=options)
    done = lcsynth.run(workspace, languages=["nl"])
    pages = [one.reports[0].read_text(encoding="utf-8") for one in done]
    return [
        " ".join(re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split())
        for page in pages
    ]


def test_what_many_people_said_in_the_same_words_is_not_called_one_persons_view(workspace, tmp_path):
    session, _ = reported_in_dutch(
        workspace, tmp_path, [(f"R{n}", "Meer tijd in het rooster") for n in range(10)]
    )
    assert "door 10 mensen letterlijk zo gezegd" in session
    assert "leek te weinig op andere" not in session


def test_a_session_of_two_people_is_listed_without_counts(workspace, tmp_path):
    """Rule 6: a count could point at one of them."""
    rows = [(f"R{n % 2}", f"Opmerking {n} over het rooster en de tijd van docent {n}.") for n in range(30)]
    session, _ = reported_in_dutch(workspace, tmp_path, rows)
    assert "Er deden minder dan 5 mensen mee" in session
    assert "van de 2 mensen" not in session


def test_the_log_grows_only_at_its_end(own_samples):
    before = own_samples.log.read_bytes()
    theme = lcsynth.synthesise(own_samples).themes["theme_id"].iloc[0]
    done = lcsynth.rename_theme(own_samples, theme, en="Another name", coder="Bo", note="clearer")
    assert own_samples.log.read_bytes().startswith(before)
    assert read_log(own_samples.log)[0][-1] == done


def test_the_shipped_log_knows_every_sample_statement_so_that_the_demo_leaves_a_clean_tree(
    copy_samples, tmp_path
):
    workspace = copy_samples(tmp_path)
    shipped = Path(__file__).parents[2] / "data" / "register" / "log.jsonl"
    workspace.log.parent.mkdir()
    shutil.copy(shipped, workspace.log)
    themes = lcsynth.synthesise(workspace).themes
    assert workspace.log.read_bytes() == shipped.read_bytes()
    assert lcsynth.check(workspace) == []
    assert len(themes) > 5
