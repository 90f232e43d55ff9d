"""Numbers put into words: how many, how sure, how lasting, what changed, what was decided."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lcsynth.ingest import reasons
from lcsynth.report.languages import Catalogue

if TYPE_CHECKING:
    from lcsynth.document import Section

# From which stability on a theme is called so. Hennig (2007), Cluster-wise assessment of cluster stability,
# Computational Statistics & Data Analysis 52(1): under 0.6 a cluster should not be trusted, over 0.75 it is
# valid.
SOLID, FAIR = 0.75, 0.6


def section_title(words: Catalogue, section: Section) -> str:
    """Give the title of a section, and a name to the text above the first heading, which has none."""
    return section.title if section.heading else words.text("Opening")


def people_said(words: Catalogue, contributors: int) -> str:
    """Write a number of people."""
    return words.plural("1 person", "{n} people", contributors)


def statements_said(words: Catalogue, statements: int) -> str:
    """Write a number of statements."""
    return words.plural("1 statement", "{n} statements", statements)


def share(words: Catalogue, numbers: Mapping[str, float]) -> str:
    """Write a share with its interval: ``26% (between 15% and 41% allowing for chance)``."""
    return words.text(
        "{share} (between {low} and {high} allowing for chance)",
        share=words.percent(numbers["share"]),
        low=words.percent(numbers["low"]),
        high=words.percent(numbers["high"]),
    )


def size(
    words: Catalogue, contributors: int, people: int, statements: int, numbers: Mapping[str, float]
) -> str:
    """Say how many people spoke about a theme, what share that is, and in how many statements."""
    return words.plural(
        "1 of {people} people spoke about this: {share}, in {statements}.",
        "{n} of {people} people spoke about this: {share}, in {statements}.",
        contributors,
        people=people,
        share=share(words, numbers),
        statements=statements_said(words, statements),
    )


def stability(words: Catalogue, value: float, *, indicative: bool) -> str:
    """Say how lasting a theme is when the grouping is repeated on part of the people, from 0 to 1."""
    if indicative or math.isnan(value):
        return words.text("indicative: too few people to tell")
    if value >= SOLID:
        return words.text("solid ({value})", value=words.number(value, 2))
    if value >= FAIR:
        return words.text("fair ({value})", value=words.number(value, 2))
    return words.text("fragile ({value})", value=words.number(value, 2))


def agreement(words: Catalogue, value: float, *, indicative: bool) -> str:
    """Say how alike all themes together are to those of a repetition; nothing when too few tell."""
    if indicative or math.isnan(value):
        return ""
    number = words.number(value, 2)
    if value >= SOLID:
        return words.text(
            "Taken together, the themes then hardly change (agreement {value} of 1).", value=number
        )
    if value >= FAIR:
        return words.text(
            "Taken together, the themes then stay largely the same (agreement {value} of 1).", value=number
        )
    return words.text(
        "Taken together, the themes then change a good deal (agreement {value} of 1): read them as one of "
        "several possible groupings.",
        value=number,
    )


def change(words: Catalogue, kind: str) -> str:
    """Name what happened to a theme since the earlier sessions."""
    return {
        "new": words.text("new"),
        "grown": words.text("grown"),
        "unchanged": words.text("unchanged"),
        "absent": words.text("not heard this time"),
        "dormant": words.text("dormant"),
    }[kind]


def language(words: Catalogue, code: str) -> str:
    """Name the language of a quote that is not in the language of the page; empty where it is not known."""
    return {"nl": words.text("in Dutch"), "en": words.text("in English")}.get(code, "")


def nearly(words: Catalogue, share: float) -> str:
    """Write a share that is not all as less than all, also when it rounds to that."""
    if share < 1 and words.percent(share) == words.percent(1):
        return words.text("more than {share}", share=words.percent(0.99))
    return words.percent(share)


def outcome(words: Catalogue, kind: str) -> str:
    """Say in words what a test of the difference between groups told."""
    return {
        "differs": words.text("groups differ"),
        "may differ": words.text("groups may differ"),
        "no sign": words.text("no clear difference"),
    }[kind]


def effect(words: Catalogue, size: str) -> str:
    """Say in words how large a difference between groups is."""
    return {
        "none": words.text("hardly any"),
        "small": words.text("small"),
        "middling": words.text("middling"),
        "large": words.text("large"),
    }[size]


def votes(words: Catalogue, row: Mapping[Any, Any], *, told: bool) -> str:
    """Say how many voted for and against: ``12 for, 3 against``; where nobody did, how many reacted."""
    if not told:
        return words.plural("1 reaction", "{n} reactions", int(row["support"]))
    return words.text(
        "{support} for, {opposition} against", support=int(row["support"]), opposition=int(row["opposition"])
    )


def decision(words: Catalogue, kind: str) -> str:
    """Name what the authors decided."""
    return {
        "open": words.text("open"),
        "adopted": words.text("adopted"),
        "partly": words.text("partly adopted"),
        "rejected": words.text("rejected"),
        "deferred": words.text("deferred"),
    }[kind]


def decided(words: Catalogue, row: Mapping[str, str]) -> str:
    """Say what the authors decided, in which version it is worked in, and why: a row of the decisions."""
    told = decision(words, row["decision"])
    if row["in_version"]:
        told = words.text("{decision} in {version}", decision=told, version=row["in_version"])
    return f"{told}: {row['reason'].rstrip('. ')}" if row["reason"] else told


def linked(words: Catalogue, how: str) -> str:
    """Say how a statement was linked to a place in the paper."""
    return {
        "anchored": words.text("it was a remark on these words"),
        "said": words.text("somebody named this place"),
        "asked": words.text("the question was about this section"),
        "similar": words.text("it is about the same"),
        "person": words.text("a person linked it"),
    }[how]


CHANGED = ("same", "edited", "moved", "split", "merged", "new", "gone")


def changed(words: Catalogue, kind: str) -> str:
    """Say what became of a paragraph in a later version of the paper."""
    return {
        "same": words.text("as it was"),
        "edited": words.text("rewritten"),
        "moved": words.text("moved here"),
        "split": words.text("split up"),
        "merged": words.text("put together"),
        "new": words.text("new"),
        "gone": words.text("taken out"),
    }[kind]


def placed(words: Catalogue, how: str) -> str:
    """Say how a statement came into its theme, or how the theme stands."""
    return {
        "found": words.text("formed this theme"),
        "joined": words.text("joined this theme"),
        "moved": words.text("put here by a person"),
        "duplicate": words.text("repeats another statement in it"),
        "also": words.text("also about this"),
        "candidate": words.text("candidate"),
        "active": words.text("active"),
        "dormant": words.text("dormant"),
        "merged": words.text("merged into another theme"),
        "split": words.text("split into other themes"),
        "rejected": words.text("rejected as a theme"),
    }[how]


def said_as(words: Catalogue, kind: str) -> str:
    """Say what kind of contribution it is."""
    return {
        "answer": words.text("answer in a survey"),
        "message": words.text("message in a chat"),
        "turn": words.text("spoken in a meeting"),
        "comment": words.text("comment in the text"),
        "insertion": words.text("inserted in the text"),
        "deletion": words.text("deleted from the text"),
        "note": words.text("note of a meeting"),
        "post": words.text("post on a board"),
        "annotation": words.text("annotation of the text"),
        "mail": words.text("written in an e-mail"),
    }[kind]


def reason(words: Catalogue, kind: str) -> str:
    """Say why an entry could not be read."""
    return {
        reasons.OTHER_WIDTH: words.text("The row has another number of cells than the heading"),
        reasons.TOO_LONG: words.text("The entry holds more text than a remark may have"),
        reasons.DAMAGED: words.text("The entry is damaged"),
        reasons.UNREADABLE: words.text("The entry holds characters that cannot be read"),
        reasons.HIDDEN_SHEET: words.text("The sheet is hidden and was not read"),
        reasons.NO_ANSWERS: words.text("No answers were recognised in the sheet and it was not read"),
        reasons.DOUBTFUL_HEADING: words.text("The first row was taken for the heading and may be an answer"),
        reasons.NO_RESULT: words.text(
            "The cell holds a formula without its result, or an error of a spreadsheet"
        ),
        reasons.PRIVATE: words.text("The message was sent to one person and is private"),
        reasons.NO_MESSAGE: words.text("The reaction is to a message that is not in the file"),
        reasons.UNPLACED: words.text("The text belongs to no message, cue or comment that was recognised"),
        reasons.WITHHELD: words.text("The entry was hidden, flagged or rejected where it was made"),
        reasons.NO_TEXT: words.text("The entry holds an image or a file and no text"),
        reasons.POLL: words.text("The message is a poll: a question with options, and how many chose each"),
        reasons.ATTENDANCE: words.text("The line tells who was there or who was not, and is no remark"),
        reasons.PAPER: words.text(
            "The text of the document was taken for the paper that people commented on, and was not read"
        ),
        reasons.MAIL_FORM: words.text("The lines greet, or close an e-mail with a signature"),
        reasons.EARLIER_MAIL: words.text("The lines repeat an earlier e-mail"),
        reasons.CHANGED_NOTE: words.text(
            "Somebody wrote in a comment of lcsynth itself: only replies to it can be read"
        ),
        reasons.DAMAGED_PART: words.text("This part of the file is damaged and could not be read"),
    }[kind]


def mode(words: Catalogue, kind: str) -> str:
    """Name how a session was held."""
    return {
        "online": words.text("online"),
        "on site": words.text("on site"),
        "hybrid": words.text("partly online"),
        "survey": words.text("survey"),
    }.get(kind, "")
