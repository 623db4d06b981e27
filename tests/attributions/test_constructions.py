"""Statements found by their construction, in texts as a reader has them."""

from __future__ import annotations

import pytest

from quotekit import extract
from tests.markup import parse

FOUND = {
    "quoted as saying": "{s Ida Holm} {c was quoted as saying} {t that the dam leaked}.",
    "quoted by an outlet": "{s Minister Ida Holm} {c was quoted} by Kyodo {c as saying}: {t “The dam leaks.”}",
    "heard to say": "{s Ida Holm} {c was heard to say} {t that the dam leaked}.",
    "heard to tell": "{s A miller} {c was heard to say} {t the weir had gone}.",
    "quoted by the end": "{t “The dam leaks,”} {s Ida Holm} {c was quoted as saying} by the agency.",
    "quoted behind": "{t “The dam leaks,”} {s Ida Holm} {c was quoted as saying} by the Reef Times.",
    "overheard": "{s The pilot} {c was overheard saying} {t that the dam leaked}.",
    "report quotes": "The committee's report {c quotes} {s a guard} {c as saying} {t nobody came}.",
    "labelled": "{t The dam}, {c labelled} {t “a tomb”} {c by} {s Ida Holm}, was built in May.",
    "branded by critics": "{c Branded} {t “a gift to bankers”} {c by} {s critics}, the law was dropped.",
    "is how": "{t “The dam was a wall of ice,”} is how {s Ida Holm} {c remembers} it.",
    "word for": "{t “A tomb”} was {s Ida Holm's} {c word for} the dam.",
    "verdict": "{t “Enough”} was {s the mayor's} {c verdict}.",
    "court hears": "The inquest {c heard} {t that the dam had leaked for two days}.",
    "said to have been told": "{c1 Jurors were told} nothing new. The court {c was told} {t he saw the dam}.",
    "gapping": "{s1 Ida Holm} {c1 called} {t1 it “full”}; {s2 Carl Dray}, {t2 “empty”}.",
    "gapped, and more": "{s1 A guard} {c1 said} {t1 the dam was full}; {s2 another} {t2 that it was dry}; one slept.",
    "gapped clause": "{s1 The first guard} {c1 said} {t1 the dam was full}; {s2 the second} {t2 that it was empty}.",
    "or so": "{t The dam never leaks}, {c or so} {s the minister} {c says}.",
    "insertion": "The guards — {s whose leader, Carl Dray,} {c says} {t the pay is late} — went home.",
    "as explained": "{t Making a guard carry papers in a language that he does not read could cost him the post}, "
    "{c as} {s Carl Dray-Berg, a lawyer for the Guards of Reef}, {c explained}.",
    "used a sermon": "{s Abbot Carl Dray} {c used his sermon at the dam to} {t “thank every hand that built it”}.",
    "nobody": "Hi, I am Carl. You may know me from films such as “Painting the Dam” and “How to Lose a Boat”.",
    "contrary to": "Contrary to what Carl Dray claimed, the dam never leaked.",
    "unlike": "Unlike what Ida Holm said, the dam was full.",
    "said nothing": "Carl Dray said nothing.",
    "reported to": "The theft was reported to the Reef County Sheriff’s Department about noon.",
    "named": "Carl Dray named Executive Vice President of Reef Bank.",
    "title": "“Painting the Dam” was released in 1992.",
    "court hears a case": "Reef Crown Court heard the case in May.",
}

NEGATED = [
    ("Ida Holm has yet to say whether the dam leaks.", True),
    ("It is false that Ida Holm said the dam leaked.", True),
    ("There is no evidence that Ida Holm said the dam leaked.", True),
    ("Nowhere did Ida Holm say that the dam leaked.", True),
    ("At no point did Ida Holm say that the dam leaked.", True),
    ("Rather than saying that the dam leaked, Ida Holm left.", True),
    ("Ida Holm refused to rule out a new dam.", True),
    ("Not only did Ida Holm say that the dam leaked.", False),
    ("There is no doubt that Ida Holm said the dam leaked.", False),
    ("It is true that Ida Holm said the dam did not leak.", False),
]


class TestConstructions:
    """The constructions of the table of corrections."""

    @pytest.mark.parametrize("name", FOUND)
    def test_found(self, name: str) -> None:
        """Each marked content is found with its source, and no other source is made up."""
        marked = parse(FOUND[name])
        expected = {(marked.spans("t", n).text.strip("., "), marked.spans("s", n).text) for n in marked.numbers("t")}

        found = {(a.content.text.strip("., "), a.source.text.strip(",")) for a in extract(marked.text).attributions}

        assert {(content, source.strip(",")) for content, source in expected} == found

    @pytest.mark.parametrize(("text", "expected"), NEGATED)
    def test_negated(self, text: str, expected: bool) -> None:  # noqa: FBT001
        """What is said not to be so is negated."""
        attributions = extract(text).attributions

        assert [expected] == [a.negated for a in attributions if a.source.text == "Ida Holm"]
