"""The notebooks in a really started JupyterLab: run by hand, curated by clicking, shared by two people."""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lcsynth.workspace import open_workspace

ROOT = Path(__file__).parents[2]
SESSION = "2022-05-17-onderzoekers"
PATIENCE = 120_000  # milliseconds: a kernel on a busy machine takes its time

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def workspace(samples, tmp_path_factory):
    shutil.copytree(samples.root, folder := tmp_path_factory.mktemp("lab") / "workspace")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    return open_workspace(folder)


def command(name, workspace, *arguments):
    return [sys.executable, "-m", "lcsynth", name, *arguments, "--workspace", str(workspace.root)]


@pytest.fixture(scope="module")
def address(workspace):
    """Start `lcsynth lab`; gives the address of a notebook by name, with no other notebook open."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    lab = subprocess.Popen(
        command("lab", workspace, "--port", port, "--no-browser"),
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        told = lab.stdout.readline()
        base, token = re.search(r"(http://\S+?)/lab/tree/\S+\?token=(\S+)", told).groups()
        threading.Thread(target=lab.stdout.read, daemon=True).start()  # else a full pipe would stop it
        wait_for_port(int(port), lab)
        yield lambda name: f"{base}/lab/tree/notebooks/{name}.ipynb?reset&token={token}"
    finally:
        lab.terminate()
        try:
            lab.wait(timeout=30)
        except subprocess.TimeoutExpired:
            lab.kill()
            lab.wait()
        lab.stdout.close()


def wait_for_port(port, lab):
    until = time.monotonic() + PATIENCE / 1000
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            assert lab.poll() is None
            assert time.monotonic() < until
            time.sleep(0.3)
        else:
            return


@pytest.fixture
def open_notebook(browser, address):
    """Open a notebook as another person each time: with cookies of their own."""
    contexts = []

    def opened(name):
        context = browser.new_context(viewport={"width": 1400, "height": 1000})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.goto(address(name), timeout=PATIENCE)
        page.wait_for_selector(".jp-NotebookPanel .jp-Notebook .jp-CodeCell")
        page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]")
        return page

    yield opened
    for context in contexts:
        context.close()


def run_all(page):
    page.locator(".lm-MenuBar-item", has_text=re.compile("^Run$")).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()


def errors(page):
    """What the cells of a notebook complained about."""
    return page.locator(".jp-OutputArea-output [data-mime-type$='stderr']").all_text_contents()


def choose(page, label, start):
    """Choose from a list the line that begins so; the widgets keep spaces from breaking."""
    choice = page.get_by_label(label, exact=True).first  # the panel below has a list of themes too
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in choice.locator("option").all_text_contents()]
    choice.select_option(index=next(place for place, line in enumerate(lines) if line.startswith(start)))


def saved_code(path):
    """The code cells of a notebook as the server saves them by itself, once the last has its output."""
    until = time.monotonic() + PATIENCE / 1000
    while True:
        # The server writes the file in place: one may find half of it.
        with contextlib.suppress(json.JSONDecodeError):
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            code = [cell for cell in cells if cell["cell_type"] == "code"]
            if code[-1]["outputs"] or any(
                out["output_type"] == "error" for cell in code for out in cell["outputs"]
            ):
                return code
        assert time.monotonic() < until
        time.sleep(1)


def log(workspace):
    return [json.loads(line) for line in workspace.log.read_text(encoding="utf-8").splitlines()]


def test_themes_are_renamed_and_merged_by_clicking_and_the_report_shows_it(open_notebook, workspace):
    page = open_notebook("curate")
    run_all(page)
    page.get_by_role("button", name="Hernoem").wait_for()
    before = log(workspace)

    page.get_by_label("Naam in het Nederlands").fill("Ruimte in het rooster")
    page.get_by_role("button", name="Hernoem").click()
    page.get_by_role("status").filter(has_text="Ruimte in het rooster").first.wait_for()
    choose(page, "Thema", "T002 ")
    page.get_by_role("status").filter(has_text="Bijgewerkt").first.wait_for()
    choose(page, "Samenvoegen met", "T001 Ruimte in het rooster")
    page.get_by_role("button", name="Voeg samen").click()
    page.get_by_role("status").filter(has_text="samengevoegd").first.wait_for()

    renamed, merged = log(workspace)[len(before) :]
    assert (renamed["operation"], renamed["arguments"]["label_nl"]) == ("rename", "Ruimte in het rooster")
    assert (merged["operation"], merged["arguments"]["themes"]) == ("merge", ["T002"])
    assert errors(page) == []
    done = subprocess.run(
        command("run", workspace, SESSION, "--language", "nl"), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    report = workspace.reports(SESSION, "report.nl.html").read_text(encoding="utf-8")
    assert "Ruimte in het rooster" in report


def test_two_people_who_curate_see_what_the_other_did_when_they_refresh(open_notebook, workspace):
    notebooks = workspace.root / "notebooks"
    shutil.copy(ROOT / "notebooks" / "curate.ipynb", notebooks / "curate-bo.ipynb")
    anne, bo = open_notebook("curate"), open_notebook("curate-bo")
    for page, name in ((anne, "Anne"), (bo, "Bo")):
        run_all(page)
        page.get_by_role("button", name="Hernoem").wait_for()
        page.get_by_label("Naam in het logboek").first.fill(name)
    anne.get_by_label("Naam in het Nederlands").fill("Uren voor begeleiding")
    anne.get_by_role("button", name="Hernoem").click()
    anne.get_by_role("status").filter(has_text="Uren voor begeleiding").first.wait_for()

    bo.get_by_role("button", name="Ververs").first.click()
    bo.get_by_role("status").filter(has_text="Bijgewerkt").first.wait_for()
    assert bo.get_by_label("Naam in het Nederlands").input_value() == "Uren voor begeleiding"
    bo.get_by_label("Notitie", exact=True).fill("Bespreken met Anne")
    bo.get_by_role("button", name="Noteer bij het thema").click()
    bo.get_by_role("status").filter(has_text="Gedaan").first.wait_for()
    anne.get_by_role("button", name="Ververs").first.click()
    anne.get_by_text("Bo: Bespreken met Anne").first.wait_for()
    assert [one["coder"] for one in log(workspace)[-2:]] == ["Anne", "Bo"]
    assert errors(anne) == errors(bo) == []


def test_explore_runs_from_top_to_bottom_without_an_error(open_notebook, workspace):
    page = open_notebook("explore")
    run_all(page)
    cells = saved_code(workspace.root / "notebooks" / "explore.ipynb")
    wrong = [out for cell in cells for out in cell["outputs"] if out["output_type"] == "error"]
    assert [out["ename"] for out in wrong] == []
    assert sum("data" in out for cell in cells for out in cell["outputs"]) > 5


def test_what_one_person_types_in_a_notebook_the_other_sees(open_notebook):
    first, second = open_notebook("explore"), open_notebook("explore")
    first.locator(".jp-CodeCell .cm-content").first.click()
    first.keyboard.press("Control+End")
    first.keyboard.type("  # typed by the first person")
    second.locator(".jp-Notebook").get_by_text("# typed by the first person").wait_for()
    second.locator(".jp-CodeCell .cm-content").first.click()
    second.keyboard.press("Control+End")
    second.keyboard.type(", answered by the second")
    first.locator(".jp-Notebook").get_by_text("answered by the second").wait_for()
