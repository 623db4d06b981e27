"""
Scoring of predicted attributions against annotated ones.

Spans are compared as sets of words (runs of letters or digits), so punctuation and white space at their edges do not
matter.
"""

from quotekit.evaluation.annotated import AnnotatedArticle, Annotation, read_annotated
from quotekit.evaluation.compare import evaluate, judge
from quotekit.evaluation.scores import ContentMeasures, Measure, RoleMeasures, Scores

__all__ = [
    "AnnotatedArticle",
    "Annotation",
    "ContentMeasures",
    "Measure",
    "RoleMeasures",
    "Scores",
    "evaluate",
    "judge",
    "read_annotated",
]
