"""The features of the candidates for a description: whole rows for short texts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from quotekit.speakers.descriptions.features import agreement_of, description_rows
from quotekit.speakers.discourse import Discourse
from quotekit.speakers.query import Query
from tests.speakers.asking import ask_at_last, entity_called, read_row, shown

#: Texts, and the features of some candidates for the description that is the last source.
ROWS: dict[str, tuple[str, dict[str, str]]] = {
    "the mayor": (
        "Mayor Ida Holm met Bo Ash in Oslo. {s The mayor} said {t so}.",
        {
            "Ida Holm": (
                "sentences back: 1; sentences back = 0.69; share of mentions; named most; focus = 3.83; focus, lead ="
                " 1.32; focus, first; focus, first: office; rivals = 1.1; role"
            ),
            "Bo Ash": (
                "sentences back: 1; sentences back = 0.69; share of mentions; named most; focus = 2.51; focus, lead ="
                " -1.32; rivals = 1.1; noun beside"
            ),
            "nobody": ("nobody; nobody, article: the; nobody, class: office; nobody, noun before; nobody, holders: 1"),
        },
    ),
    "the former senator": (
        (
            "Former Sen. Carl Dray (R-Ohio) left. It rained. Gov. Ida Holm, a Democrat, rose. Holm spoke."
            " {s The former Ohio senator} said {t that Dray was late}."
        ),
        {
            "Carl Dray": (
                "sentences back = 1.61; in own words; share of mentions; named most; focus = 0.8; focus, lead = -3; "
                "noun beside; modifiers beside; role; role, shared words = 2; party or home"
            ),
            "Ida Holm": (
                "sentences back: 1; sentences back = 0.69; share of mentions; named most; focus = 4.09; focus, lead ="
                " 3; focus, first; focus, first: elected; another office"
            ),
            "nobody": (
                "nobody; nobody, article: the; nobody, owner; nobody, words = 1.1; nobody, class: elected; nobody, "
                "holders: 1"
            ),
        },
    ),
    "only ahead": (
        ("{s An Oslo painter} said {t so}. Dale Pike, a painter, left. It rained. Ida Holm, a painter, left."),
        {
            "Dale Pike": (
                "only ahead; only ahead, next; only ahead, article: an; share of mentions; named most; noun beside; "
                "role contradicted"
            ),
            "Ida Holm": (
                "only ahead; only ahead, article: an; share of mentions; named most; noun beside; role contradicted"
            ),
            "nobody": (
                "nobody; nobody, article: an; nobody, owner; nobody, words = 0.69; nobody, class: occupation; nobody,"
                " holders: 2"
            ),
        },
    ),
    "a company": (
        ("Gull Corp. sued Reef Watch. {s1 Gull Corp.} said {t1 so}. {s2 The dredging company} said {t2 more}."),
        {
            "Gull Corp.": (
                "sentences back: 1; sentences back = 0.69; share of mentions; named most; spoke last; focus = 4.09; "
                "focus, lead = 3; focus, first; focus, first: organization; rivals = 0.69; called so"
            ),
            "Reef Watch": (
                "sentences back: 2; sentences back = 1.1; share of mentions = 0.5; focus, lead = -3; rivals = 0.69"
            ),
            "nobody": (
                "nobody; nobody, article: the; nobody, words = 0.69; nobody, class: organization; nobody, holders: 0"
            ),
        },
    ),
    "a report": (
        "Ida Holm and Reef University studied the harbour. {s Their harbour report} said {t so}.",
        {
            "Ida Holm": (
                "sentences back: 1; sentences back = 0.69; share of mentions; named most; focus, lead = -2.51; rivals"
                " = 0.69; modifiers beside"
            ),
            "Reef University": (
                "sentences back: 1; sentences back = 0.69; share of mentions; named most; focus = 2.51; focus, lead ="
                " 2.51; focus, first; focus, first: document; rivals = 0.69; modifiers beside"
            ),
            "nobody": (
                "nobody; nobody, article: none; nobody, whose; nobody, words = 0.69; nobody, class: document; nobody,"
                " holders: 0"
            ),
        },
    ),
    "a woman, far back": (
        (
            "Ida Holm left. It rained. It froze. It snowed. {s1 A woman} said {t1 no}. Bo Ash rose. {s2 "
            "The 30-year-old woman} said {t2 so}."
        ),
        {
            "Ida Holm": (
                "sentences back = 1.79; share of mentions; named most; focus = 0.31; focus, lead = -3; gender agrees"
            ),
            "Bo Ash": (
                "sentences back: 1; sentences back = 0.69; share of mentions; named most; focus = 2.94; focus, lead ="
                " -0.88"
            ),
            "nobody": (
                "nobody; nobody, article: the; nobody, words = 0.69; nobody, class: anybody; nobody, described "
                "before; nobody, spoke last; nobody, noun before; nobody, holders: 0"
            ),
        },
    ),
    "a plural": (
        (
            "Mayor Ida Holm met mayor Bo Ash and mayor Dale Pike. The painters rose. {s Gull Corp.'s "
            "painters} said {t so}. Gull Corp. rose."
        ),
        {
            "Ida Holm": ("sentences back: 2; sentences back = 1.1; share of mentions = 0.5; rivals = 1.1"),
            "Gull Corp.": (
                "only ahead; only ahead, next; only ahead, article: none; share of mentions; named most; rivals = "
                "1.1; noun beside; modifiers beside; owner"
            ),
            "nobody": (
                "nobody; nobody, article: none; nobody, owner; nobody, words = 1.1; nobody, class: group; nobody, "
                "plural; nobody, noun before; nobody, holders: 0"
            ),
        },
    ),
    "her brother": (
        "Ida Holm rose. {s The brother of Dale Pike} said {t so}.",
        {
            "Ida Holm": ("sentences back: 1; sentences back = 0.69; share of mentions; named most; gender differs"),
            "Dale Pike": (
                "only ahead; only ahead, next; only ahead, article: the; share of mentions; named most; noun beside"
            ),
            "nobody": ("nobody; nobody, article: the; nobody, of; nobody, class: kin; nobody, holders: 0"),
        },
    ),
}
#: Descriptions, and the classes of their nouns.
CLASSES = {
    "The 81-year-old": "age",
    "The Republican": "party",
    "The senator": "elected",
    "The rival": "anybody",
    "The niece": "kin",
    "The insider": "vague",
    "The billionaire": "restated",
    "The Egyptian": "restated",
    "The former Marine": "restated",
    "The minister": "office",
    "The employer": "standing",
    "The former painter": "restated",
    "The painter": "occupation",
    "The bank": "organization",
    "The inquiry": "document",
}
#: Texts, a name, and how far the words around it agree with the description.
AGREEMENT = {
    "noun in the name": (
        "Reef Council met. {s The council} said {t so}.",
        "Reef Council",
        "noun beside; noun in name; called so",
    ),
    "former": (
        "Mayor Ida Holm left. {s The former mayor} said {t so}.",
        "Ida Holm",
        "role contradicted; another office",
    ),
    "no longer": (
        "Former mayor Ida Holm left. {s The mayor} said {t so}.",
        "Ida Holm",
        "role; role, former differs",
    ),
    "half of the words": (
        "Ida Holm likes whales. {s The whale harbour painter} said {t so}.",
        "Ida Holm",
        "modifiers beside = 0.5",
    ),
    "her lawyer": ("Ida Holm rose. {s Her lawyer} said {t so}.", "Ida Holm", "owner"),
    "a general word": ("Ida Holm rose. {s The new painter} said {t so}.", "Ida Holm", ""),
}


def _rows(query: Query, discourse: Discourse) -> Mapping[str, Mapping[str, float]]:
    """Return the rows by name; "nobody" for none of the candidates."""
    names = [entity.name for entity in discourse.entities]
    rows = description_rows(query, range(len(names)), discourse)
    return {name: shown(row) for name, row in zip([*names, "nobody"], rows, strict=True)}


def _agreement(query: Query, discourse: Discourse, name: str) -> Mapping[str, float]:
    [row] = agreement_of(query, [entity_called(name, discourse)], discourse)
    return shown(row)


class TestDescriptionRows:
    """description_rows()."""

    @pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS)
    def test_rows(self, text: str, expected: Mapping[str, str]) -> None:
        """A row has every feature of a candidate, and no other."""
        found = ask_at_last(text, _rows)

        assert {name: read_row(row) for name, row in expected.items()} == {name: found[name] for name in expected}

    @pytest.mark.parametrize(("description", "expected"), CLASSES.items(), ids=CLASSES)
    def test_class(self, description: str, expected: str) -> None:
        """The head noun is of one class."""
        found = ask_at_last(f"Ida Holm left. {{s {description}}} said {{t so}}.", _rows)

        assert [f"nobody, class: {expected}"] == [name for name in found["nobody"] if "class" in name]


class TestAgreementOf:
    """agreement_of()."""

    @pytest.mark.parametrize(("text", "name", "expected"), AGREEMENT.values(), ids=AGREEMENT)
    def test_agreement(self, text: str, name: str, expected: str) -> None:
        """The words in and around a name, and the roles of who has it, agree with a description or differ from it."""
        found = ask_at_last(text, lambda query, discourse: _agreement(query, discourse, name))

        assert read_row(expected) == found
