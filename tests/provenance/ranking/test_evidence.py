"""What is known of statements and the outlets that may have carried them, as arrays."""

from __future__ import annotations

import attrs
import numpy as np
import pytest
from hypothesis import given

from quotekit.provenance.ranking.columns import CHAIN, NOTHING, PLACE, QUERY, SIGNS
from quotekit.provenance.ranking.ranker import RuledText
from quotekit.provenance.ranking.tables import PLACES
from quotekit.records import Article
from tests.helpers import resolved_drafts
from tests.provenance.ranking.material import WIDTH, gatherer, rule, rule_marked, states_of
from tests.strategies import articles

ARTICLE = """\
{s Ida Holm} {c told} The Reef Times {t it is late}. Kelp Bay Courier closed.

{t2 “Tidewrack is odd,”} {s2 Holm} {c2 said}. {s3 Carl Dray} {c3 wrote} {t3 that it rained} on Twitter.
"""
COLUMNS = (*PLACE, *SIGNS)


@pytest.fixture(name="article", scope="module")
def fixture_article() -> RuledText:
    """A text with an outlet that the rules give to two statements, a post, and what no list has."""
    return rule_marked(ARTICLE)


def place_columns(ruled: RuledText, statement: int, words: str) -> set[str]:
    """Return the columns that hold for the nearest place of these words, seen from a statement."""
    found = gatherer(ruled).gather([statement])
    texts = [ruled.index.text[ruled.places[n].start : ruled.places[n].end] for n in found.places[0] if n >= 0]
    at = np.flatnonzero(found.exists[0])[texts.index(words)]
    signed = {"distance in characters", "distance in statements"}
    return {name for name, value in zip(COLUMNS, found.place[0, at], strict=True) if value and name not in signed}


def chain_columns(ruled: RuledText, statement: int, name: str) -> dict[str, float]:
    """Return the columns for a chain of one outlet, seen from a statement."""
    found = gatherer(ruled).gather([statement])
    at = next(s for s, n in enumerate(found.places[0]) if n >= 0 and ruled.places[n].key == (name,))
    return {column: value for column, value in zip(CHAIN, found.chain[0, at].tolist(), strict=True) if value}


def row(names: tuple[str, ...], values: np.ndarray) -> dict[str, float]:
    """Return what is not zero of a row of columns."""
    return {name: round(value, 2) for name, value in zip(names, values.tolist(), strict=True) if value}


class TestShapes:
    """The shapes of the arrays."""

    def test_shapes(self, article: RuledText) -> None:
        """Each statement has the same places, and each part the columns that a network is trained for."""
        found = gatherer(article).gather([0, 1, 2])

        assert {
            "candidates": (3, PLACES),
            "places": (3, PLACES),
            "asked": (3, 5 * WIDTH),
            "named": (3, PLACES, 4 * WIDTH),
            "place": (3, PLACES, len(PLACE) + len(SIGNS)),
            "chain": (3, PLACES, len(CHAIN)),
            "query": (3, len(QUERY)),
            "nothing": (3, len(NOTHING)),
        } == {name: value.shape for name, value in attrs.asdict(found, recurse=False).items()}

    def test_precision(self, article: RuledText) -> None:
        """All but the numbers of chains and places are floats of 32 bits, and finite."""
        found = attrs.asdict(gatherer(article).gather([0, 1, 2]), recurse=False)
        parts = [value for name, value in found.items() if name not in {"candidates", "places"}]

        assert {"float32"} == {str(value.dtype) for value in parts}
        assert all(np.isfinite(value).all() for value in parts)

    def test_padding(self, article: RuledText) -> None:
        """Where there is no candidate, all is zero."""
        found = gatherer(article).gather([0, 1, 2])

        assert not found.exists.all()
        assert [0, 0, 0] == [np.count_nonzero(part[~found.exists]) for part in (found.named, found.place, found.chain)]
        assert (found.exists == (found.places >= 0)).all()

    def test_each_by_itself(self, article: RuledText) -> None:
        """A statement has the same evidence whichever others are gathered with it, in the order of the numbers."""
        together, alone = gatherer(article).gather([2, 0]), gatherer(article).gather([0])

        for name, value in attrs.asdict(alone, recurse=False).items():
            assert np.array_equal(value[0], getattr(together, name)[1]), name


