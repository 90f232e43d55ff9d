"""What a session brought in a few lines, for a website or a group: reports/<session>/update.nl.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcsynth.report.plain import escaped, inert, plain, shortened
from lcsynth.report.quoted import quotes_of
from lcsynth.report.session_page import SessionPage

if TYPE_CHECKING:
    import pandas as pd

    from lcsynth.workspace import Session

# Characters: what a reader takes in at a glance, and what is enough to say something.
SHORTEST, LONGEST = 600, 1300
MOST_FINDINGS = 3
# Of a title, a label or a place in the text; those of people can have any length.
_LONGEST_NAME = 90
_LONGEST_QUOTE = 220


@dataclass(frozen=True)
class Part:
    """A paragraph; one that is not ``needed`` is left out where the text would be too long."""

    text: str
    needed: bool = True


def update_text(page: SessionPage, following: Session | None) -> str:
    """Write the update of a session, by rule from its tables.

    What it was, who took part, the first findings, one quote, what happens with it, the next session. Groups
    that are too small are not named, nor is anything but the session told when so few people took part.

    Parameters
    ----------
    page
        The session in one language; its quotes are checked.
    following
        The next session, where one is planned.

    Returns
    -------
    str
        Markdown that reads as plain text too, of `SHORTEST` to `LONGEST` characters.

    Raises
    ------
    DataError
        If its quote is not literally what somebody said, or people hid or excluded it.
    """
    parts = _parts(page, following)
    left = LONGEST - len(_joined([part for part in parts if part.needed]))
    kept = []
    for part in parts:
        if not part.needed:
            room = len(part.text) + 2
            if room > left:
                continue
            left -= room
        kept.append(part)
    for more in _about(page):
        if len(_joined(kept)) >= SHORTEST:
            break
        kept.append(Part(more))
    return _joined(kept)


def _joined(parts: list[Part]) -> str:
    """Put paragraphs under each other, and what is in a list line by line."""
    text = "\n\n".join(part.text for part in parts if part.text) + "\n"
    return text.replace("\n\n- ", "\n- ")


def _parts(page: SessionPage, following: Session | None) -> list[Part]:
    text = page.words.text
    notice = text("Illustrative data: made up as an example. Nobody really said this.")
    few = text("So few people took part that the report only lists what they said.")
    told = [Part(few)] if page.small else [Part(text("What stood out:")), *_findings(page), *_quote(page)]
    return [
        Part(f"# {_name(str(getattr(page.session.title, page.language)))}"),
        Part(f"*{notice}*" if page.session.illustrative else ""),
        Part(" ".join(part for part in (_held(page), _care(page)) if part)),
        *_groups(page),
        *told,
        Part(_next_step(page)),
        *([Part(_following(page, following), needed=False)] if following else []),
    ]


def _held(page: SessionPage) -> str:
    """Say when, with how many people and about what."""
    words, paper = page.words, page.synthesis.paper
    date, title = words.date(page.session.date), _name(paper.title if paper else "")
    if page.small:
        smallest = page.settings.thresholds.smallest_cell
        return words.text(
            "On {date}, fewer than {smallest} people gave feedback.", date=date, smallest=smallest
        )
    if not title:
        return words.plural(
            "On {date}, 1 person gave feedback.",
            "On {date}, {n} people gave feedback.",
            page.people,
            date=date,
        )
    return words.plural(
        "On {date}, 1 person gave feedback on “{paper}”.",
        "On {date}, {n} people gave feedback on “{paper}”.",
        page.people,
        date=date,
        paper=title,
    )


def _groups(page: SessionPage) -> list[Part]:
    from lcsynth.analysis.people import participation

    smallest = page.settings.thresholds.smallest_cell
    groups = participation(page.synthesis.contributions, by="audience", smallest_cell=smallest)
    shown = [
        page.words.text(
            "{group} ({people})",
            group=_name(page.audience(str(group["group"]))),
            people=int(group["contributors"]),
        )
        for group in groups.to_dict("records")
        if group["group"] and not group["suppressed"]
    ]
    if page.small or not shown:
        return []
    return [Part(page.words.text("Who took part: {groups}.", groups=page.words.join(shown)), needed=False)]


def _care(page: SessionPage) -> str:
    if not page.indicative or page.small:
        return ""
    return page.words.text("That is not many: read the numbers as an indication.")


def _findings(page: SessionPage) -> list[Part]:
    """Give the first findings; that few took part is said already."""
    sentences = [sentence for one, sentence in page.told(_name) if one.kind != "indicative"]
    return [
        Part(f"- {sentence}", needed=place == 0) for place, sentence in enumerate(sentences[:MOST_FINDINGS])
    ]


def _quote(page: SessionPage) -> list[Part]:
    """Give the first quote of the largest theme that can stand here, rather in the language of the page.

    A quote may not be changed by a letter, so one that would do something where it is pasted is not taken.
    """
    size = {theme_id: place for place, theme_id in enumerate(page.overview["theme_id"])}
    ordered = page.quotes.assign(
        other=page.quotes["language"] != page.language, size=page.quotes["theme_id"].map(size)
    ).sort_values(["other", "place", "size"])
    fits = ordered["text"].map(lambda text: len(text) <= _LONGEST_QUOTE and inert(text)).astype(bool)
    return [
        Part(f"“{quote.text}” ({quote.statement_id})", needed=False)
        for quote in quotes_of(page, _checked(page, ordered[fits].head(1)))
    ]


def _checked(page: SessionPage, quotes: pd.DataFrame) -> pd.DataFrame:
    from lcsynth.analysis.quotes import verify

    verify(
        quotes=quotes,
        statements=page.synthesis.statements,
        contributions=page.synthesis.contributions,
        assignments=page.synthesis.assignments,
    )
    return quotes


def _next_step(page: SessionPage) -> str:
    text, decisions = page.words.text, page.synthesis.decisions
    step = text(
        "The authors weigh each theme for the next version of the paper and say what they did with it."
    )
    taken = int((decisions["decision"] != "open").sum())
    if not taken:
        return step
    done = page.words.plural(
        "They have decided on 1 place so far.", "They have decided on {n} places so far.", taken
    )
    return f"{step} {done}"


def _following(page: SessionPage, following: Session) -> str:
    words = page.words
    when = [words.date(following.date), words.time(following.start, following.end), _name(following.place)]
    return words.text(
        "The next session: {title}, {when}.",
        title=_name(str(getattr(following.title, page.language))),
        when=", ".join(part for part in when if part),
    )


def _about(page: SessionPage) -> list[str]:
    """Say more about how it is made, where there is little else to say."""
    text = page.words.text
    return [
        text(
            "The whole report shows every theme with its size, the quotes it rests on and the place in the "
            "paper it is about. What stands on its own is listed too."
        ),
        text(
            "Names, e-mail addresses, phone numbers and the like are masked; apart from that, not a letter "
            "of what people said is changed. Every quote carries its number."
        ),
        text(
            "Statements that resemble each other form a theme, by fixed rules. Sizes are counted in people, "
            "so nobody counts for more by writing more. The report is one file and opens in any browser, "
            "without a network."
        ),
    ]


def _name(text: str) -> str:
    return escaped(shortened(plain(text), _LONGEST_NAME))
