"""
A drop-in replacement for ``textacy.extract.direct_quotations``, and articles from and for a ``textacy.Corpus``.

The call and the triples are the same, found by quotekit. It needs neither textacy nor a parser, and raises no error for
any Doc. Where textacy is installed the triples are of its own class.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import namedtuple
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast, overload

import attrs

from quotekit.arguments import check_instance, check_iterable
from quotekit.component.extensions import ATTRIBUTIONS, stored_name
from quotekit.component.stored import read_article
from quotekit.errors import InputError, MissingExtraError
from quotekit.extractor import Extractor
from quotekit.records import Article, Attribution, Kind, Spans, TextSpan
from quotekit.records.arguments import each_article
from quotekit.text import Quotation, pair_marks

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token
    from textacy.corpus import Corpus

    class DQTriple(NamedTuple):
        """A direct quotation: textacy's own class where textacy is installed, and one like it elsewhere."""

        #: The tokens that name the speaker.
        speaker: list[Token]
        #: The tokens that attribute the quotation.
        cue: list[Token]
        #: The quotation with its marks.
        content: Span


__all__ = ["DQTriple", "JoinedTriple", "direct_quotations", "from_corpus", "to_corpus"]

# Share of a quotation that must be in an attribution's content.
_MIN_OVERLAP = 0.5
_ENGLISH = Extractor()
# Quotation marks guide the model in other languages, too, but its confidence is low there.
_OTHER = Extractor(min_confidence=0.0)


class JoinedTriple(NamedTuple):
    """A direct quotation with all its pieces."""

    #: The tokens that name the speaker.
    speaker: list[Token]
    #: The tokens that attribute the quotation.
    cue: list[Token]
    #: The pieces of the quotation, each with its marks, in text order.
    content: list[Span]


def __getattr__(name: str) -> Any:
    """Return textacy's own class of triples; textacy is imported when it is asked for, because that takes long."""
    if name == "DQTriple":
        return _triple()
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


@cache
def _triple() -> Any:
    try:
        from textacy.extract.triples import DQTriple as Theirs
    except ImportError:
        return namedtuple("DQTriple", ("speaker", "cue", "content"), module=__name__)  # noqa: PYI024  # as theirs
    return Theirs


@overload
def direct_quotations(doclike: Doc | Span, *, join_divided: Literal[False] = False) -> Iterator[DQTriple]: ...
@overload
def direct_quotations(doclike: Doc | Span, *, join_divided: Literal[True]) -> Iterator[JoinedTriple]: ...
def direct_quotations(
    doclike: Doc | Span, *, join_divided: bool = False
) -> Iterator[DQTriple] | Iterator[JoinedTriple]:
    """
    Find direct quotations that have a speaker and a cue.

    If the component ``quotekit`` has processed the Doc, its attributions are used, and the model does not run again.

    Args:
        doclike: A Doc, or a Span of one: then the whole Doc is read, and the quotations inside the Span are returned.

        join_divided: Whether to return a quotation that is interrupted by its speaker as one triple with a list of its
            pieces, instead of one triple for each piece.

    Yields:
        Triples of speaker, cue and content in the order of the text.

    Raises:
        InputError: *doclike* is neither a Doc nor a Span.

    Example:
        >>> import spacy
        >>> doc = spacy.blank("en")('"We waited," said Nora Lind. "That was a mistake."')
        >>> [(speaker, cue, content.text) for speaker, cue, content in direct_quotations(doc)]
        [([Nora, Lind], [said], '"We waited,"'), ([Nora, Lind], [said], '"That was a mistake."')]
        >>> [[piece.text for piece in triple.content] for triple in direct_quotations(doc, join_divided=True)]
        [['"We waited,"', '"That was a mistake."']]
    """
    from spacy.tokens import Doc, Span

    if not isinstance(doclike, (Doc, Span)):
        remedy = "process the text with a spaCy pipeline first"
        raise InputError(argument="doclike", value=doclike, needed="a spaCy Doc or Span", remedy=remedy)
    bounds = (doclike.start_char, doclike.end_char) if isinstance(doclike, Span) else (0, len(doclike.text))
    return _joined(doclike.doc, bounds) if join_divided else _single(doclike.doc, bounds)


def from_corpus(corpus: Iterable[Doc]) -> Iterator[Article]:
    """
    Read the Docs of a textacy corpus as articles, with their metadata.

    Attributions that the component ``quotekit`` has put on a Doc are used; others are extracted.

    Args:
        corpus: The corpus, or any iterable of Docs.

    Yields:
        The articles, in the order of the corpus. The id is that of the stored article, or ``id`` of the metadata.

    Raises:
        RecordError: Metadata that JSON cannot hold.

    Example:
        >>> import spacy
        >>> docs = [spacy.blank("en")('"We waited," said Nora Lind.')]
        >>> [[a.content.text for a in article.attributions] for article in from_corpus(docs)]
        [['"We waited,"']]
    """
    check_iterable("corpus", corpus, "spaCy Docs")
    for number, doc in enumerate(corpus):
        _check_doc(f"corpus[{number}]", doc)
        meta = doc.user_data.get("textacy", {}).get("meta") or {}
        article = read_article(doc, stored_name(ATTRIBUTIONS)) or _ENGLISH.extract(doc)
        name = meta.get("id")
        yield attrs.evolve(
            article,
            id=name if article.id is None and isinstance(name, str) else article.id,
            meta=article.meta or meta,
        )


