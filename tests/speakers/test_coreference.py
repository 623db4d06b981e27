"""
The caller's coreference: how clusters are read from a resolver and from a Doc, and whom sources mean by them.

Texts mark mentions of clusters, and sources with the speaker of each, as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import attrs
import numpy as np
import pytest
import spacy
from catalogue import REGISTRY
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry

from quotekit import Extractor
from quotekit.attributions.draft import Draft
from quotekit.errors import ResolverError
from quotekit.names import find_mentions
from quotekit.records import Spans
from quotekit.speakers import Clusters, Resolution, find_resolver, read_clusters, resolve_speakers
from quotekit.text import TextIndex
from tests.helpers import Told, parse_article
from tests.markup import parse as parse_markup
from tests.strategies import spans, texts, word_soups

TEXT = "Ida Holm met Bo Dray. She smiled, and he left."
HOLM, DRAY, SHE, HE = (0, 8), (13, 20), (22, 25), (38, 40)
EXPECTED = ((HOLM, SHE), (DRAY, HE))


@pytest.fixture(name="nlp", scope="module")
def fixture_nlp() -> Language:
    """A blank English pipeline."""
    return spacy.blank("en")


@pytest.fixture(name="doc")
def fixture_doc(nlp: Language) -> Doc:
    """The text as read by spaCy."""
    return nlp(TEXT)


@pytest.fixture(name="extend")
def fixture_extend() -> Iterator[Callable[[Doc, str, Any], None]]:
    """Gives a Doc a custom attribute that is forgotten after the test."""
    names: list[str] = []

    def extend(doc: Doc, name: str, value: Any) -> None:
        Doc.set_extension(name, default=None)
        names.append(name)
        doc._.set(name, value)

    yield extend
    for name in names:
        Doc.remove_extension(name)


@pytest.fixture(name="register")
def fixture_register() -> Iterator[Callable[[str, Callable[..., Any]], None]]:
    """Gives a function a name in spaCy's registry that is forgotten after the test."""
    before = copy.copy(REGISTRY)
    yield lambda name, function: registry.misc(name, func=function) and None
    REGISTRY.clear()
    REGISTRY.update(before)


def resolve_test(doc: Doc) -> list[list[Any]]:
    """Clusters of the text of these tests, in the two ways that a mention can be given."""
    return [[doc[0:2], doc[6:7]], [DRAY, list(HE)]]


def make_resolver() -> Callable[[Doc], list[list[Any]]]:
    """Make the resolver of these tests, as a registered function does."""
    return resolve_test


class TestFindResolver:
    """find_resolver()."""

    def test_none(self) -> None:
        """No resolver stays none."""
        assert find_resolver(None) is None

    def test_function(self) -> None:
        """A function is the resolver itself."""
        assert find_resolver(resolve_test) is resolve_test

    def test_name(self, doc: Doc, register: Callable[..., None]) -> None:
        """A name stands for what the function registered with it returns."""
        register("reef.resolver.v1", make_resolver)
        resolver = find_resolver("reef.resolver.v1")

        assert EXPECTED == read_clusters(doc, resolver)

    def test_name_in_another_process(self, doc: Doc, register: Callable[..., None]) -> None:
        """A resolver found by its name is pickled as the name, so what is registered need not be picklable."""
        register("reef.resolver.v1", lambda: lambda doc: [*resolve_test(doc)])
        again = pickle.loads(pickle.dumps(find_resolver("reef.resolver.v1")))  # noqa: S301  # made here

        assert EXPECTED == read_clusters(doc, again)

    def test_spacy_config(self, doc: Doc, register: Callable[..., None]) -> None:
        """The same function can be named by a spaCy config, as functions of other components are."""
        register("reef.resolver.v1", make_resolver)
        resolved = registry.resolve({"settings": {"resolver": {"@misc": "reef.resolver.v1"}}})

        assert EXPECTED == read_clusters(doc, find_resolver(resolved["settings"]["resolver"]))

    @pytest.mark.parametrize(
        "value", [5, [[(0, 8)]], {"@misc": "reef.resolver.v1"}], ids=["number", "clusters", "config"]
    )
    def test_no_function(self, value: Any) -> None:
        """What is neither a function nor a name is refused when the extractor is made."""
        with pytest.raises(ResolverError, match="it must be a function or the name of one, got") as caught:
            Extractor(resolver=value)

        assert "" == caught.value.where

    @pytest.mark.parametrize(
        ("registered", "problem"),
        [
            (resolve_test, "what is registered as 'reef.resolver.v1' must be called without arguments"),
            (lambda: 5, "what is registered as 'reef.resolver.v1' must return a function, got 5 (int)"),
        ],
        ids=["the resolver itself", "makes none"],
    )
    def test_makes_no_resolver(
        self, registered: Callable[..., Any], problem: str, register: Callable[..., None]
    ) -> None:
        """What is registered must make a resolver."""
        register("reef.resolver.v1", registered)
        with pytest.raises(ResolverError) as caught:
            Extractor(resolver="reef.resolver.v1")

        assert (
            ResolverError("", problem, "register a function that takes nothing and returns the resolver")
            == caught.value
        )

    def test_unknown_name(self) -> None:
        """A name that nothing is registered with is refused, with what to do."""
        with pytest.raises(ResolverError, match=r"has nothing with the name 'reef'; import the module that registers"):
            Extractor(resolver="reef")


