"""What everything that is read from a settings file has in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

# The type of an error about what may be a secret, so that its message does not repeat what was found.
UNSHOWN = "unshown"


class Model(BaseModel):
    """What all settings share: they are frozen, and a key nobody knows is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _a_key_without_a_value_is_absent(cls, tree: Any) -> Any:
        if not isinstance(tree, dict):
            return tree
        return {key: value for key, value in tree.items() if value is not None or key not in cls.model_fields}
