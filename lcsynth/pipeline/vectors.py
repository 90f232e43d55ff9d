"""The vectors of texts, kept in the workspace: only a text that is new is embedded."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lcsynth.pipeline.freshness import fingerprint
from lcsynth.workspace import Workspace
from lcsynth.workspace.files import read_table, write_table

if TYPE_CHECKING:
    import numpy as np

    Vector = np.ndarray[Any, Any]

FILE = "vectors.parquet"
STORED = "<f4"


@dataclass(frozen=True)
class KeptVectors:
    """The vectors of a workspace, a file per session, looked up over all sessions.

    A vector is kept under a hash of the embedder, its versions and the text. The hash is made with the secret
    of the workspace, because that of a short text could be guessed; no text is kept. What a session no longer
    says, or says in other words since it was masked better, leaves its file, and no other.

    Parameters
    ----------
    workspace
        Where they are kept.
    embedder
        The name of the embedder.
    versions
        Of the packages that can change its vectors.
    secret
        Of the workspace.
    """

    workspace: Workspace
    embedder: str
    versions: dict[str, str]
    secret: bytes
    _found: dict[bytes, Vector] = field(default_factory=dict)
    _read: set[str] = field(default_factory=set)

    def of(
        self, session_id: str, texts: Sequence[str], encode: Callable[[list[str]], Vector]
    ) -> list[Vector]:
        """Give the vector of each text of a session; ``encode`` gets those that no session has.

        Raises
        ------
        DataError
            When a file cannot be read or written, or what ``encode`` raises.
        """
        keys = [self._key(text) for text in texts]
        kept = self._look_in(session_id)
        wanted = dict(zip(keys, texts, strict=True))
        if wanted.keys() - self._found.keys():
            self._look_everywhere()
        new = {key: text for key, text in wanted.items() if key not in self._found}
        if new:
            self._found.update(zip(new, encode(list(new.values())), strict=True))
        if wanted.keys() != kept or not wanted:
            self._keep(session_id, sorted(wanted))
        return [self._found[key] for key in keys]

    def encode(self, texts: Sequence[str], encode: Callable[[list[str]], Vector]) -> Vector:
        """Embed texts as ``encode`` does, which gets those that no session has; nothing is kept.

        Returns
        -------
        numpy.ndarray
            Shape (texts, dimensions), float32.
        """
        import numpy as np

        self._look_everywhere()
        found = {text: self._found.get(self._key(text)) for text in dict.fromkeys(texts)}
        new = [text for text, vector in found.items() if vector is None]
        if new:
            found.update(zip(new, encode(new), strict=True))
        return np.stack([vector for text in texts if (vector := found[text]) is not None])

    def _key(self, text: str) -> bytes:
        made_from = fingerprint(self.embedder, self.versions, text)
        return hmac.digest(self.secret, made_from.encode(), "sha256")

    def _look_everywhere(self) -> None:
        for path in sorted(self.workspace.interim().glob(f"*/{FILE}")):
            if path.parent.name not in self._read:
                self._look_in(path.parent.name)

    def _look_in(self, session_id: str) -> set[bytes]:
        """Read what a session keeps, and tell under which hashes."""
        import numpy as np

        self._read.add(session_id)
        path = self._path(session_id)
        if not path.exists():
            return set()
        table = read_table(path)
        if "key" not in table:  # written by a version that kept the texts too
            return set()
        whole = np.frombuffer(b"".join(table["vector"]), dtype=STORED).astype(np.float32, copy=False)
        kept = dict(zip(table["key"], whole.reshape(len(table), -1), strict=True))
        self._found.update(kept)
        return set(kept)

    def _keep(self, session_id: str, keys: Sequence[bytes]) -> None:
        import pandas as pd

        path = self._path(session_id)
        if not keys:
            path.unlink(missing_ok=True)
            return
        rows = [self._found[key].astype(STORED).tobytes() for key in keys]
        write_table(pd.DataFrame({"key": pd.Series(keys, dtype=object), "vector": rows}), path)

    def _path(self, session_id: str) -> Path:
        return self.workspace.interim(session_id, FILE)
