"""
Sentences of an article printed in other layouts or with other reporting words, in place.

Final stops are lost, datelines stand before paragraphs, running quotations are cut into other paragraphs, statements
get hearers, or are quoted from elsewhere. The annotation of what was edited is exact, so it is marked as final.
"""

from __future__ import annotations

import random
import re

import attrs

from quotekit.evaluation import AnnotatedArticle, Annotation
from quotekit.training.edits import BLANK_LINE, Edit, apply_edits
from quotekit.training.sections import Section, free_gaps, mark_final
from quotekit.training.sentences import extent
from quotekit.training.silver_names import NamedArticle, NameSpan
from quotekit.training.texts import load_lines

__all__ = ["add_datelines", "add_hearers", "cut_quotations", "drop_final_stops", "quote_indirectly"]

_MAX_LINE_CHARS = 240
_MAX_DROPPED_STOPS = 4
# Where a stop was lost, the annotation includes that nothing goes on in so much text behind it.
_FOLLOWING_CHARS = 120
# Probability that a quotation is cut or joined, where that is possible.
_CUT, _JOINED = 0.35, 0.3
_MAX_CUTS = 2
# Probability that a statement gets a hearer, and that it is quoted from elsewhere.
_HEARD, _QUOTED = 0.35, 0.25
# Share of the hearers who are the subject: "the court was told".
_HEARER_IS_SUBJECT = 0.2
# Shares of the statements quoted from elsewhere without an agent, with an agent behind the verb, and before it.
_QUOTING_FORMS = (("alone", 0.55), ("by", 0.25), ("agent first", 0.2))
# Share of the datelines before the first paragraph; the others are before any of the first ones.
_FIRST_PARAGRAPH = 0.5
_MAX_PARAGRAPHS = 8
_DATELINE_CHARS = 80
_DAYS = (1, 28)
_OPENING_MARKS = '“"'
_SENTENCE_BREAK = re.compile(r"(?<=\w\w[.!?]) (?=[A-Z])")
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n(?=[“\"])(?P<mark>[“\"])")
_SLOT = re.compile(r"\{(\w+)\}")
_HAS_DATELINE = re.compile(r"[^\n.]{2,60}?(?:\s[—–-]{1,2}\s|\)\s*[:—–-]|:\s)|[A-Z]{3,}")
# A paragraph that ends as a sentence does, so that it is no headline.
_MAY_HAVE_DATELINE = re.compile(r"[\w“\"][^\n]*[.?!][”\"’']*\s*(?:\n|$)")
_TOLD = {"said": "told", "says": "tells"}
_HEARD_AS = ("was told", "was told", "heard", "has heard")


def _is_final_stop(text: str, start: int, end: int) -> bool:
    """Return whether a paragraph is short and ends with a word and a full stop."""
    return end - start <= _MAX_LINE_CHARS and text[start:end].endswith(".") and text[end - 2 : end - 1].isalpha()


def drop_final_stops(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Drop the full stop at the end of some short paragraphs, as in headings, captions and items of lists.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article without up to four of its stops.
    """
    gaps = [m.span() for m in BLANK_LINE.finditer(article.text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(article.text)]
    lines = [span for span in zip(starts, ends, strict=True) if _is_final_stop(article.text, *span)]
    chosen = rng.sample(lines, min(len(lines), rng.randint(1, _MAX_DROPPED_STOPS)))
    marked = mark_final(article, [(start, end + _FOLLOWING_CHARS) for start, end in chosen])
    return apply_edits(marked, [(end - 1, end, "") for _, end in chosen])


def cut_quotations(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Print running quotations in other paragraphs: more of them, each with an opening mark, or one.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with some of its quotations cut or joined; each is the content it was.
    """
    text, edits, changed = article.text, list[Edit](), list[tuple[int, int]]()
    for start, end in sorted({span for a in article.attributions for span in a.content}):
        if text[start] not in _OPENING_MARKS:
            continue
        breaks = [m.start() for m in _SENTENCE_BREAK.finditer(text, start, end)]
        joints = [m for m in _PARAGRAPH_BREAK.finditer(text, start, end) if m["mark"] == text[start]]
        if joints and rng.random() < _JOINED:
            edits += [(m.start(), m.end(), " ") for m in joints]
            changed.append((start, end))
        elif breaks and not joints and rng.random() < _CUT:
            chosen = rng.sample(breaks, min(len(breaks), rng.randint(1, _MAX_CUTS)))
            edits += [(at, at + 1, "\n\n" + text[start]) for at in chosen]
            changed.append((start, end))
    return apply_edits(mark_final(article, changed), edits)


def add_hearers(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Let some statements be told to somebody, or be heard by somebody: neither is the source.

    ``Ito said it was safe`` becomes ``Ito told the inquest it was safe`` or ``The inquest heard it was safe``, whose
    source is not named.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with some of the cues "said" and "says" replaced.
    """
    edits, changed = list[Edit](), list[tuple[int, int]]()
    attributions = list(article.attributions)
    for i, attribution in enumerate(article.attributions):
        if not _may_be_told(article, attribution) or rng.random() >= _HEARD:
            continue
        (cue_start, cue_end), cue_words = attribution.cue[0], article.text[slice(*attribution.cue[0])]
        source_start, source_end = attribution.source[0]
        if _is_sentence_subject(article, attribution) and rng.random() < _HEARER_IS_SUBJECT:
            edits.append((source_start, source_end, rng.choice(load_lines("hearings"))))
            edits.append((cue_start, cue_end, rng.choice(_HEARD_AS)))
            attributions[i] = attrs.evolve(attribution, source=())
            article = _without_names(article, source_start, source_end)
        else:
            edits.append((cue_start, cue_end, _TOLD[cue_words]))
            edits.append((cue_end, cue_end, " " + rng.choice(load_lines("hearers"))))
        changed.append(extent(attribution))
    article = attrs.evolve(article, attributions=tuple(attributions))
    return apply_edits(mark_final(article, changed), edits)


def _may_be_told(article: AnnotatedArticle, attribution: Annotation) -> bool:
    """Return whether an attribution is "SOURCE said CONTENT" or "CONTENT, SOURCE said"."""
    if len(attribution.cue) != 1 or len(attribution.source) != 1 or not _is_own(article, attribution.cue[0]):
        return False
    (source_start, source_end), (start, end) = attribution.source[0], attribution.cue[0]
    text = article.text
    if text[start:end] not in _TOLD or source_end + 1 != start:
        return False
    is_last = attribution.content[0][1] <= source_start and text[end : end + 1] in (".", ",", "\n", "")
    goes_on = attribution.content[0][0] == end + 1 and text[end : end + 1] == " "
    return is_last or goes_on


def _is_own(article: AnnotatedArticle, cue: tuple[int, int]) -> bool:
    """Return whether a cue is that of one attribution only."""
    return sum(cue in a.cue for a in article.attributions) == 1


def _is_sentence_subject(article: AnnotatedArticle, attribution: Annotation) -> bool:
    """Return whether the source begins a sentence whose unquoted content follows the cue, and belongs to no other."""
    source, content = attribution.source[0], attribution.content[0]
    before = article.text[max(0, source[0] - 2) : source[0]]
    return (
        attribution.cue[0][1] + 1 == content[0]
        and article.text[content[0]] not in "“\"‘'"
        and (not before or before.endswith("\n") or before in (". ", "” ", '" '))
        and sum(source in a.source for a in article.attributions) == 1
    )


def _without_names(article: AnnotatedArticle, start: int, end: int) -> AnnotatedArticle:
    """Drop the names in a stretch."""
    if not isinstance(article, NamedArticle):
        return article
    return attrs.evolve(article, names=tuple(n for n in article.names if n.end <= start or end <= n.start))


def quote_indirectly(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Let some statements be quoted from elsewhere: ``Ito was quoted by Reuters as saying``. Who quotes is no source.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with some of the cues "said" replaced.
    """
    edits, changed = list[Edit](), list[tuple[int, int]]()
    for attribution in article.attributions:
        if not _may_be_quoted(article, attribution) or rng.random() >= _QUOTED:
            continue
        start, end = attribution.cue[0]
        form = rng.choices([name for name, _ in _QUOTING_FORMS], [share for _, share in _QUOTING_FORMS])[0]
        if form == "by":
            edits.append((start, end, rng.choice(("was quoted", "was quoted", "is quoted", "was cited"))))
            agent = rng.choice(load_lines("quoting_agents"))
            edits.append((end, end, f" by {_inside_sentence(agent)} as saying"))
        elif form == "agent first" and _is_sentence_subject(article, attribution):
            at = attribution.source[0][0]
            edits.append((at, at, rng.choice(load_lines("quoting_agents")) + rng.choice((" quoted ", " cited "))))
            edits.append((start, end, "as saying"))
        else:
            edits.append((start, end, rng.choice(load_lines("quoting_cues"))))
        changed.append(extent(attribution))
    return apply_edits(mark_final(article, changed), edits)


def _may_be_quoted(article: AnnotatedArticle, attribution: Annotation) -> bool:
    """Return whether an attribution has the cue "said" right behind its source, which is no relative pronoun."""
    return (
        len(attribution.cue) == len(attribution.source) == 1
        and article.text[slice(*attribution.cue[0])] == "said"
        and article.text[attribution.source[0][1] : attribution.cue[0][0]] == " "
        and article.text[slice(*attribution.source[0])].lower() not in ("who", "which", "that")
        and _is_own(article, attribution.cue[0])
    )


def _inside_sentence(agent: str) -> str:
    """Write an agent without a capital article, unless it is part of the name."""
    first, _, rest = agent.partition(" ")
    return f"the {rest}" if first == "The" else agent.replace("Local", "local").replace("State", "state")


def add_datelines(article: AnnotatedArticle, rng: random.Random) -> AnnotatedArticle:
    """
    Put a dateline of any form before a paragraph; its place says nothing.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The article with a dateline before its first paragraph or one of the next; the article itself if there is one.
    """
    starts = [0, *(end for _, end in free_gaps(article))]
    suitable = [at for at in starts if _MAY_HAVE_DATELINE.match(article.text, at)][:_MAX_PARAGRAPHS]
    if not suitable or any(_HAS_DATELINE.match(article.text, at) for at in suitable[:2]):
        return article
    at = suitable[0] if rng.random() < _FIRST_PARAGRAPH else rng.choice(suitable)
    section = _dateline(rng)
    longer = apply_edits(article, [(at, at, section.text)])
    if isinstance(longer, NamedArticle):
        names = [NameSpan(n.start + at, n.end + at, n.kind) for n in section.names]
        longer = attrs.evolve(longer, names=tuple(sorted([*longer.names, *names], key=lambda n: n.start)))
    return mark_final(longer, [(at, at + len(section.text) + _DATELINE_CHARS)])


def _dateline(rng: random.Random) -> Section:
    """Write a dateline."""
    section, form = Section(), rng.choice(load_lines("datelines"))
    last = 0
    for slot in _SLOT.finditer(form):
        section.write(form[last : slot.start()])
        _fill_slot(section, slot[1], rng)
        last = slot.end()
    section.write(form[last:] + " ")
    return section


def _fill_slot(section: Section, slot: str, rng: random.Random) -> None:
    """Write a place, an agency or a date."""
    if slot == "date":
        section.write(f"{rng.choice(load_lines('dateline_months'))} {rng.randint(*_DAYS)}")
    elif slot == "agency":
        section.write(rng.choice(load_lines("dateline_agencies")), None, "organization")
    else:
        town = rng.choice(load_lines("towns"))
        section.write(town.upper() if slot == "PLACE" else town, None, "place")