def to_corpus(articles: Iterable[Article], lang: str | Language) -> Corpus:
    """
    Make a textacy corpus of articles; their attributions are on the Docs as if the component had put them there.

    Args:
        articles: The articles.

        lang: The spaCy pipeline, or its name, that makes Docs of their texts.

    Returns:
        The corpus. Its Docs have the articles' metadata, and each its attributions as ``doc._.attributions``.

    Raises:
        MissingExtraError: textacy is not installed.
    """
    from quotekit.component.extensions import set_extensions
    from quotekit.component.stored import write_article
    from quotekit.records.meta import plain_meta
    from quotekit.text.surrogates import replace_surrogates

    try:
        from textacy.corpus import Corpus
    except ImportError as error:
        raise MissingExtraError(package="textacy", extra="textacy") from error
    set_extensions()
    corpus = Corpus(lang)
    for article in each_article(articles):
        corpus.add((replace_surrogates(article.text), plain_meta(article.meta)))
        write_article(corpus.docs[-1], stored_name(ATTRIBUTIONS), article)
    return corpus


def _check_doc(argument: str, value: object) -> None:
    from spacy.tokens import Doc

    check_instance(argument, value, Doc, "a spaCy Doc", "process the text with a spaCy pipeline first")


def _single(doc: Doc, bounds: tuple[int, int]) -> Iterator[DQTriple]:
    triple = _triple()
    for found in _find(doc, bounds):
        yield triple(*found.parts(doc), found.content(doc))


def _joined(doc: Doc, bounds: tuple[int, int]) -> Iterator[JoinedTriple]:
    grouped: dict[str, list[_Found]] = {}
    for found in _find(doc, bounds):
        grouped.setdefault(found.attribution.id, []).append(found)
    for pieces in grouped.values():
        yield JoinedTriple(*pieces[0].parts(doc), [piece.content(doc) for piece in pieces])


@attrs.frozen
class _Found:
    """A quotation and the attribution it belongs to."""

    start: int
    end: int
    #: Share of the quotation that is in the attribution's content, from 0 to 1.
    share: float
    attribution: Attribution

    def parts(self, doc: Doc) -> tuple[list[Token], list[Token]]:
        cue = _tokens(doc, self.attribution.cue)
        words = [token for token in cue if not token.is_punct]
        return _tokens(doc, self.attribution.source), words or cue

    def content(self, doc: Doc) -> Span:
        return _span(doc, self.start, self.end)


def _find(doc: Doc, bounds: tuple[int, int]) -> list[_Found]:
    """Find the quotations within bounds, in text order, each with the attribution that covers most of it."""
    outer = [q for q in pair_marks(doc.text) if q.depth == 0]
    claims = sorted(_claims(_attributions(doc), outer), key=lambda c: (c.start, -c.share, -c.attribution.confidence))
    best = [next(group) for _, group in groupby(claims, key=attrgetter("start"))]
    return [found for found in best if bounds[0] <= found.start and found.end <= bounds[1]]


def _attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Return the attributions stored on the Doc, or extract them."""
    if doc.lang_ not in ("en", ""):
        return _OTHER.extract(doc).attributions
    article = read_article(doc, stored_name(ATTRIBUTIONS))
    return (_ENGLISH.extract(doc) if article is None else article).attributions


def _claims(attributions: Sequence[Attribution], quotations: Sequence[Quotation]) -> Iterator[_Found]:
    """Pair each quotation with each attribution that covers enough of it and whose cue is outside of it."""
    starts = [q.start for q in quotations]
    for attribution in attributions:
        cue = attribution.cue.start
        if attribution.kind is not Kind.DIRECT or cue is None or not attribution.source:
            continue
        for piece in attribution.content:
            for q in quotations[max(0, bisect_left(starts, piece.start) - 1) : bisect_left(starts, piece.end)]:
                share = _share(piece, q)
                if share >= _MIN_OVERLAP and not q.start <= cue < q.end:
                    yield _Found(q.start, q.end, share, attribution)


def _share(piece: TextSpan, quotation: Quotation) -> float:
    """Return the share of the text between the marks that is in a piece of content."""
    shared = min(piece.end, quotation.inner_end) - max(piece.start, quotation.inner_start)
    return max(0, shared) / max(1, quotation.inner_end - quotation.inner_start)


def _tokens(doc: Doc, part: Spans) -> list[Token]:
    return [token for piece in part for token in _span(doc, piece.start, piece.end)]


def _span(doc: Doc, start: int, end: int) -> Span:
    """Return the tokens that overlap a range of text."""
    return cast("Span", doc.char_span(start, end, alignment_mode="expand"))