class TestResolver:
    """read_clusters() with a resolver."""

    @pytest.mark.parametrize(
        "resolver",
        [
            resolve_test,
            lambda _: iter([iter([SHE, HOLM]), iter([HE, DRAY, HE])]),
            lambda _: np.array([[HOLM, SHE], [DRAY, HE]]),
            lambda doc: [[], [doc[0:2], SHE], (), [doc.char_span(*DRAY), HE]],
            lambda doc: [[Span(spacy.blank("en")(doc.text), 0, 2), SHE], (DRAY, HE)],
        ],
        ids=["spans and pairs", "in any order", "arrays", "empty clusters", "span of the same text"],
    )
    def test_shapes(self, doc: Doc, resolver: Callable[[Doc], Any]) -> None:
        """Spans and pairs of whole numbers in any iterable come out as bounds in text order, each once."""
        clusters = read_clusters(doc, resolver)

        assert EXPECTED == clusters
        assert {int} == {type(offset) for cluster in clusters for bounds in cluster for offset in bounds}

    def test_span_groups(self, doc: Doc) -> None:
        """The span groups of a Doc are clusters, whatever their names."""
        doc.spans["a"] = [doc[0:2], doc[6:7]]
        doc.spans["b"] = [doc[3:5], doc[10:11]]

        assert EXPECTED == read_clusters(doc, lambda doc: doc.spans.values())

    @pytest.mark.parametrize(
        ("returned", "where", "problem"),
        [
            (None, "", "it must return an iterable of clusters, got None (NoneType)"),
            ("Ida", "", "it must return an iterable of clusters, got 'Ida' (str)"),
            ({"Ida": [HOLM]}, "", "it must return an iterable of clusters, got {'Ida': [(0, 8)]} (dict)"),
            ([5], "[0]", "a cluster must be an iterable of mentions, got 5 (int)"),
            ([[HOLM], "Ida"], "[1]", "a cluster must be an iterable of mentions, got 'Ida' (str)"),
            ([HOLM, SHE], "[0][0]", "a mention must be a spaCy Span or a pair of character offsets, got 0 (int)"),
            ([["Ida"]], "[0][0]", "a mention must be a spaCy Span or a pair of character offsets, got 'Ida' (str)"),
            (
                [[HOLM, (0, 1, 2)]],
                "[0][1]",
                "a mention must be a spaCy Span or a pair of character offsets, got (0, 1, 2) (tuple)",
            ),
            (
                [[(0.0, 8.0)]],
                "[0][0]",
                "a mention must be a spaCy Span or a pair of character offsets, got (0.0, 8.0) (tuple)",
            ),
            (
                [[(False, True)]],
                "[0][0]",
                "a mention must be a spaCy Span or a pair of character offsets, got (False, True) (tuple)",
            ),
            ([[(0, None)]], "[0][0]", (
                "a mention must be a spaCy Span or a pair of character offsets, got (0, None) (tuple)"
            )),
            ([[b"ab"]], "[0][0]", "a mention must be a spaCy Span or a pair of character offsets, got b'ab' (bytes)"),
            ([[HOLM], [SHE, (40, 47)]], "[1][1]", (
                "a mention must have characters of the text, which has 46, got 40 to 47"
            )),
            ([[(-3, 0)]], "[0][0]", "a mention must have characters of the text, which has 46, got -3 to 0"),
            ([[(8, 0)]], "[0][0]", "a mention must have characters of the text, which has 46, got 8 to 0"),
            ([[(8, 8)]], "[0][0]", "a mention must have characters of the text, which has 46, got 8 to 8"),
        ],
    )  # fmt: skip
    def test_wrong(self, doc: Doc, returned: Any, where: str, problem: str) -> None:
        """What is no cluster of mentions in the text is refused, with its place and what is wrong."""
        with pytest.raises(ResolverError) as caught:
            read_clusters(doc, lambda _: returned)

        assert (where, problem) == (caught.value.where, caught.value.problem)

    def test_span_for_cluster(self, doc: Doc) -> None:
        """A Span where a cluster is needed is refused: a list around it was forgotten."""
        with pytest.raises(ResolverError, match=r"at \[0\] of its result, a cluster must be .*, got Ida Holm \(Span\)"):
            read_clusters(doc, lambda doc: [doc[0:2]])

    def test_span_of_another_text(self, doc: Doc, nlp: Language) -> None:
        """A Span of another text is refused."""
        other = nlp("Bo Dray left.")
        with pytest.raises(
            ResolverError, match=r"must be a Span of the same text, got Bo Dray \(Span\) where it has 'Ida Hol'"
        ):
            read_clusters(doc, lambda _: [[other[0:2]]])

    def test_own_error(self, doc: Doc) -> None:
        """An error of the resolver's own comes through."""
        with pytest.raises(ZeroDivisionError):
            read_clusters(doc, lambda _: [1 / 0])


