"""What is known of attributions and their candidates, as arrays."""

from __future__ import annotations

from itertools import pairwise

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.attributions.draft import Draft
from quotekit.records import Spans, SpeakerKind
from quotekit.speakers.ranking.columns import DESCRIBED, KINDS, PLACE, SPOKE, Widths
from quotekit.speakers.ranking.evidence import Evidence
from quotekit.speakers.ranking.mention_table import PLACES
from tests.speakers.ranking.material import NAMES_OF_SIEVES, RuledArticle, rule, rule_marked
from tests.strategies import word_soups, word_spans

ARTICLE = """\
Senator Ida Holm met Carl Dray of the Reef Bank. {s1 Holm} {c1 said} {t1 the dam leaks}.

{t2 “Dray is late,”} {s2 she} {c2 said}. {s3 The senator} {c3 added} {t3 that it rained}. Rosa Lindqvist left.
"""
# Where the columns for entities begin.
_SPOKE = 7
_GENDERS = _SPOKE + len(SPOKE) + 2
_DESCRIBED = _GENDERS + 5
_RULED = _DESCRIBED + len(DESCRIBED) + 1


@pytest.fixture(name="article", scope="module")
def fixture_article() -> RuledArticle:
    """An article of three attributions by one person."""
    return rule_marked(ARTICLE)


def columns_of(article: RuledArticle, attribution: int, name: str) -> np.ndarray:
    """Return the columns for an entity, in the first of its places."""
    evidence = article.evidence()
    place = evidence.candidates[attribution].tolist().index(article.entity(name))
    return np.asarray(evidence.entity[attribution, place])


def named_places(article: RuledArticle, attribution: int, column: str) -> list[str]:
    """Return the entities of the places near an attribution that have a column."""
    evidence = article.evidence()
    found = np.flatnonzero(evidence.place[attribution, :44, PLACE.index(column)])
    return [article.discourse.entities[entity].name for entity in evidence.candidates[attribution, found]]


class TestShapes:
    """The shapes of the arrays."""

    def test_shapes(self, article: RuledArticle) -> None:
        """Each attribution has the same places, and each part the columns that a network is trained for."""
        found, widths, width = article.evidence(), Widths.of(NAMES_OF_SIEVES), article.states.width

        assert {
            "candidates": (3, PLACES),
            "asked": (3, 5 * width),
            "named": (3, PLACES, 2 * width),
            "place": (3, PLACES, widths.place),
            "entity": (3, PLACES, widths.entity),
            "query": (3, widths.query),
            "nobody": (3, widths.nobody),
        } == {name: value.shape for name, value in attrs.asdict(found, recurse=False).items()}

    def test_precision(self, article: RuledArticle) -> None:
        """All but the numbers of entities are floats of 32 bits, and finite."""
        found = attrs.asdict(article.evidence(), recurse=False)
        del found["candidates"]

        assert {"float32"} == {str(value.dtype) for value in found.values()}
        assert all(np.isfinite(value).all() for value in found.values())

    def test_padding(self, article: RuledArticle) -> None:
        """Where there is no candidate, all is zero."""
        found = article.evidence()

        assert not found.exists.all()
        assert [0, 0, 0] == [np.count_nonzero(part[~found.exists]) for part in (found.named, found.place, found.entity)]

    def test_no_attributions(self, article: RuledArticle) -> None:
        """No attributions have no rows."""
        assert (0, PLACES) == article.gatherer().gather([]).candidates.shape


