"""From texts to themes in one call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from lcsynth.themes.embedders import DEFAULT_EMBEDDER, Embedder, load_embedder

if TYPE_CHECKING:
    import numpy as np
    from scipy import sparse

    from lcsynth.themes.graphs import Graphs
    from lcsynth.themes.inputs import Inputs
    from lcsynth.themes.stability import Stability
    from lcsynth.themes.text_words import TextWords
    from lcsynth.themes.theme_model import ThemeModel

CLUSTER_FROM = 15
INDICATIVE_UP_TO = 100


@dataclass(frozen=True)
class Discovery:
    """The themes of a set of texts; every array is in the order of the texts.

    Attributes
    ----------
    labels
        Shape (texts,), int: the theme of each text, from 0 by falling size; -1 is a single voice.
    similarity
        Shape (texts,), float: cosine with the centre of the own theme, both seen from the mean of all
        texts; NaN for a single voice.
    keywords
        Theme → up to ten words or phrases, best first.
    names
        Theme → ``{"nl": …, "en": …}``, a readable label; no two themes have the same one.
    stability
        Theme → 0…1: how far it comes back in resamples (Hennig 2007); NaN where too few texts tell.
    agreement
        Of all themes together with those of resamples: mean adjusted Rand index, 1 is the same; NaN as above.
    also
        Place of a text → further themes that it is also about, each with its similarity; most have none.
    subthemes
        Shape (texts,), int: the part of its theme that a text is in, from 0 by falling size; -1 where a theme
        is too small to be parted, or the part too small to be shown.
    subtheme_names
        Theme and part → ``{"nl": …, "en": …}``, a readable label.
    embeddings
        Shape (texts, dimensions), float32.
    points
        Shape (texts, at most 64), float32: where the texts were compared, see `joint_space`.
    """

    labels: np.ndarray
    similarity: np.ndarray
    keywords: dict[int, list[str]]
    names: dict[int, dict[str, str]]
    stability: dict[int, float]
    agreement: float
    also: dict[int, list[tuple[int, float]]]
    subthemes: np.ndarray
    subtheme_names: dict[tuple[int, int], dict[str, str]]
    embeddings: np.ndarray
    points: np.ndarray
    _fit_model: Callable[[], ThemeModel] = field(repr=False, compare=False)

    @cached_property
    def model(self) -> ThemeModel:
        """The fitted BERTopic model; ``model.topics_`` equals ``labels``.

        Fitted on first use, because nothing else here is told by it.
        """
        return self._fit_model()

    @property
    def indicative(self) -> bool:
        """Whether there are so few texts, at most 100, that other ones could well give other themes."""
        return len(self.labels) <= INDICATIVE_UP_TO


def discover(
    texts: Sequence[str],
    embedder: Embedder | str | None = None,
    seed: int = 0,
    *,
    languages: Sequence[str] | None = None,
    embeddings: np.ndarray | None = None,
    labels: np.ndarray | None = None,
    groups: Sequence[str] | None = None,
    cluster_from: int = CLUSTER_FROM,
    read: TextWords | None = None,
) -> Discovery:
    """Find the themes of a set of texts, or describe the themes they have been given.

    The result does not depend on the order of the texts.

    Parameters
    ----------
    texts
        At least one string. Below ``cluster_from`` different texts every text is a single voice.
    embedder
        An embedder, or the name of one or of a pair (see `load_embedder`); the default one if None. To name a
        model of a public hub is to allow that it is downloaded.
    seed
        Of Leiden and of the resamples.
    languages
        Per text ``nl``, ``en`` or ``other``: keeps the words of two languages apart in names. Told from the
        texts if None.
    embeddings
        Shape (texts, dimensions), when they are known already. The embedder is then only for new texts.
    labels
        Shape (texts,), 0…k - 1 or -1: nothing is clustered, these groups are described.
    groups
        Per text who said it: stability is then measured over resamples of contributors.
    cluster_from
        The number of different texts from which on there is clustering.
    read
        The words of texts that were read before; those of other texts are read here.

    Raises
    ------
    CallError
        If there are no texts, one is not a string, an argument has another length, the embedder is
        unknown, not installed or not to be had, or the numbers of the labels skip one.
    """
    # Most of a second of imports.
    import numpy as np

    from lcsynth.themes.centres import Centres, own_similarity
    from lcsynth.themes.clustering import find_clusters
    from lcsynth.themes.further import further_themes
    from lcsynth.themes.inputs import check_inputs
    from lcsynth.themes.labels import describe, describe_parts
    from lcsynth.themes.spoken import Spoken
    from lcsynth.themes.subthemes import find_subthemes
    from lcsynth.themes.usage import Usage

    known = check_inputs(texts, languages=languages, embeddings=embeddings, labels=labels, groups=groups)
    chosen = load_embedder(embedder or DEFAULT_EMBEDDER) if isinstance(embedder, str | None) else embedder
    if known.embeddings is None:
        known = replace(known, embeddings=chosen.encode(known.texts))
    if known.languages is None:
        known = replace(known, languages=_languages(known.texts))
    given = known.embeddings
    assert given is not None
    order = known.canonical_order()
    places = np.argsort(order)
    known = known.in_order(order)
    assert known.embeddings is not None

    usage = Usage.of(known.texts, read)
    words = usage.lemmas()
    clustering = None
    if known.labels is None:
        clustering = find_clusters(known.embeddings, words, seed=seed, cluster_from=cluster_from)
        found: np.ndarray = clustering.labels
        centres, graphs, nodes = clustering.centres, clustering.graphs, clustering.nodes
    else:
        found = known.labels
        centres = Centres.of(known.embeddings, found, mean=known.embeddings.mean(axis=0), fits_above=None)
        graphs, nodes = _graphs(known.embeddings, words, cluster_from)
    similar = centres.similarities(known.embeddings[found >= 0])
    similarity = own_similarity(similar, found)
    spoken = Spoken.of(usage, known.languages, similarity, found)
    keywords, names = describe(spoken, found)
    stability = _stability(known, found, graphs, nodes, seed)
    parts = find_subthemes(graphs.whole, nodes, found, seed=seed)
    points = graphs.points[nodes]
    also = further_themes(similar, found, centres)

    def fit_model() -> ThemeModel:
        from lcsynth.themes import model as topic_model
        from lcsynth.themes.clusterer import GivenGroups, LeidenClusterer

        assert known.embeddings is not None
        clusterer: LeidenClusterer | GivenGroups
        if clustering is None:
            clusterer = GivenGroups().fit(known.embeddings, found)
        else:
            clusterer = LeidenClusterer(words=words, seed=seed, cluster_from=cluster_from).hold(clustering)
        fitted = topic_model.fit_model(
            known.texts, known.embeddings, embedder=chosen, clusterer=clusterer, lexicon=usage.lexicon
        )
        fitted.place(points, known.texts, similarity)
        topic_model.reorder(fitted, places)
        return fitted

    return Discovery(
        labels=found[places],
        similarity=similarity[places],
        keywords=keywords,
        names=names,
        stability=stability.of_theme,
        agreement=stability.agreement,
        also={int(order[row]): themes for row, themes in also.items()},
        subthemes=parts[places],
        subtheme_names=describe_parts(spoken, found, parts),
        embeddings=given,
        points=points[places],
        _fit_model=fit_model,
    )


def _languages(texts: Sequence[str]) -> list[str]:
    """Tell the language of every text; the few words of a short one are taken for what most are in."""
    from lcsynth.prepare.language import ENOUGH_WORDS, Languages, majority
    from lcsynth.prepare.words import Words

    languages = Languages(Words())
    judged = [languages.judge(text) for text in texts]
    leaning = majority(judged)
    return [
        one.language if one.words >= ENOUGH_WORDS else languages.judge(text, leaning).language
        for text, one in zip(texts, judged, strict=True)
    ]


def _graphs(embeddings: np.ndarray, words: sparse.csr_matrix, cluster_from: int) -> tuple[Graphs, np.ndarray]:
    """Build the graph of statements whose themes are given."""
    from lcsynth.themes.clustering import distinct_rows, words_of_nodes
    from lcsynth.themes.graphs import Graphs

    rows, nodes = distinct_rows(embeddings)
    return Graphs.of(rows, words_of_nodes(words, nodes), least=cluster_from), nodes


def _stability(known: Inputs, labels: np.ndarray, graphs: Graphs, nodes: np.ndarray, seed: int) -> Stability:
    """Repeat what made the themes: the clustering, or for given themes the joining of the nearest."""
    import numpy as np

    from lcsynth.themes.clustering import RESOLUTION
    from lcsynth.themes.stability import bootstrap, by_centres, by_clustering, unknown

    if not graphs.whole.nnz:
        return unknown(labels)
    if known.labels is None:
        regroup = by_clustering(graphs.resampled, nodes, resolution=RESOLUTION, seed=seed)
    else:
        regroup = by_centres(graphs.points[nodes], labels)
    groups = None if known.groups is None else np.array(known.groups)
    return bootstrap(labels, regroup, groups=groups, seed=seed)