@attrs.frozen
class ChainMention:
    """A mention as coreferee has it: indexes of its head tokens."""

    token_indexes: list[int]

    def __getitem__(self, key: int) -> int:
        """One of the indexes."""
        return self.token_indexes[key]

    def __len__(self) -> int:
        """The number of heads."""
        return len(self.token_indexes)


@attrs.frozen
class Chain:
    """A chain as coreferee has it, and what holds all chains: neither is a list."""

    mentions: list[Any]

    def __iter__(self) -> Iterator[Any]:
        """Go through the mentions."""
        return iter(self.mentions)


@attrs.frozen
class Cluster:
    """A cluster as neuralcoref has it."""

    i: int
    main: Span
    mentions: list[Span]

    def __iter__(self) -> Iterator[Span]:
        """Go through the mentions."""
        return iter(self.mentions)


def chains(*clusters: Iterable[list[int]]) -> Chain:
    """Chains of head tokens."""
    return Chain([Chain([ChainMention(indexes) for indexes in cluster]) for cluster in clusters])


class TestDoc:
    """read_clusters() of what lies on a Doc."""

    def test_nothing(self, doc: Doc) -> None:
        """A Doc that carries nothing has no clusters."""
        assert () == read_clusters(doc)

    def test_empty(self, nlp: Language) -> None:
        """An empty Doc has none."""
        assert () == read_clusters(nlp(""))

    def test_span_groups(self, doc: Doc) -> None:
        """Span groups are read that are named as those of spacy-experimental; others, and empty spans, are not."""
        doc.spans["coref_clusters_1"] = [doc[0:2], doc[6:7], doc[3:3]]
        doc.spans["coref_clusters_2"] = [doc[3:5], doc[10:11]]
        doc.spans["coref_mentions"] = [doc[0:9]]
        doc.spans["coref_clusters_3"] = []

        assert EXPECTED == read_clusters(doc)

    def test_heads(self, doc: Doc) -> None:
        """Clusters of single main words are read where there are no others."""
        doc.spans["coref_head_clusters_1"] = [doc[1:2], doc[6:7]]
        heads = read_clusters(doc)
        doc.spans["coref_clusters_0"] = [doc[0:2], doc[6:7]]

        assert (((4, 8), SHE),) == heads
        assert ((HOLM, SHE),) == read_clusters(doc)

    def test_chains(self, doc: Doc, extend: Callable[..., None]) -> None:
        """A mention of coreferee reaches from its first head to its last."""
        extend(doc, "coref_chains", chains([[1], [6]], [[1, 4], [10]]))

        assert (((4, 8), SHE), ((4, 20), HE)) == read_clusters(doc)

    def test_clusters_of_spans(self, doc: Doc, extend: Callable[..., None]) -> None:
        """Clusters of neuralcoref are read by their mentions."""
        one, two = Cluster(0, doc[0:2], [doc[0:2], doc[6:7]]), Cluster(1, doc[3:5], [doc[3:5], doc[10:11]])
        extend(doc, "coref_clusters", [one, two])

        assert EXPECTED == read_clusters(doc)

    @pytest.mark.parametrize("kind", [list, tuple], ids=["from bytes", "fresh"])
    def test_clusters_of_pairs(self, doc: Doc, extend: Callable[..., None], kind: Callable[..., Any]) -> None:
        """Clusters of fastcoref are pairs of offsets, and None for a mention that it could not place."""
        extend(doc, "coref_clusters", [[kind(HOLM), kind(SHE), None], [kind(DRAY), kind(HE)]])

        assert EXPECTED == read_clusters(doc)

    @pytest.mark.parametrize(
        "clusters",
        [[[[0, 1], [6, 6]]], [[[1, 2], [5, 10]]], [[(0, 99), (-1, 3), (8, 0)]]],
        ids=["first and last token", "parts of words", "outside of the text"],
    )
    def test_pairs_of_something_else(self, doc: Doc, extend: Callable[..., None], clusters: Any) -> None:
        """Pairs that are no offsets of whole words are passed over."""
        extend(doc, "coref_clusters", clusters)

        assert () == read_clusters(doc)

    @pytest.mark.parametrize("name", ["coref_chains", "coref_clusters"])
    @pytest.mark.parametrize(
        "value",
        [
            *(None, 5, "Ida", {"Ida": [0]}, [None], [5], ["Ida"]),
            *([[None]], [["Ida"]], [[{"a": 1, "b": 2}]], Chain([]), chains([[99], []])),
        ],
        ids=repr,
    )
    def test_something_else(self, doc: Doc, extend: Callable[..., None], name: str, value: Any) -> None:
        """What is not understood is passed over."""
        extend(doc, name, value)

        assert () == read_clusters(doc)

    def test_order(self, doc: Doc, extend: Callable[..., None]) -> None:
        """A resolver goes before span groups, these before chains, these before clusters of offsets."""
        extend(doc, "coref_clusters", [[DRAY, HE]])
        found = [read_clusters(doc)]
        extend(doc, "coref_chains", chains([[1], [6]]))
        found.append(read_clusters(doc))
        doc.spans["coref_clusters_1"] = [doc[0:2], doc[6:7]]
        found.append(read_clusters(doc))

        assert [((DRAY, HE),), (((4, 8), SHE),), ((HOLM, SHE),)] == found
        assert () == read_clusters(doc, lambda _: ())


