"""Why an entry goes to the quarantine table: fixed sentences, so that reports can translate them.

They quote nothing from the source; where an entry stands is told by its locator.
"""

from __future__ import annotations

LONGEST_CELL = 100_000  # characters; a spreadsheet itself stops at 32,767

OTHER_WIDTH = "The row has another number of cells than the heading"
TOO_LONG = f"The entry holds more than the {LONGEST_CELL:,} characters a remark may have"
DAMAGED = "The entry holds a NUL character: a part of it is damaged"
UNREADABLE = "The entry holds bytes that cannot be read in the encoding of the file"
HIDDEN_SHEET = "The sheet is hidden and was not read"
NO_ANSWERS = "No answers were recognised in the sheet and it was not read"
DOUBTFUL_HEADING = "The first row was taken for the heading and may be an answer"
NO_RESULT = "The cell holds a formula without its result, or an error of a spreadsheet"

PRIVATE = "The message was sent to one person and is private"
NO_MESSAGE = "The reaction is to a message that is not in the file"
UNPLACED = "The text belongs to no message, cue or comment that was recognised"
WITHHELD = "The entry was hidden, flagged or rejected where it was made"
NO_TEXT = "The entry holds an image or a file and no text"
POLL = "The message is a poll: a question with options, and how many chose each"
ATTENDANCE = "The line tells who was there or who was not, and is no remark"
PAPER = "The text of the document was taken for the paper that people commented on, and was not read"
MAIL_FORM = "The lines greet, or close an e-mail with a signature"
EARLIER_MAIL = "The lines repeat an earlier e-mail"
CHANGED_NOTE = "Somebody wrote in a comment of lcsynth itself: only replies to it can be read"
DAMAGED_PART = "This part of the file is damaged and could not be read"

# What is told so that nothing is lost, and asks nobody to do anything: it was left out for what it is.
FOR_INFORMATION = frozenset({PRIVATE, WITHHELD, POLL, ATTENDANCE, PAPER, MAIL_FORM, EARLIER_MAIL})

REASONS = (
    OTHER_WIDTH,
    TOO_LONG,
    DAMAGED,
    UNREADABLE,
    HIDDEN_SHEET,
    NO_ANSWERS,
    DOUBTFUL_HEADING,
    NO_RESULT,
    PRIVATE,
    NO_MESSAGE,
    UNPLACED,
    WITHHELD,
    NO_TEXT,
    POLL,
    ATTENDANCE,
    PAPER,
    MAIL_FORM,
    EARLIER_MAIL,
    CHANGED_NOTE,
    DAMAGED_PART,
)
