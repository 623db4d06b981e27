"""``doc._.attributions``, ``doc._.article`` and ``span._.attributions``: records that are built on access."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from quotekit.component.stored import read_article, write_article
from quotekit.errors import RecordError, SettingError
from quotekit.records import Article, Attribution, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

__all__ = ["ATTRIBUTIONS", "set_extensions", "stored_name"]

#: Default name of the attribute of Docs and spans that has the attributions.
ATTRIBUTIONS = "attributions"


def set_extensions(extension: str = ATTRIBUTIONS, article_extension: str | None = None) -> None:
    """
    Register ``doc._.attributions``, ``doc._.article`` and ``span._.attributions`` with spaCy.

    The component does this itself. Call it if Docs are only read, for example from a DocBin.

    Args:
        extension: Name of the attribute of Docs and spans that has the attributions.

        article_extension: Name of the attribute of Docs that has the article; by default ``article``, or *extension*
            with ``_article`` if that is not the default.

    Raises:
        SettingError: A name is not a valid attribute name, or is used by another extension.

    Example:
        >>> import spacy
        >>> set_extensions()
        >>> spacy.blank("en")("Nobody spoke.")._.attributions
        ()
    """
    from spacy.tokens import Doc, Span

    name = stored_name(extension)
    if article_extension is None:
        article_extension = "article" if extension == ATTRIBUTIONS else f"{extension}_article"
    wanted: tuple[tuple[str, str, type[Doc | Span], Any, Any], ...] = (
        ("extension", extension, Doc, _OfDoc(name), _SetOfDoc(name)),
        ("extension", extension, Span, _OfSpan(name), None),
        ("article_extension", article_extension, Doc, _ArticleOfDoc(name), _SetArticleOfDoc(name)),
    )
    for setting, attribute, owner, getter, setter in wanted:
        _check(setting, attribute, owner, getter, setter)
    if extension == article_extension:
        raise SettingError(
            setting="article_extension",
            value=article_extension,
            problem="'extension' has the same name",
            remedy="choose another name",
        )
    for _, attribute, owner, getter, setter in wanted:
        if not owner.has_extension(attribute):
            owner.set_extension(attribute, getter=getter, setter=setter)


def stored_name(extension: str) -> str:
    """
    Return the name under which a component stores its articles on Docs.

    Args:
        extension: Name of the attribute of Docs that has the component's attributions.

    Returns:
        The name.
    """
    return f"quotekit.{extension}"


def _check(setting: str, attribute: str, owner: type[Doc | Span], getter: object, setter: object) -> None:
    """Raise an error for a name that spaCy cannot use, or that another extension uses."""
    if not attribute.isidentifier() or attribute in ("get", "has", "set"):
        raise SettingError(setting, attribute, "it is not an attribute name", "use letters, digits and underscores")
    if owner.has_extension(attribute) and owner.get_extension(attribute) != (None, None, getter, setter):
        raise SettingError(
            setting,
            attribute,
            f"{owner.__name__.lower()}._.{attribute} is already used by another extension",
            f"choose another name for {setting!r}",
        )


# Getters and setters are values, not functions, so that they can be compared and pickled.
@attrs.frozen
class _OfDoc:
    name: str

    def __call__(self, doc: Doc) -> tuple[Attribution, ...]:
        article = read_article(doc, self.name)
        return () if article is None else article.attributions


@attrs.frozen
class _ArticleOfDoc:
    name: str

    def __call__(self, doc: Doc) -> Article | None:
        return read_article(doc, self.name)


@attrs.frozen
class _OfSpan:
    name: str

    def __call__(self, span: Span) -> tuple[Attribution, ...]:
        article = read_article(span.doc, self.name)
        if article is None:
            return ()
        start, end = span.start_char, span.end_char
        return tuple(
            a for a in article.attributions if any(_overlaps(p, start, end) for p in (a.content, a.cue, a.source))
        )


@attrs.frozen
class _SetArticleOfDoc:
    name: str

    def __call__(self, doc: Doc, article: Article | Mapping[str, Any]) -> None:
        if isinstance(article, Mapping):
            article = Article.from_dict(article)
        if article.text != doc.text:
            raise RecordError(where="text", problem="it is not the text of the Doc")
        write_article(doc, self.name, article)


@attrs.frozen
class _SetOfDoc:
    name: str

    def __call__(self, doc: Doc, attributions: Iterable[Attribution] | Iterable[Mapping[str, Any]]) -> None:
        found: tuple[Any, ...] = tuple(attributions)
        if found and all(isinstance(a, Mapping) for a in found):
            write_article(doc, self.name, _from_plain(doc.text, found))
            return
        speakers = {s.id: s for a in found if a.speaker is not None for s in (*a.speakers, a.speaker)}
        article = Article(id=None, text=doc.text, attributions=found, speakers=tuple(speakers.values()))
        write_article(doc, self.name, article)


def _from_plain(text: str, attributions: Sequence[Any]) -> Article:
    """Read attributions that :meth:`spacy.tokens.Doc.to_json` has written, each with its speakers in full."""
    found = (s for a in attributions for s in (*a.get("speakers", ()), a.get("speaker")) if isinstance(s, Mapping))
    speakers = {speaker["id"]: speaker for speaker in found}
    plain = [
        {**a, "speaker": a["speaker"] and a["speaker"]["id"], "speakers": [s["id"] for s in a.get("speakers", ())]}
        for a in attributions
    ]
    return Article.from_dict(
        {
            "id": None,
            "text": text,
            "attributions": plain,
            "speakers": list(speakers.values()),
            "credits": [],
            "dateline": None,
        }
    )


def _overlaps(part: Spans, start: int, end: int) -> bool:
    return any(max(piece.start, start) < min(piece.end, end) for piece in part)
