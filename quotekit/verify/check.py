"""Check quotations against sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs
import numpy as np
import numpy.typing as npt

from quotekit.arguments import check_instance
from quotekit.english.lexicons import load_words
from quotekit.records import Article, TextSpan
from quotekit.records.arguments import check_article
from quotekit.verify.compare import Comparison, Step, compare
from quotekit.verify.locate import Sought, locate
from quotekit.verify.negations import Negations
from quotekit.verify.places import Places
from quotekit.verify.quotations import quotations_of
from quotekit.verify.results import Edit, EditKind, Passage, SourceSpan, Verdict, Verification
from quotekit.verify.sources import SourceTexts
from quotekit.wording import Words, read_words, weights

__all__ = ["Verifier", "verify", "verify_article"]

# Share of the quotation's words that a passage must have; of short ones, more.
_MIN_SHARE, _MIN_SHORT_SHARE, _SHORT_WORDS = 0.5, 0.55, 4
# How much of its weight a word between brackets keeps: it may be the reporter's.
_BRACKETED_FACTOR = 0.1
# A quoted phrase of at most so many words, in lower case and without a finite verb, does not claim to be a sentence.
_MAX_PHRASE_WORDS = 5
_SUBJECTS = frozenset({"i", "he", "she", "it", "we", "they", "you", "this", "that", "there", "who", "what"})
_FINITE = load_words("auxiliary_verbs")
_STOPS, _NEAR_CHARS = " .!?\n\"”’')", 40
_FINAL_STOP = re.compile(r"[.!?][\"”’')\]\s]*\Z")


def verify(quotation: str, source_text: str | Mapping[str, str] | SourceTexts) -> Verification:
    """
    Check a quotation against a source.

    Args:
        quotation: The quotation, with or without its marks.

        source_text: A text, or texts by their ids. To check many quotations against the same texts,
            make :class:`SourceTexts` of them once.

    Returns:
        The result; offsets of the quotation are those in *quotation*.

    Raises:
        InputError: The quotation or a text is not a string.

    Example:
        >>> speech = "I can tell you that we will not raise taxes. We might borrow five million."
        >>> [verify(said, speech).verdict.value for said in ("We might borrow 5 million.", "We will raise taxes.")]
        ['verbatim', 'altered']
    """
    return Verifier(source_text).verify(quotation)


def verify_article(article: Article, sources: Mapping[str, str] | SourceTexts) -> tuple[Verification, ...]:
    """
    Check the direct quotations of an article, and the quoted parts of mixed ones, against sources.

    Args:
        article: The article.

        sources: The texts by their ids.

    Returns:
        The results in the order of the article: one for each direct quotation, whatever interrupts it, and one for each
        quoted part of a mixed one. Offsets of quotations are those in the article.

    Raises:
        InputError: A text is not a string.

    Example:
        >>> import quotekit
        >>> article = quotekit.extract('"We will not raise taxes," Mayor Lena Okafor said.')
        >>> results = verify_article(article, {"speech": "We won't raise taxes."})
        >>> [(result.attribution, result.verdict.value, result.sources) for result in results]
        [('a1', 'verbatim', ('speech',))]
    """
    check_article(article)
    return tuple(Verifier(sources).verify_article(article))


class Verifier:
    """
    Checks quotations against sources that are indexed once.

    Args:
        sources: The texts, a text, or texts by their ids.

    Raises:
        InputError: A text is not a string.

    Example:
        >>> verifier = Verifier({"minutes": "The dam will hold. Nobody doubts it."})
        >>> verifier.verify("“The dam will hold.”").verdict.value
        'verbatim'
    """

    def __init__(self, sources: SourceTexts | Mapping[str, str] | str) -> None:
        self.sources = sources if isinstance(sources, SourceTexts) else SourceTexts(sources)
        self._places = Places(self.sources)
        self._negations = Negations(self.sources)

    def verify(self, quotation: str) -> Verification:
        """
        Check a quotation against the sources.

        Args:
            quotation: The quotation, with or without its marks.

        Returns:
            The result.
        """
        check_instance("quotation", quotation, str, "a string", "decode bytes first")
        piece = TextSpan(0, len(quotation), quotation) if quotation else None
        return self._verify(quotation, (piece,) if piece else ())

    def verify_article(self, article: Article) -> Iterator[Verification]:
        """
        Check the quotations of an article against the sources.

        Args:
            article: The article.

        Yields:
            The results, as :func:`verify_article` returns them.
        """
        for attribution in article.attributions:
            for quotation in quotations_of(attribution):
                yield attrs.evolve(self._verify(article.text, tuple(quotation)), attribution=attribution.id)

    def _verify(self, text: str, pieces: tuple[TextSpan, ...]) -> Verification:
        words = _read_pieces(pieces)
        numbers, worth = self.sources.look_up(words), weights(words.keys)
        for word in words.bracketed:
            worth[word] *= _BRACKETED_FACTOR
        found = locate(self.sources, Sought(numbers, worth, words.gaps), self._is_whole)
        if not found.pairs:
            return Verification(pieces, Verdict.NOT_FOUND, 0.0)
        compared = compare(words, found.pairs, self.sources, self._places)
        steps = list(compared.steps)
        score = _score(steps, worth)
        if score < (_MIN_SHORT_SHARE if len(words) <= _SHORT_WORDS else _MIN_SHARE):
            return Verification(pieces, Verdict.NOT_FOUND, score)
        verdict = self._judge(compared)
        if not compared.breaks and _counts_ends(words, text, pieces):
            ends = self._ends(steps, words)
            if any(step.is_grave for step in ends):
                verdict = Verdict.ALTERED
            elif (ends or self._breaks_off(steps, words)) and verdict is Verdict.VERBATIM:
                verdict = Verdict.TRIMMED
            steps = [*(s for s in ends if s.ours[0] == 0), *steps, *(s for s in ends if s.ours[0])]
        return Verification(
            pieces,
            verdict,
            score,
            tuple(self._passages(compared)),
            tuple(self._edit(step, words, text) for step in steps),
        )

    def _is_whole(self, first: int, last: int) -> bool:
        return self._places.is_start(first) and self._places.is_end(last)

    def _judge(self, compared: Comparison) -> Verdict:
        kinds = {step.kind for step in compared.steps}
        if kinds & {EditKind.REPLACED, EditKind.ADDED} or any(step.is_grave for step in compared.steps):
            return Verdict.ALTERED
        if compared.breaks:
            return Verdict.MERGED
        return Verdict.TRIMMED if EditKind.OMITTED in kinds else Verdict.VERBATIM

    def _ends(self, steps: Sequence[Step], words: Words) -> list[Step]:
        """Return what is left out of the first and the last sentence."""
        theirs = [step.theirs for step in steps if step.theirs[0] < step.theirs[1]]
        first, last = theirs[0][0], theirs[-1][1] - 1
        ends: list[Step] = []
        if not self._places.is_start(first):
            start = self._places.sentence_start(first)
            is_grave = self._negations.bears_on_after(start, first)
            ends.append(Step(EditKind.OMITTED, (0, 0), (start, first), 0 in words.gaps, is_grave))
        if not self._places.is_end(last):
            count = len(words)
            end = self._places.sentence_end(last) + 1
            is_grave = self._negations.bears_on_before(last + 1, end)
            ends.append(Step(EditKind.OMITTED, (count, count), (last + 1, end), count in words.gaps, is_grave))
        return ends

    def _breaks_off(self, steps: Sequence[Step], words: Words) -> bool:
        """Return whether the quotation ends with an ellipsis where the source goes on without one."""
        last = max(step.theirs[1] for step in steps) - 1
        text = self.sources.texts[self.sources.id_of(last)]
        rest = text[int(self.sources.ends[last]) : int(self.sources.ends[last]) + _NEAR_CHARS]
        return len(words) in words.gaps and bool(rest.strip(_STOPS)) and not rest.startswith(("…", ".."))

    def _passages(self, compared: Comparison) -> Iterator[Passage]:
        """Yield the passages of the sources, in the order of the quotation."""
        cuts = [0, *sorted(compared.breaks), len(compared.steps)]
        for start, end in pairwise(cuts):
            theirs = [step.theirs for step in compared.steps[start:end] if step.theirs[0] < step.theirs[1]]
            if theirs:
                first, last = theirs[0][0], theirs[-1][1] - 1
                yield Passage(self._source_span(first, last), *self._places.context(first, last))

    def _source_span(self, first: int, last: int) -> SourceSpan:
        source = self.sources.id_of(first)
        start, end = int(self.sources.starts[first]), int(self.sources.ends[last])
        return SourceSpan(start, end, self.sources.texts[source][start:end], source)

    def _edit(self, step: Step, words: Words, text: str) -> Edit:
        ours = theirs = None
        if step.ours[0] < step.ours[1]:
            start, end = words.starts[step.ours[0]], words.ends[step.ours[1] - 1]
            ours = TextSpan(start, end, text[start:end])
        if step.theirs[0] < step.theirs[1]:
            theirs = self._source_span(step.theirs[0], step.theirs[1] - 1)
        return Edit(step.kind, ours, theirs, step.is_marked)


def _read_pieces(pieces: Sequence[TextSpan]) -> Words:
    """Read the words of all pieces as those of one quotation; between two pieces something may be omitted."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    bracketed: set[int] = set()
    gaps: set[int] = set()
    for piece in pieces:
        words = read_words(piece.text)
        count = len(keys)
        if count:
            gaps.add(count)
        bracketed.update(count + word for word in words.bracketed)
        gaps.update(count + word for word in words.gaps)
        keys += words.keys
        starts += [piece.start + start for start in words.starts]
        ends += [piece.start + end for end in words.ends]
    return Words(keys, starts, ends, frozenset(bracketed), frozenset(gaps))


def _counts_ends(words: Words, text: str, pieces: Sequence[TextSpan]) -> bool:
    """Return whether a quotation claims to be a sentence, so that a part of one is trimmed."""
    printed = sum(start != end for start, end in zip(words.starts, [-1, *words.ends], strict=False))
    if 0 in words.gaps or len(words) in words.gaps or printed > _MAX_PHRASE_WORDS:
        return True
    if text[words.starts[0]].isupper() or _FINAL_STOP.search(pieces[-1].text):
        return True
    return words.keys[0] in _SUBJECTS or any(key in _FINITE for key in words.keys[1:])


def _score(steps: Sequence[Step], worth: npt.NDArray[np.float32]) -> float:
    """Return the share of the quotation's weight that the passages have."""
    total = float(worth.sum())
    shares = {EditKind.SAME: 1.0, EditKind.NOTE: 1.0}
    same = sum(float(worth[slice(*s.ours)].sum()) * shares.get(s.kind, s.likeness) for s in steps)
    return round(min(1.0, same / total), 4) if total else 0.0
