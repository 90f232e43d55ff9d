"""Summaries by an endpoint, in whole runs: off unless named, checked, kept, and never a reason to fail."""

import json
import shutil
import socket
import sys

import pytest

import lcsynth
from lcsynth import schema
from lcsynth.cli import main
from lcsynth.errors import DataError
from lcsynth.pipeline.asking import Asking
from lcsynth.pipeline.checking import check
from lcsynth.pipeline.material import Material
from lcsynth.pipeline.running import run
from lcsynth.pipeline.standing import endpoint_problems, status
from lcsynth.pipeline.synthesis import TABLES, synthesise_with
from lcsynth.report import SessionPage
from lcsynth.workspace import open_workspace
from lcsynth.workspace.files import write_table

FIRST = "2022-05-17-onderzoekers"


@pytest.fixture
def asked(stub, switch_on, workspace, samples):
    """Ask the stub about the themes of the first session; gives the table and the account."""
    found = lcsynth.synthesise(samples, FIRST)
    tables = {name: getattr(found, name) for name in TABLES}

    def about_themes(url=stub.url, **endpoint):
        opened = switch_on(workspace, url, **endpoint)
        return Asking(opened, opened.settings.endpoint).summaries(FIRST, tables)

    about_themes.tables = tables
    return about_themes


def themes_of(tables):
    return sorted(set(tables["assignments"]["theme_id"]) - {""})


def everything(workspace):
    """The bytes of every file of a workspace."""
    return {
        path.relative_to(workspace.root).as_posix(): path.read_bytes()
        for path in workspace.root.rglob("*")
        if path.is_file()
    }


def test_without_an_endpoint_nothing_is_imported_or_sent(own_samples, monkeypatch):
    reached = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: reached.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **_: reached.append(address))
    monkeypatch.setattr(socket, "create_connection", lambda address, **_: reached.append(address))
    for name in ("asking", "endpoint"):  # None makes an import fail
        monkeypatch.setitem(sys.modules, f"lcsynth.pipeline.{name}", None)
    shutil.rmtree(own_samples.processed())
    found = lcsynth.synthesise(own_samples, FIRST)
    assert found.summaries.empty
    assert list(found.summaries.columns) == schema.columns("summaries")
    assert found.passport["network"] == "off"
    assert "endpoint" not in found.passport
    assert reached == []


def test_each_theme_gets_a_summary_in_each_language_with_ids_of_its_own_statements(asked, stub):
    table, account = asked()
    schema.validate(table, "summaries")
    themes = themes_of(asked.tables)
    groups = table.groupby(["theme_id", "language"])
    assert sorted(groups.groups) == [(theme, language) for theme in themes for language in ("en", "nl")]
    assert groups["sentence"].apply(list).map(tuple).unique().tolist() == [(1, 2)]
    assert set(table["label"]) == {"Tijd voor elkaar"}
    assert set(table["model"]) == {"proefmodel"}
    of = asked.tables["assignments"].query("rank == 1").set_index("statement_id")["theme_id"]
    for row in table.itertuples():
        assert {of[name] for name in row.statement_ids.split()} == {row.theme_id}
    assert account == {
        "host": "127.0.0.1",
        "model": "proefmodel",
        "themes": len(themes),
        "summarised": len(themes),
        "questions": 2 * len(themes),
        "unanswered": 0,
        "unusable": 0,
        "dropped": 0,
        "reason": "",
    }
    assert len(stub.requests) == 2 * len(themes)


def test_nothing_is_sent_but_masked_texts_their_ids_and_keywords(asked, stub):
    asked()
    contributions = asked.tables["contributions"]
    secrets = {*contributions["contributor"], *contributions["contribution_id"], *contributions["source"]}
    sent = json.dumps(stub.requests, ensure_ascii=False)
    assert [one for one in secrets if one in sent] == []


def test_a_sentence_that_names_what_was_not_sent_is_left_out_and_counted(asked, stub):
    def made_up(request):
        answer = json.loads(stub_good(request))
        answer["sentences"][0]["statements"] = ["s000000000000"]
        answer["sentences"].append({"text": "Zonder bron.", "statements": []})
        return json.dumps(answer)

    stub_good, stub.says = stub.says, made_up
    table, account = asked()
    assert set(table["text"]) == {"Zij zoeken elkaar wel op."}
    assert set(table["sentence"]) == {1}
    assert account["dropped"] == 2 * account["questions"]


def test_when_no_sentence_is_left_there_is_no_summary(asked, stub):
    stub.says = lambda _: '{"label": "Naam", "sentences": [{"text": "Verzonnen.", "statements": ["s1"]}]}'
    table, account = asked()
    assert table.empty
    assert (account["summarised"], account["dropped"]) == (0, account["questions"])


def test_what_is_not_json_is_asked_for_once_more_and_then_counted(asked, stub):
    stub.says = lambda _: "Ik begrijp de vraag niet."
    table, account = asked()
    assert table.empty
    assert account["unusable"] == account["questions"]
    assert len(stub.requests) == 2 * account["questions"]
    first, second = stub.requests[:2]
    assert second["messages"][:2] == first["messages"]
    assert "not the JSON object" in second["messages"][2]["content"]


