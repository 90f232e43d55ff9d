"""Sentence embedders behind one small protocol, and their names."""

from lcsynth.themes.embedders.embedder import Embedder
from lcsynth.themes.embedders.names import DEFAULT_EMBEDDER, hub_models, load_embedder, parts_of
from lcsynth.themes.embedders.settling import settle

__all__ = ["DEFAULT_EMBEDDER", "Embedder", "hub_models", "load_embedder", "parts_of", "settle"]
