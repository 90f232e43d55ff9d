"""The names of embedders, as they stand in `workspace.yaml`, and what each stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lcsynth.errors import CallError, nearest
from lcsynth.themes.embedders.e5_small import E5Small
from lcsynth.themes.embedders.embedder import Embedder
from lcsynth.themes.embedders.models import is_folder
from lcsynth.themes.embedders.pair import PLUS, PairEmbedder
from lcsynth.themes.embedders.sentence_transformer import PREFIX, SentenceTransformerEmbedder
from lcsynth.themes.embedders.universal import UniversalSentenceEncoder

# What a new workspace gets on every platform; `lcsynth init` writes the name down, so that another choice
# here changes no workspace that exists. Mean adjusted Rand index on the five labelled sets, and texts a
# second on two busy cores (tests/benchmarks/embedders.py): this one 0.457 and 260, e5-small 0.443 and 8, the
# pair 0.475 and 5. The pair groups better on all five sets, but 2,000 statements take it minutes where this
# one takes seconds (on less busy cores e5-small did 40 a second), it is four times as large (133 MB), and
# Windows has no e5-small.
DEFAULT_EMBEDDER = UniversalSentenceEncoder.name

EMBEDDERS: Mapping[str, Callable[[], Embedder]] = MappingProxyType(
    {UniversalSentenceEncoder.name: UniversalSentenceEncoder, E5Small.name: E5Small}
)
_PARTS = {UniversalSentenceEncoder.name: UniversalSentenceEncoder.parts, E5Small.name: E5Small.parts}


def load_embedder(name: str = DEFAULT_EMBEDDER) -> Embedder:
    """Make the embedder of that name, or the pair of two names joined by " + ".

    Nothing is read or downloaded before its first text.

    Raises
    ------
    CallError
        If no embedder has that name, or it is not installed.
    """
    names = name.split(PLUS)
    if len(names) == 1:
        return _single(name)
    if len(names) > 2 or names[0] == names[1]:
        raise CallError(
            f"'{name}' is no pair of embedders",
            where="embedder",
            expected=f"two different names with '{PLUS}'",
        )
    return PairEmbedder(*map(_single, names))


def _single(name: str) -> Embedder:
    if name.startswith(PREFIX):
        return SentenceTransformerEmbedder(name)
    if name not in EMBEDDERS:
        known = [*EMBEDDERS, f"{PREFIX}owner/model"]
        raise CallError(f"There is no embedder '{name}'", where="embedder", mend=nearest(name, known))
    return EMBEDDERS[name]()


def parts_of(name: str) -> tuple[str, ...]:
    """Name the packages whose version can change the vectors of an embedder; none for an unknown one."""
    found: list[str] = []
    for one in name.split(PLUS):
        found += SentenceTransformerEmbedder.parts if one.startswith(PREFIX) else _PARTS.get(one, ())
    return tuple(found)


def hub_models(name: str) -> tuple[str, ...]:
    """Name the models of an embedder that come from a public hub, and not with a package or from a folder."""
    models = [one.removeprefix(PREFIX) for one in name.split(PLUS) if one.startswith(PREFIX)]
    return tuple(model for model in models if not is_folder(model))
