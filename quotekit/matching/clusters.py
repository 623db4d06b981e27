"""Group the quotations of many articles that are one utterance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from quotekit.matching.candidates import find_candidates
from quotekit.matching.likeness import Reader, are_same, says_enough
from quotekit.matching.prints import Printed, printed_in
from quotekit.matching.speakers import common_name, compare_speakers
from quotekit.matching.statements import Statement, Version, Wording, changed_words
from quotekit.records import Article, SpeakerKind
from quotekit.records.arguments import each_article
from quotekit.settings import check_at_least_one
from quotekit.verify import EditKind, Verdict, Verification, Verifier

__all__ = ["cluster", "group"]

_EDGES = " \t\r\n,;:.!?…'\"“”‘’()[]–—-"


def cluster(articles: Iterable[Article], *, min_outlets: int = 1) -> Iterator[Statement]:
    """
    Group the quotations of articles that are one utterance: identical, trimmed or reworded.

    Articles are read one by one; only their quotations are kept. Time and memory grow with the number of quotations.

    Args:
        articles: The articles. ``outlet``, ``date`` and ``url`` of their metadata say who printed it, when and where.

        min_outlets: Minimum number of outlets, or of articles where no outlet is known, that print a statement; 2
            leaves out what only one has.

    Yields:
        The statements, in the order in which the articles came.

    Raises:
        MissingExtraError: rensa is not installed.

    Example:
        >>> import quotekit
        >>> texts = {
        ...     "Reef Times": '"The dam is old, but it will hold until the spring," Nora Lind said.',
        ...     "Post": 'The dam "will hold until the spring," according to Lind.',
        ... }
        >>> articles = [quotekit.extract(text, meta={"outlet": outlet}) for outlet, text in texts.items()]
        >>> (statement,) = cluster(articles)
        >>> statement.speaker, [(v.printed.outlet, v.wording.value) for v in statement.versions]
        ('Nora Lind', [('Reef Times', 'identical'), ('Post', 'trimmed')])
    """
    check_at_least_one("min_outlets", min_outlets)
    prints = [printed for article in each_article(articles) for printed in printed_in(article)]
    number = 0
    for members in group(prints):
        found = [prints[at] for at in members]
        places = {printed.outlet or printed.article or f"#{at}" for at, printed in zip(members, found, strict=True)}
        if len(places) >= min_outlets:
            number += 1
            yield _statement(f"u{number}", found)


def group(prints: Sequence[Printed]) -> list[list[int]]:
    """
    Group quotations that are one utterance.

    Args:
        prints: The quotations.

    Returns:
        The indices of the quotations of each group, both in order.
    """
    reader = Reader()
    firsts: list[Printed] = []
    known: dict[tuple[str, str | None, SpeakerKind | None], int] = {}
    #: Of each quotation, the first with the same words by the same speaker.
    distinct: list[int] = []
    for printed in prints:
        number = known.get((printed.text, printed.speaker, printed.speaker_kind), len(reader))
        if number == len(reader):
            said = reader.read(printed.text)
            firsts.append(printed)
            if printed.speaker or says_enough(said):
                known[printed.text, printed.speaker, printed.speaker_kind] = number
        distinct.append(number)
    known.clear()
    groups = _Groups(reader, firsts)
    for one, other in find_candidates(reader.stems, reader.lengths):
        groups.join(one, other)
    found: dict[int, list[int]] = {}
    for at, text in enumerate(distinct):
        found.setdefault(groups.root(text), []).append(at)
    return list(found.values())


@attrs.define
class _Groups:
    """Groups of distinct texts. Two are joined only if their fullest texts are one utterance, so that none drifts."""

    said: Reader
    #: Each text as it was printed first.
    firsts: Sequence[Printed]
    _roots: list[int] = attrs.Factory(lambda self: list(range(len(self.said))), takes_self=True)
    _fullest: dict[int, int] = attrs.Factory(dict)

    def root(self, text: int) -> int:
        """Return the first text of the group that a text is in."""
        while self._roots[text] != text:
            self._roots[text] = self._roots[self._roots[text]]
            text = self._roots[text]
        return text

    def join(self, one: int, other: int) -> None:
        """Join the groups of two texts if they are one utterance."""
        left, right = sorted((self.root(one), self.root(other)))
        if left == right or not self._are_same(one, other):
            return
        full, full_other = self._fullest.get(left, left), self._fullest.get(right, right)
        if (full, full_other) not in ((one, other), (other, one)) and not self._are_same(full, full_other):
            return
        self._roots[right] = left
        self._fullest[left] = max(full, full_other, key=lambda text: len(self.said[text].words))

    def _are_same(self, one: int, other: int) -> bool:
        speakers = compare_speakers(self.firsts[one], self.firsts[other])
        return are_same(self.said[one], self.said[other], speakers=speakers)


@attrs.frozen
class _Difference:
    """How some words differ from the fullest version."""

    wording: Wording
    verification: Verification
    left_out: tuple[str, ...]

    @classmethod
    def of(cls, text: str, full: str, verifier: Verifier) -> _Difference:
        found = verifier.verify(text)
        left_out = tuple(_left_out(full, found))
        if found.verdict is Verdict.NOT_FOUND or changed_words(found):
            return cls(Wording.REWORDED, found, left_out)
        return cls(Wording.TRIMMED if left_out else Wording.IDENTICAL, found, left_out)


def _left_out(text: str, difference: Verification) -> Iterator[str]:
    """Yield the parts of the fullest version that nothing in another one corresponds to."""
    kept = [edit.source for edit in difference.edits if edit.source and edit.kind is not EditKind.OMITTED]
    done = 0
    for start, end in [*sorted((span.start, span.end) for span in kept), (len(text), len(text))]:
        part = text[done:start].strip(_EDGES)
        if part:
            yield part
        done = max(done, end)


def _statement(key: str, prints: Sequence[Printed]) -> Statement:
    """Compare all versions of a statement with the fullest one."""
    full = max(prints, key=lambda printed: len(printed.text))
    verifier: Verifier | None = None
    # Most versions have the same words as another one.
    known: dict[str, _Difference] = {}
    versions: list[Version] = []
    for printed in sorted(prints, key=lambda printed: (printed.date is None, printed.date or "")):
        if printed is full:
            versions.append(Version(printed, Wording.IDENTICAL))
            continue
        if printed.text not in known:
            verifier = verifier or Verifier({full.article or "fullest": full.text})
            known[printed.text] = _Difference.of(printed.text, full.text, verifier)
        differs = known[printed.text]
        versions.append(Version(printed, differs.wording, differs.verification, differs.left_out))
    return Statement(key, tuple(versions), common_name(prints))