def parse(marked: str) -> tuple[str, Clusters, list[Spans], list[Told]]:
    """Return a text, its clusters, its sources, and the speaker that must be found for each."""
    article, clusters = parse_article(marked), parse_markup(marked)
    numbers = clusters.numbers("cluster")
    return article.text, tuple(tuple(clusters.bounds("cluster", n)) for n in numbers), article.sources, article.expected


WHOM = {
    "against own rules": "Ida Holm met {cluster Mia Lind}. {cluster {s She=Mia Lind}} said so.",
    "without own rules": "{cluster Ida Holm} met Bo Lind. Others came. {cluster {s It=Ida Holm}} said so.",
    "possessive": "Ida Holm met {cluster Mia Lind's} aide. {cluster {s She=Mia Lind}} said so.",
    "later name": "Ida Holm nodded. {cluster {s She=Mia Lind}} said so, and {cluster Mia Lind} left.",
    "first person": "“{cluster {s I=Mia Lind}} think so.” {cluster Mia Lind} smiled.",
    "plural": "{cluster Ida Holm and Bo Dray} met. The teachers left. {cluster {s They=Ida Holm; Bo Dray}} said so.",
    "plural by main words": (
        "Ida {cluster Holm and Bo Dray} met. The teachers left. {cluster {s They=Ida Holm; Bo Dray}} said so."
    ),
    "main word": "Mia Lind met Finance Minister Ida {cluster Holm}. {cluster {s She=Ida Holm}} said so.",
    "name with a title and more": (
        "Mia Lind met {cluster Finance Minister Ida Holm, 62}. {cluster {s She=Ida Holm}} said so."
    ),
    "name with a relative clause": (
        "Mia Lind met {cluster Ida Holm, who had just woken up}. {cluster {s She=Ida Holm}} said so."
    ),
    "description": "{cluster Ida Holm} met Mia Lind. Mia Lind left. {cluster {s The 62-year-old=Ida Holm}} said so.",
    "description with more": "{cluster Ida Holm} met Mia Lind. {cluster {s The owner of the bank=Ida Holm}} said so.",
    "surname": "Ida Holm met {cluster Carl Holm}. {cluster {s Holm=Carl Holm}} said so. Ida Holm left.",
    "other name": "{cluster Ida Holm} is a star. {cluster {s Posy=Ida Holm}} said so.",
    "body": "{cluster The Reef Bank} lost. The Lind Group won. {cluster {s It=Reef Bank:organization}} said so.",
    "body's short name": "{cluster Gull Airlines} fell. {cluster {s Gull=Gull Airlines:organization}} said so.",
    "document": (
        "{cluster The Reef Shipping Convention} ended. The Lind Group left. "
        "{cluster {s It=Reef Shipping Convention:document}} says so."
    ),
    "maker of a document": "{cluster Ida Holm's letter} was long. {cluster {s It=-:document}} says so.",
    "no name": "Ida Holm met {cluster a spokeswoman for the Reef Bank}. {cluster {s She=-:unnamed}} said so.",
    "no name in the cluster": (
        "Sen. Ida Holm met {cluster the Reef senator}'s aide Mia Lind. Mia Lind left. {cluster {s She=Ida Holm}} "
        "said so."
    ),
}