class TestCandidates:
    """The entities in the places."""

    def test_around(self, article: RuledArticle) -> None:
        """The mentions before and after a source come in text order, that of the source itself first after it."""
        names = [article.discourse.entities[entity].name for entity in article.evidence().candidates[0, 33:40]]

        assert ["Ida Holm", "Carl Dray", "Reef Bank", "Ida Holm", "Carl Dray", "Rosa Lindqvist"] == names[:6]

    def test_most_named(self, article: RuledArticle) -> None:
        """The entities named most are candidates wherever they are named."""
        candidates = article.evidence().candidates[0, 44:52].tolist()

        assert article.discourse.mentions.most_named == candidates[:4]
        assert [-1] * 4 == candidates[4:]

    def test_decided(self, article: RuledArticle) -> None:
        """The last place is that of the entity that the rules decided on."""
        assert [article.entity("Ida Holm")] * 3 == article.evidence().candidates[:, -1].tolist()

    def test_decided_on_nobody(self) -> None:
        """If they decided on nobody, there is none."""
        found = rule_marked("Ida Holm left. {s A farmer} {c said} {t so}.").evidence()

        assert [-1] == found.candidates[:, -1].tolist()

    def test_far_away(self) -> None:
        """An entity named once, long before, is no candidate."""
        others = "".join(f"Ann Lee met Carl Dray and Rosa Lindqvist on day {day}. " for day in range(2, 30))
        article = rule_marked(
            f"Ida Holm left. {others} Bo Ek, Li Wu, Ed Orr, Al Roy, Jo Day and Mo Fox met Ann Lee, "
            f"Carl Dray, Bo Ek, Li Wu, Ed Orr, Al Roy, Jo Day and Mo Fox. {{s A man}} {{c said}} {{t so}}."
        )

        assert article.entity("Ida Holm") not in article.evidence().candidates

    def test_makers_of_documents(self) -> None:
        """Whoever made a document that speaks is decided on."""
        article = rule_marked("Ida Holm left. {s A report by the Reef Bank} {c said} {t so}.")

        assert [article.entity("Reef Bank")] == article.evidence().candidates[:, -1].tolist()

    def test_first_places(self, article: RuledArticle) -> None:
        """Each entity has one first place."""
        found = article.evidence()

        assert [sorted({*row} - {-1}) for row in found.candidates.tolist()] == [
            sorted(row[is_first].tolist()) for row, is_first in zip(found.candidates, found.is_first, strict=True)
        ]


class TestColumns:
    """What the columns say."""

    @pytest.mark.parametrize(
        ("column", "names"),
        [
            ("in its sentence, ahead", ["Ida Holm"]),
            ("1 sentence before", ["Ida Holm", "Carl Dray", "Reef Bank"]),
            ("in its source", ["Ida Holm"]),
            ("in its content", []),
            ("the last mention before", ["Reef Bank"]),
            ("the last but one", ["Carl Dray"]),
            ("the first of its entity", ["Ida Holm", "Carl Dray", "Reef Bank", "Rosa Lindqvist"]),
            ("in a source ahead", ["Ida Holm"]),
            ("in a source before", []),
        ],
    )
    def test_places(self, article: RuledArticle, column: str, names: list[str]) -> None:
        """A column for the place of a mention holds for the mentions there."""
        assert names == named_places(article, 0, column)

    def test_sentences(self) -> None:
        """How many sentences ago a mention stands is counted."""
        article = rule_marked("Ida Holm left. Carl Dray stayed. {s She} {c said} {t so}.")

        assert ["Carl Dray"] == named_places(article, 0, "1 sentence before")
        assert ["Ida Holm"] == named_places(article, 0, "2 sentences before")

    def test_content(self, article: RuledArticle) -> None:
        """A mention in the words of the speaker is one."""
        assert ["Carl Dray"] == named_places(article, 1, "in its content")

    def test_distance(self, article: RuledArticle) -> None:
        """The further away, the greater the distance; it is negative before the source."""
        found = article.evidence()
        distances = found.place[1, :44, PLACE.index("distance in characters")][found.exists[1, :44]]

        assert all(one < other for one, other in pairwise(distances.tolist()))
        assert distances[0] < 0 < distances[-1]

    def test_who_spoke(self, article: RuledArticle) -> None:
        """The entities that the rules decided on before and after are known, the last one first."""
        holm, dray = (columns_of(article, 2, name)[_SPOKE:][: len(SPOKE)] for name in ("Ida Holm", "Carl Dray"))

        assert ([1, 1, 0, 0, 0], [0] * 5) == (holm.tolist(), dray.tolist())

    def test_gender(self) -> None:
        """Whether the gender is that of the pronoun is known where both are."""
        article = rule_marked("Mr. Dray met Ms. Holm and the Reef Bank. {s She} {c said} {t so}.")

        assert {"Holm": [1, 0, 0, 0, 0], "Dray": [0, 1, 0, 0, 0], "Reef Bank": [0, 0, 1, 0, 0]} == {
            name: columns_of(article, 0, name)[_GENDERS:_DESCRIBED].tolist() for name in ("Holm", "Dray", "Reef Bank")
        }

    def test_description(self, article: RuledArticle) -> None:
        """A description is compared with what is printed beside the names."""
        columns = {name: columns_of(article, 2, name)[_DESCRIBED:_RULED] for name in ("Ida Holm", "Carl Dray")}

        assert [1, 0] == [found[DESCRIBED.index("role")] for found in columns.values()]

    def test_no_description(self, article: RuledArticle) -> None:
        """Names and pronouns are not compared so."""
        assert not article.evidence().entity[:2, :, _DESCRIBED:_RULED].any()

    def test_decision(self, article: RuledArticle) -> None:
        """The entity that the rules decided on has the sieve and its confidence; others have neither."""
        sieves = dict(zip(("none", *NAMES_OF_SIEVES), columns_of(article, 0, "Ida Holm")[_RULED:-3], strict=True))

        assert {"name": 1} == {name: value for name, value in sieves.items() if value}
        assert [1, np.float32(article.made[0].decision.confidence)] == columns_of(article, 0, "Ida Holm")[
            -3:-1
        ].tolist()
        assert not columns_of(article, 0, "Carl Dray")[_RULED:].any()

    def test_query(self, article: RuledArticle) -> None:
        """The kind that the rules decided on, and whether there is a source, are known whoever speaks."""
        query = article.evidence().query[0].tolist()

        assert [kind is SpeakerKind.PERSON for kind in KINDS] == query[: len(KINDS)]
        assert [1, 0] == query[len(KINDS) : -1]

    def test_no_decision(self) -> None:
        """Without a decision there is no sieve, and no kind."""
        found = rule_marked("Ida Holm left. {c1 It was said} {t1 that it rained}.")
        (made,) = found.made
        evidence = attrs.evolve(found, made=[attrs.evolve(made, decision=None)]).evidence()

        assert not evidence.nobody.any()
        assert [kind is None for kind in KINDS] == evidence.query[0, : len(KINDS)].tolist()


