"""The comments in a Word document: who said what, when, about which words, and in reply to whom."""

from __future__ import annotations

from lcsynth.ingest.draft_notes import is_note, tell_note, theme_replied_to
from lcsynth.ingest.draft_places import draft_places, with_places
from lcsynth.ingest.entries import Entries
from lcsynth.ingest.markup import attribute
from lcsynth.ingest.moments import to_iso
from lcsynth.ingest.reasons import DAMAGED_PART, NO_TEXT
from lcsynth.ingest.story import ANCHOR, Span, Story
from lcsynth.ingest.word_document import WordDocument

_LONGEST_THREAD = 50


def tell_comments(entries: Entries, document: WordDocument) -> int:
    """Add every comment, in the order of the file, and give how many there are.

    The anchor is the text between the ends of the comment as it was before changes were tracked, so with
    what was deleted and without what was inserted; the whole paragraph when that is nothing; and what was
    inserted when the paragraph is new as a whole. A reply without a place of its own has that of the comment
    it replies to. The question is the nearest heading above.

    What lcsynth itself put into a draft is no contribution; a reply to it has that theme as its question (see
    `draft_notes`), and another comment in a paragraph with one of these has its place behind its anchor.
    """
    placed = _placed(document)
    parents = _parents(document)
    identifiers = [attribute(element, "id") for element, _ in document.comments]
    texts = [_text(story) for _, story in document.comments]
    notes = notes_in(document)
    drafted = {story.name: draft_places(story, notes) for story in document.stories}
    for number, (element, story) in enumerate(document.comments):
        locator, text = f"comment {number + 1}", texts[number]
        author = attribute(element, "author")
        if tell_note(entries, text, locator=locator, author=author):
            continue
        if not text.strip() and any(paragraph.picture for paragraph in story.paragraphs):
            entries.refuse(locator, NO_TEXT)
            continue
        found = placed.get(identifiers[_anchored(number, identifiers, parents, placed)])
        anchor, question = _anchor(*found) if found else ("", "")
        about = theme_replied_to(number, texts, parents)
        if found and not about:
            anchor = with_places(anchor, drafted[found[0].name].get(_first(found[1]), ()))
        entries.say(
            text,
            locator=locator,
            author=author,
            said_at=to_iso(attribute(element, "date"), day_first=False),
            question=about or question,
            anchor=anchor,
            parent=f"comment {parents[number] + 1}" if number in parents else "",
            kind="comment",
        )
    lost = sorted(set(placed) - set(identifiers))
    for identifier in lost:
        entries.refuse(f"comment with number {identifier} in the file", DAMAGED_PART)
    return len(document.comments) + len(lost)


def notes_in(document: WordDocument) -> dict[str, str]:
    """Give the comments that lcsynth made: the name of their span → their text."""
    texts = ((element, _text(story)) for element, story in document.comments)
    return {
        attribute(element, "id"): text
        for element, text in texts
        if is_note(text, attribute(element, "author"))
    }


def _text(story: Story) -> str:
    return "\n".join(filter(None, (one.text for one in story.paragraphs)))


def _first(span: Span) -> int:
    place = span.start or span.mark or span.end
    return place.paragraph if place else -1


def _placed(document: WordDocument) -> dict[str, tuple[Story, Span]]:
    placed: dict[str, tuple[Story, Span]] = {}
    for story in document.stories:
        for identifier, span in story.spans.items():
            if span.mark or (span.start and span.end):
                placed.setdefault(identifier, (story, span))
    return placed


def _parents(document: WordDocument) -> dict[int, int]:
    # Which comment holds a paragraph, and through that which comment replies to which.
    holder = {
        paragraph.id: number
        for number, (_, story) in enumerate(document.comments)
        for paragraph in story.paragraphs
        if paragraph.id
    }
    parents: dict[int, int] = {}
    for thread in document.threads:
        reply, parent = holder.get(thread.paragraph), holder.get(thread.parent)
        if reply is not None and parent is not None and reply != parent:
            parents.setdefault(reply, parent)
    return parents


def _anchored(
    number: int, identifiers: list[str], parents: dict[int, int], placed: dict[str, tuple[Story, Span]]
) -> int:
    # Bounded: a damaged file may have comments that reply to each other in a circle.
    current = number
    for _ in range(_LONGEST_THREAD):
        if identifiers[current] in placed:
            return current
        if current not in parents:
            break
        current = parents[current]
    return number


def _anchor(story: Story, span: Span) -> tuple[str, str]:
    place = span.start or span.mark or span.end
    if place is None:
        return "", ""
    first = story.number(place)
    last = story.number(span.end) if span.start and span.end else first
    question = story.heading_above(place.paragraph)
    text = story.words(first, last) or story.around(first)
    if not text:
        inserted = (piece.text for piece in story.pieces[first : min(last, first + ANCHOR)])
        text = "".join(inserted).strip()[:ANCHOR]
    return text, question
