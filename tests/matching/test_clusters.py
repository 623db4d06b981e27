"""cluster(): one utterance in many articles; precision and recall on labelled pairs."""

from __future__ import annotations

import random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.errors import RecordError
from quotekit.matching import Printed, Statement, Version, Wording, cluster
from quotekit.matching.clusters import group
from quotekit.matching.likeness import Reader, are_same
from quotekit.records import Article, Attribution, Dateline, Kind, Spans, Speaker, SpeakerKind
from tests.matching.events import read_events, score_statements
from tests.matching.labelled import read_labelled, score_groups
from tests.strategies import articles, texts

WHOLE = "The dam is old, but it will hold until the spring, and nobody needs to leave the valley."


def article(key: str, quotation: str, speaker: str | None = None, **meta: str) -> Article:
    """Return an article that prints one quotation."""
    text = f"“{quotation}” it said."
    quoted = Spans.of(text, [(1, 1 + len(quotation))])
    no = Spans()
    who = Speaker("s1", speaker, SpeakerKind.PERSON) if speaker else None
    said = Attribution("a1", Kind.DIRECT, quoted, quoted, no, None, no, who, None, (), False, None, 1.0)  # noqa: FBT003
    return Article(key, text, (said,), (who,) if who else (), meta=meta)


class TestLabelled:
    """Precision and recall on statements invented for this."""

    @pytest.mark.parametrize(("name", "pairs"), [("statements.txt", 300), ("held_statements.txt", 102)])
    def test_pairs(self, name: str, pairs: int) -> None:
        """Of pairs of versions of one statement, and of it and another one, enough are told apart."""
        said, reader = read_labelled(name), Reader()
        groups = [said[at : at + 4] for at in range(0, len(said), 4)]
        found = [
            (are_same(reader.read(a.text), reader.read(b.text)), a.utterance == b.utterance)
            for some in groups
            for a, b in ((some[i], some[j]) for i in range(4) for j in range(i + 1, 4))
        ]
        right = sum(same and is_same for same, is_same in found)

        assert pairs == len(found)
        assert right / sum(same for same, _ in found) >= 0.95
        assert right / sum(is_same for _, is_same in found) >= 0.85

    @pytest.mark.parametrize("name", ["statements.txt", "held_statements.txt"])
    def test_groups(self, name: str) -> None:
        """The same holds if all statements are grouped together."""
        scores = score_groups(read_labelled(name))

        assert scores.precision >= 0.95
        assert scores.recall >= 0.85


class TestEvents:
    """Events, each told by three outlets."""

    def test_events(self) -> None:
        """Quotations that the model finds are grouped rightly, though speakers say similar things on one subject."""
        told = list(read_events())
        scores = score_statements(told, cluster(article for article, _ in told))

        assert 45 == len(told)
        assert scores.precision >= 0.95
        assert scores.recall >= 0.85