class TestPlaces:
    """The columns of a place, in whole rows."""

    def test_given(self, article: RuledText) -> None:
        """An outlet that carries the statement in its own sentence."""
        assert {
            "in its sentence, ahead",
            "in its paragraph",
            "carries it",
            "its speaker is quoted",
            "is outlet",
            "has people",
            "in the headline",
            "carries a statement",
            "telling",
            "interview",
        } == place_columns(article, 0, "The Reef Times")

    def test_of_another(self, article: RuledText) -> None:
        """The same outlet, seen from the speaker's next statement, in another paragraph."""
        assert {
            "2 sentences before",
            "1 paragraph before",
            "no statement or one between",
            "no statement between",
            "carries another",
            "carries the one before",
            "carries the speaker's last one",
            "its speaker is quoted",
            "is outlet",
            "has people",
            "in the headline",
            "carries a statement",
            "telling",
            "interview",
        } == place_columns(article, 1, "The Reef Times")

    def test_unlisted(self, article: RuledText) -> None:
        """A name of unknown kind in the speaker's words."""
        assert {
            "in its sentence, before",
            "in its paragraph",
            "no statement or one between",
            "no statement between",
            "in its content",
            "is name",
            "is unknown",
            "in a content",
        } == place_columns(article, 1, "Tidewrack")

    def test_ahead(self, article: RuledText) -> None:
        """An outlet in the next sentence that carries nothing."""
        assert {
            "1 sentence ahead",
            "in its paragraph",
            "is outlet",
            "in the headline",
        } == place_columns(article, 0, "Kelp Bay Courier")

    def test_distance(self, article: RuledText) -> None:
        """The further ahead a place is, the greater its distance; it is negative before the statement."""
        found = gatherer(article).gather([1])
        near = found.exists[0, :38]
        distances = found.place[0, :38, PLACE.index("distance in characters")][near].tolist()

        assert sorted(distances) == distances
        assert distances[0] < 0 < distances[-1]


class TestChains:
    """The columns of a chain, in whole rows."""

    def test_given(self, article: RuledText) -> None:
        """An outlet that the rules give this statement and the next one of its speaker."""
        assert {
            "places": pytest.approx(np.log1p(2)),
            "listed outlet": 1,
            "share of statements": pytest.approx(2 / 3),
            "has statements": 1,
            "given by the rules": 1,
            "given to the next one": 1,
            "given to the speaker's next one": 1,
        } == chain_columns(article, 0, "reef times")

    def test_given_before(self, article: RuledText) -> None:
        """The same outlet, seen from a statement of somebody else after these."""
        assert {
            "places": pytest.approx(np.log1p(2)),
            "listed outlet": 1,
            "share of statements": pytest.approx(2 / 3),
            "has statements": 1,
            "given to the one before": 1,
        } == chain_columns(article, 2, "reef times")

    def test_unlisted(self, article: RuledText) -> None:
        """What no list has, and no rule gives."""
        assert {"places": pytest.approx(np.log(2))} == chain_columns(article, 0, "tidewrack")

    def test_several(self) -> None:
        """A show with its network is a chain of several outlets."""
        ruled = rule_marked("{s Holm} {c told} Tidewrack’s “Dawn Hour” {t it is late}.")
        found = gatherer(ruled).gather([0])
        pairs = [n >= 0 and len(ruled.places[n].outlets) > 1 for n in found.places[0]]

        assert pairs == found.chain[0, :, CHAIN.index("several outlets")].astype(bool).tolist()
        assert 1 == sum(pairs)

    def test_speaker(self) -> None:
        """An outlet that speaks is known as the speaker, and as that of the statement around its quotation."""
        ruled = rule_marked("{s CNN} {c said} {t that {s2 Reuters} {c2 reported} {t2 so}}. Reef Times closed.")

        assert 1 == chain_columns(ruled, 0, "cnn")["is its speaker"]
        assert 1 == chain_columns(ruled, 1, "cnn")["is its parent's speaker"]
        assert {"is its speaker", "is its parent's speaker"}.isdisjoint(chain_columns(ruled, 1, "reef times"))


