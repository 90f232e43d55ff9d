"""Statements to themes: embedders, clusterer, the BERTopic model, labels, stability."""

from lcsynth.themes.discovery import Discovery, discover
from lcsynth.themes.embedders import DEFAULT_EMBEDDER, Embedder, load_embedder

__all__ = ["DEFAULT_EMBEDDER", "Discovery", "Embedder", "discover", "load_embedder"]
