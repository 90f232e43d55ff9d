"""Asking an OpenAI-compatible endpoint: the only place where anything is sent over a network."""

from __future__ import annotations

import http.client
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from typing import IO, Any

from lcsynth.errors import DataError
from lcsynth.workspace.endpoint import Endpoint

# What an answer may hold; a summary is a thousandth of it.
MOST_BYTES = 2 * 2**20
_PART = 2**16


class NoAnswerError(Exception):
    """The endpoint gave nothing that can be read; the message says why, in a few words."""


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: statements and key go to the address that the workspace names, and no other."""

    def redirect_request(self, *_: Any) -> None:
        """Give no request to follow, so that the redirect counts as an error."""


def key_of(endpoint: Endpoint, where: str) -> str:
    """Read the key from the environment; empty when the endpoint needs none.

    Parameters
    ----------
    where
        The file that names the variable, for the message.

    Raises
    ------
    DataError
        When the variable is absent, or holds what cannot be a key.
    """
    name = endpoint.key_variable
    if not name:
        return ""
    key = os.environ.get(name, "").strip()
    if not key or not key.isascii() or not key.isprintable():
        raise DataError(
            f"The environment variable {name} {'holds no key' if key else 'is not set'}",
            where=f"{where}, endpoint, key_variable",
            expected="the key of the endpoint in it",
            mend=f"Set {name}, or take `endpoint` out of workspace.yaml to go on without summaries",
        )
    return key


def ask(
    endpoint: Endpoint,
    messages: Sequence[Mapping[str, str]],
    form: Mapping[str, Any],
    *,
    key: str = "",
    seed: int = 0,
) -> str:
    """Give what the model writes in answer to messages.

    Parameters
    ----------
    messages
        Each with ``role`` and ``content``.
    form
        The ``response_format`` that is asked for.
    key
        Goes along as a bearer token; empty sends none.
    seed
        For endpoints that draw; the temperature is 0.

    Raises
    ------
    NoAnswerError
        When the endpoint cannot be reached, takes longer than it may, refuses, or answers in another shape.
    """
    body = {
        "model": endpoint.model,
        "messages": list(messages),
        "temperature": 0,
        "seed": seed,
        "stream": False,
        "response_format": form,
    }
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "lcsynth"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    request = urllib.request.Request(  # noqa: S310 - the settings allow http and https only
        f"{endpoint.url}/chat/completions",
        data=json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        headers=headers,
        method="POST",
    )
    # A proxy on the way to this computer itself would take the statements off it.
    proxies = [urllib.request.ProxyHandler({})] if endpoint.here else []
    opener = urllib.request.build_opener(_StayHere(), *proxies)
    deadline = time.monotonic() + endpoint.seconds
    try:
        with opener.open(request, timeout=endpoint.seconds) as response:
            answer = _read(response, deadline)
    except urllib.error.HTTPError as error:
        with error:
            raise NoAnswerError(f"it answered with HTTP status {error.code}") from error
    except urllib.error.URLError as error:
        raise NoAnswerError(_reason(error.reason)) from error
    except (OSError, http.client.HTTPException) as error:
        raise NoAnswerError(_reason(error)) from error
    return _content(answer)


def _read(response: IO[bytes], deadline: float) -> bytes:
    """Read an answer within its time: the time-out of a socket begins anew with every byte."""
    parts: list[bytes] = []
    size = 0
    while part := response.read1(_PART):  # type: ignore[attr-defined]
        parts.append(part)
        size += len(part)
        if size > MOST_BYTES:
            raise NoAnswerError("its answer is far too long")
        if time.monotonic() > deadline:
            raise TimeoutError
    return b"".join(parts)


def _reason(error: object) -> str:
    if isinstance(error, TimeoutError):
        return "it took too long"
    if isinstance(error, ConnectionRefusedError):
        return "the connection was refused"
    # Never the text of an error about the answer: that is the endpoint's, and may be anything.
    return error.strerror if isinstance(error, OSError) and error.strerror else "the connection broke off"


def _content(answer: bytes) -> str:
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise NoAnswerError("it gave no chat completion")
    return content
