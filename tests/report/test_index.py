import datetime as dt
import re

from lcsynth.report import write_index


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
