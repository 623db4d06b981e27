"""
Figures on the same articles written otherwise: ``python -m quotekit.training.score_changed FILE``.

What people say stays the same whatever marks stand around it, however the text is laid out, and in whatever form it is told;
so should the figures.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import attrs
import typer

from quotekit.evaluation import AnnotatedArticle, Scores, evaluate, read_annotated
from quotekit.pipeline import Extractor
from quotekit.training.edits import apply_edits, join_paragraphs
from quotekit.training.negatives import add_silence
from quotekit.training.recast import recast
from quotekit.training.restyle import STYLES, restyle
from quotekit.training.sentences import join_sentences, split_sentences
from quotekit.training.swaps import reword

__all__ = ["CHANGES", "changed_scores"]

_Change = Callable[[AnnotatedArticle], AnnotatedArticle]

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


def _in_style(style: tuple[str, str], article: AnnotatedArticle) -> AnnotatedArticle:
    return apply_edits(article, restyle(article.text, style))


def _in_one_paragraph(article: AnnotatedArticle) -> AnnotatedArticle:
    return apply_edits(article, join_paragraphs(article.text, " "))


def _in_lower_case(article: AnnotatedArticle) -> AnnotatedArticle:
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in article.text)
    return attrs.evolve(article, text=lower)


def _in_other_sentences(article: AnnotatedArticle) -> AnnotatedArticle:
    joined = apply_edits(article, join_sentences(article, random.Random(1)))
    return apply_edits(joined, split_sentences(joined, random.Random(1)))


def _with_other_verbs(article: AnnotatedArticle) -> AnnotatedArticle:
    return apply_edits(article, reword(article, random.Random(len(article.text))))


#: Every change by its name.
CHANGES: dict[str, _Change] = {
    "as it is": lambda article: article,
    **{f"marks {opening} {closing}": partial(_in_style, (opening, closing)) for opening, closing in STYLES},
    "no marks": partial(_in_style, ("", "")),
    "one paragraph": _in_one_paragraph,
    "lower case": _in_lower_case,
    "sentences joined and split": _in_other_sentences,
    "paragraphs in which nobody says anything": lambda article: add_silence(article, random.Random(1)),
    "transcripts, pull quotes, relayed news": lambda article: recast(article, random.Random(len(article.text))),
    "other verbs": _with_other_verbs,
}


def changed_scores(articles: Sequence[AnnotatedArticle], extractor: Extractor) -> Iterator[tuple[str, Scores]]:
    """
    Measure a model on articles as they are, and with each change.

    Args:
        articles: Annotated articles.

        extractor: What is measured.

    Yields:
        The name of a change and the figures.
    """
    for name, change in CHANGES.items():
        changed = [change(article) for article in articles]
        found = (extractor.extract(article.text, id=article.id) for article in changed)
        yield name, evaluate(changed, [AnnotatedArticle.from_dict(article.to_dict()) for article in found])


@app.command()
def score(
    file: Annotated[Path, typer.Argument(help="Annotated articles that were kept out of training.")],
    *,
    model: Annotated[Path | None, typer.Option(help="Another model than the one in the package.")] = None,
) -> None:
    """Print figures on articles that are written otherwise."""
    for name, scores in changed_scores(read_annotated(file), Extractor(model=model)):
        figures = {label: measure.f1 for label, measure in scores.measures()}
        shown = (figures[label] for label in ("attribution", "direct", "mixed", "indirect", "content.exact", "strict"))
        typer.echo(" ".join([*(f"{f1:.3f}" for f1 in shown), name]))


if __name__ == "__main__":
    app()
