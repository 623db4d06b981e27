"""Names to learn: silver ones, those of GUM, and their labels."""

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
from quotekit.training.changes import change
from quotekit.training.edits import apply_edits
from quotekit.training.silver_names import UNKNOWN, NamedArticle, NameSpan, name_labels, read_gum, silver_names

TEXT = "The Reef Times met Ann Lee's party."


@pytest.fixture(name="tokenizer", scope="module")
def fixture_tokenizer() -> Tokenizer:
    """The shipped model's tokenizer."""
    return load_model().tokenizer


def names_of(article: NamedArticle) -> list[tuple[str, str]]:
    """The names as strings, with their kinds."""
    return [(article.text[name.start : name.end], name.kind) for name in article.names]


class TestSilverNames:
    """Names that a spaCy pipeline finds."""

    def test_takes_entities(self) -> None:
        """Entities that name somebody or something are taken, without article and possessive; dates are not."""
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

        assert names_of(article) == [("Reef Times", "organization"), ("Ann Lee", "person")]
        assert article.named == len(TEXT)


class TestReadGum:
    """Names annotated in other kinds of text."""

    def test_takes_what_is_free(self, tmp_path: Path) -> None:
        """Texts whose licence is not plainly free are left out; so are things without a proper name."""
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

        assert [article.id for article in found] == ["CC BY 4.0", "CC BY-SA 3.0"]
        assert names_of(found[0]) == [("Reef Times", "organization"), ("Ann Lee", "person")]
        assert found[0].ignore == ((0, len(TEXT)),)


class TestNameLabels:
    """Names as labels of words."""

    def test_tells_beginning_from_inside(self, tokenizer: Tokenizer) -> None:
        """The first word of a name has another label than the next; words after what is known have none."""
        names = (NameSpan(4, 14, "organization"), NameSpan(19, 26, "person"))
        article = NamedArticle("a", TEXT, (), names=names, named=26)

        found = name_labels(article, encode(TEXT, tokenizer)).tolist()

        assert found == [0, 3, 4, 0, 1, 2, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]

    def test_knows_nothing_of_other_articles(self, tokenizer: Tokenizer) -> None:
        """In an article without names each word's label is unknown."""
        labels = name_labels(AnnotatedArticle("a", TEXT, ()), encode(TEXT, tokenizer))

        assert set(labels.tolist()) == {UNKNOWN}

    def test_moves_along_with_edits(self) -> None:
        """A change of the text before a name moves it."""
        article = NamedArticle("a", TEXT, (), names=(NameSpan(19, 26, "person"),), named=len(TEXT))

        changed = apply_edits(article, [(0, 4, "")])

        assert isinstance(changed, NamedArticle)
        assert (names_of(changed), changed.named) == ([("Ann Lee", "person")], len(TEXT) - 4)

    @pytest.mark.parametrize("kind", ["person", "organization"])
    def test_survives_all_changes(self, kind: str) -> None:
        """Whatever is changed, an article keeps its names, those of persons perhaps as other ones of as many words."""
        text = "“It is late,” said Ann Lee.\n\nBo Day called it “over.”"
        names = (NameSpan(19, 26, kind), NameSpan(29, 35, kind))
        article = NamedArticle("a", text, (), names=names, named=len(text))

        for seed in range(200):
            changed = change(article, random.Random(seed))
            assert isinstance(changed, NamedArticle)
            found = [name.lower() for name, _ in names_of(changed)]
            assert [name.count(" ") for name in found] == [1, 1]
            assert found == ["ann lee", "bo day"] or kind == "person"
            assert attrs.evolve(changed, names=()).named <= len(changed.text)
