"""Every word of ours goes through the catalogue: pages in a made-up language hold no other."""

import datetime
import re
from html.parser import HTMLParser

import pytest

from lcsynth.report import DocumentPage, SessionPage, write_index, write_news
from lcsynth.report.languages import Catalogue
from lcsynth.report.update import update_text

OPEN, CLOSE = "⟦", "⟧"
# Told by the calendar of a language, and the name of a language in itself.
ELSEWHERE = ("mei", "juni", "May", "June", " and ", "Nederlands", "English", "lcsynth", "Voorbeeld", "csv")
# For machines: below its own entries, the names and values of the passport are those of its JSON.
FOR_MACHINES = {"passport"}


class Shown(HTMLParser):
    """Collects what a reader sees or hears: texts, labels and titles."""

    def __init__(self):
        super().__init__()
        self.found, self.inside = [], []

    def handle_starttag(self, tag, attributes):
        if tag in ("style", "script"):
            self.inside.append(tag)
        self.found += [
            value for name, value in attributes if name in ("aria-label", "title", "alt") and value
        ]

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside and data.strip():
            self.found.append(data)


@pytest.fixture(autouse=True)
def made_up(monkeypatch):
    """A language in which every string stands between brackets."""
    monkeypatch.setattr(
        Catalogue, "_forms", lambda _, *english: tuple(f"{OPEN}{one}{CLOSE}" for one in english)
    )


def without_brackets(text):
    """Take away what stands between brackets, whatever is filled in there."""
    depth, kept = 0, []
    for character in text:
        depth += character == OPEN
        if not depth:
            kept.append(character)
        depth -= character == CLOSE
    return "".join(kept)


def data_of(tables):
    """Everything on a page that is not ours to translate."""
    frames = (tables.statements, tables.contributions, tables.themes, tables.subthemes, tables.quarantine)
    values = {str(value) for frame in frames for column in frame for value in frame[column]}
    values |= {value for frame in (tables.ledger,) for value in frame["source"]}
    for session in tables.workspace.sessions:
        values |= {session.title.nl, session.title.en, session.place, session.id, session.paper_version}
    for wording in (
        *tables.workspace.settings.audiences.values(),
        *tables.workspace.settings.organisation_types.values(),
    ):
        values |= {wording.nl, wording.en}
    if tables.paper:
        values |= {tables.paper.title, *(section.title for section in tables.paper.sections)}
        values |= {paragraph.text for section in tables.paper.sections for paragraph in section.paragraphs}
    # Nothing so short that it stands in words of ours too.
    return sorted({one for one in (*values, *ELSEWHERE) if len(one) > 2}, key=len, reverse=True)


def ours(texts, data):
    """Words of ours that came by another way than the catalogue."""
    found = []
    for text in texts:
        left = without_brackets(text)
        for value in data:
            left = left.replace(value, " ")
        if re.search(r"[^\W\d_]{3,}", left):
            found.append(" ".join(text.split()))
    return found


def shown_in(markup):
    parser = Shown()
    parser.feed(markup)
    return parser.found


def sections_of(page):
    names = {name for kind in type(page).__mro__ for name in vars(kind) if not name.startswith("_")}
    for name in sorted(names - FOR_MACHINES):
        made = getattr(page, name)
        gives = getattr(made, "__annotations__", {}).get("return")
        if gives == "Fragment" and made.__func__.__code__.co_argcount == 1:
            yield made().markup


@pytest.mark.parametrize("fixture", ["first", "second", "nobody"])
def test_the_report_of_a_session_holds_no_words_but_those_of_the_catalogue(request, fixture):
    tables = request.getfixturevalue(fixture)
    page = SessionPage(tables, "nl")
    texts = [text for markup in sections_of(page) for text in shown_in(markup)]
    assert any(OPEN in text for text in texts)
    assert ours([*texts, update_text(page, None)], data_of(tables)) == []


def test_the_report_of_the_living_document_holds_no_words_but_those_of_the_catalogue(whole):
    page = DocumentPage(whole, "nl")
    texts = [text for markup in sections_of(page) for text in shown_in(markup)]
    assert any(OPEN in text for text in texts)
    assert ours(texts, data_of(whole)) == []


def test_the_overview_and_the_feed_hold_no_words_but_those_of_the_catalogue(first, workspace):
    today = datetime.date(2022, 6, 1)
    workspace.report("s1", "nl").parent.mkdir(parents=True)
    workspace.report("s1", "nl").write_text("<html></html>", encoding="utf-8")
    write_news(workspace, today=today, operations=())
    feed = workspace.feed("nl").read_text(encoding="utf-8")
    texts = [
        text
        for text in (*shown_in(write_index(workspace, today=today).read_text("utf-8")), *shown_in(feed))
        if not re.match(r"urn:|\d{4}-|<\?xml", text.strip())
    ]
    assert ours(texts, data_of(first)) == []


def test_a_word_that_goes_past_the_catalogue_would_be_found():
    assert ours(["⟦Themes ⟦a⟧⟧ and more", "⟦Fine⟧: T001"], ["T001"]) == ["⟦Themes ⟦a⟧⟧ and more"]