def parts_of(evidence: Evidence) -> list[list[object]]:
    """Return all numbers of the evidence."""
    return [part.tolist() for part in attrs.asdict(evidence, recurse=False).values()]


def joined(parts: list[Evidence]) -> list[list[object]]:
    """Return all numbers of the evidence in several parts."""
    return [[row for rows in part for row in rows] for part in zip(*map(parts_of, parts), strict=True)]


class TestBlocks:
    """Gathering a part at a time."""

    @given(st.lists(st.integers(1, 40), min_size=1, max_size=6))
    def test_blocks(self, sizes: list[int]) -> None:
        """Many attributions in blocks have the evidence that they have in one block, bit for bit."""
        repeated = rule_many()
        ends = [*np.minimum(np.cumsum([0, *sizes]), len(repeated.made)).tolist(), len(repeated.made)]
        gatherer = repeated.gatherer()

        parts = [gatherer.gather(range(low, high)) for low, high in pairwise(ends)]

        assert parts_of(gatherer.gather(range(len(repeated.made)))) == joined(parts)

    def test_order(self, article: RuledArticle) -> None:
        """The evidence comes in the order asked for."""
        gatherer = article.gatherer()

        assert parts_of(gatherer.gather([2, 0])) == joined([gatherer.gather([2]), gatherer.gather([0])])


def rule_many() -> RuledArticle:
    """An article of 200 attributions, ruled once."""
    if not _MANY:
        sentences = "".join(
            f"{{s{2 * i + 1} Ida Holm}} {{c{2 * i + 1} said}} {{t{2 * i + 1} it rained}}. Carl Dray met the Reef Bank. "
            f"{{s{2 * i + 2} The senator}} {{c{2 * i + 2} told}} her {{t{2 * i + 2} so}}. "
            for i in range(100)
        )
        _MANY.append(rule_marked(sentences))
    return _MANY[0]


_MANY: list[RuledArticle] = []


class TestAnyText:
    """Texts that nobody has thought of."""

    @given(st.data())
    def test_any(self, data: st.DataObject) -> None:
        """Whatever is a source, a cue or a content, the evidence is finite, and candidates are entities."""
        text = data.draw(word_soups())
        drafts = [Draft(*(data.draw(word_spans(text)) for _ in range(3))) for _ in range(data.draw(st.integers(0, 4)))]
        article = rule(text, [*drafts, Draft(Spans(), source=Spans.of(text, [(0, min(1, len(text)))] if text else []))])
        if not article.discourse.entities:
            return
        found = article.evidence()

        assert all(np.isfinite(part).all() for part in attrs.asdict(found, recurse=False).values())
        assert found.candidates.min() >= -1
        assert found.candidates.max() < len(article.discourse.entities)
        assert found.exists.any(1).all()
