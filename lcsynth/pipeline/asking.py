"""Summaries of themes by the endpoint of the workspace: asked once, kept, and checked on every use."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lcsynth import schema
from lcsynth.pipeline.endpoint import NoAnswerError, ask, key_of
from lcsynth.pipeline.freshness import ANSWERS, fingerprint, read_state
from lcsynth.themes.summary_answers import Answer, check_answer
from lcsynth.themes.summary_questions import Question, questions
from lcsynth.workspace import Workspace
from lcsynth.workspace.endpoint import Endpoint
from lcsynth.workspace.files import write_text

if TYPE_CHECKING:
    import pandas as pd

# After so many questions in a row without an answer a run asks no more: it is down, or far too slow.
ENOUGH_FAILURES = 2


@dataclass
class Asking:
    """Asks the questions of one run.

    Parameters
    ----------
    workspace
        Whose themes they are about.
    endpoint
        The one that the workspace names.
    tell
        Told how many of the questions about a session are done, and how many there are.
    offline
        Use what is kept and ask nothing.
    """

    workspace: Workspace
    endpoint: Endpoint
    tell: Callable[[int, int], None] = lambda *_: None
    offline: bool = False
    _failures: int = field(default=0, init=False)
    _reason: str = field(default="", init=False)

    def summaries(
        self, scope: str, tables: Mapping[str, pd.DataFrame]
    ) -> tuple[pd.DataFrame, dict[str, str | int]]:
        """Give the summaries of the themes of a session, or of all; ask only what was not answered before.

        Parameters
        ----------
        scope
            The session id, or the name of the folder for all sessions.
        tables
            Of the schema: themes, statements, contributions and assignments.

        Returns
        -------
        tuple of DataFrame and dict
            The summaries table, and the account for the passport: ``host``, ``model``, ``themes`` that were
            asked about, ``summarised`` themes, ``questions`` (a theme in a language), of which ``unanswered``
            and ``unusable``, ``dropped`` sentences, and the ``reason`` why there was no answer.

        Raises
        ------
        DataError
            When there is something to ask and the key is absent.
        """
        import pandas as pd

        asked = self._questions(tables)
        names = [self._name(question) for question in asked]
        known = self._kept()
        rows: list[tuple[object, ...]] = []
        count = Counter(questions=len(asked), unanswered=0, unusable=0, dropped=0)
        for place, question in enumerate(asked):
            self.tell(place, len(asked))
            try:
                answer = self._answer(question, names[place], known)
            except NoAnswerError:
                count["unanswered"] += 1
                continue
            # After each, because one can take a minute and a run may be stopped.
            self._keep(scope, names, known)
            if answer is None:
                count["unusable"] += 1
                continue
            count["dropped"] += answer.dropped
            rows += _rows(question, answer, self.endpoint.model)
        self._keep(scope, names, known)
        table = schema.conform(pd.DataFrame(rows, columns=schema.columns("summaries")), "summaries")
        return table, {
            "host": self.endpoint.host,
            "model": self.endpoint.model,
            "themes": len({question.theme_id for question in asked}),
            "summarised": int(table["theme_id"].nunique()),
            **count,
            "reason": self._reason if count["unanswered"] else "",
        }

    def _questions(self, tables: Mapping[str, pd.DataFrame]) -> list[Question]:
        settings = self.workspace.settings
        if tables["contributions"]["contributor"].nunique() < settings.thresholds.smallest_cell:
            return []  # so few people are listed, not summed up
        return questions(
            themes=tables["themes"],
            statements=tables["statements"],
            contributions=tables["contributions"],
            assignments=tables["assignments"],
            languages=settings.languages,
        )

    def _name(self, question: Question) -> str:
        """Hash what decides the answer."""
        endpoint, seed = self.endpoint, self.workspace.settings.seed
        return fingerprint(endpoint.url, endpoint.model, question.messages(), question.form(), seed)

    def _answer(self, question: Question, name: str, known: dict[str, str]) -> Answer | None:
        """Give the answer that is kept, or ask; None when it is not what was asked for, twice."""
        if name in known and (answer := check_answer(known[name], question.statements)):
            return answer
        for messages in (question.messages(), question.messages_again()):
            content = self._send(messages, question)
            if answer := check_answer(content, question.statements):
                known[name] = content
                return answer
        return None

    def _send(self, messages: Sequence[Mapping[str, str]], question: Question) -> str:
        if self.offline or self._failures >= ENOUGH_FAILURES:
            raise NoAnswerError(self._reason)
        key = key_of(self.endpoint, str(self.workspace.data / "workspace.yaml"))
        seed = self.workspace.settings.seed
        try:
            content = ask(self.endpoint, messages, question.form(), key=key, seed=seed)
        except NoAnswerError as error:
            self._failures += 1
            self._reason = str(error)
            raise
        self._failures = 0
        return content

    def _kept(self) -> dict[str, str]:
        """Read what was answered before; with one session its questions are also those about all."""
        found: dict[str, str] = {}
        for path in sorted(self.workspace.interim().glob(f"*/{ANSWERS}")):
            found |= {name: text for name, text in read_state(path).items() if isinstance(text, str)}
        return found

    def _keep(self, scope: str, names: Sequence[str], known: Mapping[str, str]) -> None:
        """Keep the answers to these questions only: a text that has been masked since may not stay."""
        path = self.workspace.interim(scope, ANSWERS)
        kept = {name: known[name] for name in names if name in known}
        if kept != read_state(path):
            write_text(path, json.dumps(kept, ensure_ascii=False, indent=1))


def _rows(question: Question, answer: Answer, model: str) -> list[tuple[object, ...]]:
    """Write an answer as rows of the summaries table."""
    return [
        (
            question.theme_id,
            question.language,
            place,
            sentence.text,
            " ".join(sentence.statement_ids),
            answer.label,
            model,
        )
        for place, sentence in enumerate(answer.sentences, start=1)
    ]
