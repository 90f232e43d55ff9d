import datetime as dt
import json
import re

import pytest

from lcsynth.errors import DataError
from lcsynth.report import write_index, write_news


def make_report(workspace, session, language):
    file = workspace.report(session, language)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("<html></html>", encoding="utf-8")


def part(page, language):
    text = re.search(rf'<section id="{language}".*?</section>', page, flags=re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_sessions_are_past_or_coming_by_the_day_that_is_given(workspace, today):
    text = part(write_index(workspace, today=today).read_text(encoding="utf-8"), "nl")
    assert (
        text.index("Gepland")
        < text.index("Tweede sessie")
        < text.index("Eerdere sessies")
        < text.index("Eerste sessie")
    )


def test_a_session_of_today_is_coming_until_it_has_a_report(workspace):
    day = dt.date(2022, 6, 21)
    assert "Gepland 21 juni 2022" in part(write_index(workspace, today=day).read_text(encoding="utf-8"), "nl")
    make_report(workspace, "s2", "nl")
    text = part(write_index(workspace, today=day).read_text(encoding="utf-8"), "nl")
    assert "Er is geen sessie gepland" in text


def test_date_time_audience_form_and_place_are_told_in_both_languages(workspace, today):
    page = write_index(workspace, today=today).read_text(encoding="utf-8")
    assert "17 mei 2022 15.00–17.00 uur Eerste sessie Onderzoekers en Praktijk · online" in part(page, "nl")
    assert "21 June 2022 Second session Researchers and Practitioners · on site · Zwolle" in part(page, "en")


def test_only_reports_that_are_there_are_linked(workspace, today):
    make_report(workspace, "s1", "en")
    make_report(workspace, None, "nl")
    page = write_index(workspace, today=today).read_text(encoding="utf-8")
    assert set(re.findall(r'href="([^#"]+)"', page)) == {
        "s1/report.en.html",
        "living-document/report.nl.html",
    }


def test_written_twice_on_the_same_day_the_overview_is_the_same(workspace, today):
    first = write_index(workspace, today=today).read_bytes()
    assert write_index(workspace, today=today).read_bytes() == first


def test_the_feed_and_the_calendar_are_linked_for_people_and_for_programs(workspace, today):
    made = write_news(workspace, today=today, operations=())
    assert sorted(path.name for path in made) == [
        "feed.en.xml",
        "feed.nl.xml",
        "sessions.en.ics",
        "sessions.nl.ics",
    ]
    page = write_index(workspace, today=today).read_text(encoding="utf-8")
    for name, type_ in (("feed.nl.xml", "application/atom+xml"), ("sessions.nl.ics", "text/calendar")):
        assert re.search(rf'<link rel="alternate" type="{re.escape(type_)}"[^>]* href="{name}">', page)
        assert re.search(rf'<a href="{name}"', page)


def test_without_a_coming_session_there_is_no_calendar_and_the_overview_says_so(workspace, today):
    write_news(workspace, today=today, operations=())
    later = dt.date(2030, 1, 1)
    assert write_news(workspace, today=later, operations=()) == []
    assert not workspace.agenda("nl").exists()
    page = write_index(workspace, today=later).read_text(encoding="utf-8")
    assert "dus valt er niets in een agenda te zetten" in part(page, "nl")
    assert "sessions.nl.ics" not in page


def test_a_session_tells_how_much_was_said_and_links_what_there_is_beside_its_report(workspace, today):
    make_report(workspace, "s1", "nl")
    workspace.printed("s1", "nl").write_bytes(b"%PDF-1.4")
    workspace.update("s1", "nl").write_text("# Titel\n", encoding="utf-8")
    counts = {"contributions": 1, "statements": 1200, "themes": 3}
    note = workspace.reports("s1", "passport.json")
    note.write_text(json.dumps({"counts": counts}), encoding="utf-8")
    text = part(write_index(workspace, today=today).read_text(encoding="utf-8"), "nl")
    assert "1 bijdrage · 1.200 uitspraken · 3 thema's" in text.replace("&#39;", "'")
    assert (
        "Verslag in het Nederlands – Eerste sessie Pdf in het Nederlands – Eerste sessie Korte tekst" in text
    )
    assert "over versie v1 van het document" in text
    assert "Voorbeeld: verzonnen." in text
    note.write_text("{}", encoding="utf-8")
    with pytest.raises(DataError, match="Delete it"):
        write_index(workspace, today=today)
