"""What in a text rules out a candidate for a description."""

from __future__ import annotations

import pytest

from quotekit.names.roles import Role
from quotekit.speakers.descriptions.contradictions import contradictions, is_relation
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from tests.speakers.asking import ask_at_last, entity_called

#: Texts whose last source is a description, a name, and what shows that it is not of whoever has the name.
PEOPLE = {
    "nothing": ("Carl Dray, a farmer, left. {s The farmer} said {t so}.", "Carl Dray", ""),
    "this": ("Carl Dray, a farmer, left. {s This farmer} said {t so}.", "Carl Dray", ""),
    "an indefinite article": ("Carl Dray, a farmer, left. {s A farmer} said {t so}.", "Carl Dray", "introduced"),
    "another": ("Carl Dray, a farmer, left. {s The other farmer} said {t so}.", "Carl Dray", "introduced"),
    "only ahead": ("{s The farmer} said {t so}. Carl Dray left.", "Carl Dray", "only ahead; ahead without the noun"),
    "this one, only ahead": ("{s This farmer} said {t so}. Carl Dray, a farmer, left.", "Carl Dray", "only ahead"),
    "ahead with the noun": ("{s The farmer} said {t so}. Carl Dray, a farmer, left.", "Carl Dray", "only ahead"),
    "ahead with a modifier": ("{s The dairy farmer} said {t so}. Carl Dray, a farmer, left.", "Carl Dray", ""),
    "ahead with a general modifier": (
        "{s The veteran farmer} said {t so}. Carl Dray, a farmer, left.",
        "Carl Dray",
        "only ahead",
    ),
    "ahead without an article": ("{s Farmer} says {t so}. Carl Dray, a farmer, left.", "Carl Dray", ""),
    "gender": ("Ida Holm left. {s The fireman} said {t so}.", "Ida Holm", "gender"),
    "gender that agrees": ("Carl Dray left. {s The fireman} said {t so}.", "Carl Dray", ""),
    "party": (
        "Rep. Ida Holm (R-Ohio) left. {s The Democratic lawmaker} said {t so}.",
        "Ida Holm",
        "party; role; office of nobody",
    ),
    "role of another place": (
        "Ida Holm, the French president, left. {s The German president} said {t so}.",
        "Ida Holm",
        "role; office of nobody",
    ),
    "an epithet and an office": (
        "Mayor Ida Holm left. {s The billionaire} said {t so}.",
        "Ida Holm",
        "office",
    ),
    "an epithet without an office": ("Ida Holm, a baker, left. {s The billionaire} said {t so}.", "Ida Holm", ""),
    "a child": ("Ida Holm left. {s The 17-year-old} said {t so}.", "Ida Holm", "age"),
    "an adult": ("Ida Holm left. {s The 18-year-old} said {t so}.", "Ida Holm", ""),
    "another age": ("Ida Holm, 62, left. {s The 61-year-old} said {t so}.", "Ida Holm", "age"),
    "the same age": ("Ida Holm, 62, left. {s The 62-year-old} said {t so}.", "Ida Holm", ""),
    "one of two": (
        "Sen. Ida Holm met Sen. Bo Ash. {s The senator} said {t so}.",
        "Ida Holm",
        "one of several",
    ),
    "one of two, with a home": (
        "Sen. Ida Holm (R-Ohio) met Sen. Bo Ash (D-Utah). {s The Ohio senator} said {t so}.",
        "Ida Holm",
        "",
    ),
    "the only one nearby of two": (
        "Sen. Ida Holm left. It rained. It froze. It snowed. Sen. Bo Ash rose. {s The senator} said {t so}.",
        "Bo Ash",
        "",
    ),
    "the other one of two": (
        "Sen. Ida Holm left. {s The senator} said {t so}. Sen. Bo Ash rose.",
        "Ida Holm",
        "",
    ),
    "any member": (
        "Rep. Ida Holm (R) left. {s The Republican} said {t so}.",
        "Ida Holm",
        "any member",
    ),
    "a member with a home": ("Rep. Ida Holm (R-Ohio) left. {s The Ohio Republican} said {t so}.", "Ida Holm", ""),
    "gone": (
        "Ida Holm, the nominee, left. It rained. It froze. It snowed. {s The nominee} said {t so}.",
        "Ida Holm",
        "gone",
    ),
    "not gone": (
        "Ida Holm, the nominee, left. It rained. It froze. {s The nominee} said {t so}.",
        "Ida Holm",
        "",
    ),
    "another people": ("Ida Holm left. {s The Egyptian} said {t so}.", "Ida Holm", "another people"),
    "another people, woman": ("Ida Holm left. {s The Frenchwoman} said {t so}.", "Ida Holm", "another people"),
    "another people, man": ("Bo Ash left. {s The Welshman} said {t so}.", "Bo Ash", "another people"),
    "the same people": ("Ida Holm, an Egyptian, left. {s The Egyptian} said {t so}.", "Ida Holm", ""),
    "former office": (
        "Ida Holm left. {s The former mayor} said {t so}.",
        "Ida Holm",
        "office of nobody; another office",
    ),
    "former office of the topic": (
        "Ida Holm left. Holm sat. Holm rose. {s The former mayor} said {t so}.",
        "Ida Holm",
        "",
    ),
    "named twice only": (
        "Ida Holm left. Holm rose. {s The former mayor} said {t so}.",
        "Ida Holm",
        "office of nobody; another office",
    ),
    "former job": ("Ida Holm left. {s The former baker} said {t so}.", "Ida Holm", ""),
    "office of nobody": ("Ida Holm left. {s The mayor} said {t so}.", "Ida Holm", "office of nobody"),
    "office of nobody, topic": (
        "Ida Holm left. Holm sat. Holm rose. {s The mayor} said {t so}.",
        "Ida Holm",
        "office of nobody",
    ),
    "elected topic": ("Ida Holm left. Holm sat. Holm rose. {s The senator} said {t so}.", "Ida Holm", ""),
    "elected topic with an office": (
        "Mayor Ida Holm left. Holm sat. Holm rose. {s The senator} said {t so}.",
        "Ida Holm",
        "office of nobody",
    ),
    "relation": ("Ida Holm left. {s The lawyer} said {t so}.", "Ida Holm", "relation"),
    "relation that is hers": ("Ida Holm, a lawyer, left. {s The lawyer} said {t so}.", "Ida Holm", ""),
    "manager and candidate": (
        "Campaign manager Bo Ash left. {s The candidate} said {t so}.",
        "Bo Ash",
        "another office",
    ),
    "senator and candidate": ("Sen. Bo Ash left. {s The candidate} said {t so}.", "Bo Ash", ""),
    "mogul and candidate": ("Billionaire Bo Ash left. {s The candidate} said {t so}.", "Bo Ash", ""),
    "somebody and candidate": ("Bo Ash left. {s The candidate} said {t so}.", "Bo Ash", ""),
    "named inside": ("{s The voters behind Ida Holm} said {t so}.", "Ida Holm", "ahead without the noun; inside"),
    "her own lawyer": ("Ida Holm left. {s Her tailor} said {t so}.", "Ida Holm", "owner"),
    "subject above": (
        "Bo Ash left after {s the farmer} had said {t so}.",
        "Bo Ash",
        "subject above",
    ),
    "object above": ("They saw Bo Ash after {s the farmer} had said {t so}.", "Bo Ash", ""),
    "another one speaks around": (
        "Bo Ash rose. {s1 Ida Holm} said {t1 that {s2 the farmer} knew {t2 it}}.",
        "Bo Ash",
        "",
    ),
    "somebody speaks around": (
        "Bo Ash rose. {s1 Those} said {t1 that {s2 the farmer} knew {t2 it}}.",
        "Bo Ash",
        "",
    ),
    "speaks around": (
        "{s1 Bo Ash} said {t1 that {s2 the farmer} knew {t2 it}}.",
        "Bo Ash",
        "subject above; speaks around",
    ),
    "only in the content": (
        "{t Bo Ash, a farmer, left}, {s the farmer} said.",
        "Bo Ash",
        "only in the content",
    ),
    "also elsewhere": ("{t Bo Ash, a farmer, left}, {s the farmer} said. Ash rose.", "Bo Ash", ""),
    "introduced unnamed": (
        "Bo Ash, a farmer, left. A farmer came. {s The farmer} said {t so}.",
        "Bo Ash",
        "introduced unnamed",
    ),
    "of a place": (
        "Ida Holm rose. {s The head of Gull Corp.} said {t so}.",
        "Ida Holm",
        "office of nobody; of another",
    ),
    "of her place": (
        "Gull Corp.'s head, Ida Holm, rose. {s The head of Gull Corp.} said {t so}.",
        "Ida Holm",
        "",
    ),
    "of somebody's place": ("Ida Holm rose. {s The state's farmer} said {t so}.", "Ida Holm", "of another"),
    "of somebody's place, her role": (
        "Ida Holm, a farmer, rose. {s The state's farmer} said {t so}.",
        "Ida Holm",
        "",
    ),
}
THINGS = {
    "nothing": ("Reef Watch rose. {s The giant} said {t so}.", "Reef Watch", ""),
    "maker's words": ("Ida Holm rose. {s The dam report} said {t so}.", "Ida Holm", "other words"),
    "maker's words beside": ("Ida Holm spoke of the harbour. {s The harbour report} said {t so}.", "Ida Holm", ""),
    "no words": ("Ida Holm rose. {s The new report} said {t so}.", "Ida Holm", ""),
    "body in a name": (
        "Gull Corp. rose. {s A pro-Gull Corp. group} said {t so}.",
        "Gull Corp.",
        "introduced; inside; called otherwise",
    ),
    "magazine of that name": ("Gull Corp. rose. {s Gull Corp. magazine} said {t so}.", "Gull Corp.", ""),
    "the magazine of that name": ("Gull Corp. rose. {s The Gull Corp. magazine} said {t so}.", "Gull Corp.", ""),
    "a magazine of that name": (
        "Gull Corp. rose. {s A Gull Corp. magazine} said {t so}.",
        "Gull Corp.",
        "introduced; inside",
    ),
    "magazine of another name": (
        "Gull Corp. met the Reef Fund. {s The Gull Corp. magazine} said {t so}.",
        "Reef Fund",
        "owned; called otherwise",
    ),
    "ahead, with an indefinite article": ("{s A giant} said {t so}. Xinhua is big.", "Xinhua", "called otherwise"),
    "only ahead": ("{s The giant} said {t so}. Xinhua is big.", "Xinhua", "only ahead; called otherwise"),
    "place": ("Washington is big. {s The party} said {t so}.", "Washington", "place"),
    "maker's auditor": (
        "The Reef Council met Ida Holm. {s A Reef Council auditor's report} said {t so}.",
        "Reef Council",
        "inside",
    ),
    "auditor of another": (
        "The Reef Council met Ida Holm. {s A Reef Council auditor's report} said {t so}.",
        "Ida Holm",
        "other words",
    ),
    "called otherwise": ("Gull Corp. rose. {s The ministry} said {t so}.", "Gull Corp.", "called otherwise"),
    "somebody's": (
        "The Times wrote. {s The bank's team} said {t so}.",
        "The Times",
        "owned; called otherwise",
    ),
    "hers": (
        "Ida Holm met Gull Corp. {s Her firm} said {t so}.",
        "Gull Corp.",
        "owned; called otherwise",
    ),
}


