"""What an article answers about itself, and what its fields refuse."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from quotekit.errors import InputError, RecordError, UnknownIdError
from quotekit.records import Article, Attribution, Kind, Spans, Speaker, SpeakerKind, TextSpan

TEXT = "Ida Holm said no. Holm said yes. It is said."
HOLM = Speaker("s1", "Ida Holm", SpeakerKind.PERSON)


def attribution(number: int, speaker: Speaker | None, parent: str | None = None) -> Attribution:
    """Return an attribution."""
    content = Spans([TextSpan(0, 3, "Ida")])
    no = Spans()
    return Attribution(f"a{number}", Kind.DIRECT, content, no, no, None, no, speaker, None, (), False, parent, 0.5)  # noqa: FBT003


ARTICLE = Article("x", TEXT, (attribution(1, HOLM), attribution(2, None), attribution(3, HOLM, "a1")), (HOLM,))


class TestRepr:
    """The representation of an article."""

    @pytest.mark.parametrize(
        ("article", "shown"),
        [
            (ARTICLE, "Article(id='x', 3 attributions, 1 speaker)"),
            (Article(None, "It rained."), "Article(id=None, no attributions)"),
        ],
    )
    def test_one_line(self, article: Article, shown: str) -> None:
        """It has the id and the numbers of attributions and speakers."""
        assert shown == repr(article)


class TestBySpeaker:
    """The attributions by speaker."""

    def test_groups(self) -> None:
        """Each speaker has all attributions, in the order of the text; unresolved ones are under None."""
        first, second, third = ARTICLE.attributions

        assert [(HOLM, (first, third)), (None, (second,))] == list(ARTICLE.by_speaker().items())


class TestItems:
    """An attribution by its id."""

    def test_parent(self) -> None:
        """The parent of an attribution is found by its id."""
        parent = ARTICLE["a3"].parent
        assert parent is not None

        assert ARTICLE.attributions[0] is ARTICLE[parent]

    @pytest.mark.parametrize("unknown", ["a9", 0, None, []])
    def test_unknown(self, unknown: Any) -> None:
        """Another id is an error, which is a KeyError too."""
        with pytest.raises(UnknownIdError) as caught:
            ARTICLE[unknown]

        assert UnknownIdError(unknown) == caught.value
        assert isinstance(caught.value, KeyError)

    def test_no_sequence(self) -> None:
        """An article is no sequence of its attributions."""
        with pytest.raises(TypeError, match="not iterable"):
            list(ARTICLE)  # type: ignore[call-overload]


class TestFields:
    """Values that records refuse, also when they are made by hand."""

    @pytest.mark.parametrize(
        ("record", "changes", "problem"),
        [
            (ARTICLE, {"id": b"x"}, "at id, it must be a string or None, got b'x' (bytes)"),
            (ARTICLE, {"text": None}, "at text, it must be a string, got None (NoneType)"),
            (ARTICLE.attributions[0], {"confidence": "high"}, "at confidence, it must be a number, got 'high' (str)"),
            (ARTICLE.attributions[0], {"confidence": 1.5}, "at confidence, it must be from 0 to 1, got 1.5 (float)"),
            (ARTICLE.attributions[0], {"content": "Ida"}, "at content, it must be Spans, got 'Ida' (str)"),
            (ARTICLE.attributions[0], {"kind": "direct"}, "at kind, it must be a Kind, got 'direct' (str)"),
            (HOLM, {"titles": "Mayor"}, "at titles, it must be a tuple, got 'Mayor' (str)"),
        ],
    )
    def test_refused(self, record: Any, changes: dict[str, Any], problem: str) -> None:
        """The error names the field, what it must be, and what it got."""
        with pytest.raises(RecordError) as caught:
            attrs.evolve(record, **changes)

        assert f"not a valid article: {problem}" == str(caught.value)

    def test_no_json(self) -> None:
        """What is not a string cannot be read as JSON."""
        with pytest.raises(InputError, match="'line' must be a string of JSON, got None"):
            Article.from_json(None)  # type: ignore[arg-type]