class TestCluster:
    """cluster()."""

    def test_statement(self) -> None:
        """A statement has its versions by date, how each is worded, and what it leaves out."""
        whole = article("1", WHOLE, "Nora Lind", outlet="Reef Times", date="2024-05-04")
        trimmed = article("2", "it will hold until the spring", "Lind", outlet="Post", date="2024-05-03")
        other = article("3", "We have no water in the upper town since Monday.", "Tom Brandt")
        (statement,) = cluster([whole, other, trimmed], min_outlets=2)

        assert ("u1", "Nora Lind", ("Post", "Reef Times")) == (statement.id, statement.speaker, statement.outlets)
        assert [("Post", Wording.TRIMMED), ("Reef Times", Wording.IDENTICAL)] == [
            (version.printed.outlet, version.wording) for version in statement.versions
        ]
        assert ["Post"] == [version.printed.outlet for version in statement.first]
        assert WHOLE == statement.fullest.printed.text

    def test_all(self) -> None:
        """By default every statement is given, in the order of the articles."""
        some = [article("1", WHOLE), article("2", "We have no water in the upper town since Monday.")]

        assert ["u1", "u2"] == [statement.id for statement in cluster(some)]

    @pytest.mark.parametrize(
        ("names", "expected"),
        [
            (["Nora Lind", "Lind"], "Nora Lind"),
            (["Nora Lind", None], "Nora Lind"),
            ([None, None], None),
            (["Nora Lind", "Tom Brandt"], None),
        ],
        ids=str,
    )
    def test_speaker(self, names: list[str | None], expected: str | None) -> None:
        """Speakers are one only if their names can be one person's; the statement is one all the same."""
        (statement,) = cluster([article(str(at), WHOLE, name) for at, name in enumerate(names)])

        assert expected == statement.speaker

    def test_kinds(self) -> None:
        """A person is not the organization, or the group, of a similar name."""
        lind, bank = article("1", WHOLE, "Lind"), article("2", WHOLE, "Lind Bank")
        speaker = attrs.evolve(bank.speakers[0], kind=SpeakerKind.ORGANIZATION)
        bank = attrs.evolve(
            bank, speakers=(speaker,), attributions=(attrs.evolve(bank.attributions[0], speaker=speaker),)
        )
        (statement,) = cluster([lind, bank])

        assert (None, ("Lind", "Lind Bank")) == (statement.speaker, statement.speakers)

    def test_other_speakers(self) -> None:
        """What many people say is not one utterance if people with other names say it."""
        some = [
            article("1", "We are shocked and saddened.", "Nora Lind"),
            article("2", "We are shocked and saddened today.", "Ida Berg"),
        ]

        assert 2 == len(list(cluster(some)))

    @pytest.mark.parametrize(
        ("said", "other"),
        [
            (
                "I have lost thirty ewes since June and the ministry has sent me a leaflet.",
                "I have lost nine ewes since June and the ministry has sent me a leaflet.",
            ),
            (
                "Bridges are built by masons and forgotten by kings.",
                "Bridges are built by masons and forgotten by the kings.",
            ),
        ],
        ids=["number", "proverb"],
    )
    def test_other_speakers_of_much(self, said: str, other: str) -> None:
        """Nor is it if a number differs, or if it is a proverb; the same speaker says it once."""
        for names, number in ((("Nora Lind", "Ida Berg"), 2), (("Nora Lind", "Lind"), 1)):
            assert number == len(list(cluster([article("1", said, names[0]), article("2", other, names[1])])))

    def test_plural(self) -> None:
        """The singular and the plural of a word are one stem."""
        said = ["Every glass on the shelf came down at once.", "All the glasses on the shelves came down at once."]

        assert 1 == len(list(cluster(article(str(at), text, "Dev Anand") for at, text in enumerate(said))))

    def test_short(self) -> None:
        """A short quotation is one utterance if its speaker can be one person, and not by its words alone."""
        names = ["Nora Lind", "Lind", "Tom Brandt", None, None]
        statements = cluster(article(str(at), "a scandal", name) for at, name in enumerate(names))

        assert [("Nora Lind", "Lind"), ("Tom Brandt",), (), ()] == [statement.speakers for statement in statements]

    def test_numbers(self) -> None:
        """A figure that differs is among the differences."""
        (statement,) = cluster(
            [
                article("1", WHOLE.replace("is old", "is 40 years old")),
                article("2", WHOLE.replace("is old", "is 50 years old")),
            ]
        )
        (version,) = [v for v in statement.versions if v.difference]

        assert Wording.REWORDED is version.wording
        assert [("50", "40")] == [
            (e.quotation and e.quotation.text, e.source and e.source.text) for e in version.difference.changes
        ]

    @pytest.mark.parametrize(
        ("dates", "first"),
        [
            (["2024-05-03", "2024-05-04"], ["0"]),
            (["2024-05-03", "2024-05-03T08:00"], ["0", "1"]),
            (["2024-05-03T10:00+02:00", "2024-05-03T09:00Z"], ["0"]),
            (["2024-05-03T10:00", None], ["0"]),
            ([None, None], []),
            (["yesterday", "2024-05-03 or so"], ["1"]),
        ],
        ids=str,
    )
    def test_first(self, dates: list[str | None], first: list[str]) -> None:
        """The first is the earliest by date or time; a date without a time may be any time of its day."""
        some = [article(str(at), WHOLE, **({"date": date} if date else {})) for at, date in enumerate(dates)]
        (statement,) = cluster(some)

        assert first == [version.printed.article for version in statement.first]

    def test_dateline(self) -> None:
        """Without a date in the metadata, that of the dateline counts."""
        one = attrs.evolve(article("1", WHOLE), dateline=Dateline("2024-05-01", None, 0, 1))
        (statement,) = cluster([one, article("2", WHOLE, date="2024-05-02")])

        assert ["1"] == [version.printed.article for version in statement.first]

    def test_no_fullest(self) -> None:
        """A statement needs one fullest version."""
        printed = Printed("1", "a1", "So.", ((0, 3),))
        with pytest.raises(RecordError):
            Statement("u1", (Version(printed, Wording.IDENTICAL), Version(printed, Wording.IDENTICAL)))

    @given(st.lists(articles(), max_size=4))
    def test_any(self, some: list[Article]) -> None:
        """No article is an error, and each quotation is in one statement."""
        statements = list(cluster(some))
        count = sum(
            (1 if a.quoted else 0) if a.kind is Kind.DIRECT else len(a.quoted) for one in some for a in one.attributions
        )

        assert count == sum(len(statement.versions) for statement in statements)


class TestGroup:
    """group()."""

    def test_order(self) -> None:
        """The order of the quotations changes little: versions stay together."""
        said = read_labelled("statements.txt")
        random.Random(5).shuffle(said)

        assert score_groups(said).precision >= 0.95

    @given(st.lists(texts(), max_size=8))
    def test_twice(self, some: list[str]) -> None:
        """The same text by the same speaker is in the same group."""
        prints = [Printed(str(at), "a1", text, ((0, 1),), "Nora Lind") for at, text in enumerate([*some, *some])]
        of = {member: number for number, members in enumerate(group(prints)) for member in members}

        assert all(of[at] == of[at + len(some)] for at in range(len(some)))

    def test_steps(self) -> None:
        """Many quotations with the same words, no two of them one utterance, give few pairs to compare."""
        import numpy as np

        from quotekit.matching.candidates import find_candidates

        same = np.array([[1, 2, 3, 10 + at] for at in range(2000)], np.int32)

        assert len(list(find_candidates(same.ravel(), np.full(2000, 4)))) <= 2000 * 12 * 5
