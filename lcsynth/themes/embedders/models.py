"""Where the models of sentence-transformers are: in a folder, in the cache of the hub, or on the hub."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lcsynth.errors import CallError

# An owner and a model; a commit, branch or tag after the @.
_ON_THE_HUB = re.compile(r"(?P<repo_id>\w[\w.-]*/\w[\w.-]*)(?:@(?P<revision>[\w./-]+))?", re.ASCII)
# What tells a model of sentence-transformers from a bare transformer, of which it would make something else.
_MODULES = "modules.json"
# The same weights, for programs that are not used here.
_FOR_OTHERS = ["onnx/*", "openvino/*", "*.onnx", "*.h5", "*.msgpack", "*.ot", "*.gguf", "*.tflite"]
_OLD_WEIGHTS = "pytorch_model*.bin"
# What reading a damaged, incomplete or foreign model ends in, by experiment.
_DAMAGE = (OSError, ValueError, LookupError, TypeError, AttributeError, ImportError, RuntimeError)


def is_folder(model: str) -> bool:
    """Tell a whole path from a name on the hub, whatever folders there are here."""
    return model.startswith("~") or Path(model).is_absolute()


def on_the_hub(model: str) -> dict[str, str | None]:
    """Split a name on the hub into ``repo_id`` and ``revision``; empty when it is no such name."""
    found = _ON_THE_HUB.fullmatch(model)
    return found.groupdict() if found else {}


def kept_model(model: str) -> Path | None:
    """Find a model of the hub in the local cache, without a network; None when it is not there whole."""
    from huggingface_hub import snapshot_download

    try:
        folder = Path(snapshot_download(**on_the_hub(model), local_files_only=True))
    except (FileNotFoundError, ValueError):  # not there, or no name that the hub allows
        return None
    return folder if (folder / _MODULES).exists() else None


def fetch_model(model: str) -> Path:
    """Download a model of the hub into the local cache, or what is absent there.

    Raises
    ------
    CallError
        When it cannot be downloaded.
    """
    import httpx
    from huggingface_hub import snapshot_download

    wanted = on_the_hub(model)
    try:
        folder = Path(snapshot_download(**wanted, ignore_patterns=[*_FOR_OTHERS, _OLD_WEIGHTS]))
        if not any(folder.glob("*.safetensors")):
            folder = Path(snapshot_download(**wanted, ignore_patterns=_FOR_OTHERS))
    except (OSError, ValueError, httpx.HTTPError) as error:
        raise CallError(
            f"The model '{model}' is not on this computer and cannot be downloaded ({_first_line(error)})",
            where="embedder",
            mend="Check its name and the network, give the whole path of a folder that holds it, "
            "or name another embedder",
        ) from error
    return folder


def read_model(folder: Path) -> Any:
    """Read a model from a folder, on the processor: a graphics card gives other last bits.

    Raises
    ------
    CallError
        When there is no whole model of sentence-transformers in it.
    """
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer

    if not (folder / _MODULES).exists():
        raise _unreadable(folder, f"it has no {_MODULES}")
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (*_DAMAGE, SafetensorError) as error:
        raise _unreadable(folder, _first_line(error)) from error


def _unreadable(folder: Path, why: str) -> CallError:
    return CallError(
        f"This is no model that sentence-transformers can read ({why})",
        where=str(folder),
        expected="what `SentenceTransformer.save` writes",
        mend="Save it again, or name another embedder",
    )


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
