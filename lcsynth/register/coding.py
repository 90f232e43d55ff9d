"""Which theme each coder would give a statement: kept to compare, it moves none."""

from __future__ import annotations

from lcsynth.register.log import Operation
from lcsynth.register.state import DoesNotApplyError, State

CODED, CODES = "coded", "codes"


def coded(state: State, one: Operation) -> None:
    """Keep the themes that a coder gave statements, in the place of what the same coder gave them before.

    Raises
    ------
    DoesNotApplyError
        When its codes are not themes by statement, or a theme is not there (any more): then the codes of the
        other statements count all the same.
    """
    codes = one.arguments.get(CODES)
    if not isinstance(codes, dict) or not all(isinstance(theme, str) for theme in codes.values()):
        raise DoesNotApplyError("its argument 'codes' does not give themes by statement")
    if not codes:
        raise DoesNotApplyError("it codes no statement")
    own = state.codes.setdefault(one.coder, {})
    lost = []
    for statement, theme in codes.items():
        own.pop(statement, None)
        try:
            own[statement] = state.theme(one, theme).id if theme else ""
        except DoesNotApplyError as error:
            lost.append(str(error))
    if lost:
        raise DoesNotApplyError(f"{lost[0]}; its other {len(codes) - len(lost)} codes count")
