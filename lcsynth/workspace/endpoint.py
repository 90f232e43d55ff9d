"""The endpoint of a language model that a workspace may name; its key stands in no file."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from lcsynth.workspace.model import UNSHOWN, Model

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
# What people call the key of an endpoint, where they would write it down.
_KEYS = ("key", "api_key", "apikey", "token", "api_token", "secret", "password", "authorization", "bearer")


def _address(value: str) -> str:
    """Check the address of an endpoint: over http, and without anything in it that could be a secret."""
    try:
        parts = urlsplit(value)
        whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets or a port that cannot be
        whole = False
    if not whole or not value.isascii() or not value.isprintable() or " " in value:
        raise PydanticCustomError(
            UNSHOWN,
            "This is not the address of an endpoint",
            {"expected": "http:// or https://, a host and the path above /chat/completions: https://host/v1"},
        )
    if parts.username is not None or parts.query or parts.fragment:
        raise PydanticCustomError(
            UNSHOWN,
            "An address holds no name, password, ? or # here, because it is shown in reports",
            {"expected": "the address alone; key_variable names the environment variable that holds the key"},
        )
    return value.rstrip("/").removesuffix("/chat/completions")


def _variable(value: str) -> str:
    if value and not _VARIABLE.fullmatch(value):
        raise PydanticCustomError(
            UNSHOWN,
            "This is not the name of an environment variable",
            {"expected": "a name such as LCSYNTH_KEY; the key itself stands in no file"},
        )
    return value


Address = Annotated[str, AfterValidator(_address)]
Variable = Annotated[str, AfterValidator(_variable)]


def is_this_computer(host: str) -> bool:
    """Tell whether a host is the computer that asks for it."""
    return host in {"localhost", "127.0.0.1", "::1"}


class Endpoint(Model):
    """A language model that suggests labels and writes summaries, behind an OpenAI-compatible address.

    Attributes
    ----------
    url
        The address above ``/chat/completions``.
    model
        The name of the model, as the endpoint knows it.
    key_variable
        The environment variable that holds the key; empty where none is needed. The key stands in no file.
    seconds
        How long one answer may take.
    """

    url: Address
    model: str = Field(min_length=1, max_length=200)
    key_variable: Variable = ""
    seconds: int = Field(120, ge=1, le=3600)

    @property
    def host(self) -> str:
        """The machine that is asked."""
        return urlsplit(self.url).hostname or ""

    @property
    def here(self) -> bool:
        """Whether that is this computer itself."""
        return is_this_computer(self.host)

    @model_validator(mode="before")
    @classmethod
    def _no_key_is_written_down(cls, tree: Any) -> Any:
        for name in tree if isinstance(tree, dict) else ():
            if str(name).casefold().replace("-", "_") in _KEYS:
                raise PydanticCustomError(
                    UNSHOWN,
                    "A key may not stand in this file, which is kept and shared",
                    {
                        "place": (name,),
                        "expected": "key_variable: the name of an environment variable that holds the key",
                    },
                )
        return tree
