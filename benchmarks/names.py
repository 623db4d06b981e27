"""
Names from everywhere in the world: how often the person who is named speaks, in sentences of several frames.

The names are in ``names.csv``: given and family names that are common in each of more than fifteen regions, combined by
the authors of this project for this benchmark; they are not those of known people. A frame is a short text with one
name, and with the words of a statement by that person.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from quotekit import Extractor
from quotekit.records import Article, Attribution

NAMES = Path(__file__).with_suffix(".csv")
#: The frames by name. The last words of each statement are "at noon"; what is printed for the name is in braces.
FRAMES: Mapping[str, str] = MappingProxyType(
    {
        "he or she": "{name} sold {his} shop to John Vail in May. “It was full at noon,” {he} said.",
        "apposition": "{name}, a baker from Kisla, closed the shop. “It was full at noon,” {he} said.",
        "said": "“It was full at noon,” said {name}, who runs a bakery in Kisla.",
        "surname": "{name} runs a bakery in Kisla. The shop was full at noon, {surname} said.",
        "courtesy title": "{name} runs a bakery in Kisla. The shop was full at noon, {mr} {surname} said.",
        "initial": "The shop was full at noon, said {initial} {surname} of Kisla.",
        "possessive": "{name}’s brother closed the shop. It was full at noon, {name} said.",
        "nickname": "{given} “Pepper” {rest} closed the shop. It was full at noon, {surname} said.",
        "kin": "Tom Reed closed the shop. His cousin, {name}, said it was full at noon.",
        "handle": "The shop was full at noon, wrote {name}, who posts as @kislabread.",
        "police": "Superintendent of Police {name} closed the road. It was full at noon, {he} said.",
        "army": "Brigadier General {name} inspected the bridge. It was full at noon, {surname} said.",
        "court": "Chief Magistrate {name} adjourned the trial. The room was full at noon, {he} said.",
        "church": "The Most Reverend {name} opened the hall. It was full at noon, {he} said.",
        "mosque or temple": "{cleric} {name} opened the hall. It was full at noon, {he} said.",
        "parliament": "Deputy Leader of Opposition in the Assembly {name} left. It was full at noon, {he} said.",
        "minister": "Union Minister of State for Water Resources {name} said the dam was full at noon.",
        "title after": "{name}, the Additional Secretary in the Ministry of Ports, said it was full at noon.",
        "title before": "The director general of the port authority, {name}, said the dock was full at noon.",
        "rank": "{rank} {name} closed the road. It was full at noon, {he} said.",
        "honorific": "{honorific} {name} opened the hall. It was full at noon, {he} said.",
        "officer": "The hall was full at noon, said {rank} {surname} of the Kisla district.",
        "self-named": "A baker who gave {his} name as {name} said the shop was full at noon.",
        "joint": "{name} and John Vail said the dock was full at noon.",
        "sister": "Tom Reed and {his} sister {name} closed the shop. It was full at noon, {name} said.",
        "reporters": "{name} told reporters in Harlow that the dock was full at noon.",
    }
)
#: Titles of offices and ranks, one for each person in turn.
RANKS = (
    *("SSP", "DIG", "ASP", "Inspector General of Police", "Assistant Commissioner of Police", "Sub-Inspector", "DCP"),
    *("Lieutenant General (retd)", "Air Chief Marshal", "Wing Commander", "Rear Admiral", "Subedar Major", "Havildar"),
    *("Justice (retd)", "Sessions Judge", "Additional Advocate General", "Senior Advocate", "Qadi", "Magistrate"),
    *("MLA", "MNA", "Senator", "Honourable", "Deputy Speaker", "Chief Whip", "Cabinet Secretary", "Regional Minister"),
    *("Tehsildar", "District Collector", "Deputy Commissioner", "Wali", "Mukhtar", "Bupati", "Paramount Chief", "Oba"),
)
#: Titles of religion, learning and courtesy; of pairs, the second is a woman's.
HONORIFICS = (
    *(("Archbishop",), ("Canon",), ("Pastor",), ("Rabbi",), ("Venerable",), ("Lama",), ("Pandit", "Sadhvi")),
    *(("Sheikh", "Sheikha"), ("Maulana", "Mother"), ("Imam", "Ustadha"), ("Shri", "Smt."), ("Alhaji", "Hajia")),
    *(("Chief",), ("Engr.",), ("Adv.",), ("Prof. Dr.",), ("Barrister",), ("Architect",), ("Ustaz", "Ustadha")),
    *(
        ("Datuk", "Datin"),
        ("Tan Sri", "Puan Sri"),
        ("Nana",),
        ("Pu",),
        ("Lord", "Lady"),
        ("Sir", "Dame"),
        ("Don", "Doña"),
    ),
)
COUNTED = ("right", "wrong", "none", "missing")
MARK = "at noon"


@attrs.frozen
class Person:
    """A name of the list."""

    region: str
    #: Given and family names, in the order of the region.
    name: str
    #: What stands alone later in a text.
    surname: str
    is_woman: bool
    #: Its place in the list.
    number: int

    def fill(self, frame: str) -> str:
        """
        Write the text of a frame.

        Args:
            frame: One of the values of :data:`FRAMES`.

        Returns:
            The text.
        """
        given, _, rest = self.name.partition(" ")
        forms = (
            {"he": "she", "his": "her", "mr": "Ms.", "cleric": "Sister"}
            if self.is_woman
            else {"he": "he", "his": "his", "mr": "Mr.", "cleric": "Imam"}
        )
        initial = f"{given[0]}." if self.surname != given else f"{rest[0]}."
        titles = {
            "rank": RANKS[self.number % len(RANKS)],
            "honorific": HONORIFICS[self.number % len(HONORIFICS)][-1 if self.is_woman else 0],
        }
        return frame.format(
            name=self.name, surname=self.surname, given=given, rest=rest, initial=initial, **forms, **titles
        )


def read_people(path: Path = NAMES) -> list[Person]:
    """
    Read the list of names.

    Args:
        path: The file.

    Returns:
        The people.
    """
    with path.open(encoding="utf-8", newline="") as rows:
        return [
            Person(row["region"], row["name"], row["surname"], row["gender"] == "f", number)
            for number, row in enumerate(csv.DictReader(rows))
        ]


def judge(article: Article, person: Person) -> str:
    """
    Judge who says the statement of a frame.

    Args:
        article: What was found in the text of the frame.

        person: Whose name is in it.

    Returns:
        ``right``, ``wrong`` if somebody else says it, or the name has other words; ``none`` if nobody is named, and
        ``missing`` if it is not found.
    """
    holders = [a for a in article.attributions if MARK in a.content.text]
    if not holders:
        return "missing"
    said = min(holders, key=lambda a: len(a.content.text))
    if "and John Vail said" in article.text and {"John Vail"} != {s.name for s in said.speakers[1:]}:
        return "wrong"
    name = said.speakers[0].name if said.speakers else None
    if name is None:
        return "none"
    words = set(person.name.replace("’", "'").split())
    found = {word.strip('“”"') for word in name.replace("’", "'").split()} - {"Pepper"}
    is_same = person.surname.split()[-1] in found and all(w in words or w.endswith(".") for w in found)
    return "right" if is_same else "wrong"


def _name(attribution: Attribution) -> str | None:
    return attribution.speaker.name if attribution.speaker else None


def main() -> None:
    """Print the rates by frame and by region."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print the texts that are not right")
    show = parser.parse_args().show
    extractor = Extractor()
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for person in read_people():
        for frame, form in FRAMES.items():
            article = extractor.extract(person.fill(form))
            verdict = judge(article, person)
            for trait in (("all", ""), ("frame", frame), ("region", person.region)):
                counts[trait].update(["tried", verdict])
            if show and verdict != "right":
                print(verdict, frame, [_name(a) for a in article.attributions], repr(article.text))
    print(f"{'':42}", *(f"{name:>8}" for name in COUNTED))
    for (trait, value), count in sorted(counts.items()):
        print(f"{trait:<8} {value:<33}", *(f"{count[name] / count['tried']:>8.3f}" for name in COUNTED))


if __name__ == "__main__":
    main()
