"""The features of the referents that a pronoun may have: whole rows for short texts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from quotekit.speakers.candidates import candidates
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.features import feature_rows
from quotekit.speakers.pronouns.features import referent_rows
from quotekit.speakers.query import Query
from quotekit.speakers.referents import Named
from tests.speakers.asking import ask_at_last, read_row, shown

#: Texts, and the features of some referents of the pronoun that is the last source.
ROWS: dict[str, tuple[str, dict[str, str]]] = {
    "a paragraph opens": (
        (
            "Mayor Ida Holm sues the harbour\n\n"
            "Mia Lind met Holm on Monday. Holm left.\n\n"
            "{s She} said {t that Lind was late}."
        ),
        {
            "Ida Holm": (
                "weight = 0.07; lead = 1.3; heaviest; sentences 1; paragraphs 1; paragraphs 1, opens paragraph; "
                "sentences 1, opens paragraph; last subject; last subject, subject, 1 back; last subject, 1 back; "
                "recent mentions = 1.39; subjects = 1.1; subject in last sentence; subject in last sentence, opens "
                "paragraph; first of all; silent; fit: agrees; mentions = 1.39; share of mentions; share of mentions,"
                " opens paragraph; in headline; in headline, opens paragraph; word of the text; given name; entity 0;"
                " gender known; surely a person; may be pronoun; titles; rank 0; rank 0, opens paragraph"
            ),
            "Mia Lind": (
                "weight = -1.24; lead = -1.3; sentences 2; paragraphs 1; paragraphs 1, opens paragraph; sentences 2, "
                "opens paragraph; last subject; last subject, subject, 1 back; last subject, 2 back; last opens "
                "paragraph; recent mentions = 0.69; subjects = 0.69; silent; fit: agrees; mentions = 1.1; share of "
                "mentions = 0.67; share of mentions, opens paragraph = 0.67; in own content; in own content, opens "
                "paragraph; word of the text; given name; entity 1; gender known; surely a person; may be pronoun; "
                "rank 1; rank 1, opens paragraph"
            ),
            "nobody": ("nobody; nobody, opens paragraph; nobody, most weight = 0.07"),
        },
    ),
    "after a quotation": (
        "{s1 Ida Holm} said {t1 so}. {t2 “It is late,”} {s2 she} added.",
        {
            "Ida Holm": (
                "weight = -0.08; lead = 3; heaviest; sentences 1; paragraphs 0; paragraphs 0, tag; sentences 1, tag; "
                "last subject; last subject, subject, 1 back; last subject, 1 back; last is source; last is source, 1"
                " back; last opens paragraph; mentions in paragraph = 0.69; only one in paragraph; only one in "
                "paragraph, tag; recent mentions = 0.69; subjects = 0.69; subject in last sentence; subject in last "
                "sentence, tag; subject of paragraph; source in paragraph; first of all; spoke 0; spoke last, "
                "paragraphs 0; spoke last, tag; spoke last, tag, paragraphs 0; spoke last, goes on; last agreeing "
                "speaker; last agreeing speaker, tag; only agreeing speaker; fit: agrees; only one that agrees; "
                "mentions = 0.69; share of mentions; share of mentions, tag; in headline; in headline, tag; word of "
                "the text; given name; entity 0; gender known; surely a person; may be pronoun; rank 0; rank 0, tag"
            ),
            "nobody": ("nobody; nobody, tag; nobody, most weight = -0.08"),
        },
    ),
    "whoever was asked": (
        "{s1 Ida Holm} asked Mia Lind {t1 why}. {t2 “It rained,”} {s2 she} replied to Holm.",
        {
            "Ida Holm": (
                "weight = -1.14; lead = -1.06; sentences 1; paragraphs 0; paragraphs 0, tag; sentences 1, tag; last "
                "subject; last subject, subject, 1 back; last subject, 1 back; last is source; last is source, 1 "
                "back; last opens paragraph; mentions in paragraph = 0.69; recent mentions = 0.69; subjects = 0.69; "
                "subject in last sentence; subject in last sentence, tag; asks; subject of paragraph; source in "
                "paragraph; first of all; spoke 0; spoke last, paragraphs 0; spoke last, tag; spoke last, tag, "
                "paragraphs 0; spoke last, answers; last agreeing speaker; last agreeing speaker, tag; only agreeing "
                "speaker; fit: agrees; mentions = 1.1; share of mentions; share of mentions, tag; in headline; in "
                "headline, tag; in rest of sentence; word of the text; given name; entity 0; gender known; surely a "
                "person; may be pronoun; rank 1; rank 1, tag"
            ),
            "Mia Lind": (
                "weight = -0.08; lead = 1.06; heaviest; sentences 1; paragraphs 0; paragraphs 0, tag; sentences 1, "
                "tag; last subject; last subject, subject, 1 back; last subject, 1 back; mentions in paragraph = "
                "0.69; recent mentions = 0.69; subjects = 0.69; subject in last sentence; subject in last sentence, "
                "tag; asked; subject of paragraph; silent; fit: agrees; mentions = 0.69; share of mentions = 0.5; "
                "share of mentions, tag = 0.5; in headline; in headline, tag; word of the text; given name; entity 1;"
                " gender known; surely a person; may be pronoun; rank 0; rank 0, tag"
            ),
        },
    ),
    "reported": (
        "{s1 Carl Dray} said {t1 that Bo Ash’s boat sank, as {s2 he} knew {t2 it}}.",
        {
            "Carl Dray": (
                "weight = 1.11; lead = 3; heaviest; sentences 0; paragraphs 0; paragraphs 0, inside; sentences 0, "
                "inside; last subject; last subject, subject, 0 back; last subject, 0 back; last is source; last is "
                "source, 0 back; last opens paragraph; mentions in paragraph = 0.69; recent mentions = 0.69; subjects"
                " = 0.69; subject in this sentence; subject in this sentence, in reported; source in this sentence, "
                "in reported; subject of paragraph; source in paragraph; first of all; spoke 0; spoke last, "
                "paragraphs 0; spoke last, inside; spoke last, inside, paragraphs 0; last agreeing speaker; last "
                "agreeing speaker, inside; only agreeing speaker; fit: agrees; only one that agrees; mentions = 0.69;"
                " share of mentions; share of mentions, inside; in headline; in headline, inside; word of the text; "
                "given name; entity 0; gender known; surely a person; may be pronoun; rank 1; rank 1, inside"
            ),
            "Bo Ash": (
                "weight = -1.97; lead = -3; sentences 0; paragraphs 0; paragraphs 0, inside; sentences 0, inside; "
                "last phrase_part; last phrase_part, subject, 0 back; last phrase_part, 0 back; last possessive; "
                "mentions in paragraph = 0.69; recent mentions = 0.69; silent; fit: stranger; mentions = 0.69; share "
                "of mentions; share of mentions, inside; in headline; in headline, inside; word of the text; entity "
                "1; may be pronoun; rank 0; rank 0, inside"
            ),
            "nobody": ("nobody; nobody, inside; nobody, most weight = 1.11; nobody, reported"),
        },
    ),
    "nobody before": (
        "{s He} said {t so}.",
        {
            "nobody": ("nobody; nobody, opens paragraph; nobody, no candidates; nobody, most weight = -3.91"),
        },
    ),
    "far away": (
        (
            "Ida Holm left.\n\n"
            "It rained on Okafor. It froze. The bridge shut. The ferry sank under Mia Lind.\n\n"
            "Carla Vey and Tove Ash left.\n\n"
            "Nobody came.\n\n"
            "{s1 A spokeswoman} said {t1 so}. In the end {s2 she} saw {t2 it}."
        ),
        {
            "Ida Holm": (
                "weight = -3.9; lead = -3; sentences 4; paragraphs 3; paragraphs 3, inside; sentences 4, inside; last"
                " subject; last subject, subject, 1 back; last subject, 2 back; last opens paragraph; recent mentions"
                " = 0.69; subjects = 0.69; first of all; silent; fit: agrees; mentions = 0.69; share of mentions; "
                "share of mentions, inside; in headline; in headline, inside; word of the text; given name; entity 0;"
                " gender known; surely a person; may be pronoun; rank 3; rank 3, inside"
            ),
            "Okafor": (
                "weight = -3.91; lead = -3; sentences 4; paragraphs 3; paragraphs 3, inside; sentences 4, inside; "
                "last phrase_part; last phrase_part, subject, 1 back; last phrase_part, 2 back; recent mentions = "
                "0.69; silent; fit: stranger; mentions = 0.69; share of mentions; share of mentions, inside; word of "
                "the text; entity 1; one word; rank 3; rank 3, inside"
            ),
            "Mia Lind": (
                "weight = -3.8; lead = -3; sentences 4; paragraphs 3; paragraphs 3, inside; sentences 4, inside; last"
                " phrase_part; last phrase_part, subject, 1 back; last phrase_part, 2 back; last after preposition; "
                "recent mentions = 0.69; silent; fit: agrees; mentions = 0.69; share of mentions; share of mentions, "
                "inside; word of the text; given name; entity 2; gender known; surely a person; may be pronoun; rank "
                "3; rank 3, inside"
            ),
            "Carla Vey": (
                "weight = -2.29; lead = -2.21; sentences 3; paragraphs 2; paragraphs 2, inside; sentences 3, inside; "
                "last subject; last subject, subject, 1 back; last subject, 2 back; last opens paragraph; recent "
                "mentions = 0.69; subjects = 0.69; silent; fit: agrees; mentions = 0.69; share of mentions; share of "
                "mentions, inside; word of the text; given name; entity 3; gender known; surely a person; may be "
                "pronoun; rank 2; rank 2, inside"
            ),
            "Described": (
                "weight = -0.08; lead = 2.21; heaviest; sentences 1; paragraphs 0; paragraphs 0, inside; sentences 1,"
                " inside; last subject; last subject, subject, 1 back; last subject, 1 back; last is source; last is "
                "source, 1 back; last opens paragraph; mentions in paragraph = 0.69; only one in paragraph; only one "
                "in paragraph, inside; recent mentions = 0.69; subjects = 0.69; subject in last sentence; subject in "
                "last sentence, inside; subject of paragraph; source in paragraph; spoke 0; spoke last, paragraphs 0;"
                " spoke last, inside; spoke last, inside, paragraphs 0; last agreeing speaker; last agreeing speaker,"
                " inside; only agreeing speaker; fit: agrees; described; described, inside; rank 0; rank 0, inside"
            ),
            "nobody": ("nobody; nobody, inside; nobody, most weight = -0.08"),
        },
    ),
    "passed on": (
        (
            "Bo Ash spoke. He left. It rained. It froze. It snowed. It poured. {s1 Lind} said {t1 no}. "
            "But {s2 he} said {t2 that Ash was here}."
        ),
        {
            "Bo Ash": (
                "weight = -3.52; lead = -3; sentences 4; paragraphs 0; paragraphs 0, opens; sentences 4, opens; last "
                "subject; last subject, subject, 1 back; last subject, 2 back; mentions in paragraph = 1.1; recent "
                "mentions = 1.1; subjects = 1.1; subject of paragraph; first of all; silent; last pronoun; last "
                "pronoun, 4 back; fit: agrees; only one that agrees; mentions = 1.1; share of mentions; share of "
                "mentions, opens; in headline; in headline, opens; in own content; in own content, opens; word of the"
                " text; entity 0; gender known; surely a person; may be pronoun; rank 1; rank 1, opens"
            ),
            "Lind": (
                "weight = 0.6; lead = 3; heaviest; sentences 0; paragraphs 0; paragraphs 0, opens; sentences 0, "
                "opens; last subject; last subject, subject, 0 back; last subject, 0 back; last is source; last is "
                "source, 0 back; mentions in paragraph = 0.69; recent mentions = 0.69; subjects = 0.69; subject in "
                "this sentence; source in paragraph; spoke 0; spoke last, paragraphs 0; spoke last, opens; spoke "
                "last, opens, paragraphs 0; last agreeing speaker; last agreeing speaker, opens; only agreeing "
                "speaker; fit: unsure; mentions = 0.69; share of mentions = 0.5; share of mentions, opens = 0.5; in "
                "headline; in headline, opens; word of the text; entity 1; one word; may be pronoun; rank 0; rank 0, "
                "opens"
            ),
        },
    ),
    "another paragraph before": (
        ("Bo Ash spoke.\n\nThen he left.\n\nAnd {s he} said {t so}."),
        {
            "Bo Ash": (
                "weight = -0.66; lead = 3; heaviest; sentences 1; paragraphs 1; paragraphs 1, opens paragraph; "
                "sentences 1, opens paragraph; last object; last object, subject, 1 back; last object, 1 back; recent"
                " mentions = 1.1; subjects = 0.69; first of all; silent; last pronoun; last pronoun, 1 back; fit: "
                "agrees; only one that agrees; mentions = 0.69; share of mentions; share of mentions, opens "
                "paragraph; in headline; in headline, opens paragraph; word of the text; entity 0; gender known; "
                "surely a person; may be pronoun; rank 0; rank 0, opens paragraph"
            ),
        },
    ),
    "in his view": (
        (
            "{s1 Mr. Dray} said {t1 so}.\n\n"
            "It rained.\n\n"
            "{s2 Carl Vey} met Mr. Dray and said {t2 that Dray was late}.\n\n"
            "Then a man called Okafor came. {t3 Dray is old}, in {s3 his} view, as Vey knows."
        ),
        {
            "Dray": (
                "weight = -0.89; lead = 0.35; heaviest; sentences 0; paragraphs 0; paragraphs 0, inside; sentences 0,"
                " inside; last subject; last subject, other form, 0 back; last subject, 0 back; last reported; last "
                "in own words; mentions in paragraph = 0.69; recent mentions = 1.61; subjects = 1.1; subject in this "
                "sentence; first of all; spoke 1; fit: agrees; mentions = 1.61; share of mentions; share of mentions,"
                " inside; in headline; in headline, inside; in own content; in own content, inside; word of the text;"
                " entity 0; gender known; gendered title; one word; surely a person; may be pronoun; rank 0; rank 0, "
                "inside"
            ),
            "Carl Vey": (
                "weight = -1.24; lead = -0.35; sentences 2; paragraphs 1; paragraphs 1, inside; sentences 2, inside; "
                "last subject; last subject, other form, 1 back; last subject, 2 back; last is source; last is "
                "source, 2 back; last opens paragraph; recent mentions = 0.69; subjects = 0.69; spoke 0; spoke last, "
                "paragraphs 1; spoke last, inside; spoke last, inside, paragraphs 1; last agreeing speaker; last "
                "agreeing speaker, inside; fit: agrees; mentions = 1.1; share of mentions = 0.5; share of mentions, "
                "inside = 0.5; in rest of sentence; word of the text; given name; entity 1; gender known; surely a "
                "person; may be pronoun; rank 3; rank 3, inside"
            ),
            "Unresolvable": (
                "weight = -1.41; lead = -0.52; sentences 1; paragraphs 0; paragraphs 0, inside; sentences 1, inside; "
                "last object; last object, other form, 1 back; last object, 1 back; mentions in paragraph = 0.69; "
                "recent mentions = 0.69; silent; fit: agrees; unresolvable: unnamed candidate; unresolvable: unnamed "
                "candidate, inside; rank 2; rank 2, inside"
            ),
            "Okafor": (
                "weight = -2.21; lead = -1.32; sentences 1; paragraphs 0; paragraphs 0, inside; sentences 1, inside; "
                "last object; last object, other form, 1 back; last object, 1 back; mentions in paragraph = 0.69; "
                "recent mentions = 0.69; silent; fit: stranger; mentions = 0.69; share of mentions = 0.25; share of "
                "mentions, inside = 0.25; word of the text; entity 2; one word; rank 1; rank 1, inside"
            ),
        },
    ),
    "introduced": (
        ("Carl Dray spoke.\n\n{s1 The union} said {t1 so}.\n\nThe talks brought Bo Vey to Oslo. {s2 He} said {t2 so}."),
        {
            "Bo Vey": (
                "weight = -0.97; lead = 1.33; heaviest; sentences 1; paragraphs 0; paragraphs 0, opens; sentences 1, "
                "opens; last object; last object, subject, 1 back; last object, 1 back; mentions in paragraph = 0.69;"
                " only one in paragraph; only one in paragraph, opens; only one in paragraph, introduced; recent "
                "mentions = 0.69; introduced; silent; fit: stranger; mentions = 0.69; share of mentions; share of "
                "mentions, opens; word of the text; entity 1; may be pronoun; rank 0; rank 0, opens"
            ),
        },
    ),
}


def _rows(query: Query, discourse: Discourse) -> Mapping[str, Mapping[str, float]]:
    """Return the rows by name; by the class of those without one, and "nobody" for none of them."""
    found = referent_rows(query, feature_rows(query, candidates(query, discourse), discourse), discourse)
    names = {
        one: discourse.entities[one.entity].name
        if isinstance(one, Named)
        else "nobody"
        if one is None
        else type(one).__name__
        for one in found
    }
    return {names[one]: shown(row) for one, row in found.items()}


class TestReferentRows:
    """referent_rows()."""

    @pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS)
    def test_rows(self, text: str, expected: Mapping[str, str]) -> None:
        """A row has every feature of a referent, and no other."""
        found = ask_at_last(text, _rows)

        assert {name: read_row(row) for name, row in expected.items()} == {name: found[name] for name in expected}
