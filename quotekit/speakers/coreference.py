"""
Read the caller's coreference: what their resolver returns, or what their spaCy pipeline has left on the Doc.

Either way the result is clusters of character offsets. Invalid output from a resolver raises an error; unrecognized
data on a Doc is ignored. Clusters are linked to speakers in :mod:`quotekit.speakers.cluster_referents`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import index
from typing import TYPE_CHECKING, Any, TypeAlias

from quotekit.errors import ResolverError, describe
from quotekit.text import TextIndex

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["Clusters", "Resolver", "find_resolver", "read_clusters"]

#: The bounds of the mentions of each person, organization or thing.
Clusters: TypeAlias = tuple[tuple[tuple[int, int], ...], ...]

#: Takes a Doc and returns its clusters.
Resolver: TypeAlias = "Callable[[Doc], Iterable[Iterable[Span | Sequence[int]]]]"

_SPAN_GROUPS = (re.compile(r"coref_clusters_\d+"), re.compile(r"coref_head_clusters_\d+"))
_RETURN_THIS = "return an iterable of clusters, each an iterable of mentions"
_MENTIONS = "a mention is a spaCy Span, or a pair of character offsets, end exclusive"


def find_resolver(resolver: Resolver | str | None) -> Resolver | None:
    """
    Check a resolver, or look one up by name.

    Args:
        resolver: A function that takes a Doc and returns its clusters, or the name of a function in spaCy's ``misc``
            registry that takes no arguments and returns such a function.

    Returns:
        The resolver, or None if None is given.

    Raises:
        ResolverError: It is neither a function nor a name, or no resolver factory is registered under that name.
    """
    if isinstance(resolver, str):
        return _Registered(resolver)
    if resolver is None or callable(resolver):
        return resolver
    problem = f"it must be a function or the name of one, got {describe(resolver)}"
    raise ResolverError(where="", problem=problem, remedy="give a function that takes a Doc and returns its clusters")


class _Registered:
    """A registered resolver, looked up again when it is unpickled in another process."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._resolver = _make_registered(name)

    def __call__(self, doc: Doc) -> Any:
        return self._resolver(doc)

    def __reduce__(self) -> tuple[type[_Registered], tuple[str]]:
        return type(self), (self._name,)


def _make_registered(name: str) -> Resolver:
    """Call the function registered under a name in spaCy's registry, which returns a resolver."""
    from spacy.util import registry

    if not registry.has("misc", name):
        problem = f"spaCy's registry 'misc' has nothing with the name {name!r}"
        remedy = f'import the module that registers it with @spacy.registry.misc("{name}")'
        raise ResolverError(where="", problem=problem, remedy=remedy)
    make = registry.get("misc", name)
    remedy = "register a function that takes nothing and returns the resolver"
    try:
        inspect.signature(make).bind()
    except TypeError as error:
        problem = f"what is registered as {name!r} must be called without arguments"
        raise ResolverError(where="", problem=problem, remedy=remedy) from error
    resolver: Resolver = make()
    if not callable(resolver):
        problem = f"what is registered as {name!r} must return a function, got {describe(resolver)}"
        raise ResolverError(where="", problem=problem, remedy=remedy)
    return resolver


def read_clusters(doc: Doc | None, resolver: Resolver | None = None) -> Clusters:
    """
    Read which mentions of a text refer to the same person, organization or thing.

    Args:
        doc: The text as processed by a spaCy pipeline. None if no pipeline was run, which gives no clusters.

        resolver: Returns the clusters of a Doc. Without one, reads the clusters that a pipeline has left on the Doc:
            span groups of spacy-experimental, ``doc._.coref_chains`` of coreferee, ``doc._.coref_clusters`` of
            fastcoref and neuralcoref.

    Returns:
        The clusters, each with the bounds of its mentions in text order, in characters of the Doc's text.

    Raises:
        ResolverError: The resolver returned something other than clusters of mentions in the text.

    Example:
        >>> import spacy
        >>> doc = spacy.blank("en")("Ida Holm left. She smiled.")
        >>> read_clusters(doc, lambda doc: [[doc[0:2], (15, 18)]])
        (((0, 8), (15, 18)),)
    """
    if doc is None:
        return ()
    if resolver is None:
        return _clusters_on(doc)
    clusters = _iterable(resolver(doc), "", "it must return an iterable of clusters", _RETURN_THIS)
    return _without_duplicates(_checked(doc, cluster, f"[{i}]") for i, cluster in enumerate(clusters))


