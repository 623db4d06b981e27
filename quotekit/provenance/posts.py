"""Posts that their verb or source shows: "she tweeted", "a Facebook post said", "one tweet read"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from quotekit.english.lexicons import load_words
from quotekit.english.words import normalize
from quotekit.names.outlets import NamedOutlet
from quotekit.provenance.carrier_types import CarrierType
from quotekit.provenance.carriers import Carrier, platform_of_tweets
from quotekit.provenance.statements import Statement
from quotekit.records import Outlet, TextSpan
from quotekit.text import TextIndex

__all__ = ["add_posts"]

# " page", after a platform.
_POST = re.compile(
    r"\s{1,9}(?:accounts?|feeds?|messages?|pages?|posts?|postings?|profiles?|stor(?:y|ies)|threads?|updates?|videos?)\b"
)
_TWEET = re.compile(r"\btweets?\b", re.IGNORECASE)


def add_posts(
    index: TextIndex,
    statements: Sequence[Statement],
    assigned: Mapping[int, Carrier],
    outlets: Sequence[NamedOutlet],
) -> dict[int, Carrier]:
    """
    Give statements that are posts by their verb or source the platform on which they were posted.

    Args:
        index: The text.

        statements: Its statements.

        assigned: The carriers found so far, by the number of the statement.

        outlets: The outlets that the text names, in text order.

    Returns:
        The carriers, with those of the posts.
    """
    starts = [outlet.start for outlet in outlets]
    tweets = platform_of_tweets(index)
    found = dict(assigned)
    for statement in statements:
        known = found.get(statement.number)
        if statement.tweets and tweets is not None and (known is None or not known.is_post):
            verb = statement.cue[0].start, statement.cue[-1].end
            found[statement.number] = Carrier(*verb, verb, (tweets,), CarrierType.ON)
            continue
        if known is not None or not statement.source:
            continue
        source = statement.source[0]
        near = outlets[bisect_left(starts, source.start) : bisect_left(starts, source.end)]
        platform = next((one for one in near if _is_of_post(index, one)), None)
        tweet = _TWEET.search(source.text)
        if platform is not None:
            names = platform.start, platform.end
            found[statement.number] = _carrier(
                source, names, Outlet(platform.name, TextSpan(*names, index.text[slice(*names)]))
            )
        elif tweet is not None and tweets is not None:
            names = source.start + tweet.start(), source.start + tweet.end()
            found[statement.number] = _carrier(source, names, tweets)
    return found


def _is_of_post(index: TextIndex, outlet: NamedOutlet) -> bool:
    """Return whether an outlet is a platform before a noun for what is posted there."""
    is_platform = normalize(outlet.name).removesuffix("com") in load_words("platforms")
    return is_platform and index.match_after(_POST, outlet.end) is not None


def _carrier(source: TextSpan, names: tuple[int, int], outlet: Outlet) -> Carrier:
    """Return the carrier that a source is."""
    return Carrier(source.start, source.end, names, (outlet,), CarrierType.ON)
