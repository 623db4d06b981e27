"""Where the mentions of an article stand, and when its entities were named, seen from one attribution."""

from __future__ import annotations

import math

import numpy as np
import pytest

from quotekit.speakers.ranking.columns import ENTITY_KINDS, PLACE, SPOKE
from quotekit.speakers.ranking.evidence import Evidence
from tests.speakers.ranking.material import RuledArticle, rule_marked

#: Each sentence names somebody else; "her" is the source.
TEXT = (
    "Ida Holm left. Carl Dray left. Mia Lind left. Dale Pike left. Eva Dahl left. Rosa Lindqvist left. Today Hank "
    "Tully met {s her}, {c saying} {t Lena Berg left}. Ana Ito left. Bob Ash left. Tom Roe left. Paul Day left."
)
COLUMNS = {
    "in its sentence, before": ["Hank Tully"],
    "in its sentence, ahead": ["Lena Berg"],
    "1 sentence before": ["Rosa Lindqvist"],
    "2 sentences before": ["Eva Dahl"],
    "3 to 5 sentences before": ["Carl Dray", "Mia Lind", "Dale Pike"],
    "more sentences before": ["Ida Holm"],
    "in a sentence ahead": ["Ana Ito", "Bob Ash", "Tom Roe", "Paul Day"],
    "more than 2 sentences ahead": ["Tom Roe", "Paul Day"],
    "in its content": ["Lena Berg"],
    "in its source": [],
    "the last mention before": ["Hank Tully"],
    "the last but one": ["Rosa Lindqvist"],
}
#: How far away somebody is named, in characters and in mentions: the latter before the source count up to 20.
DISTANCES = {
    "Hank Tully": (-15, 1),
    "Rosa Lindqvist": (-42, 2),
    "Lena Berg": (12, 0),
    "Ana Ito": (28, -1),
}
#: Before how many sentences somebody was last named; None for those who are not named before.
LAST = {"Ida Holm": 6, "Rosa Lindqvist": 1, "Hank Tully": 0, "Lena Berg": None, "Paul Day": None}
_LAST = 2 + len(ENTITY_KINDS) + len(SPOKE)


@pytest.fixture(name="article", scope="module")
def fixture_article() -> RuledArticle:
    """The article."""
    return rule_marked(TEXT)


def _place_of(article: RuledArticle, evidence: Evidence, name: str) -> int:
    return int(np.flatnonzero(evidence.candidates[0] == article.entity(name))[0])


class TestPlaceColumns:
    """place_columns()."""

    @pytest.mark.parametrize(("column", "names"), COLUMNS.items())
    def test_column(self, article: RuledArticle, column: str, names: list[str]) -> None:
        """A column holds for the mentions there, and for no others."""
        evidence = article.evidence()
        found = np.flatnonzero(evidence.place[0, :44, PLACE.index(column)])

        assert names == [article.discourse.entities[entity].name for entity in evidence.candidates[0, found]]

    @pytest.mark.parametrize(("name", "distance"), DISTANCES.items())
    def test_distance(self, article: RuledArticle, name: str, distance: tuple[int, int]) -> None:
        """Distances are negative before the source in characters, and ahead of it in mentions."""
        evidence = article.evidence()
        row = evidence.place[0, _place_of(article, evidence, name)]
        chars, mentions = distance

        assert (
            pytest.approx(math.copysign(math.log1p(abs(chars) / 6) / 5, chars))
            == row[PLACE.index("distance in characters")]
        )
        assert pytest.approx(mentions / 20) == row[PLACE.index("distance in mentions")]


class TestEntityColumns:
    """Columns for entities."""

    @pytest.mark.parametrize(("name", "ago"), LAST.items())
    def test_last(self, article: RuledArticle, name: str, ago: int | None) -> None:
        """Whoever was named before was named some sentences ago."""
        evidence = article.evidence()
        row = evidence.entity[0, _place_of(article, evidence, name)]

        assert pytest.approx([float(ago is None), math.log1p(ago or 0)]) == row[_LAST : _LAST + 2].tolist()

    def test_known(self) -> None:
        """How often somebody is named, the share of that, and the kind of who it is."""
        article = rule_marked("Ida Holm met Holm of the Reef Fund. {s She} {c said} {t Holm left}.")
        evidence = article.evidence()
        rows = [
            evidence.entity[0, _place_of(article, evidence, name)][: _LAST - len(SPOKE)]
            for name in ("Ida Holm", "Reef Fund")
        ]

        assert pytest.approx([math.log(4), 1, 1, 0, 0, 0, 0]) == rows[0].tolist()
        assert pytest.approx([math.log(2), 1 / 3, 0, 1, 0, 0, 0]) == rows[1].tolist()
