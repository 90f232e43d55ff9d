"""Why an entry goes to the quarantine table: fixed sentences, so that reports can translate them.

They quote nothing from the source; where an entry stands is told by its locator.
"""

from __future__ import annotations

LONGEST_CELL = 100_000  # characters; a spreadsheet itself stops at 32,767

OTHER_WIDTH = "The row has another number of cells than the heading"
TOO_LONG = f"The cell holds more than the {LONGEST_CELL:,} characters a remark may have"
DAMAGED = "The cell holds a NUL character: a part of it is damaged"
UNREADABLE = "The cell holds bytes that cannot be read in the encoding of the file"
HIDDEN_SHEET = "The sheet is hidden and was not read"
NO_ANSWERS = "No answers were recognised in the sheet and it was not read"
DOUBTFUL_HEADING = "The first row was taken for the heading and may be an answer"

REASONS = (OTHER_WIDTH, TOO_LONG, DAMAGED, UNREADABLE, HIDDEN_SHEET, NO_ANSWERS, DOUBTFUL_HEADING)
