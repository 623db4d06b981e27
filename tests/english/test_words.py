"""Single words, and what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.english.lexicons import load_words
from quotekit.english.words import (
    abbreviated_titles,
    is_courtesy_title,
    is_given_name,
    is_place,
    is_role,
    kind_of_ending,
    kind_of_noun,
    nicknames,
    normalize,
    normalized_words,
    singular,
    word_gender,
)
from quotekit.records import SpeakerKind
from tests.strategies import texts


class TestNormalize:
    """normalize()."""

    @pytest.mark.parametrize(
        ("word", "expected"),
        [("O’Neill", "o'neill"), ("José", "jose"), ("U.S.", "us"), ("Straße", "strasse"), ("", "")],
    )
    def test_words(self, word: str, expected: str) -> None:
        """Capitals, accents, dots and curly apostrophes make no difference."""
        assert expected == normalize(word)

    @given(texts())
    def test_any_text(self, text: str) -> None:
        """Whatever the text, nothing is left in capitals, and normalizing becomes stable."""
        assert not normalize(text.upper()).isupper()
        assert normalize(normalize(text)) == normalize(normalize(normalize(text)))

    def test_lists(self) -> None:
        """Word lists are normalized entry by entry."""
        assert {normalize(word) for word in load_words("places")} == normalized_words("places")


class TestSingular:
    """singular()."""

    @pytest.mark.parametrize(
        ("plural", "expected"),
        [
            ("officials", "official"),
            ("Parties", "party"),
            ("ties", "tie"),
            ("women", "woman"),
            ("people", "person"),
            ("children", "child"),
            ("witnesses", "witness"),
            ("churches", "church"),
            ("analysis", "analysis"),
            ("virus", "virus"),
            ("boss", "boss"),
        ],
    )
    def test_nouns(self, plural: str, expected: str) -> None:
        """Plurals lose their ending, and singulars that look like them do not."""
        assert expected == singular(plural)


class TestTitles:
    """is_role(), is_courtesy_title() and abbreviated_titles()."""

    @pytest.mark.parametrize(
        ("word", "expected"),
        [("Senator", True), ("Sen.", True), ("Mrs.", True), ("President-elect", True), ("Senate", False), ("", False)],
    )
    def test_role(self, word: str, expected: bool) -> None:  # noqa: FBT001
        """Offices, occupations and courtesy titles can end a title, in full or abbreviated."""
        assert expected is is_role(word)

    def test_courtesy(self) -> None:
        """Courtesy titles do not name an office."""
        assert [True, True, False] == [is_courtesy_title(word) for word in ("Mr.", "Lady", "Senator")]

    def test_abbreviated(self) -> None:
        """Abbreviated and plural titles have one full form each."""
        assert ["senator", "senator"] == [abbreviated_titles()[word] for word in ("sen", "senators")]


class TestNames:
    """is_given_name(), nicknames() and is_place()."""

    def test_given(self) -> None:
        """Given names of women, of men and of both are known."""
        assert [True, True, True, False] == [is_given_name(word) for word in ("Ada", "AARON", "alex", "Holm")]

    def test_nicknames(self) -> None:
        """A nickname may be short for several names."""
        assert {("al", "alan"), ("al", "albert")} <= nicknames()

    @pytest.mark.parametrize(
        ("name", "any_place", "country"),
        [("France", True, True), ("ABUJA", True, True), ("Alabama", True, False), ("Holm", False, False)],
    )
    def test_place(self, name: str, any_place: bool, country: bool) -> None:  # noqa: FBT001
        """Regions count unless they are excluded; countries and capitals always do."""
        assert (any_place, country) == (is_place(name), is_place(name, regions=False))


class TestKinds:
    """kind_of_noun(), kind_of_ending() and word_gender()."""

    @pytest.mark.parametrize(
        ("noun", "expected"),
        [
            ("official", SpeakerKind.UNNAMED),
            ("officials", SpeakerKind.GROUP),
            ("sources", SpeakerKind.UNNAMED),
            ("critics", SpeakerKind.UNNAMED),
            ("voters", SpeakerKind.GROUP),
            ("Egyptian", SpeakerKind.UNNAMED),
            ("French", SpeakerKind.GROUP),
            ("ministry", SpeakerKind.ORGANIZATION),
            ("companies", SpeakerKind.GROUP),
            ("survey", SpeakerKind.DOCUMENT),
            ("courage", None),
        ],
    )
    def test_noun(self, noun: str, expected: SpeakerKind | None) -> None:
        """An unnamed person, a group, an organization, a document, or a thing that does not speak."""
        assert expected == kind_of_noun(noun)

    @pytest.mark.parametrize(
        ("noun", "expected"),
        [("beekeepers", SpeakerKind.GROUP), ("beekeeper", SpeakerKind.UNNAMED), ("courage", None), ("dams", None)],
    )
    def test_ending(self, noun: str, expected: SpeakerKind | None) -> None:
        """Nouns in no list have a kind if their ending says that people are meant."""
        assert expected == kind_of_ending(noun)

    def test_gender(self) -> None:
        """Titles and nouns of women and men show a gender, others none."""
        assert ["female", "male", None] == [word_gender(word) for word in ("Mrs.", "spokesman", "official")]
