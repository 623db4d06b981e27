"""All the metadata of an article in one object."""

from __future__ import annotations

import attrs

from quotekit.metadata.boilerplate import find_boilerplate
from quotekit.metadata.captions import find_captions
from quotekit.metadata.credits import read_credits
from quotekit.metadata.dateline import read_dateline
from quotekit.metadata.openings import bounds_of, find_openings
from quotekit.records import Credit, Dateline
from quotekit.text import Bounds, TextIndex

__all__ = ["Metadata", "read_metadata"]


@attrs.frozen
class Metadata:
    """The metadata printed around an article's prose. All offsets are character offsets, end exclusive."""

    #: The agencies, writers, editors and photographers credited, in text order.
    credits: tuple[Credit, ...] = ()
    #: The place and date at its head; None if there are none.
    dateline: Dateline | None = None
    #: Bounds of the lines that are captions or picture credits, in text order.
    captions: tuple[Bounds, ...] = ()
    #: Bounds of all credits, captions and datelines with the words around them, in text order and without overlap.
    boilerplate: tuple[Bounds, ...] = ()
    #: Bounds of what the tagger skips because it is not part of a sentence: datelines, times of live entries, and
    #: labels of places and topics.
    hidden: tuple[Bounds, ...] = ()


def read_metadata(index: TextIndex) -> Metadata:
    r"""
    Read the metadata of an article.

    Args:
        index: The article's text.

    Returns:
        The metadata.

    Example:
        >>> metadata = read_metadata(TextIndex("By Ida Holm\n\nOSLO (AP) — It rained."))
        >>> [credit.name for credit in metadata.credits], metadata.dateline.place
        (['Ida Holm', 'AP'], 'OSLO')
        >>> metadata.captions, metadata.boilerplate, metadata.hidden
        ((), ((0, 11), (13, 25)), ((13, 25),))
    """
    captions, openings = find_captions(index), find_openings(index)
    article_credits = read_credits(index, captions, openings)
    dateline = read_dateline(index, openings)
    boilerplate = find_boilerplate(
        index, credits=article_credits, dateline=dateline, captions=captions, openings=openings
    )
    return Metadata(article_credits, dateline, captions, boilerplate, bounds_of(openings))