class TestStatements:
    """The columns of statements, and of what the rules give, in whole rows."""

    def test_queries(self, article: RuledText) -> None:
        """What is known of each statement."""
        found = gatherer(article).gather([0, 1, 2]).query
        common = {"person": 1, "source": 1, "reports": 1, "cue": 1, "confidence": 1, "in the lead": 1}

        assert {**common, "the speaker's first": 1} == row(QUERY, found[0])
        assert {**common, "paragraphs": 0.69} == row(QUERY, found[1])
        assert {"writing": 1, "the speaker's first": 1}.items() <= row(QUERY, found[2]).items()

    def test_nothing(self, article: RuledText) -> None:
        """Whether the rules give anything, and where they know it from."""
        found = gatherer(article).gather([0, 1, 2]).nothing
        common = {"something to any": 1, "share of statements with something": 1}

        assert {**common, "something that its sentence names": 1} == row(NOTHING, found[0])
        assert {**common, "something else": 1, "something to the speaker's last one": 1} == row(NOTHING, found[1])
        assert {**common, "something that its sentence names": 1} == row(NOTHING, found[2])

    def test_nothing_given(self) -> None:
        """Where the rules give nothing to anybody."""
        ruled = rule_marked("{s Holm} {c said} {t it is late} at Kelp Bay. {s2 She} {c2 said} {t2 so}.")
        found = gatherer(ruled).gather([0, 1]).nothing

        assert {"nothing": 1, "nothing next": 1} == row(NOTHING, found[0])
        assert {"nothing": 1, "nothing before": 1, "nothing to the speaker's last one": 1} == row(NOTHING, found[1])


class TestStates:
    """The states of words."""

    def test_of_statements(self, article: RuledText) -> None:
        """Those of the source's first and last word and the mean, the mean of the cue, and the content's first word."""
        states = states_of(article.index.text)
        source, cue, content = states.of([(0, 8), (9, 13), (29, 31)])

        expected = np.concatenate((source, cue[2 * WIDTH :], content[:WIDTH]))
        assert np.array_equal(expected, gatherer(article).gather([0]).asked[0])

    def test_of_places(self, article: RuledText) -> None:
        """Those of the last word and all words of a place, and of three words before and after it."""
        states, text = states_of(article.index.text), article.index.text
        found = gatherer(article).gather([0])
        own, before, after = states.of([(14, 28), (0, 13), (29, text.index("late") + 4)])

        at = next(s for s, n in enumerate(found.places[0]) if n >= 0 and article.places[n].start == 14)
        expected = np.concatenate((own[WIDTH:], before[2 * WIDTH :], after[2 * WIDTH :]))
        assert expected == pytest.approx(found.named[0, at])

    def test_at_the_edges(self) -> None:
        """A place without words around it has no states of these."""
        ruled = rule_marked("Tidewrack\n\n{s Holm} {c said} {t so} of Kelp Bay")
        found = gatherer(ruled).gather([0])
        first, last = (
            next(s for s, n in enumerate(found.places[0]) if n >= 0 and ruled.places[n].outlets[0].name == name)
            for name in ("Tidewrack", "Kelp Bay")
        )

        assert not found.named[0, first, 2 * WIDTH : 3 * WIDTH].any()
        assert not found.named[0, last, 3 * WIDTH :].any()


@given(articles())
def test_any_article(article: Article) -> None:
    """Whatever the text and its attributions, the evidence is finite, and each statement has its row."""
    ruled = rule(article.text, resolved_drafts(article.attributions))

    if ruled.places and ruled.facts:
        found = gatherer(ruled).gather(range(len(ruled.given)))
        parts = attrs.asdict(found, recurse=False)
        assert {len(ruled.given)} == {len(part) for part in parts.values()}
        assert all(np.isfinite(part).all() for part in parts.values())
