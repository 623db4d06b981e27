"""All stages from a text to an :class:`~quotekit.records.Article`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from quotekit.attributions.describe import is_negated_draft, kind_of, quoted_part, stance_of
from quotekit.attributions.find import find_drafts
from quotekit.doc_reader import sentence_starts_of
from quotekit.inputs import About
from quotekit.metadata import read_authors, read_metadata
from quotekit.names import find_mentions
from quotekit.provenance import find_addressee, find_via
from quotekit.provenance.ranking import make_outlet_ranker
from quotekit.records import Article, Attribution, Outlet
from quotekit.records.relocate import relocate
from quotekit.speakers import Clusters, Resolver, read_clusters, resolve_speakers
from quotekit.speakers.ranking import make_ranker
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.tagger.session import Model
from quotekit.tagger.tag import tag
from quotekit.text import CleanText, TextIndex, clean_markup

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Reading", "attribution_id", "read_text"]


@attrs.frozen
class Reading:
    """The article of a text, and what its attributions were made from."""

    #: The article.
    article: Article
    #: What each attribution was made from, in the order of the attributions.
    resolved: tuple[ResolvedDraft, ...]


def read_text(
    text: str,
    doc: Doc | None,
    about: About,
    model: Model,
    *,
    min_confidence: float | None = None,
    min_speaker_confidence: float | None = None,
    resolver: Resolver | None = None,
) -> Reading:
    """
    Find the attributions of one text, one stage after the other.

    Args:
        text: The text.

        doc: The same text, processed by a spaCy pipeline, if there is one.

        about: The article's id and metadata.

        model: The model.

        min_confidence: The lowest confidence of attributions to return; the model's own choice if not given.

        min_speaker_confidence: The lowest confidence of the names of speakers; the default if not given.

        resolver: The caller's coreference; clusters that the Doc carries are used if not given.

    Returns:
        The article, and what each attribution was made from.
    """
    clean = clean_markup(text)
    index = TextIndex(clean.text, clean.clean_offsets(sentence_starts_of(doc)))
    metadata = read_metadata(index)
    tagged = tag(index, model, metadata.hidden)
    mentions = find_mentions(index, tagged.names, doc, locate=clean.clean_bounds)
    drafts = find_drafts(
        index,
        tagged,
        model,
        mentions=mentions,
        boilerplate=metadata.boilerplate,
        min_confidence=min_confidence,
    )
    revise = make_ranker(model, tagged.states, min_speaker_confidence)
    revise_via = make_outlet_ranker(model, tagged.outlet_states)
    # The model's output for a long text is as large as its attributions are.
    del tagged
    resolution = resolve_speakers(
        index,
        drafts,
        mentions,
        _locate_clusters(read_clusters(doc, resolver), clean),
        article_credits=metadata.credits,
        article_authors=read_authors(about.meta),
        revise=revise,
        min_confidence=min_speaker_confidence,
    )
    # The states of a long text's words, too, are large.
    del revise
    via = find_via(index, resolution.resolved, mentions, revise=revise_via)
    del revise_via
    attributions = (_attribution(index, i, *row) for i, row in enumerate(zip(resolution.resolved, via, strict=True)))
    article = Article(
        id=about.id,
        text=clean.text,
        attributions=tuple(attributions),
        speakers=resolution.speakers,
        credits=metadata.credits,
        dateline=metadata.dateline,
        meta=about.meta,
    )
    if clean.is_changed:
        article = relocate(article, text, clean.given_bounds)
    return Reading(article, resolution.resolved)


def _locate_clusters(clusters: Clusters, clean: CleanText) -> Clusters:
    """Find the mentions of clusters in a text without its markup."""
    located = (tuple(filter(None, (clean.clean_bounds(*mention) for mention in cluster))) for cluster in clusters)
    return tuple(filter(None, located))


def _attribution(index: TextIndex, number: int, resolved: ResolvedDraft, via: tuple[Outlet, ...]) -> Attribution:
    """Make the record of one attribution."""
    draft = resolved.draft
    return Attribution(
        id=attribution_id(number),
        kind=kind_of(index, draft),
        content=draft.content,
        quoted=quoted_part(index, draft),
        cue=draft.cue,
        cue_lemma=draft.cue_lemma,
        source=draft.source,
        speaker=resolved.speaker,
        addressee=find_addressee(index, draft),
        via=via,
        negated=is_negated_draft(index, draft),
        parent=None if draft.parent is None else attribution_id(draft.parent),
        confidence=round(draft.confidence, 4),
        speaker_confidence=None if resolved.speaker_confidence is None else round(resolved.speaker_confidence, 4),
        stance=stance_of(index, draft),
    )


def attribution_id(number: int) -> str:
    """
    Name an attribution by its place in the article.

    Args:
        number: The place, from 0.

    Returns:
        The id.

    Example:
        >>> attribution_id(0)
        'a1'
    """
    return f"a{number + 1}"
