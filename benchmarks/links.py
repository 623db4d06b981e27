"""
Resolve pronouns and descriptions with the library's weights, with a ranker trained on GUM, and with both together.

How strongly to regularize the ranker, and the probability from which on to trust it where the library finds nobody, are
chosen by cross-validation on GUM. Of the labelled articles only the number of names is used, for the line "learned, as
often": there the ranker is made to give as many names as the library does.
"""

from __future__ import annotations

import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_variable] = "1"

import argparse
import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from links_queries import DESCRIPTION, FORMS, NOBODY, Answer, make_chooser, read_choices
from links_ranker import Foretold, fit, likeliest

from quotekit.attributions.draft import Draft
from quotekit.attributions.drafting import DraftedText
from quotekit.attributions.find import find_drafts
from quotekit.metadata import read_credits
from quotekit.names import find_mentions
from quotekit.records import Spans
from quotekit.speakers import resolve_speakers
from quotekit.tagger.session import load_model
from quotekit.text import TextIndex, pair_marks
from quotekit.training.silver_names import read_gum

CHANCES = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
#: Of the names that the ranker gives where the sieves say nothing, so many may be wrong.
MOST_WRONG = 0.08
HALVINGS = 6
GROUPS = ("all", "name", "description", "pronoun", "none")
PRONOUNS = frozenset({*FORMS, "all", "also", "both", "i", "me", "my", "one", "our", "us", "we", "who", "you"})
WORD = re.compile(r"[^\W_]+")

Row = dict[str, Any]
Count = Counter[tuple[str, str]]


@cache
def tagged(text: str) -> DraftedText:
    """Return what the tagger finds in a text."""
    return find_drafts(text, pair_marks(text), load_model(threads=1))


def read_rows(path: Path) -> list[Row]:
    """Read a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def parts(name: str) -> list[str]:
    """Return the words of a name by which it is compared."""
    words = WORD.findall(re.sub(r"['’]s\b", "", name).casefold())
    return [word for word in words if word not in ("jr", "sr", "the")]


def agree(wanted: str | None, given: str | None) -> bool:
    """Return whether names agree: the last word is the same, and one has all words of the other; of several, any do."""
    if not wanted or not given:
        return not wanted and not given
    pairs = ((parts(w), parts(g)) for w in wanted.split(";") for g in given.split(";"))
    return any(w[-1:] == g[-1:] and (set(w) <= set(g) or set(g) <= set(w)) for w, g in pairs)


def group(text: str, source: Sequence[Sequence[int]], name: str | None) -> str:
    """Return what a source is."""
    if not source:
        return "none"
    start, end = source[0][0], source[-1][1]
    if PRONOUNS.issuperset(parts(text[start:end])):
        return "pronoun"
    last = {parts(one)[-1] for one in (name or "").split(";") if parts(one)}
    return "name" if last & set(parts(text[start:end])) else "description"


def measure(articles: Sequence[Row], names: dict[str, dict[str, str | None]], answer: Answer | None) -> Count:
    """
    Resolve the sources of annotated attributions and count names.

    Args:
        articles: The articles with their attributions.

        names: The right name for each attribution of each article.

        answer: What chooses antecedents; the library if None.

    Returns:
        For each group of sources how many there are, have the right name, and are given a name or a wrong one.
    """
    counted: Count = Counter()
    for article in articles:
        text, labels = article["text"], names[article["id"]]
        sources, contents = (
            [Spans.of(text, a[role]) for a in article["attributions"]] for role in ("source", "content")
        )
        mentions = find_mentions(TextIndex(text), tagged(text).names)
        index = TextIndex(text)
        drafts = [Draft(content, source=source) for source, content in zip(sources, contents, strict=True)]
        choose = None if answer is None else make_chooser(answer)
        resolution = resolve_speakers(index, drafts, mentions, article_credits=read_credits(index), choose=choose)
        for attribution, resolved in zip(article["attributions"], resolution.resolved, strict=True):
            given = None if resolved.speaker is None else resolved.speaker.name
            wanted = labels[attribution["id"]]
            for name in ("all", group(text, attribution["source"], wanted)):
                counted[name, "sources"] += 1
                counted[name, "right"] += agree(wanted, given)
                counted[name, "given"] += given is not None
                counted[name, "wrong"] += given is not None and not agree(wanted, given)
    return counted


def trusted(foretold: Foretold) -> float:
    """Return the least chance from which on few names are wrong where the sieves say nothing."""
    for least in CHANCES:
        silent = [(choice, likeliest(chances), chances) for choice, chances in foretold if choice.by_weights == NOBODY]
        right = [who in choice.right_ones for choice, who, chances in silent if who != NOBODY and chances[who] >= least]
        if right.count(False) <= MOST_WRONG * len(right):
            return least
    return math.inf


def report_held_out(foretold: Foretold) -> None:
    """Print how often sieves and ranker are right in texts of GUM that the ranker has not learned from."""
    print(f"{'GUM, held out':24}{'asked':>8}{'sieves':>8}{'learned':>9}")
    for form in dict.fromkeys([*FORMS.values(), DESCRIPTION]):
        asked = [(choice, chances) for choice, chances in foretold if choice.form == form]
        sieves = sum(choice.by_weights in choice.right_ones for choice, _ in asked) / max(1, len(asked))
        learned = sum(likeliest(chances) in choice.right_ones for choice, chances in asked) / max(1, len(asked))
        print(f"{form:24}{len(asked):8}{sieves:8.3f}{learned:9.3f}")


def report(name: str, counted: Count) -> None:
    """Print a line for one way to choose."""
    shares = "".join(f"{counted[g, 'right'] / max(1, counted[g, 'sources']):13.3f}" for g in GROUPS)
    given, wrong = counted["all", "given"], counted["all", "wrong"]
    print(f"{name:24}{shares}{given:8}{wrong:7}{wrong / max(1, given):9.3f}")


def main() -> None:
    """Learn from GUM, resolve with each way to choose, and print a line for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gum", type=Path, help="texts with chains of coreference, one a line")
    parser.add_argument("gold", type=Path, help="annotated articles, one a line")
    parser.add_argument("labels", type=Path, help="the speakers of their attributions, one article a line")
    arguments = parser.parse_args()
    free = {article.id for article in read_gum(arguments.gum)}
    texts = [read_choices(row, tagged(row["text"])) for row in read_rows(arguments.gum) if row["id"] in free]
    (learned, foretold), (blended, _) = fit(texts, with_weights=False), fit(texts, with_weights=True)
    least = trusted(foretold)
    report_held_out(foretold)

    names = {row["id"]: {a["attribution"]: a["name"] for a in row["labels"]} for row in read_rows(arguments.labels)}
    articles = [row for row in read_rows(arguments.gold) if row["id"] in names]
    answers: dict[str, Answer | None] = {
        "sieves": None,
        "learned": learned.choose,
        "sieves as features": blended.choose,
        "sieves, then learned": lambda q: learned.choose(q, least) if q.by_weights == NOBODY else q.by_weights,
    }
    counts = {name: measure(articles, names, answer) for name, answer in answers.items()}
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        found = measure(articles, names, partial(learned.choose, least=middle))
        low, high = (middle, high) if found["all", "given"] > counts["sieves"]["all", "given"] else (low, middle)
    counts["learned, as often"] = found
    print(f"\n{'annotated attributions':24}" + "".join(f"{name:>13}" for name in GROUPS) + "   names  wrong    share")
    for name, counted in counts.items():
        report(name, counted)


if __name__ == "__main__":
    main()
