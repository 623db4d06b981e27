"""Articles whose speakers are labelled by hand, ready for the resolution of their speakers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import attrs

from quotekit.attributions.draft import Draft
from quotekit.attributions.find import find_drafts
from quotekit.errors import CorpusError
from quotekit.metadata import read_metadata
from quotekit.names import find_mentions
from quotekit.names.mention import Mention
from quotekit.records import Credit, Spans, SpeakerKind
from quotekit.speakers import resolve_speakers
from quotekit.speakers.resolved import ResolvedDraft
from quotekit.tagger.session import Model, load_model
from quotekit.tagger.tag import tag
from quotekit.text import Bounds, TextIndex

__all__ = ["Label", "Text", "agree", "pair", "read_labelled"]

_Row = TypeVar("_Row")

_MIN_OVERLAP = 0.5
# What a file of labels calls the kind of a speaker that is not there.
_NO_KIND = "none"


@attrs.frozen
class Label:
    """Who speaks in an attribution, as people say who have read the article."""

    #: The fullest name that the article has, several of them with "; " between them; None if it has no name.
    name: str | None
    #: The kind of the speaker; None if there is no speaker, or if nobody says.
    kind: SpeakerKind | None = None
    #: The outlets that carried it; empty for none, None if nobody says.
    outlets: tuple[str, ...] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Label:
        """
        Make a label of parsed JSON.

        Args:
            data: An object with ``name`` and ``kind``, in which "none" is no speaker at all, and perhaps ``via``, the
                names of outlets.

        Returns:
            The label.

        Raises:
            KeyError: A field is missing.

            ValueError: There is no such kind.

        Example:
            >>> Label.from_dict({"name": "Ana Vega", "kind": "person"})
            Label(name='Ana Vega', kind=<SpeakerKind.PERSON: 'person'>, outlets=None)
        """
        kind, outlets = data["kind"], data.get("via")
        return cls(
            data["name"] or None,
            None if kind == _NO_KIND else SpeakerKind(kind),
            None if outlets is None else tuple(outlets),
        )


@attrs.frozen(eq=False)
class Text:
    """A text ready for the resolution of its speakers."""

    #: Its id.
    name: str
    #: The text.
    index: TextIndex
    #: The attributions found in it.
    drafts: Sequence[Draft]
    #: The names found in it.
    mentions: Sequence[Mention]
    #: Its bylines and agencies.
    credits: Sequence[Credit]
    #: The stretches that the model does not read.
    hidden: Sequence[Bounds]

    @classmethod
    def read(cls, name: str, text: str, model: Model | None = None) -> Text:
        """
        Run the stages before the speakers.

        Args:
            name: The id of the text.

            text: The text.

            model: The model that finds the attributions; the one in the package if not given.

        Returns:
            The text with what these stages find.
        """
        index, model = TextIndex(text), load_model() if model is None else model
        metadata = read_metadata(index)
        tagged = tag(index, model, metadata.hidden)
        mentions = find_mentions(index, tagged.names)
        drafts = find_drafts(index, tagged, model, mentions=mentions, boilerplate=metadata.boilerplate)
        return cls(name, index, drafts, mentions, metadata.credits, metadata.hidden)

    def resolve(self, drafts: Sequence[Draft] = (), **settings: Any) -> tuple[ResolvedDraft, ...]:
        """
        Resolve the speakers of its attributions, and of more drafts after them.

        Args:
            drafts: The further drafts.

            **settings: Further arguments of ``resolve_speakers``.

        Returns:
            All drafts with their speakers.
        """
        every = [*self.drafts, *drafts]
        found = resolve_speakers(self.index, every, self.mentions, article_credits=self.credits, **settings)
        return found.resolved


def agree(gold: str | None, name: str | None) -> bool:
    """
    Compare two names, or lists of names with "; " between them.

    Args:
        gold: The right name; None if there is none.

        name: The name given.

    Returns:
        Whether there is no name in either, or two of them have the same last word and one has all words of the other.

    Example:
        >>> agree("Ana Vega; Luis Vega", "Vega"), agree("Ana Vega", "Ana Marin"), agree(None, None)
        (True, False, True)
    """
    if not gold or not name:
        return not gold and not name
    pairs = ((a.casefold().split(), b.casefold().split()) for a in gold.split(";") for b in name.split(";"))
    return any(a and b and a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)) for a, b in pairs)


def pair(contents: Iterable[Spans], attributions: Sequence[Mapping[str, Any]]) -> dict[int, Mapping[str, Any]]:
    """
    Pair what was found in a text with annotated attributions.

    Args:
        contents: The contents of what was found.

        attributions: The annotated attributions: objects with ``content``, a list of bounds.

    Returns:
        The annotated attribution of each content that overlaps with its by at least a half, by the number of the
        content.
    """
    found: dict[int, Mapping[str, Any]] = {}
    spans = [{at for piece in content for at in range(piece.start, piece.end)} for content in contents]
    for gold in attributions:
        wanted = {at for start, end in gold["content"] for at in range(start, end)}
        overlaps = [len(wanted & span) / max(1, len(wanted | span)) for span in spans]
        best = max(range(len(spans)), key=overlaps.__getitem__, default=None)
        if best is not None and overlaps[best] >= _MIN_OVERLAP:
            found.setdefault(best, gold)
    return found


def read_labelled(
    gold: Path, labels: Sequence[Path], model: Model | None = None
) -> Iterator[tuple[Text, dict[int, Label]]]:
    """
    Read the articles that have labels.

    Args:
        gold: A JSONL file of articles: ``id``, ``text`` and ``attributions`` with ``id`` and ``content``.

        labels: JSONL files of labels: ``id`` is an article's, and ``labels`` are objects with ``attribution``, the id
            of one, ``name`` and ``kind``. If several files have an article's, those of the first one count.

        model: The model that finds the attributions; the one in the package if not given.

    Yields:
        Each article, and the labels of its drafts by their numbers, as far as annotated attributions pair with them.

    Raises:
        OSError: A file cannot be read.

        CorpusError: A line is not as it should be.
    """
    known: dict[str, dict[str, Label]] = {}
    for name, told in (row for path in labels for row in _read(path, _labels)):
        known.setdefault(name, told)
    for row in _read(gold, _article):
        if row["id"] in known:
            text, told = Text.read(row["id"], row["text"], model), known[row["id"]]
            paired = pair((draft.content for draft in text.drafts), row["attributions"])
            yield text, {i: told[a["id"]] for i, a in paired.items() if a.get("id") in told}


def _labels(row: Mapping[str, Any]) -> tuple[str, dict[str, Label]]:
    return row["id"], {one["attribution"]: Label.from_dict(one) for one in row["labels"]}


def _article(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: row[name] for name in ("id", "text", "attributions")}


def _read(path: Path, make: Callable[[Mapping[str, Any]], _Row]) -> Iterator[_Row]:
    """Yield what is made of each line of a file."""
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if line.strip():
            try:
                made = make(json.loads(line))
            except KeyError as error:
                raise CorpusError(path, number, f"the field {error} is missing") from error
            except (TypeError, ValueError) as error:
                raise CorpusError(path, number, f"it cannot be read ({error})") from error
            yield made
