"""The methods the themes stage is measured against, and the environment that has them. No script by itself.

None of EVoC, PLSCAN and UMAP is a part of this project. A benchmark that needs them runs itself again in an
environment that uv adds them to; nothing is installed into the project's own.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from labelled_sets import PROJECT, LabelledSet
from sklearn.cluster import KMeans

# Module → the package that has it.
PACKAGES = {"umap": "umap-learn", "evoc": "evoc", "fast_plscan": "fast-plscan"}
BERTOPIC = "default BERTopic"
# Of the methods that are random: every figure is the mean over these.
SEEDS = (0, 1, 2)

Method = Callable[[LabelledSet, np.ndarray], list[np.ndarray]]


def absent(packages: Mapping[str, str] = PACKAGES) -> list[str]:
    """Name the packages that this environment does not have."""
    return [package for module, package in packages.items() if importlib.util.find_spec(module) is None]


def python_with(packages: Mapping[str, str]) -> list[str] | None:
    """Give the command of a Python that has these packages too; None when there is none, and says why."""
    if shutil.which("uv") is None:
        print(f"uv is not on the path: measured without {', '.join(absent(packages))}.")
        return None
    added = [word for package in packages.values() for word in ("--with", package)]
    python = ["uv", "run", "--quiet", "--project", str(PROJECT), *added, "python"]
    tried = subprocess.run(
        [*python, "-c", f"import {', '.join(packages)}"], capture_output=True, text=True, check=False
    )
    if tried.returncode:
        print(f"uv cannot add {', '.join(packages.values())}, and they are left out:\n{tried.stderr.strip()}")
        return None
    return python


def run_again_with(packages: Mapping[str, str], script: str, arguments: Sequence[str]) -> int | None:
    """Run a script again with these packages and give its exit code; None when they cannot be had."""
    python = python_with(packages)
    if python is None:
        return None
    return subprocess.run([*python, str(Path(script).resolve()), *arguments], check=False).returncode


def k_means(one: LabelledSet, embeddings: np.ndarray) -> list[np.ndarray]:
    """Cluster centred vectors into as many groups as there truly are, which nobody would know."""
    clusterer = KMeans(one.groups, n_init=10, random_state=0)
    return [np.asarray(clusterer.fit_predict(embeddings - embeddings.mean(axis=0)))]


def bertopic(one: LabelledSet, embeddings: np.ndarray) -> list[np.ndarray]:
    """Fit BERTopic as it comes, but for the seed of UMAP; on PCA, as it silently does, without umap-learn."""
    from bertopic import BERTopic

    if "umap-learn" in absent():
        return [np.array(BERTopic().fit_transform(one.texts, embeddings)[0])]
    return [
        np.array(BERTopic(umap_model=umap_of_bertopic(seed)).fit_transform(one.texts, embeddings)[0])
        for seed in SEEDS
    ]


def umap_of_bertopic(seed: int) -> object:
    """Make the UMAP that BERTopic makes by default (0.17), seeded."""
    from umap import UMAP

    return UMAP(
        n_neighbors=15,
        n_components=5,
        min_dist=0.0,
        metric="cosine",
        low_memory=False,
        random_state=seed,
        # What a seed makes it anyway, with a warning.
        n_jobs=1,
    )


def evoc(one: LabelledSet, embeddings: np.ndarray) -> list[np.ndarray]:
    """Embedding Vector Oriented Clustering, as it comes."""
    from evoc import EVoC

    return [np.asarray(EVoC(random_state=seed).fit_predict(embeddings)) for seed in SEEDS]


def plscan(one: LabelledSet, embeddings: np.ndarray) -> list[np.ndarray]:
    """Persistent leaf clusters (Bot and others 2025), as it comes, on the embeddings."""
    from fast_plscan import PLSCAN

    return [np.asarray(PLSCAN().fit(embeddings).labels_)]


def plscan_on_umap(one: LabelledSet, embeddings: np.ndarray) -> list[np.ndarray]:
    """PLSCAN in the place that HDBSCAN has in BERTopic."""
    from fast_plscan import PLSCAN

    return [
        np.asarray(PLSCAN().fit(umap_of_bertopic(seed).fit_transform(embeddings)).labels_) for seed in SEEDS
    ]


def methods() -> dict[str, Method]:
    """Gather the rivals that this environment has."""
    found: dict[str, Method] = {BERTOPIC: bertopic}
    if not absent():
        found |= {"EVoC": evoc, "PLSCAN": plscan, "PLSCAN on UMAP": plscan_on_umap}
    return found
