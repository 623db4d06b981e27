"""
Substitution of names and reporting verbs in a training article.

A word's position says as much about who speaks as the word itself, but a model that keeps reading about the same few
politicians learns their names instead. So people get names from all over the world, the same one throughout an article,
and some occurrences of "said" become another verb.
"""

from __future__ import annotations

import random
import re
from functools import cache

from quotekit.english.lexicons import load_words
from quotekit.evaluation import AnnotatedArticle
from quotekit.training.edits import Edit
from quotekit.training.silver_names import NamedArticle

__all__ = ["GIVEN_NAMES", "VERBS", "sorted_words", "substitute_names", "substitute_verbs"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]{2,})*")
# Shorter words are initials or particles.
_MIN_NAME_CHARS = 3
# Share of the cues "said" and "says" that are replaced.
_REPLACED_VERBS = 0.25
_FOR_SAID = (
    *("added", "added", "noted", "stated", "explained", "argued", "insisted", "maintained", "claimed", "warned"),
    *("declared", "asserted", "observed", "remarked", "acknowledged", "suggested", "conceded", "recalled", "wrote"),
)
_FOR_SAYS = ("adds", "notes", "argues", "explains", "insists", "maintains", "claims", "warns", "believes", "writes")
#: Reporting verbs that introduce a clause.
VERBS = frozenset(("said", "says", *_FOR_SAID, *_FOR_SAYS))
#: Names of the lists of given names.
GIVEN_NAMES = ("female_given_names", "male_given_names", "neutral_given_names")


def substitute_names(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """
    Give the people of an article other names: given names of the same gender, family names of any region.

    Args:
        article: The article; without annotated names it is left unchanged.

        rng: Source of randomness.

    Returns:
        The edits, in text order.
    """
    if not isinstance(article, NamedArticle):
        return []
    text = article.text
    people = [text[name.start : name.end] for name in article.names if name.kind == "person"]
    other_names = {w for n in article.names if n.kind != "person" for w in _WORD.findall(text[n.start : n.end])}
    words = {word for person in people for word in _WORD.findall(person) if len(word) >= _MIN_NAME_CHARS}
    common = {word for word in _WORD.findall(text) if word[0].islower()} | load_words("courtesy_titles")
    common |= load_words("name_particles")
    replaced = sorted(w for w in words - other_names if w[0].isupper() and w.lower() not in common)
    new = {word: _draw_name(word, rng) for word in replaced}
    return [(m.start(), m.end(), new[m.group()]) for m in _WORD.finditer(text) if m.group() in new]


def _draw_name(word: str, rng: random.Random) -> str:
    """Draw a name of the same sort, in the same case."""
    given = next((name for name in GIVEN_NAMES if word.lower() in load_words(name)), None)
    name = rng.choice(sorted_words(given or "family_names"))
    return name.upper() if word.isupper() else name.capitalize()


@cache
def sorted_words(name: str) -> tuple[str, ...]:
    """
    Load a word list in an order that is the same in every run.

    Args:
        name: The list's name.

    Returns:
        Its sorted entries.
    """
    return tuple(sorted(load_words(name)))


def substitute_verbs(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """
    Replace some of the cues that consist of "said" or "says" alone by another verb in the same form.

    Args:
        article: The article.

        rng: Source of randomness.

    Returns:
        The edits, in text order.
    """
    verbs = {"said": _FOR_SAID, "says": _FOR_SAYS}
    cues = sorted({a.cue[0] for a in article.attributions if len(a.cue) == 1})
    return [
        (start, end, rng.choice(verbs[article.text[start:end]]))
        for start, end in cues
        if article.text[start:end] in verbs and rng.random() < _REPLACED_VERBS
    ]
