"""Tracked changes in OpenDocument texts, which are suggestions as those in Word documents are."""

from lcsynth.ingest.reasons import DAMAGED_PART, PAPER
from tests.ingest.office import changed, odt


def start(name):
    return f'<text:change-start text:change-id="{name}"/>'


def end(name):
    return f'<text:change-end text:change-id="{name}"/>'


def point(name):
    return f'<text:change text:change-id="{name}"/>'


def document(listed, body):
    return odt(f"<text:tracked-changes>{listed}</text:tracked-changes><text:h>Opzetten</text:h>{body}")


def suggested(reading):
    assert reading.format == "word"
    return [(one.kind, one.text, one.anchor) for one in reading.contributions]


def test_an_insertion_and_a_deletion_have_their_author_moment_and_heading(read):
    listed = changed("a", "insertion") + changed("b", "deletion", "Bram Kok", "<text:p>Ook dit</text:p>")
    body = (
        f"<text:p>Wij leren{start('a')} van elkaar{end('a')} elke dag.</text:p>"
        f"<text:p>{point('b')} blijft.</text:p>"
    )
    reading = read(document(listed, body), name="a.odt")
    assert suggested(reading) == [
        ("insertion", "van elkaar", "Wij leren elke dag."),
        ("deletion", "Ook dit", "Ook dit blijft."),
    ]
    first, second = reading.contributions
    assert (first.identity, first.said_at, first.question) == (
        "Anna Bosman",
        "2022-05-17T10:00:00",
        "Opzetten",
    )
    assert (second.identity, second.locator) == ("Bram Kok", "change 2")
    assert [one.reason for one in reading.refusals] == [PAPER]


def test_what_one_author_puts_in_the_place_of_words_is_one_suggestion(read):
    listed = changed("a", "insertion") + changed("b", "deletion", inner="<text:p>moeten</text:p>")
    body = f"<text:p>Wij {point('b')}{start('a')}willen{end('a')} leren.</text:p>"
    assert suggested(read(document(listed, body))) == [("insertion", "willen", "moeten")]


def test_an_insertion_may_hold_paragraphs_and_a_deletion_too(read):
    listed = changed("a", "insertion") + changed(
        "b", "deletion", inner="<text:p>Een.</text:p><text:p>Twee.</text:p>"
    )
    body = (
        f"<text:p>De eerste.{start('a')}</text:p><text:p>Een nieuwe.{end('a')}</text:p>"
        f"<text:p>De laatste. {point('b')}</text:p>"
    )
    assert suggested(read(document(listed, body))) == [
        ("insertion", "Een nieuwe.", "De eerste."),
        ("deletion", "Een.\nTwee.", "De laatste. Een.\nTwee."),
    ]


def test_the_anchor_of_a_comment_is_the_text_before_the_changes(read):
    listed = changed("a", "insertion") + changed("b", "deletion", inner="<text:p>moeten</text:p>")
    remark = '<office:annotation office:name="x"><text:p>Waarom?</text:p></office:annotation>'
    body = (
        f"<text:p>{remark}Wij {point('b')}{start('a')}willen{end('a')} leren"
        '<office:annotation-end office:name="x"/>.</text:p>'
    )
    anchors = {one.kind: one.anchor for one in read(document(listed, body)).contributions}
    assert anchors["comment"] == "Wij moeten leren"


def test_a_comment_in_words_that_were_deleted_is_not_lost(read):
    remark = "<office:annotation><text:p>Waarom weg?</text:p></office:annotation>"
    listed = changed("b", "deletion", inner=f"<text:p>Ook {remark}dit</text:p>")
    reading = read(document(listed, f"<text:p>{point('b')} blijft.</text:p>"))
    assert {one.text for one in reading.contributions} == {"Waarom weg?", "Ook dit"}


def test_notes_have_the_changes_accepted(read):
    listed = changed("a", "insertion") + changed("b", "deletion", inner="<text:p>moeten</text:p>")
    body = f"<text:p>Wij {point('b')}{start('a')}willen{end('a')} leren.</text:p>"
    assert [one.text for one in read(document(listed, body), format="notes").contributions] == [
        "Wij willen leren."
    ]


def test_a_deletion_without_its_place_is_refused(read):
    listed = changed("a", "insertion") + changed("b", "deletion", inner="<text:p>weg</text:p>")
    reading = read(document(listed, f"<text:p>Wij {start('a')}willen{end('a')} leren.</text:p>"))
    assert [one.reason for one in reading.refusals] == [DAMAGED_PART, PAPER]


def test_changes_of_the_formatting_are_none(read):
    reading = read(
        document(changed("a", "format-change"), f"<text:p>{start('a')}Zo is het.{end('a')}</text:p>")
    )
    assert reading.format == "notes"
