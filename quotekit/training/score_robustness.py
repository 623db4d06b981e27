"""
Robustness scores: ``python -m quotekit.training.score_robustness FILE``.

Attributions stay the same whatever the style of the quotation marks, the layout of the text or the format of a
statement; so should the scores.
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
from quotekit.extractor import Extractor
from quotekit.training.edits import apply_edits, join_paragraphs
from quotekit.training.negatives import add_negative_paragraphs
from quotekit.training.quotation_styles import STYLES, restyle_marks
from quotekit.training.reformat import add_reformatted
from quotekit.training.sentences import join_sentences, split_sentences
from quotekit.training.substitution import substitute_verbs

__all__ = ["PERTURBATIONS", "robustness_scores"]

_Perturbation = Callable[[AnnotatedArticle], AnnotatedArticle]
_PRINTED = ("attribution", "direct", "mixed", "indirect", "content.exact", "strict")
_SEED = 1

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


def _in_style(style: tuple[str, str], article: AnnotatedArticle) -> AnnotatedArticle:
    return apply_edits(article, restyle_marks(article.text, style))


def _in_one_paragraph(article: AnnotatedArticle) -> AnnotatedArticle:
    return apply_edits(article, join_paragraphs(article.text, " "))


def _in_lower_case(article: AnnotatedArticle) -> AnnotatedArticle:
    lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in article.text)
    return attrs.evolve(article, text=lower)


def _in_other_sentences(article: AnnotatedArticle) -> AnnotatedArticle:
    joined = apply_edits(article, join_sentences(article, random.Random(_SEED)))
    return apply_edits(joined, split_sentences(joined, random.Random(_SEED)))


def _with_other_verbs(article: AnnotatedArticle) -> AnnotatedArticle:
    return apply_edits(article, substitute_verbs(article, random.Random(len(article.text))))


#: Every perturbation by its name.
PERTURBATIONS: dict[str, _Perturbation] = {
    "unchanged": lambda article: article,
    **{f"marks {opening} {closing}": partial(_in_style, (opening, closing)) for opening, closing in STYLES},
    "no marks": partial(_in_style, ("", "")),
    "one paragraph": _in_one_paragraph,
    "lower case": _in_lower_case,
    "sentences joined and split": _in_other_sentences,
    "negative paragraphs": lambda article: add_negative_paragraphs(article, random.Random(_SEED)),
    "transcripts, pull quotes, relayed news": lambda article: add_reformatted(
        article, random.Random(len(article.text))
    ),
    "other verbs": _with_other_verbs,
}


def robustness_scores(articles: Sequence[AnnotatedArticle], extractor: Extractor) -> Iterator[tuple[str, Scores]]:
    """
    Score an extractor on articles as they are and under each perturbation.

    Args:
        articles: Annotated articles.

        extractor: The extractor to score.

    Yields:
        The name of a perturbation and the scores.
    """
    for name, perturb in PERTURBATIONS.items():
        perturbed = [perturb(article) for article in articles]
        found = (extractor.extract(article.text, id=article.id) for article in perturbed)
        yield name, evaluate(perturbed, [AnnotatedArticle.from_dict(article.to_dict()) for article in found])


@app.command()
def score(
    file: Annotated[Path, typer.Argument(help="Annotated articles held out from training.")],
    *,
    model: Annotated[Path | None, typer.Option(help="Model folder; the model in the package by default.")] = None,
) -> None:
    """Print scores on perturbed articles."""
    for name, scores in robustness_scores(read_annotated(file), Extractor(model=model)):
        f1 = {label: measure.f1 for label, measure in scores.measures()}
        typer.echo(" ".join([*(f"{f1[label]:.3f}" for label in _PRINTED), name]))


if __name__ == "__main__":
    app()