OWN_RULES = {
    "full name": "{cluster Ida Holm} left. {cluster {s Bo Dray=Bo Dray}} said so.",
    "names nobody": "Ida Holm rose. {cluster Her aim} was lost. {cluster {s She=Ida Holm}} said so.",
    "names two": (
        "Ida Holm rose. Mia Lind sat with {cluster Eva Dray}, under {cluster Ida Holm}. {cluster {s She=Mia Lind}} "
        "said so."
    ),
    "names somebody and somebody else's surname": (
        "Ida Holm rose with {cluster Eva Dray}. {cluster Holm} sat. {cluster {s She=Ida Holm}} said so."
    ),
    "names a person and a body": (
        "Ida Holm rose with {cluster Reuters}, with {cluster Eva Dray}. {cluster {s She=Ida Holm}} said so."
    ),
    "two plurals": (
        "{cluster Ida Holm and Bo Dray} met {cluster Mia Lind and Carl Dray}. {cluster {s They=Ida Holm; Bo Dray}} "
        "said so."
    ),
    "plural and one": (
        "{cluster Ida Holm and Bo Dray} met {cluster Mia Lind}. {cluster {s They=Ida Holm; Bo Dray}} said so."
    ),
    "sentence": "{cluster Bo Dray said that it rained.} Ida Holm nodded. {cluster {s It=?}} said so.",
    "sentence without its end": "{cluster Bo Dray is late}, and {cluster {s it=?}} says so.",
    "sentences": "{cluster Bo Dray left. Ida Holm stayed}. {cluster {s It=?}} said so.",
    "long": "{cluster Bo Dray, " + "a friend of all, " * 20 + "} left. {cluster {s It=?}} said so.",
    "inside of a source": "{cluster Ida Holm} left. {cluster Holm}{s 's spokesman=-:unnamed} said so.",
    "several names": "{cluster Mia Lind} left. {cluster {s Ida Holm and Bo Dray=Ida Holm; Bo Dray}} said so.",
}


def resolve(text: str, sources: Sequence[Spans], clusters: Clusters) -> Resolution:
    """The resolution of attributions without contents by clusters."""
    drafts = [Draft(Spans(), source=source) for source in sources]
    return resolve_speakers(TextIndex(text), drafts, find_mentions(TextIndex(text)), clusters)


def resolved(marked: str) -> tuple[list[Told], list[Told]]:
    """What must be told of each source of a marked text, and what is told."""
    text, clusters, sources, expected = parse(marked)
    speakers = [resolved.speaker for resolved in resolve(text, sources, clusters).resolved]
    return expected, [None if speaker is None else (speaker.name, speaker.kind.value) for speaker in speakers]


