"""
Cues of quotations for which the model saw none, known by their place.

Behind a quotation a verb that the model has never read can only be one of saying: "Enough," yodeled Ito. Before one, a
verb or noun of saying next to the opening mark introduces it, however long the sentence is that leads up to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

import attrs

from quotekit.attributions.draft import Draft
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.english.patterns import WORD
from quotekit.english.pronouns import NEUTER, PERSONAL_SUBJECTS
from quotekit.english.verb_classes import OF_SPEECH, saying_kind
from quotekit.records import Spans

__all__ = ["recover_following_cues", "recover_introducing_cues"]

_CUE_AND_NAME = re.compile(
    r",? (?P<cue>[^\W\d_]{2,}) (?P<source>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,2})(?=[.,;:]|\s*\Z)"
)
# Behind a full stop begins another sentence.
_ASKS_ON = re.compile(r"[,!?]")
_CLOSING = frozenset("\"'”’»“›")
_OPENING = frozenset("\"'“‘«„")
# Between the cue and a quotation that it introduces.
_INTRODUCING = re.compile(r"(?:[,:]|\s?[-\u2010-\u2015]{1,3})\s?\Z")
# So many characters before a quotation are looked at.
_BEFORE = 60
_KINDS = OF_SPEECH - {"ordering", "posting"}
# Between a noun of saying and what is said.
_LINKING = frozenset(("been", "had", "has", "is", "was", "were"))
_PERSONAL_SUBJECTS = PERSONAL_SUBJECTS - NEUTER
_OWNER = re.compile(r"(?:[Hh]is|[Hh]er|[Ii]ts|[Mm]y|[Oo]ur|[Tt]heir|[Yy]our|.*['’]s)")
# Between a subject and its verb.
_AMID = frozenset(("also", "could", "had", "has", "just", "now", "only", "then", "thus", "would"))


def recover_following_cues(text: str, found: Sequence[Draft]) -> list[Draft]:
    """
    Find "…," *verb Name* behind a quotation for which neither cue nor source was found, whatever the verb.

    A verb that the model has never seen, or one of another language, is known by its place.

    Args:
        text: The text.

        found: Its attributions.

    Returns:
        The attributions; a quotation that ends with a comma or a mark of exclamation or question, before one word in lower
        case and a name that ends its clause, has these as cue and source, if they are nobody else's.
    """
    taken = {s.start for t in found for part in (t.cue, t.source) for s in part}
    return [t if t.cue or t.source else _with_unseen_cue(text, t, taken) for t in found]


def _with_unseen_cue(text: str, draft: Draft, taken: set[int]) -> Draft:
    end = draft.content[-1].end
    behind = _CUE_AND_NAME.match(text, end)
    if behind is None or not _ASKS_ON.search(text, end - 2, behind.start("cue")) or text[end - 1] not in _CLOSING:
        return draft
    cue, names = behind["cue"], behind["source"].split()
    is_named = cue.islower() and all(name[0].isupper() for name in names)
    if not is_named or cue in load_words("function_words") or {behind.start("cue"), behind.start("source")} & taken:
        return draft
    return attrs.evolve(draft, cue=Spans.of(text, [behind.span("cue")]), source=Spans.of(text, [behind.span("source")]))


def recover_introducing_cues(text: str, found: Sequence[Draft]) -> list[Draft]:
    """
    Find *she said,* "…" before a quotation for which neither cue nor source was found.

    Args:
        text: The text.

        found: Its attributions.

    Returns:
        The attributions; a quotation right behind a verb of saying, or a noun of saying and a form of "to be", and a comma,
        colon or dash, has these as cue. The pronoun or name right before is the source; one that is farther off stays
        unknown.
    """
    taken = {s.start for t in found for part in (t.cue, t.source) for s in part}
    return [t if t.cue or t.source else _introduced(text, t, taken) for t in found]


def _introduced(text: str, draft: Draft, taken: set[int]) -> Draft:
    start = draft.content[0].start
    sign = _INTRODUCING.search(text, max(0, start - _BEFORE), start)
    if sign is None or text[start] not in _OPENING:
        return draft
    words = _last_words(text, max(0, start - _BEFORE), sign.start())
    at = _cue_at_end([w.group().lower() for w in words])
    if at is None or words[at].start() in taken:
        return draft
    source = _subject(words[:at]) if words[at] is words[-1] else _owner(words[:at])
    return attrs.evolve(draft, cue=Spans.of(text, [words[at].span()]), source=Spans.of(text, source))


def _last_words(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words that end here with nothing but a space between them."""
    words: list[re.Match[str]] = []
    for word in WORD.finditer(text, start, end):
        if words and text[words[-1].end() : word.start()] != " ":
            words.clear()
        words.append(word)
    # The first one may be cut.
    whole = [w for w in words if w.start() > start or not start]
    return whole if whole and whole[-1].end() == end else []


def _cue_at_end(words: Sequence[str]) -> int | None:
    """Which word is the cue: a verb of saying that is the last one, or a noun of saying before a form of "to be"."""
    if not words:
        return None
    last = len(words) - 1
    no_verb_behind = load_words("determiners") | load_words("prepositions") - {"to"}
    if saying_kind(cue_lemma(words[last])) in _KINDS and words[last - 1] not in no_verb_behind:
        return last
    linking = sum(1 for _ in takewhile(_LINKING.__contains__, reversed(words)))
    noun = last - linking
    return noun if linking and noun >= 0 and words[noun] in load_words("saying_nouns") else None


def _subject(words: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """The pronoun or name right before a verb, but for adverbs and helping verbs; nothing if there is another word."""
    near = list(dropwhile(lambda w: w.group() in _AMID or w.group().endswith("ly"), reversed(words)))
    if near and near[0].group().lower() in _PERSONAL_SUBJECTS:
        return [near[0].span()]
    name = _name(near)
    before = next((w.group().lower() for w in near if name and w.end() < name[0][0]), "but")
    # "The friends of Ito said" is not said by Ito.
    return name if before == "but" or before in load_words("subordinators") else []


def _owner(words: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """The pronoun or name right before a noun that says whose it is."""
    if not words or not _OWNER.fullmatch(words[-1].group()):
        return []
    return [words[-1].span()] if words[-1].group().islower() else _name(words[::-1])


def _name(backwards: Sequence[re.Match[str]]) -> list[tuple[int, int]]:
    """The run of words with a capital that ends here."""
    names = list(takewhile(lambda w: w.group()[0].isupper(), backwards))
    is_name = names and names[-1].group().lower() not in load_words("function_words")
    return [(names[-1].start(), names[0].end())] if is_name else []
