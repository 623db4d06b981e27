"""
News stories from everywhere in the world: how often the speakers and the outlets of their statements are right.

The stories are in ``stories.jsonl.gz``: articles in the manner of papers, stations and agencies of many countries, with
their statements and who makes them, through which outlets. They were written and labelled for this purpose by a
language model that had not seen quotekit's output on them; the people and what happens are invented. Those of the part
"learn" were read when rules were written, those of the part "judge" were not; the shipped networks learned from both.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quotekit import Extractor
from quotekit.records import Article, Attribution
from quotekit.training.labelled import agree, pair

STORIES = Path(__file__).with_name("stories.jsonl.gz")
PARTS = ("judge", "learn")


def read_stories(part: str) -> Iterator[Mapping[str, Any]]:
    """Yield the stories of one part."""
    with gzip.open(STORIES, "rt", encoding="utf-8") as lines:
        yield from (story for story in map(json.loads, lines) if story["part"] == part)


def pairs(story: Mapping[str, Any], article: Article) -> Iterator[tuple[Mapping[str, Any], Attribution]]:
    """Yield the labels of a story's statements, each with the attribution that shares half of its content."""
    labels = {label["attribution"]: label for label in story["labels"]}
    labelled = [gold for gold in story["attributions"] if gold["id"] in labels]
    paired = pair((found.content for found in article.attributions), labelled)
    yield from ((labels[gold["id"]], article.attributions[number]) for number, gold in paired.items())


def name_of(attribution: Attribution) -> str | None:
    """Return the name of the speaker, or those of joint speakers."""
    speaker = attribution.speaker
    if speaker is None:
        return None
    return speaker.name or "; ".join(one.name for one in speaker.members if one.name) or None


def count_speaker(label: Mapping[str, Any], attribution: Attribution) -> str:
    """Return what becomes of a speaker."""
    gold, given = label["name"], name_of(attribution)
    if gold is None:
        return "rightly none" if given is None else "extra"
    if given is None:
        return "missing"
    return "right" if agree(gold, given) else "wrong"


def outlets(names: list[str]) -> list[str]:
    """Return names of outlets in a form in which they can be compared."""
    return sorted(name.lower().removeprefix("the ") for name in names)


def score(part: str) -> tuple[Counter[str], Counter[str]]:
    """Count what becomes of speakers and outlets."""
    speakers, via, extractor = Counter[str](), Counter[str](), Extractor()
    for story in read_stories(part):
        for label, attribution in pairs(story, extractor.extract(story["text"])):
            speakers[count_speaker(label, attribution)] += 1
            speakers["kind right"] += label["kind"] == (
                attribution.speaker.kind.value if attribution.speaker else "none"
            )
            gold, given = outlets(label["via"]), outlets([outlet.name for outlet in attribution.via])
            via["labelled"] += bool(gold)
            via["given"] += bool(given)
            via["right"] += bool(gold) and gold == given
    return speakers, via


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, action="append", help="the stories to read; all by default")
    for part in parser.parse_args().part or PARTS:
        speakers, via = score(part)
        named = speakers["right"] + speakers["wrong"] + speakers["missing"]
        given = speakers["right"] + speakers["wrong"] + speakers["extra"]
        everyone = named + speakers["rightly none"] + speakers["extra"]
        print(f"{part}: {everyone} statements")
        print(f"  named speakers right     {speakers['right'] / named:.3f}")
        print(f"  named, but none given    {speakers['missing'] / named:.3f}")
        print(f"  wrong of the names given {(speakers['wrong'] + speakers['extra']) / given:.3f}")
        print(f"  kinds right              {speakers['kind right'] / everyone:.3f}")
        print(f"  outlets                  P {via['right'] / via['given']:.3f}  R {via['right'] / via['labelled']:.3f}")


if __name__ == "__main__":
    main()