def mentions_of(marked: str) -> list[tuple[str | None, list[tuple[int, str]]]]:
    """The speakers of a marked text with their mentions."""
    text, clusters, sources, _ = parse(marked)
    speakers = resolve(text, sources, clusters).speakers
    return [(speaker.name, [(m.start, m.text) for m in speaker.mentions]) for speaker in speakers]


class TestResolveSpeakers:
    """resolve_speakers() with clusters."""

    @pytest.mark.parametrize("marked", WHOM.values(), ids=WHOM)
    def test_whom(self, marked: str) -> None:
        """A pronoun, description or short name means whomever its cluster names, or describes."""
        expected, told = resolved(marked)

        assert expected == told

    @pytest.mark.parametrize("marked", WHOM.values(), ids=WHOM)
    def test_clusters_tell(self, marked: str) -> None:
        """Without their clusters these sources mean somebody else, or nothing can be told."""
        expected, told = resolved(re.sub(r"\{cluster ([^{}]*(?:\{[^{}]*\}[^{}]*)?)\}", r"\1", marked))

        assert expected != told

    @pytest.mark.parametrize("marked", OWN_RULES.values(), ids=OWN_RULES)
    def test_own_rules(self, marked: str) -> None:
        """A cluster that names nobody, or different people, or that the source is not in, decides nothing."""
        expected, told = resolved(marked)

        assert expected == told

    def test_mentions(self) -> None:
        """A speaker's mentions have the pronouns and descriptions of all of their clusters; each stands there once."""
        marked = (
            "{cluster Ida Holm} rose. {cluster {s She=Ida Holm}} said so. {cluster The owner of the bank} left with "
            "{cluster her} cat. {cluster2 Holm} and {cluster2 hers}."
        )

        assert [
            (
                "Ida Holm",
                [(0, "Ida Holm"), (15, "She"), (28, "The owner of the bank"), (60, "her"), (69, "Holm"), (78, "hers")],
            )
        ] == mentions_of(marked)

    def test_mentions_of_another(self) -> None:
        """A surname is a mention of the one its cluster means, and of nobody else."""
        marked = "{s1 Ida Holm=Ida Holm} met {cluster {s2 Carl Holm=Carl Holm}}. {cluster Holm} left."

        assert [
            ("Ida Holm", [(0, "Ida Holm")]),
            ("Carl Holm", [(13, "Carl Holm"), (24, "Holm")]),
        ] == mentions_of(marked)

    def test_mentions_of_several(self) -> None:
        """Several people together are mentioned by "they", each of them by name."""
        marked = "{cluster Ida Holm and Bo Dray} met. {cluster {s They=Ida Holm; Bo Dray}} left."

        assert [
            ("Ida Holm", [(0, "Ida Holm")]),
            ("Bo Dray", [(13, "Bo Dray")]),
            ("Ida Holm; Bo Dray", [(26, "They")]),
        ] == mentions_of(marked)

    def test_mentions_without_a_name(self) -> None:
        """A pronoun is a mention of somebody without a name, too."""
        marked = "{cluster A spokeswoman} rose. {cluster {s She=-:unnamed}} said so."

        assert [(None, [(0, "A spokeswoman"), (20, "She")])] == mentions_of(marked)

    def test_gender(self) -> None:
        """What a cluster's pronoun tells of somebody is known from there on."""
        marked = (
            "{cluster Chair Okoye} rose. {cluster {s1 She=Okoye}} said so. Okoye and Carl Lind met. "
            "{s2 He=Carl Lind} said so."
        )
        expected, told = resolved(marked)

        assert expected == told

    @given(st.data())
    def test_any_clusters(self, data: st.DataObject) -> None:
        """Any clusters in any text give speakers whose mentions are in the text, each once."""
        text = data.draw(texts() | word_soups())
        sources = data.draw(st.lists(spans(text), max_size=4))
        drawn = data.draw(st.lists(st.lists(spans(text), max_size=3), max_size=4))
        clusters = tuple(tuple((p.start, p.end) for piece in c for p in piece) for c in drawn)
        clusters += tuple(tuple((p.start, p.end) for p in source) for source in sources)
        speakers = resolve(text, sources, clusters).speakers

        assert [] == [m for s in speakers for m in s.mentions if text[m.start : m.end] != m.text]
        assert [len(set(s.mentions)) for s in speakers] == [len(s.mentions) for s in speakers]