def _without_duplicates(clusters: Iterable[Iterable[tuple[int, int]]]) -> Clusters:
    return tuple(filter(None, (tuple(sorted(set(cluster))) for cluster in clusters)))


def _iterable(value: Any, where: str, must: str, remedy: str) -> Iterable[Any]:
    """Return an iterable; raise an error for anything else, and for types that merely happen to be iterable."""
    from spacy.tokens import Span

    if isinstance(value, (str, bytes, Mapping, Span)) or not isinstance(value, Iterable):
        raise ResolverError(where, f"{must}, got {describe(value)}", remedy)
    return value


def _checked(doc: Doc, cluster: Any, where: str) -> list[tuple[int, int]]:
    """Return the bounds of a cluster's mentions; raise an error if it is not a cluster."""
    text = doc.text
    mentions = _iterable(cluster, where, "a cluster must be an iterable of mentions", _RETURN_THIS)
    return [_checked_bounds(text, mention, f"{where}[{i}]") for i, mention in enumerate(mentions)]


def _checked_bounds(text: str, mention: Any, where: str) -> tuple[int, int]:
    """Return the bounds of a mention; raise an error if it is not a mention in the text."""
    from spacy.tokens import Span

    bounds = (mention.start_char, mention.end_char) if isinstance(mention, Span) else _pair(mention)
    if bounds is None:
        problem = f"a mention must be a spaCy Span or a pair of character offsets, got {describe(mention)}"
        raise ResolverError(where, problem, _MENTIONS)
    start, end = bounds
    if not 0 <= start < end <= len(text):
        problem = f"a mention must have characters of the text, which has {len(text)}, got {start} to {end}"
        raise ResolverError(where, problem, _MENTIONS)
    if isinstance(mention, Span) and mention.text != text[start:end]:
        got = f"got {describe(mention)} where it has {describe(text[start:end])}"
        problem = f"a mention must be a Span of the same text, {got}"
        raise ResolverError(where, problem, "return Spans of the Doc that the resolver was given")
    return bounds


def _pair(mention: Any) -> tuple[int, int] | None:
    """Return a mention as a pair of integers; None if it is anything else."""
    if isinstance(mention, (str, bytes, Mapping)) or not hasattr(mention, "__getitem__"):
        return None
    try:
        start, end = mention
        return None if isinstance(start, bool) or isinstance(end, bool) else (index(start), index(end))
    except (TypeError, ValueError):
        return None


def _clusters_on(doc: Doc) -> Clusters:
    """Return the clusters that a pipeline has left on a Doc, from the first attribute that has any."""
    for name in _SPAN_GROUPS:
        clusters = _without_duplicates(_of_spans(group) for key, group in doc.spans.items() if name.fullmatch(key))
        if clusters:
            return clusters
    return _without_duplicates(_chains(doc)) or _without_duplicates(_extension_clusters(doc))


def _of_spans(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start_char, span.end_char) for span in spans if len(span)]


def _extension(doc: Doc, name: str) -> list[Any]:
    """Return the value of a custom attribute as a list; empty if the Doc has no such attribute."""
    return _list(doc._.get(name)) if doc.has_extension(name) else []


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping)) else []


def _chains(doc: Doc) -> Iterator[list[tuple[int, int]]]:
    """Yield coreferee's chains, whose mentions are indices of head tokens: several indices for "Ida and Bo"."""
    for chain in _extension(doc, "coref_chains"):
        indexes = (getattr(mention, "token_indexes", None) for mention in _list(chain))
        known = [tokens for tokens in indexes if tokens and all(0 <= i < len(doc) for i in tokens)]
        yield _of_spans(doc[min(tokens) : max(tokens) + 1] for tokens in known)


def _extension_clusters(doc: Doc) -> list[list[tuple[int, int]]]:
    """Return clusters of Spans, as neuralcoref leaves them, or of pairs of character offsets, as fastcoref does."""
    from spacy.tokens import Span

    clusters = [_list(getattr(cluster, "mentions", cluster)) for cluster in _extension(doc, "coref_clusters")]
    spans = [_of_spans(m for m in cluster if isinstance(m, Span)) for cluster in clusters]
    pairs = [[pair for pair in map(_pair, cluster) if pair] for cluster in clusters]
    # Some tools store token indices here. A one-token mention then repeats its index, which offsets never do.
    if any(start == end for cluster in pairs for start, end in cluster):
        return spans
    index = TextIndex(doc.text)
    whole = [[(start, end) for start, end in cluster if index.has_whole_words(start, end)] for cluster in pairs]
    return [[*a, *b] for a, b in zip(spans, whole, strict=True)]