def test_a_second_answer_that_is_json_counts(asked, stub):
    stub_good = stub.says
    stub.says = lambda request: stub_good(request) if len(request["messages"]) > 2 else "Hm."
    _, account = asked()
    assert (account["unusable"], account["summarised"]) == (0, account["themes"])


def test_an_endpoint_that_fails_twice_in_a_row_is_not_asked_again_in_the_same_run(asked, stub):
    stub.status = 500
    table, account = asked()
    assert table.empty
    assert len(stub.requests) == 2
    assert account["unanswered"] == account["questions"]
    assert account["reason"] == "it answered with HTTP status 500"


def test_one_failure_leaves_the_other_themes_their_summaries(asked, stub):
    stub_good = stub.says

    def fails_once(request):
        stub.status = 503 if len(stub.requests) == 1 else 200
        return stub_good(request)

    stub.says = fails_once
    _, account = asked()
    assert account["unanswered"] == 1
    assert account["summarised"] == account["themes"]


def test_nothing_is_asked_twice_and_a_changed_model_is_asked_again(asked, stub):
    table, account = asked()
    again, account_again = asked()
    assert len(stub.requests) == account["questions"]
    assert again.equals(table)
    assert account_again == account
    asked(model="ander")
    assert len(stub.requests) == 2 * account["questions"]
    assert {one["model"] for one in stub.requests} == {"proefmodel", "ander"}


def test_an_answer_to_a_text_that_changed_since_is_not_kept(asked, workspace):
    asked()
    path = workspace.interim(FIRST, "summaries.json")
    before = json.loads(path.read_text(encoding="utf-8"))
    texts = asked.tables["statements"]["text"]
    asked.tables["statements"] = asked.tables["statements"].assign(text=texts + " [persoon 1]")
    asked()
    after = json.loads(path.read_text(encoding="utf-8"))
    assert len(after) == len(before)
    assert not set(after) & set(before)


def test_an_answer_that_is_kept_is_checked_again_when_it_is_read(asked, stub, workspace):
    asked()
    path = workspace.interim(FIRST, "summaries.json")
    kept = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(dict.fromkeys(kept, "bedorven")), encoding="utf-8")
    count = len(stub.requests)
    table, _ = asked()
    assert len(stub.requests) == 2 * count
    assert len(table) == 2 * count


def test_what_people_hid_or_excluded_from_quotes_is_not_sent(asked, stub):
    table, _ = asked()
    hidden, excluded = table["statement_ids"].str.split().explode().unique()[:2]
    quote = (
        asked.tables["assignments"]["statement_id"].map({hidden: "hidden", excluded: "excluded"}).fillna("")
    )
    asked.tables["assignments"] = asked.tables["assignments"].assign(quote=quote)
    stub.requests.clear()
    again, _ = asked()
    sent = json.dumps(stub.requests)
    assert stub.requests
    assert hidden not in sent
    assert excluded not in sent
    assert not again["statement_ids"].str.contains(f"{hidden}|{excluded}").any()


def test_so_few_people_that_they_are_only_listed_are_not_sent(asked, stub):
    asked.tables["contributions"] = asked.tables["contributions"].assign(contributor="P1")
    table, account = asked()
    assert (len(table), account["questions"], stub.requests) == (0, 0, [])


def test_a_variable_without_a_key_is_a_plain_error_and_a_key_is_sent(asked, stub, monkeypatch):
    monkeypatch.delenv("PROEF_SLEUTEL", raising=False)
    with pytest.raises(DataError, match="PROEF_SLEUTEL is not set"):
        asked(key_variable="PROEF_SLEUTEL")
    assert stub.requests == []
    monkeypatch.setenv("PROEF_SLEUTEL", "geheim-123")
    asked(key_variable="PROEF_SLEUTEL")
    assert {one["Authorization"] for one in stub.headers} == {"Bearer geheim-123"}


@pytest.mark.slow
def test_a_report_marks_what_the_endpoint_wrote_and_the_key_is_in_no_file(
    own_samples, stub, switch_on, monkeypatch
):
    monkeypatch.setenv("PROEF_SLEUTEL", "geheim-123")
    stub_good = stub.says
    stub.says = lambda request: stub_good(request).replace("Mensen", "<img src=x onerror=alert(1)> Mensen")
    log = own_samples.log.read_bytes()
    opened = switch_on(own_samples, stub.url, key_variable="PROEF_SLEUTEL")
    found = lcsynth.synthesise(opened, FIRST)
    page = SessionPage(found, "nl")
    cards = page.themes().markup
    assert "Samenvatting door een taalmodel (proefmodel), niet door mensen geschreven" in cards
    assert "&lt;img src=x onerror=alert(1)&gt; Mensen missen tijd." in cards
    assert "<img src=x" not in cards
    assert "Aan een taalmodel (proefmodel) op deze computer (127.0.0.1) is gevraagd" in page.method().text
    assert "er is niets verstuurd" not in page.method().text
    assert found.passport["network"] == "masked statements sent to 127.0.0.1"
    assert (found.passport["endpoint"]["host"], found.passport["endpoint"]["model"]) == (
        "127.0.0.1",
        "proefmodel",
    )
    assert "geheim-123" not in json.dumps(found.passport)
    assert opened.log.read_bytes() == log
    assert [name for name, content in everything(opened).items() if b"geheim-123" in content] == []
    assert check(opened) == []
    assert stub.url in status(opened).endpoint
    sent = len(stub.requests)
    shutil.rmtree(opened.processed(FIRST))
    assert lcsynth.synthesise(open_workspace(opened.root), FIRST).summaries.equals(found.summaries)
    assert len(stub.requests) == sent


