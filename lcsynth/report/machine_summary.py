"""Summaries written by a language model: shown as such, each sentence with the statements it rests on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lcsynth.report.page import Page
from lcsynth.report.quoted import Quote, quotes_of
from lcsynth.workspace.endpoint import is_this_computer

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class MachineSentence:
    """One sentence, and the ids of the statements it rests on."""

    text: str
    statement_ids: tuple[str, ...]


@dataclass(frozen=True)
class MachineSummary:
    """What a language model wrote about a theme.

    Attributes
    ----------
    anchor
        The id of the box in the page.
    heading
        Says that no people wrote this, and which model did.
    label_heading, label
        The label it suggests, or nothing, and what that is.
    quotes_heading, quotes
        The statements it rests on that are not quoted above it.
    """

    anchor: str
    heading: str
    sentences: tuple[MachineSentence, ...]
    label_heading: str
    label: str
    quotes_heading: str
    quotes: tuple[Quote, ...]

    @property
    def statement_ids(self) -> frozenset[str]:
        """All statements that it rests on."""
        return frozenset(name for sentence in self.sentences for name in sentence.statement_ids)


def machine_summary(page: Page, theme_id: str, quoted: Collection[str] = ()) -> MachineSummary | None:
    """Make the summary of a theme in the language of the page; None where there is none.

    Parameters
    ----------
    quoted
        Ids of statements that stand beside it already.
    """
    own = page.summaries[page.summaries["theme_id"] == theme_id].sort_values("sentence")
    if own.empty:
        return None
    text, first = page.words.text, own.iloc[0]
    cited: pd.DataFrame = page.cited[page.cited["theme_id"] == theme_id]
    elsewhere = cited["statement_id"].isin(quoted)
    return MachineSummary(
        anchor=f"{theme_id}-summary",
        heading=text("Summary by a language model ({model}), not written by people", model=first["model"]),
        sentences=tuple(
            MachineSentence(str(row["text"]), tuple(row["statement_ids"].split()))
            for row in own.to_dict("records")
        ),
        label_heading=text("Label that the language model suggests") if first["label"] else "",
        label=str(first["label"]),
        quotes_heading=text("The other statements that this summary names")
        if elsewhere.any()
        else text("The statements that this summary names"),
        quotes=tuple(replace(quote, anchor=True) for quote in quotes_of(page, cited[~elsewhere])),
    )


def account(page: Page) -> list[str]:
    """Say what was asked of a language model and what came of it; nothing where none was asked."""
    asked = page.synthesis.passport.get("endpoint")
    if not isinstance(asked, Mapping) or not asked["questions"]:
        return []
    text, plural = page.words.text, page.words.plural
    host = str(asked["host"])
    where = text("this computer ({host})", host=host) if is_this_computer(host) else host
    who: dict[str, Any] = {"model": str(asked["model"]), "host": where, "of": asked["questions"]}
    sentences = [
        plural(
            "A language model ({model}) on {host} was asked to sum up 1 theme. For that it was sent the "
            "masked text of statements, without who said them.",
            "A language model ({model}) on {host} was asked to sum up {n} themes. For that it was sent the "
            "masked text of statements, without who said them.",
            asked["themes"],
            **who,
        )
    ]
    if asked["summarised"]:
        sentences.append(
            text(
                "What it wrote stands in boxes that say so. Of each sentence it was checked that the "
                "statements it names exist and belong to the theme, not that it puts them right: that is "
                "for the reader."
            )
        )
    if asked["dropped"]:
        sentences.append(
            plural(
                "1 sentence of the language model was left out, because it named no statement that had been "
                "sent, or was too long or held a link.",
                "{n} sentences of the language model were left out, because they named no statement that had "
                "been sent, or were too long or held a link.",
                asked["dropped"],
            )
        )
    if asked["unanswered"]:
        sentences.append(
            plural(
                "To 1 of {of} questions the language model ({model}) on {host} gave no answer.",
                "To {n} of {of} questions the language model ({model}) on {host} gave no answer.",
                asked["unanswered"],
                **who,
            )
        )
    if asked["unusable"]:
        sentences.append(
            plural(
                "To 1 of {of} questions the language model ({model}) on {host} gave an answer that could not "
                "be used.",
                "To {n} of {of} questions the language model ({model}) on {host} gave an answer that could "
                "not be used.",
                asked["unusable"],
                **who,
            )
        )
    return sentences
