"""
Statistics of articles: how much of each is attributed and quoted. One row per article.

==================== ==========================================================================================
column               value
==================== ==========================================================================================
article              id of the article
words                number of its words; words are separated by spaces
attributions         number of attributions
direct               attributions with all words between quotation marks
mixed                attributions with some words between quotation marks
indirect             attributions without words between quotation marks
negated              attributions that say what was *not* said
attributed_share     share of the article's words that are in the content of an attribution, from 0 to 1
quoted_share         share of the article's words that are between the quotation marks of one, from 0 to 1
speakers             number of different speakers with an attribution
named_speakers       those of them who have a name
unnamed_speakers     those of them who have none
unresolved           attributions whose speaker could not be resolved
named_share          share of the attributions whose speaker has a name, from 0 to 1; missing without attributions
outlets              number of different outlets through which statements came
==================== ==========================================================================================

A word in two attributions, one inside the other, counts once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quotekit.records import Article, TextSpan
from quotekit.records.arguments import check_article

__all__ = ["STATISTICS", "statistics_of"]

#: The columns in order.
STATISTICS = (
    "article",
    "words",
    "attributions",
    "direct",
    "mixed",
    "indirect",
    "negated",
    "attributed_share",
    "quoted_share",
    "speakers",
    "named_speakers",
    "unnamed_speakers",
    "unresolved",
    "named_share",
    "outlets",
)


def statistics_of(article: Article) -> dict[str, str | int | float | None]:
    """
    Compute the statistics of an article.

    Args:
        article: The article.

    Returns:
        A value for each column.

    Example:
        >>> import quotekit
        >>> found = statistics_of(quotekit.extract("“No,” Ida Holm said. Critics say it is too late."))
        >>> found["words"], found["attributions"], found["named_speakers"], found["unnamed_speakers"]
        (10, 2, 1, 1)
        >>> found["attributed_share"], found["quoted_share"]
        (0.5, 0.1)
    """
    check_article(article)
    kinds = Counter(a.kind.value for a in article.attributions)
    speakers = {speaker.id: speaker.name is not None for a in article.attributions for speaker in a.speakers}
    named = sum(any(speaker.name for speaker in a.speakers) for a in article.attributions)
    words = len(article.text.split())
    attributed = _words(article.text, (span for a in article.attributions for span in a.content))
    quoted = _words(article.text, (span for a in article.attributions for span in a.quoted))
    return {
        "article": article.id,
        "words": words,
        "attributions": len(article.attributions),
        "direct": kinds["direct"],
        "mixed": kinds["mixed"],
        "indirect": kinds["indirect"],
        "negated": sum(a.negated for a in article.attributions),
        "attributed_share": min(1.0, attributed / words) if words else 0.0,
        "quoted_share": min(1.0, quoted / words) if words else 0.0,
        "speakers": len(speakers),
        "named_speakers": sum(speakers.values()),
        "unnamed_speakers": len(speakers) - sum(speakers.values()),
        "unresolved": sum(a.speaker is None for a in article.attributions),
        "named_share": named / len(article.attributions) if article.attributions else None,
        "outlets": len({outlet.name.casefold() for a in article.attributions for outlet in a.via}),
    }


def _words(text: str, spans: Iterable[TextSpan]) -> int:
    """Count the words of a text that are in spans; those in several of them count once."""
    count = end = 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.end > end:
            count += len(text[max(span.start, end) : span.end].split())
            end = span.end
    return count
