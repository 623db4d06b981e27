"""The whole way from a text to an :class:`~quotekit.records.Article`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from quotekit.attributions.describe import is_negated_draft, kind_of, quoted_part, stance_of
from quotekit.attributions.find import find_drafts
from quotekit.doc_reader import DocReader, sentence_starts_of
from quotekit.errors import SettingError
from quotekit.explanation import Explanation
from quotekit.metadata import read_metadata
from quotekit.names import find_mentions
from quotekit.provenance import find_addressee, find_via
from quotekit.records import Article, Attribution, Outlet
from quotekit.records.relocate import relocate
from quotekit.speakers import Clusters, Resolver, find_resolver, read_clusters, resolve_speakers
from quotekit.speakers.confidence import DEFAULT_MIN_CONFIDENCE
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.tagger.session import DEFAULT_MODEL, load_model
from quotekit.tagger.tag import tag
from quotekit.text import CleanText, TextIndex, clean_markup

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Extractor", "extract"]

_Context = TypeVar("_Context")


class Extractor:
    """
    Finds the attributions of texts.

    It can be used by several threads at once, and pickled: another process loads the model itself.

    Args:
        nlp: A spaCy pipeline that reads strings first, for its entities, sentences and coreference. If not given,
            strings are read without spaCy.

        model: Folder of another model than the one in the package.

        min_confidence: The lowest confidence of attributions to return, from 0 to 1; the model's own choice, where
            F1 is best on its development articles, if not given. For nested attributions it is never below 0.7.

        min_speaker_confidence: The lowest confidence of the names of speakers to return, from 0 to 1; the default keeps
            wrong names rare. An attribution whose speaker is less likely has none, or, where its source is a
            description, an unnamed one.

        threads: How many threads one run of the model uses; as many as ONNX Runtime sees fit if not given.

        resolver: Your own coreference: a function that takes a Doc and returns clusters, each an iterable of mentions;
            a mention is a Span or a pair of character offsets, end exclusive. Or the name of a function in spaCy's
            registry ``misc`` that takes nothing and returns such a function. If not given, clusters that the Doc
            carries are used.

    Raises:
        SettingError: A confidence is not a number from 0 to 1.

        ResolverError: The resolver is neither a function nor the name of one; when first used, if what it returns is no
            clusters of mentions.

        ModelError: When first used, if the model folder cannot be used.

    Example:
        >>> extractor = Extractor()
        >>> article = extractor.extract('"We will not raise taxes," the minister told reporters.')
        >>> article.attributions[0].content.text, article.attributions[0].source.text
        ('"We will not raise taxes,"', 'the minister')
    """

    def __init__(
        self,
        nlp: Language | None = None,
        *,
        model: str | Path | None = None,
        min_confidence: float | None = None,
        min_speaker_confidence: float | None = None,
        threads: int | None = None,
        resolver: Resolver | str | None = None,
    ) -> None:
        _check_confidence("min_confidence", min_confidence)
        _check_confidence("min_speaker_confidence", min_speaker_confidence)
        self._folder = DEFAULT_MODEL if model is None else Path(model)
        self._min_confidence = min_confidence
        self._min_speaker_confidence = (
            DEFAULT_MIN_CONFIDENCE if min_speaker_confidence is None else min_speaker_confidence
        )
        self._threads = threads
        self._resolver = find_resolver(resolver)
        self._reader = DocReader(nlp, needs_doc=self._resolver is not None)

    def extract(self, text: str | Doc, *, id: str | None = None) -> Article:  # noqa: A002
        """
        Find the attributions of one text.

        Args:
            text: Any string, or a spaCy Doc. Of a Doc the sentences, entities and coreference clusters are used where
                it has them.

            id: A name for the article.

        Returns:
            The article; its offsets count characters of *text*, end exclusive.

        Raises:
            InputError: *text* is neither a string nor a Doc.
        """
        article, _ = self._read(*self._reader.read(text), id)
        return article

    def explain(self, text: str | Doc) -> tuple[Explanation, ...]:
        """
        Find the attributions of one text, and why each of them is what it is.

        Args:
            text: Any string, or a spaCy Doc.

        Returns:
            One explanation for each attribution that :meth:`extract` finds, in the same order.

        Raises:
            InputError: *text* is neither a string nor a Doc.

        Example:
            >>> [explanation] = Extractor().explain('"No," was his short answer.')
            >>> explanation.attribution.cue.text, explanation.changed_by, explanation.evidence.quoted
            ('answer', ('noun_cues',), 1.0)
        """
        article, resolved = self._read(*self._reader.read(text), None)
        found = {_id(number): one for number, one in enumerate(resolved)}
        return tuple(
            Explanation(attribution, one.draft.evidence, one.draft.changed_by, one.decided_by)
            for attribution in article.attributions
            for one in (found[attribution.id],)
        )

    @overload
    def pipe(
        self, texts: Iterable[str | Doc], *, as_tuples: Literal[False] = False, batch_size: int = 32
    ) -> Iterator[Article]: ...
    @overload
    def pipe(
        self, texts: Iterable[tuple[str | Doc, _Context]], *, as_tuples: Literal[True], batch_size: int = 32
    ) -> Iterator[tuple[Article, _Context]]: ...
    def pipe(self, texts: Iterable[Any], *, as_tuples: bool = False, batch_size: int = 32) -> Iterator[Any]:
        """
        Find the attributions of many texts, in their order, as a stream.

        Args:
            texts: Strings or spaCy Docs; with *as_tuples*, pairs of one of these and anything.

            as_tuples: Whether to return pairs of an article and what was given with its text.

            batch_size: How many texts the spaCy pipeline reads at once.

        Yields:
            One article for each text.

        Raises:
            InputError: One of the texts is neither a string nor a Doc.

        Example:
            >>> extractor = Extractor()
            >>> texts = [("Nobody spoke.", 1), ("It rained, she said.", 2)]
            >>> [(len(a.attributions), n) for a, n in extractor.pipe(texts, as_tuples=True)]
            [(0, 1), (1, 2)]
        """
        pairs = texts if as_tuples else ((text, None) for text in texts)
        for text_and_doc, context in self._reader.stream(pairs, batch_size):
            article, _ = self._read(*text_and_doc, None)
            yield (article, context) if as_tuples else article

    def _read(self, text: str, doc: Doc | None, name: str | None) -> tuple[Article, tuple[ResolvedDraft, ...]]:
        """Find the attributions of one text; return its article, and what each attribution was made from."""
        model = load_model(self._folder, self._threads)
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
            min_confidence=self._min_confidence,
        )
        clusters = _locate_clusters(read_clusters(doc, self._resolver), clean)
        resolution = resolve_speakers(
            index,
            drafts,
            mentions,
            clusters,
            article_credits=metadata.credits,
            min_confidence=self._min_speaker_confidence,
        )
        via = find_via(index, resolution.resolved, mentions)
        attributions = (
            _attribution(index, i, *row) for i, row in enumerate(zip(resolution.resolved, via, strict=True))
        )
        article = Article(
            id=name,
            text=clean.text,
            attributions=tuple(attributions),
            speakers=resolution.speakers,
            credits=metadata.credits,
            dateline=metadata.dateline,
        )
        if clean.is_changed:
            article = relocate(article, text, clean.given_bounds)
        return article, resolution.resolved


def extract(text: str | Doc) -> Article:
    """
    Find the attributions of one text with an extractor made once for the whole process.

    Args:
        text: Any string, or a spaCy Doc.

    Returns:
        The article; its offsets count characters of *text*, end exclusive.

    Raises:
        InputError: *text* is neither a string nor a Doc.

    Example:
        >>> article = extract("Critics say the plan is too expensive.")
        >>> [(a.source.text, a.cue.text, a.content.text) for a in article.attributions]
        [('Critics', 'say', 'the plan is too expensive')]
    """
    return _DEFAULT.extract(text)


def _check_confidence(setting: str, value: float | None) -> None:
    """Raise an error if a setting is neither None nor a number from 0 to 1."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if value is not None and not (is_number and 0 <= value <= 1):
        raise SettingError(setting, value, "it must be from 0 to 1", "omit it to use the model's default")


# It loads nothing until it is used.
_DEFAULT = Extractor()


def _locate_clusters(clusters: Clusters, clean: CleanText) -> Clusters:
    """Find the mentions of clusters in a text without its markup."""
    located = (tuple(filter(None, (clean.clean_bounds(*mention) for mention in cluster))) for cluster in clusters)
    return tuple(filter(None, located))


def _attribution(index: TextIndex, number: int, resolved: ResolvedDraft, via: tuple[Outlet, ...]) -> Attribution:
    """Make the record of one attribution."""
    draft = resolved.draft
    return Attribution(
        id=_id(number),
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
        parent=None if draft.parent is None else _id(draft.parent),
        confidence=round(draft.confidence, 4),
        speaker_confidence=None if resolved.speaker_confidence is None else round(resolved.speaker_confidence, 4),
        stance=stance_of(index, draft),
    )


def _id(number: int) -> str:
    return f"a{number + 1}"
