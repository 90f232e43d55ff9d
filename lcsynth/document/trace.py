"""Where a remark went, and where a change came from: the whole chain, in both directions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lcsynth.document.anchors import Place
from lcsynth.document.chain import Chain, Row
from lcsynth.register.deciding import WORKED_IN

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "depth", "kind", "id", "text", "how", "version", "session_id", "date", "audience", "language", "before",
)  # fmt: skip
KINDS = ("contributor", "contribution", "statement", "theme", "paragraph", "section")


@dataclass(frozen=True)
class Step:
    """One row of a trace; the columns are explained at `forward`."""

    depth: int
    kind: str
    id: str
    text: str = ""
    how: str = ""
    version: str = ""
    session_id: str = ""
    date: str = ""
    audience: str = ""
    language: str = ""
    before: str = ""


def forward(chain: Chain, kind: str, name: str, version: str = "") -> pd.DataFrame:
    """Follow what somebody said to the themes, the places in the paper, the decisions and the next version.

    Parameters
    ----------
    kind
        One of `KINDS`.
    name
        The id, or the anchor of a paragraph or section.
    version
        Of a place.

    Returns
    -------
    pandas.DataFrame
        A row per step; what comes of a step stands under it, one ``depth`` further.

        - ``kind``: contributor, contribution, statement, theme, single voice, paragraph, section, decision
          or change (what stands there in a later version)
        - ``id``: of a place its anchor, of a decision its operation (empty when it is open)
        - ``text``: what was said (masked), a label, the text of a place, the reason of a decision
        - ``how``: in which way it belongs to the step above: the ``how`` of assignments and links, the
          change, or the decision itself; *theme* is a place where the theme was decided on though nobody
          named the place, *around* the section around a paragraph; *hidden* is what people hid, and its
          text is left out
        - ``version``: of the paper; of a decision the one in which it is worked in
        - ``session_id``, ``date``, ``audience``: of a contribution; of a decision the day it was made
        - ``language``: of what was said
        - ``before``: of a change the text that stood there
    """
    first = {
        "contributor": _contributor,
        "contribution": _contribution,
        "statement": _statement,
        "theme": _theme,
    }
    if kind in first:
        return _table(first[kind](chain, name, 0))
    return _table(_place(chain, Place(name.partition(":")[0], name), version, 0))


def backward(chain: Chain, kind: str, name: str, version: str = "") -> pd.DataFrame:
    """Follow a place in the paper back to the decisions, the themes, and what was said.

    Takes and gives what `forward` does; of a place in a later version also where it came from.
    """
    if kind == "theme":
        return _table(_theme_back(chain, name, 0, chain.statements_about.get(name, ())))
    if kind == "statement":
        return _table(_statement_back(chain, name, 0))
    if kind in ("paragraph", "section"):
        return _table(_place_back(chain, Place(name.partition(":")[0], name), version, 0))
    return _table(iter(()))


def _table(steps: Iterator[Step]) -> pd.DataFrame:
    import pandas as pd

    rows = [[getattr(one, name) for name in COLUMNS] for one in steps]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str").astype({"depth": "int64"})


def _contributor(chain: Chain, name: str, depth: int) -> Iterator[Step]:
    yield Step(depth, "contributor", name)
    for one in chain.said_by.get(name, ()):
        yield from _contribution(chain, one, depth + 1)


def _contribution(chain: Chain, name: str, depth: int) -> Iterator[Step]:
    yield _said(chain, name, depth)
    for one in chain.statements_in.get(name, ()):
        yield from _statement(chain, one, depth + 1)


def _said(chain: Chain, name: str, depth: int) -> Step:
    row = chain.contribution[name]
    step = Step(
        depth,
        "contribution",
        name,
        str(row["text"]),
        str(row["kind"]),
        session_id=str(row["session_id"]),
        date=str(row["said_at"])[:10] or chain.dates.get(str(row["session_id"]), ""),
        audience=str(row["audience"]),
        language=str(row["language"]),
    )
    return replace(step, text="", how="hidden") if name in chain.hidden else step


def _statement(chain: Chain, name: str, depth: int) -> Iterator[Step]:
    yield _stated(chain, name, depth)
    placed = chain.placed.get(name, ())
    for row in placed:
        theme = str(row["theme_id"])
        yield Step(depth + 1, "theme", theme, chain.label(theme), str(row["how"]))
        # A further theme of a statement has its places under the main one.
        if row["rank"] == 1:
            yield from _places_of(chain, name, theme, depth + 2)
    if not placed:
        yield Step(depth + 1, "single voice", "")
        yield from _places_of(chain, name, "", depth + 2)


def _stated(chain: Chain, name: str, depth: int) -> Step:
    if name in chain.hidden:
        return Step(depth, "statement", name, how="hidden")
    row = chain.statement[name]
    return Step(depth, "statement", name, str(row["text"]), language=str(row["language"]))


def _places_of(chain: Chain, statement: str, theme: str, depth: int) -> Iterator[Step]:
    """Give the places that a statement is linked to, and those where its theme was decided on."""
    hows: dict[tuple[str, str], list[str]] = {}
    for row in chain.linked.get(statement, ()):
        hows.setdefault((str(row["paper_version"]), str(row["anchor"])), []).append(str(row["how"]))
    for of, version, anchor in chain.settled:
        if theme and of == theme:
            hows.setdefault((version, anchor), ["theme"])
    for (version, anchor), ways in hows.items():
        yield from _theme_at(chain, theme, version, anchor, ", ".join(ways), depth)


def _theme_at(chain: Chain, theme: str, version: str, anchor: str, how: str, depth: int) -> Iterator[Step]:
    place = Place(anchor.partition(":")[0], anchor)
    yield _at(chain, place, version, depth, how)
    decided = chain.decided.get((theme, version, anchor))
    if decided is not None:
        yield _decision(decided, depth + 1)
        if decided["decision"] in WORKED_IN:
            yield from _changes(chain, version, place, depth + 2, str(decided["in_version"]))


def _theme(chain: Chain, name: str, depth: int) -> Iterator[Step]:
    row = chain.theme[name]
    into = str(row["parent"]) if row["status"] == "merged" else ""
    yield Step(depth, "theme", name, chain.label(name), str(row["status"]))
    if into and into != name and into in chain.theme:
        yield from _theme(chain, into, depth + 1)
    for theme, version, anchor in chain.decided:
        if theme == name:
            yield from _theme_at(chain, name, version, anchor, "", depth + 1)


def _at(chain: Chain, place: Place, version: str, depth: int, how: str = "") -> Step:
    kind = "section" if place.section == place.anchor else "paragraph"
    return Step(depth, kind, place.anchor, chain.text(version, place.anchor), how, version)


def _decision(told: Row, depth: int) -> Step:
    return Step(
        depth,
        "decision",
        str(told["operation"]),
        str(told["reason"]),
        str(told["decision"]),
        str(told["in_version"]),
        date=str(told["decided_at"])[:10],
    )


def _place(chain: Chain, place: Place, version: str, depth: int) -> Iterator[Step]:
    yield _at(chain, place, version, depth)
    yield from _changes(chain, version, place, depth + 1)


def _changes(chain: Chain, version: str, place: Place, depth: int, target: str = "") -> Iterator[Step]:
    later = chain.later(version, target)
    for row in chain.changes(version, place, target):
        anchor = str(row["new_anchor"])
        before = chain.text(version, str(row["old_anchor"]))
        change = str(row["change"])
        yield Step(depth, "change", anchor, chain.text(later, anchor), change, later, before=before)


def _place_back(chain: Chain, place: Place, version: str, depth: int, how: str = "") -> Iterator[Step]:
    yield _at(chain, place, version, depth, how)
    yield from _decided_back(chain, place, version, depth + 1)
    # What was decided on the section as a whole may be why a paragraph in it changed.
    if place.anchor != place.section and how != "same":
        whole = Place(place.section, place.section)
        behind = list(_decided_back(chain, whole, version, depth + 2, around=place))
        if behind:
            yield _at(chain, whole, version, depth + 1, "around")
            yield from behind
    for before, came in chain.origins(version, place.anchor):
        old = Place(str(came["old_section"]), str(came["old_anchor"]))
        yield from _place_back(chain, old, before, depth + 1, str(came["change"]))


def _decided_back(
    chain: Chain, place: Place, version: str, depth: int, *, around: Place | None = None
) -> Iterator[Step]:
    """Give the decisions at a place; of the section around a paragraph those that may have changed it."""
    found = chain.decided if around is None else chain.settled
    for (theme, of, anchor), row in found.items():
        if of != version or anchor != place.anchor:
            continue
        if around is not None and (
            row["decision"] not in WORKED_IN or (theme, version, around.anchor) in chain.decided
        ):
            continue
        yield _decision(row, depth)
        about = chain.statements_about.get(theme, ())
        there = set(chain.linked_to.get((version, anchor), ()))
        # Authors may decide at a place that nobody spoke of: then all of the theme is behind it.
        yield from _theme_back(chain, theme, depth + 1, [one for one in about if one in there] or about)


def _theme_back(chain: Chain, name: str, depth: int, statements: Sequence[str]) -> Iterator[Step]:
    yield Step(depth, "theme", name, chain.label(name))
    for one in statements:
        yield from _statement_back(chain, one, depth + 1)


def _statement_back(chain: Chain, name: str, depth: int) -> Iterator[Step]:
    yield _stated(chain, name, depth)
    yield _said(chain, str(chain.statement[name]["contribution_id"]), depth + 1)