def test_without_an_answer_the_tables_are_made_and_only_a_run_asks_again(own_samples, stub, switch_on):
    stub.status = 500
    opened = switch_on(own_samples, stub.url)
    found = lcsynth.synthesise(opened, FIRST)
    assert found.summaries.empty
    method = SessionPage(found, "nl").method().text
    assert "gaf het taalmodel (proefmodel) op deze computer (127.0.0.1) geen antwoord" in method
    (problem,) = endpoint_problems(opened, [FIRST])
    assert "gave no answer to" in problem
    assert "(it answered with HTTP status 500)" in problem
    assert problem in status(opened).waiting
    # A notebook that is opened meanwhile does not wait for an endpoint that is down.
    stub.status, sent = 200, len(stub.requests)
    lcsynth.synthesise(opened, FIRST)
    assert len(stub.requests) == sent
    again = synthesise_with(Material.of(opened), FIRST, Asking(opened, opened.settings.endpoint))
    assert again.passport["endpoint"]["unanswered"] == 0
    assert endpoint_problems(opened, [FIRST]) == []


@pytest.mark.slow
def test_a_run_goes_on_when_the_endpoint_is_down_and_the_next_one_brings_the_summaries_in(
    own_samples, stub, switch_on, capsys
):
    stub.status = 500
    opened = switch_on(own_samples, stub.url)
    with pytest.raises(SystemExit) as done:
        main(["run", FIRST, "--workspace", str(opened.root)])
    assert done.value.code == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "proefmodel" in line]
    assert len(told) == 1
    assert "gave no answer to" in told[0]
    for language in ("nl", "en"):
        report = opened.report(FIRST, language).read_text(encoding="utf-8")
        assert "lc-machine" not in report.split("</style>")[-1]
    stub.status = 200
    (in_dutch,) = run(open_workspace(opened.root), [FIRST], languages=["nl"])
    assert not in_dutch.fresh
    assert "Samenvatting door een taalmodel" in in_dutch.reports[0].read_text(encoding="utf-8")
    (in_both,) = run(open_workspace(opened.root), [FIRST], languages=["nl", "en"])
    assert not in_both.fresh
    assert "Summary by a language model" in in_both.reports[1].read_text(encoding="utf-8")
    sent = len(stub.requests)
    assert run(open_workspace(opened.root), [FIRST], languages=["nl", "en"])[0].fresh
    assert len(stub.requests) == sent


def test_suggested_labels_are_listed_beside_those_of_the_themes(own_samples, stub, switch_on, capsys):
    opened = switch_on(own_samples, stub.url)
    before = lcsynth.synthesise(own_samples).themes["label_nl"].tolist()
    with pytest.raises(SystemExit):
        main(["themes", "list", "--workspace", str(opened.root)])
    out = capsys.readouterr().out
    assert "suggested by proefmodel, --nl: Tijd voor elkaar" in out
    assert [label for label in before if label not in out] == []
    with pytest.raises(SystemExit):
        main(["status", "--workspace", str(opened.root)])
    assert f"An endpoint is on: masked statements are sent to {stub.url}" in capsys.readouterr().out


def test_what_an_endpoint_wrote_goes_when_it_is_switched_off(own_samples, stub, switch_on):
    before = (own_samples.data / "workspace.yaml").read_text(encoding="utf-8")
    opened = switch_on(own_samples, stub.url)
    assert not lcsynth.synthesise(opened, FIRST).summaries.empty
    (opened.data / "workspace.yaml").write_text(before, encoding="utf-8")
    opened = open_workspace(opened.root)
    assert lcsynth.synthesise(opened, FIRST).summaries.empty
    assert not opened.interim(FIRST, "summaries.json").exists()


def test_the_check_of_a_workspace_finds_a_sentence_that_rests_on_another_theme(own_samples, stub, switch_on):
    opened = switch_on(own_samples, stub.url)
    table = lcsynth.synthesise(opened, FIRST).summaries
    themes = table["theme_id"].unique()
    swapped = table.assign(theme_id=table["theme_id"].map(dict(zip(themes, themes[::-1], strict=True))))
    write_table(swapped, opened.processed(FIRST, "summaries.parquet"))
    assert any("does not rest on statements of its theme" in problem for problem in check(opened))
