"""Names to train on: silver names, those of GUM, and their labels."""

from __future__ import annotations

import json
import random
from pathlib import Path

import attrs
import pytest
import spacy
from tokenizers import Tokenizer

from quotekit.evaluation import AnnotatedArticle
from quotekit.tagger.session import load_model
from quotekit.tagger.windows import encode
from quotekit.text import TextIndex
from quotekit.training.augmentation import augment
from quotekit.training.edits import apply_edits
from quotekit.training.silver_names import UNKNOWN, NamedArticle, NameSpan, name_labels, read_gum, silver_names

TEXT = "The Reef Times met Ann Lee's party."


@pytest.fixture(name="tokenizer", scope="module")
def fixture_tokenizer() -> Tokenizer:
    """The shipped model's tokenizer."""
    return load_model().tokenizer


def names_of(article: NamedArticle) -> list[tuple[str, str]]:
    """Return the names as strings, with their kinds."""
    return [(article.text[name.start : name.end], name.kind) for name in article.names]


class TestSilverNames:
    """silver_names()."""

    def test_converts_entities(self) -> None:
        """Names are kept without determiner and possessive; dates are left out."""
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("entity_ruler")
        ruler.add_patterns(  # type: ignore[attr-defined]
            [
                {"label": "ORG", "pattern": "The Reef Times"},
                {"label": "PERSON", "pattern": "Ann Lee's"},
                {"label": "DATE", "pattern": "party"},
            ]
        )

        (article,) = silver_names([AnnotatedArticle("a", TEXT, ())], nlp)

        assert [("Reef Times", "organization"), ("Ann Lee", "person")] == names_of(article)
        assert len(TEXT) == article.names_end


class TestReadGum:
    """read_gum()."""

    def test_checks_the_licence(self, tmp_path: Path) -> None:
        """Texts without a free licence are left out; so are entities without a proper name."""
        entities = [
            {"span": [0, 14], "type": "organization", "proper": True},
            {"span": [19, 26], "type": "person", "proper": True},
            {"span": [19, 34], "type": "organization", "proper": False},
        ]
        licences = ("CC BY 4.0", "CC BY-NC-SA 4.0", "CC BY-SA 3.0", "not stated")
        rows = [{"id": licence, "text": TEXT, "licence": licence, "entities": entities} for licence in licences]
        path = tmp_path / "gum.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

        found = read_gum(path)

        assert ["CC BY 4.0", "CC BY-SA 3.0"] == [article.id for article in found]
        assert [("Reef Times", "organization"), ("Ann Lee", "person")] == names_of(found[0])
        assert ((0, len(TEXT)),) == found[0].ignore


class TestNameLabels:
    """name_labels()."""

    def test_distinguishes_beginning_and_inside(self, tokenizer: Tokenizer) -> None:
        """The first word of a name has its own label; words after the annotated part are unknown."""
        names = (NameSpan(4, 14, "organization"), NameSpan(19, 26, "person"))
        article = NamedArticle("a", TEXT, (), names=names, names_end=26)

        found = name_labels(article, encode(TextIndex(TEXT), tokenizer)).tolist()

        assert [0, 3, 4, 0, 1, 2, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN] == found

    def test_is_unknown_without_names(self, tokenizer: Tokenizer) -> None:
        """In an article without annotated names each word's label is unknown."""
        labels = name_labels(AnnotatedArticle("a", TEXT, ()), encode(TextIndex(TEXT), tokenizer))

        assert {UNKNOWN} == set(labels.tolist())

    def test_follows_edits(self) -> None:
        """An edit before a name moves it."""
        article = NamedArticle("a", TEXT, (), names=(NameSpan(19, 26, "person"),), names_end=len(TEXT))

        changed = apply_edits(article, [(0, 4, "")])

        assert isinstance(changed, NamedArticle)
        assert ([("Ann Lee", "person")], len(TEXT) - 4) == (names_of(changed), changed.names_end)

    @pytest.mark.parametrize("kind", ["person", "organization"])
    def test_survives_augmentation(self, kind: str) -> None:
        """An augmented article keeps its names; those of people may be substituted by as many words."""
        text = "“It is late,” said Ann Lee.\n\nBo Day called it “over.”"
        names = (NameSpan(19, 26, kind), NameSpan(29, 35, kind))
        article = NamedArticle("a", text, (), names=names, names_end=len(text))

        for seed in range(200):
            changed = augment(article, random.Random(seed))
            assert isinstance(changed, NamedArticle)
            found = [name.lower() for name, _ in names_of(changed)]
            # Datelines and the like bring names of their own.
            own = [name for name in found if name in ("ann lee", "bo day") or kind == "person"]
            assert len(own) >= 2
            assert ["ann lee", "bo day"] == own or kind == "person"
            assert attrs.evolve(changed, names=()).names_end <= len(changed.text)
