"""
Other names and other verbs in a training article.

Who speaks, and with which verb, is told by the place of a word as much as by the word itself. A model that reads about
the same few politicians again and again learns their names in place of that. So persons get names from all over the
world, the same one wherever they are named, and now and then another verb stands for "said".
"""

from __future__ import annotations

import random
import re
from functools import cache

from quotekit.english.lexicons import load_words
from quotekit.evaluation import AnnotatedArticle
from quotekit.training.edits import Edit
from quotekit.training.silver_names import NamedArticle

__all__ = ["in_order", "rename", "reword"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]{2,})*")
# A shorter word is an initial or a particle.
_SHORTEST = 3
# Of the places where "said" stands, those that get another verb.
_REWORDED = 0.25
_FOR_SAID = (
    *("added", "added", "noted", "stated", "explained", "argued", "insisted", "maintained", "claimed", "warned"),
    *("declared", "asserted", "observed", "remarked", "acknowledged", "suggested", "conceded", "recalled", "wrote"),
)
_FOR_SAYS = ("adds", "notes", "argues", "explains", "insists", "maintains", "claims", "warns", "believes", "writes")
_GIVEN = ("female_given_names", "male_given_names", "neutral_given_names")


def rename(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """
    Give an article's persons other names: given names of the same gender, family names of any region.

    Args:
        article: The article; if its names are not known, nothing changes.

        rng: Where chance comes from.

    Returns:
        The edits, in text order: start, end (characters, end exclusive) and what to put there.
    """
    if not isinstance(article, NamedArticle):
        return []
    text = article.text
    persons = [text[name.start : name.end] for name in article.names if name.kind == "person"]
    others = {w for n in article.names if n.kind != "person" for w in _WORD.findall(text[n.start : n.end])}
    words = {word for person in persons for word in _WORD.findall(person) if len(word) >= _SHORTEST}
    plain = {word for word in _WORD.findall(text) if word[0].islower()}
    light = load_words("courtesy_titles") | load_words("name_particles")
    chosen = sorted(w for w in words - others if w[0].isupper() and w.lower() not in plain and w.lower() not in light)
    new = {word: _other(word, rng) for word in chosen}
    return [(m.start(), m.end(), new[m.group()]) for m in _WORD.finditer(text) if m.group() in new]


def _other(word: str, rng: random.Random) -> str:
    """Another name in the place of one, written in capitals if that is."""
    same = next((name for name in _GIVEN if word.lower() in load_words(name)), None)
    name = rng.choice(in_order(same or "family_names"))
    return name.upper() if word.isupper() else name.capitalize()


@cache
def in_order(name: str) -> tuple[str, ...]:
    """
    Give a word list an order that is the same in every run.

    Args:
        name: The list's name.

    Returns:
        Its entries.
    """
    return tuple(sorted(load_words(name)))


def reword(article: AnnotatedArticle, rng: random.Random) -> list[Edit]:
    """
    Put another verb where "said" or "says" is the whole cue, in some places.

    Args:
        article: The article.

        rng: Where chance comes from.

    Returns:
        The edits, in text order: start, end (characters, end exclusive) and what to put there.
    """
    others = {"said": _FOR_SAID, "says": _FOR_SAYS}
    places = sorted({a.cue[0] for a in article.attributions if len(a.cue) == 1})
    return [
        (start, end, rng.choice(others[article.text[start:end]]))
        for start, end in places
        if article.text[start:end] in others and rng.random() < _REWORDED
    ]