def _found(query: Query, discourse: Discourse, name: str) -> list[str]:
    return list(contradictions(entity_called(name, discourse), query, discourse))


class TestContradictions:
    """contradictions()."""

    @pytest.mark.parametrize(("text", "name", "expected"), PEOPLE.values(), ids=PEOPLE)
    def test_people(self, text: str, name: str, expected: str) -> None:
        """What a text says of a person, and how it describes somebody, rule each other out or not."""
        found = ask_at_last(text, lambda query, discourse: _found(query, discourse, name))

        assert expected == "; ".join(found)

    @pytest.mark.parametrize(("text", "name", "expected"), THINGS.values(), ids=THINGS)
    def test_things(self, text: str, name: str, expected: str) -> None:
        """The same for organizations, and for the makers of documents."""
        found = ask_at_last(text, lambda query, discourse: _found(query, discourse, name))

        assert expected == "; ".join(found)


class TestIsRelation:
    """is_relation()."""

    @pytest.mark.parametrize(
        ("noun", "expected"), {"driver": True, "spokesman": True, "leader": False, "baker": False}.items()
    )
    def test_relation(self, noun: str, expected: bool) -> None:  # noqa: FBT001
        """A driver is somebody's, a baker is nobody's."""
        assert expected is is_relation(Role.of(noun))
