"""Drafts in which nothing is said."""

from __future__ import annotations

import pytest

from quotekit.attributions.non_statements import drop_non_statements, drop_quoted_authors
from tests.helpers import drafts_of, ruled
from tests.markup import parse

DROPPED = {
    "nothing": "{s Holm} {c said} {t nothing}.",
    "little": "{s Holm} {c said} {t very little}.",
    "not a word": "{s Holm} {c said} {t not a single word about the dam}.",
    "nothing else": "{s Holm} {c said} {t almost nothing else of substance}.",
    "reported to the police": "{t The fire} {c was reported} to the police.",
    "reported to somebody": "{t The fire} {c has been reported} to officers.",
    "reported, with the preposition": "{t The fire} {c was reported to} the police.",
    "reported promptly": "{t The fire} {c was quickly reported} promptly to the owner.",
    "neither cue nor source": "{t He called it a “farce” again}.",
    "a term": "{t “Salix”} {c was described} in 1992.",
    "a longer term": "{t “Salix alba minor”} {c was newly described} in 1992.",
    "a word's meaning": "{s The word “ayah”} {c means} {t a sign}.",
    "what a name refers to": "{s The name “Reef”} {c refers} to {t the old harbour}.",
    "an appointment": "{s The board} {c named} {t Ida Holm}.",
    "a post": "{s Voters} {c elected} {t Mayor Carl Dray}.",
    "a comparison": "{s She} {c compared} {t the dam and the weir}.",
    "an effect": "{t A move} that {c infuriated} {s executives}.",
}
KEPT = {
    "something": "{s Holm} {c said} {t so}.",
    "nothing happened": "{s Holm} {c said} {t nothing happened}.",
    "nothing, thought": "{s Holm} {c wants} {t nothing}.",
    "nothing, without a cue": "{s Holm}: {t nothing}.",
    "nothing, in two pieces": "{t Nothing}, {s Holm} {c said}, {t nothing}.",
    "reported": "{s Kyodo} {c reported} {t a fire} to the police.",
    "reported to be": "{t The fire} {c was reported} to be out.",
    "reported to do": "{t The owner} {c was reported} to leave.",
    "reported by": "{t The fire} {c was reported} to the police by {s Holm}, {t who saw it}.",
    "reported by a source before": "{s Holm}, by whom {t the fire} {c was reported} to the police, left.",
    "told to the police": "{t The tale} {c was told} to the police.",
    "reported, without to": "{t The fire} {c was reported} on Monday.",
    "neither, but quoted": "{t “It is a farce.”}",
    "neither, quoted first": "{t “It is a farce,” he shouted}.",
    "neither, without marks": "{t It is a farce}.",
    "a source alone": "{s Holm}: {t it is a “farce” again}.",
    "a term said by somebody": "{t “Salix”} {c was described} by {s Holm}.",
    "four words": "{t “Salix alba minor rubra”} {c was described} in 1992.",
    "a sentence": "{t “It rained.”} {c was said}.",
    "described as": "{t “Salix”} {c was described} as rare.",
    "described as, in the cue": "{t “Salix”} {c was described as} it.",
    "said in a": "{t “Salix”} {c was written} in a letter.",
    "the term behind": "It {c was described}: {t “Salix”}.",
    "an active verb": "{t “Salix”} {c rose}.",
    "part of a quotation": "“{t Salix} alba” {c was described} in 1992.",
    "what somebody means": "{s Holm} {c means} {t a sign}.",
    "what somebody quoted says": "{s The word “ayah”} {c says} {t a sign}.",
    "a name in a clause": "{s The board} {c named} {t Ida Holm as one of the three}.",
    "a title": "{s The board} {c named} {t “Deep Water”}.",
    "named, passive": "{s The board} {c was named} {t Ida Holm}.",
    "named before": "{t Ida Holm}, {s the board} {c named}.",
    "small letters": "{s The board} {c named} {t a reason}.",
    "a noun": "{s The board} {c a pick}: {t Ida Holm}.",
    "another verb": "{s The board} {c praised} {t Ida Holm}.",
    "compared with": "{s She} {c compared} {t the dam and the weir with a wall}.",
    "compared, alone": "{s She} {c compared} {t the dam}.",
    "an effect before": "{s Executives} {c feared} {t a move}.",
    "a saying": "{t A move} that {c explained} {s executives}.",
    "an effect now": "{t A move} that {c infuriates} {s executives}.",
    "two words": "{t A move} that {c has infuriated} {s executives}.",
}
AUTHORS_DROPPED = {
    "a poet": "{t It is late}, {s Holm} {c said}, {c2 quoting} {t2 the poet Edith Marr}.",
    "a name": "{t It is late}, {s Holm} {c said}, {c2 paraphrasing} {t2 Edith Marr}.",
}
AUTHORS_KEPT = {
    "a statement": "{t It is late}, {s Holm} {c said}, {c2 quoting} {t2 Edith Marr as saying so}.",
    "quoted": "{t It is late}, {s Holm} {c said} and {c2 quoted} {t2 the poet Edith Marr}.",
    "adding": "{t It is late}, {s Holm} {c said}, {c2 adding} {t2 the poet Edith Marr}.",
    "a thing": "{t It is late}, {s Holm} {c said}, {c2 quoting} {t2 a price}.",
    "with a quotation": "{t It is late}, {s Holm} {c said}, {c2 quoting} {t2 Edith “Eddy” Marr}.",
    "before a quotation": "{t It is late}, {s Holm} {c said}, {c2 quoting} {t2 Edith Marr}: “No.”",
    "an outlet": "{t It is late}, {s Kyodo} {c said}, {c2 quoting} {t2 Edith Marr}.",
}


def _with_second_source(markup: str) -> str:
    """Return a text whose second draft has the source of the first."""
    return (
        markup.replace("{s Holm}", "{s {s2 Holm}}").replace("{s Kyodo}", "{s {s2 Kyodo}}")
        if "{c2" in markup
        else markup
    )


class TestDropNonStatements:
    """drop_non_statements()."""

    @pytest.mark.parametrize("markup", DROPPED.values(), ids=DROPPED)
    def test_dropped(self, markup: str) -> None:
        """Where nothing is said, there is no draft."""
        assert [] == ruled(drop_non_statements, markup)

    @pytest.mark.parametrize("markup", KEPT.values(), ids=KEPT)
    def test_kept(self, markup: str) -> None:
        """Where something is said, the draft stays as it is."""
        assert drafts_of(parse(markup)) == ruled(drop_non_statements, markup)


class TestDropQuotedAuthors:
    """drop_quoted_authors()."""

    @pytest.mark.parametrize("markup", AUTHORS_DROPPED.values(), ids=AUTHORS_DROPPED)
    def test_dropped(self, markup: str) -> None:
        """Whoever is quoted is not what is said."""
        markup = _with_second_source(markup)

        assert drafts_of(parse(markup))[:1] == ruled(drop_quoted_authors, markup)

    @pytest.mark.parametrize("markup", AUTHORS_KEPT.values(), ids=AUTHORS_KEPT)
    def test_kept(self, markup: str) -> None:
        """Other drafts stay as they are."""
        markup = _with_second_source(markup)

        assert drafts_of(parse(markup)) == ruled(drop_quoted_authors, markup)
