import datetime as dt
import re
from xml.etree import ElementTree

import pytest

from lcsynth.register import Operation
from lcsynth.report.feed import feed
from lcsynth.report.languages import catalogue
from lcsynth.report.programme import coming
from lcsynth.workspace import Workspace

ATOM = "{http://www.w3.org/2005/Atom}"
FOUND = Operation("2022-05-18T09:30:00.000000+00:00", "machine", "found", {"session": "s1"}, id="o1")
RENAMED = Operation("2022-06-02T10:00:00.000000+00:00", "Anne", "rename", {"theme": "T001"}, id="o2")


def make_report(workspace, session, language="nl"):
    file = workspace.report(session, language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("<html></html>", encoding="utf-8")


def written(workspace, today, *, operations=(FOUND, RENAMED), updates=None, language="nl"):
    workspace = Workspace(workspace.root)
    return feed(
        workspace,
        catalogue(language),
        coming=coming(workspace, today),
        operations=operations,
        updates=updates or {},
    )


def entries(text):
    return ElementTree.fromstring(text).findall(f"{ATOM}entry")


def named(text):
    return {one.findtext(f"{ATOM}title"): one for one in entries(text)}


@pytest.fixture
def held(workspace):
    make_report(workspace, "s1")
    make_report(workspace, None)
    return workspace


def test_a_report_the_living_document_and_a_coming_session_each_have_an_entry(held, today):
    found = named(written(held, today))
    assert list(found) == ["Alle sessies samen", "Verslag: Eerste sessie", "Aangekondigd: Tweede sessie"]
    link = found["Verslag: Eerste sessie"].find(f"{ATOM}link")
    assert (link.get("rel"), link.get("href")) == ("alternate", "s1/report.nl.html")
    summary = found["Aangekondigd: Tweede sessie"].findtext(f"{ATOM}summary")
    assert summary == "21 juni 2022 · Onderzoekers en Praktijk · op locatie · Zwolle"


def test_the_feed_has_all_that_the_standard_asks_for(held, today):
    root = ElementTree.fromstring(written(held, today))
    assert root.tag == f"{ATOM}feed"
    for place in (root, *root.findall(f"{ATOM}entry")):
        for tag in ("id", "title", "updated"):
            assert len(place.findall(ATOM + tag)) == 1, tag
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", place.findtext(f"{ATOM}updated"))
        assert place.findtext(f"{ATOM}id").startswith("urn:uuid:")
        assert len([one for one in place.findall(f"{ATOM}link") if one.get("rel") == "alternate"]) == 1
    names = [one.findtext(f"{ATOM}id") for one in (root, *root.findall(f"{ATOM}entry"))]
    assert len(names) == len(set(names))
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    moments = [one.findtext(f"{ATOM}updated") for one in root.findall(f"{ATOM}entry")]
    assert root.findtext(f"{ATOM}updated") == max(moments) == moments[0]


def test_moments_come_from_the_session_and_the_log_and_not_from_the_clock(held, today):
    found = named(written(held, today))
    assert found["Verslag: Eerste sessie"].findtext(f"{ATOM}updated") == "2022-05-18T09:30:00Z"
    assert found["Alle sessies samen"].findtext(f"{ATOM}updated") == "2022-06-02T10:00:00Z"
    # The end of the session that was held last, in Dutch summer time.
    assert found["Aangekondigd: Tweede sessie"].findtext(f"{ATOM}updated") == "2022-05-17T15:00:00Z"
    assert written(held, today) == written(held, today + dt.timedelta(days=1))


def test_an_entry_keeps_its_name_when_the_title_or_the_date_of_its_session_changes(held, today):
    before = {one.findtext(f"{ATOM}id") for one in entries(written(held, today))}
    path = held.data / "sessions.yaml"
    text = path.read_text(encoding="utf-8").replace("Eerste sessie", "Anders").replace("05-17", "05-16")
    path.write_text(text, encoding="utf-8")
    changed = written(held, today)
    assert "Anders" in changed
    assert {one.findtext(f"{ATOM}id") for one in entries(changed)} == before


def test_the_two_languages_are_two_feeds(held, today):
    make_report(held, "s1", "en")
    dutch, english = written(held, today), written(held, today, language="en")
    assert {one.findtext(f"{ATOM}id") for one in entries(dutch)}.isdisjoint(
        one.findtext(f"{ATOM}id") for one in entries(english)
    )
    assert "Report: First session" in english


def test_the_update_of_a_session_is_shown_as_plain_text_without_its_title(held, today):
    text = written(held, today, updates={"s1": "# Eerste sessie\n\nWat <b>opviel</b> & zo.\n- een\n- twee\n"})
    content = named(text)["Verslag: Eerste sessie"].find(f"{ATOM}content")
    assert content.get("type") == "text"
    assert content.text == "Wat <b>opviel</b> & zo.\n- een\n- twee"


def test_there_is_no_feed_without_anything_to_tell(workspace):
    assert written(workspace, dt.date(2030, 1, 1)) == ""


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        "]]></title><evil/>",
        '" onload="alert(1)',
        "&#0; \x01 \ufffe \u202eomgekeerd",
        "x" * 10_000,
    ],
)
def test_a_title_is_inert_text_in_the_feed(held, today, title):
    sessions = [
        one.model_copy(update={"title": one.title.model_copy(update={"nl": title})}) for one in held.sessions
    ]
    workspace = Workspace(held.root)
    vars(workspace)["sessions"] = tuple(sessions)
    text = feed(workspace, catalogue("nl"), coming=(), operations=(), updates={"s1": f"# x\n{title}"})
    root = ElementTree.fromstring(text)
    assert {one.tag.removeprefix(ATOM) for one in root.iter()} <= {
        "feed", "id", "title", "updated", "author", "name", "generator", "link", "entry", "summary",
        "content",
    }  # fmt: skip
    assert "\u202e" not in text
    assert {name for one in root.iter() for name in one.attrib} <= {
        "rel", "type", "href", "hreflang", "{http://www.w3.org/XML/1998/namespace}lang",
    }  # fmt: skip
