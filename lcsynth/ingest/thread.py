"""What was said so far in a chat: which message a quote means, and who reacted to it how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from lcsynth.ingest.contribution import Vote
from lcsynth.ingest.reactions import Reaction, is_against

_REPLY = re.compile(
    r"(?:replying to|in reply to|antwoord(?:en)? op|reageren op|in antwoord op)\s*[\"“„]",
    re.IGNORECASE,
)
_DOTS = re.compile(r"\s*(?:\.\.\.|…)$")
_CLOSING = re.compile(r"[\"”]")
_MOST_QUOTES = 20  # closing quotes that are tried as the end of a quotation
_START = 4  # characters


@dataclass
class Message:
    """One message; a private one is kept only to know its quotations."""

    locator: str
    private: bool = False
    reactions: dict[str, set[str]] = field(default_factory=dict)


class Reply(NamedTuple):
    """A reply: to which message, and its own text without the quotation."""

    to: Message
    text: str


class Thread:
    """The messages of a chat in order, found by how they begin."""

    def __init__(self) -> None:
        self._messages: list[Message] = []
        self._public, self._private = _Index(), _Index()

    def add(self, locator: str, *texts: str, private: bool = False) -> None:
        """Add a message, under each of the texts by which it can be quoted."""
        message = Message(locator, private)
        if not private:
            self._messages.append(message)
        index = self._private if private else self._public
        for text in dict.fromkeys(filter(None, map(_flat, texts))):
            index.add(text, message)

    def reply(self, text: str) -> Reply | None:
        """Read a message that begins with a quotation of an earlier one; none when it does not."""
        found = _REPLY.match(text)
        if found is None:
            return None
        rest = text[found.end() :]
        ends = [one.start() for one in _CLOSING.finditer(rest)][:_MOST_QUOTES]
        # A quotation may hold quotation marks: the longest that is a message is meant.
        for index, exact in product((self._public, self._private), (True, False)):
            for end in reversed(ends):
                if message := index.find(_flat(rest[:end]), exact=exact):
                    return Reply(message, rest[end + 1 :].strip())
        return None

    def quoted(self, quote: str) -> Message | None:
        """Find the latest message that a quotation means: the whole of it, or its beginning and dots."""
        flat = _flat(quote)
        return self._public.find(flat) or self._private.find(flat)

    def react(self, who: str, reaction: Reaction) -> Message | None:
        """Note a reaction of somebody, or that it was taken back; none when its message is not here."""
        message = self._last(who, reaction) if reaction.quote is None else self.quoted(reaction.quote)
        if message is None or message.private:
            return message
        given = message.reactions.setdefault(who, set())
        if reaction.added:
            given.add(reaction.emoji)
        else:
            given.discard(reaction.emoji)
        return message

    def votes(self) -> Iterator[Vote]:
        """Give what is left of all reactions: of each person one vote for or against a message."""
        for message in self._messages:
            for who, emoji in message.reactions.items():
                for against in sorted({is_against(one) for one in emoji}):
                    yield Vote(message.locator, who, against)

    def _last(self, who: str, reaction: Reaction) -> Message | None:
        if not reaction.added:
            for message in reversed(self._messages):
                if reaction.emoji in message.reactions.get(who, ()):
                    return message
        return self._messages[-1] if self._messages else None


class _Index:
    """Messages by the whole of their text and by its first characters."""

    def __init__(self) -> None:
        self._whole: dict[str, Message] = {}
        self._beginning: dict[str, list[tuple[str, Message]]] = {}

    def add(self, text: str, message: Message) -> None:
        self._whole[text] = message
        for start in {text[:_START], ""}:
            self._beginning.setdefault(start, []).append((text, message))

    def find(self, quote: str, *, exact: bool = False) -> Message | None:
        """Find a message; ``exact`` refuses a beginning that is not marked as one by dots."""
        if quote in self._whole:
            return self._whole[quote]
        beginning = _DOTS.sub("", quote)
        if not beginning or (exact and beginning == quote):
            return None
        start = beginning[:_START] if len(beginning) >= _START else ""
        latest_first = reversed(self._beginning.get(start, []))
        return next((one for text, one in latest_first if text.startswith(beginning)), None)


def _flat(text: str) -> str:
    return " ".join(text.split())