NEWS = "Ida Holm met the bank's owner, Mia Lind. “It will rain,” she said. The runner said that it had rained before."


class TestExtractor:
    """An extractor with a resolver."""

    def clusters(self, doc: Doc) -> list[list[tuple[int, int]]]:
        """Mia Lind, she, and the runner."""
        return [
            [(at, at + len(words)) for words in ("Mia Lind", "she", "The runner") for at in [doc.text.index(words)]]
        ]

    def test_speakers(self) -> None:
        """Statements of pronouns and descriptions are those of whoever the resolver says; mentions have offsets."""
        article = Extractor(resolver=self.clusters).extract(NEWS)

        assert ["Mia Lind", "Mia Lind"] == [a.speaker.name for a in article.attributions if a.speaker]
        assert [(31, "Mia Lind"), (57, "she"), (67, "The runner")] == [
            (m.start, m.text) for m in article.speakers[0].mentions
        ]

    def test_pipe(self, nlp: Language) -> None:
        """Texts and Docs of a stream are resolved as they are one by one."""
        extractor = Extractor(resolver=self.clusters)
        one = extractor.extract(NEWS)

        assert [one, one] == list(extractor.pipe([NEWS, nlp(NEWS)]))

    def test_doc(self, nlp: Language) -> None:
        """Clusters that a Doc carries are used without a resolver, those of the caller's own pipeline too."""
        doc = nlp(NEWS)
        doc.spans["coref_clusters_1"] = [doc.char_span(*bounds) for bounds in self.clusters(doc)[0]]

        assert Extractor(resolver=self.clusters).extract(NEWS) == Extractor().extract(doc)

    def test_wrong(self) -> None:
        """What a resolver returns is checked when it is used."""
        with pytest.raises(ResolverError, match=r"at \[0\]\[0\] of its result"):
            Extractor(resolver=lambda _: [["Ida"]]).extract(NEWS)

    @pytest.mark.parametrize("text", ["", "\ud800", "“It will rain,” \udfff said Ida Holm. \ud800She left."], ids=ascii)
    def test_odd_text(self, text: str) -> None:
        """A resolver is given a Doc with as many characters as the text, even where some are lone surrogates."""
        lengths = []

        def resolver(doc: Doc) -> list[list[tuple[int, int]]]:
            lengths.append(len(doc.text))
            return [[(0, len(doc.text))]] if len(doc) else []

        article = Extractor(resolver=resolver).extract(text)

        assert [len(text)] == lengths
        assert text == article.text

    def test_odd_tokens(self, nlp: Language) -> None:
        """Tokens that begin and end anywhere change nothing: mentions are read by their characters."""
        at = (0, 5, 33, 37, 58, 59, 70, len(NEWS))
        doc = Doc(nlp.vocab, [NEWS[i:j] for i, j in pairwise(at)], [False] * 7)
        assert NEWS == doc.text

        resolver = self.clusters
        assert Extractor(resolver=resolver).extract(NEWS) == Extractor(resolver=resolver).extract(doc)
        doc.spans["coref_clusters_1"] = [doc[1:4], doc[3:6], doc[5:7], doc[0:7]]
        assert NEWS == Extractor().extract(doc).text

    def test_another_text(self) -> None:
        """A pipeline that changes the text gives no mentions outside of it."""
        nlp = spacy.blank("en")
        nlp.tokenizer = lambda text: Doc(nlp.vocab, [*text.split(), "and", "so", "on"])
        text = "“It will rain,”   Ida Holm said."
        article = Extractor(nlp, resolver=lambda doc: [[doc[3:5], doc[-3:]], [doc[:]]]).extract(text)

        assert text == article.text
        assert ["Ida Holm"] == [speaker.name for speaker in article.speakers]

    def test_pickle(self, register: Callable[..., None]) -> None:
        """An extractor with a resolver found by name can be sent to another process."""
        register("reef.resolver.v1", lambda: self.clusters)
        extractor = Extractor(resolver="reef.resolver.v1")
        again = pickle.loads(pickle.dumps(extractor))  # noqa: S301  # made here

        assert extractor.extract(NEWS) == again.extract(NEWS)
