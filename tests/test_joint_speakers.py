"""Several who speak together: their records, and what is written and read of them."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from quotekit.errors import RecordError
from quotekit.exporters.arrow import from_batches, to_table
from quotekit.exporters.brat import from_brat, to_brat
from quotekit.exporters.csv import write_csv
from quotekit.exporters.grouping import about, by_speaker, who
from quotekit.exporters.pandas import to_frame
from quotekit.exporters.webannotation import from_web_annotations, to_web_annotations
from quotekit.records import Article, Attribution, Kind, Spans, Speaker, SpeakerKind
from quotekit.records.counts import count_all
from quotekit.records.relocate import relocate
from quotekit.report import summarize

TEXT = "Mayor Ida Holm and Carl Dray said it rained. Both added that it froze. Dray said it thawed."

HOLM = Speaker("s1", "Ida Holm", SpeakerKind.PERSON, ("Mayor",), Spans.of(TEXT, [(0, 14)]))
DRAY = Speaker("s2", "Carl Dray", SpeakerKind.PERSON, (), Spans.of(TEXT, [(19, 28), (71, 75)]))
JOINT = Speaker("s3", "Ida Holm; Carl Dray", SpeakerKind.PERSON, (), Spans.of(TEXT, [(0, 28), (45, 49)]), (HOLM, DRAY))


def said(number: int, content: tuple[int, int], source: tuple[int, int], speaker: Speaker | None) -> Attribution:
    """Return an attribution."""
    return Attribution(
        id=f"a{number}",
        kind=Kind.INDIRECT,
        content=Spans.of(TEXT, [content]),
        quoted=Spans(),
        cue=Spans(),
        cue_lemma=None,
        source=Spans.of(TEXT, [source]),
        speaker=speaker,
        addressee=None,
        via=(),
        negated=False,
        parent=None,
        confidence=0.5,
    )


ARTICLE = Article(
    id="rain",
    text=TEXT,
    attributions=(
        said(1, (34, 43), (0, 28), JOINT),
        said(2, (61, 69), (45, 49), JOINT),
        said(3, (81, 90), (71, 75), DRAY),
    ),
    speakers=(HOLM, DRAY, JOINT),
)


class TestSpeakers:
    """Attribution.speakers and Speaker.members."""

    @pytest.mark.parametrize(
        ("speaker", "expected"),
        [
            pytest.param(JOINT, (HOLM, DRAY), id="joint"),
            pytest.param(DRAY, (DRAY,), id="single"),
            pytest.param(None, (), id="unresolved"),
        ],
    )
    def test_all(self, speaker: Speaker | None, expected: tuple[Speaker, ...]) -> None:
        """All who speak are single speakers, and they follow the speaker when it is replaced."""
        assert expected == attrs.evolve(ARTICLE.attributions[0], speaker=speaker).speakers

    @pytest.mark.parametrize(
        ("members", "where", "problem"),
        [
            pytest.param(
                (HOLM,), "members", "a joint speaker must have several members, got only one", id="one member"
            ),
            pytest.param(
                (HOLM, JOINT),
                "members[1]",
                "it must be a single speaker, got the joint speaker 's3' (str)",
                id="joint member",
            ),
        ],
    )
    def test_invalid(self, members: tuple[Speaker, ...], where: str, problem: str) -> None:
        """A joint speaker has several single members."""
        with pytest.raises(RecordError) as caught:
            Speaker("s4", None, SpeakerKind.GROUP, members=members)

        assert RecordError(where, problem) == caught.value


class TestPlain:
    """to_dict() and from_dict()."""

    def test_ids(self) -> None:
        """Speakers of attributions and members are written as ids."""
        plain = ARTICLE.to_dict()

        assert [("s3", ["s1", "s2"]), ("s3", ["s1", "s2"]), ("s2", ["s2"])] == [
            (a["speaker"], a["speakers"]) for a in plain["attributions"]
        ]
        assert [[], [], ["s1", "s2"]] == [speaker["members"] for speaker in plain["speakers"]]
        assert Article.from_dict(plain) == ARTICLE

    def test_earlier_version(self) -> None:
        """Data without the fields are read: each attribution has one speaker."""
        plain = ARTICLE.to_dict()
        for part in plain["attributions"]:
            del part["speakers"]
        for part in plain["speakers"]:
            del part["members"]

        alone = attrs.evolve(JOINT, members=())
        read = Article.from_dict(plain)

        assert (HOLM, DRAY, alone) == read.speakers
        assert [(alone,), (alone,), (DRAY,)] == [a.speakers for a in read.attributions]

    @pytest.mark.parametrize(
        ("change", "where", "problem"),
        [
            pytest.param(
                lambda plain: plain["speakers"][2].update(members=["s1", "s9"]),
                "speakers[2].members[1]",
                "it must be the id of one of the single speakers, got 's9' (str)",
                id="unknown member",
            ),
            pytest.param(
                lambda plain: plain["speakers"][2].update(members=["s1", "s3"]),
                "speakers[2].members[1]",
                "it must be the id of one of the single speakers, got 's3' (str)",
                id="its own member",
            ),
            pytest.param(
                lambda plain: plain["speakers"][2].update(members=["s1"]),
                "speakers[2].members",
                "a joint speaker must have several members, got only one",
                id="one member",
            ),
        ],
    )
    def test_inconsistent(self, change: Callable[[dict[str, Any]], None], where: str, problem: str) -> None:
        """Members that do not fit are an error that says where."""
        plain = copy.deepcopy(ARTICLE.to_dict())
        change(plain)

        with pytest.raises(RecordError) as caught:
            Article.from_dict(plain)

        assert RecordError(where, problem) == caught.value


class TestFormats:
    """Formats that are read back, tables, and what people are shown."""

    def test_round_trips(self) -> None:
        """Arrow, brat and web annotations keep the members."""
        assert [ARTICLE] == list(from_batches(to_table([ARTICLE]).to_batches()))
        assert from_brat(*to_brat(ARTICLE), id="rain") == ARTICLE
        assert from_web_annotations(to_web_annotations(ARTICLE)) == ARTICLE

    def test_deleted_member(self) -> None:
        """In brat, a joint speaker whose member has lost all annotations is a single one."""
        text, annotations = to_brat(ARTICLE)
        kept = [line for line in annotations.splitlines(keepends=True) if "Speaker:s1\t" not in line]

        read = from_brat(text, "".join(kept))

        assert [("s2", ()), ("s3", ())] == [(speaker.id, speaker.members) for speaker in read.speakers]

    def test_agent(self) -> None:
        """A joint speaker is a group of agents."""
        items = to_web_annotations(ARTICLE)["first"]["items"]
        holm, dray, joint = (item["body"] for item in items if item["quotekit:role"] == "speaker")

        assert ("foaf:Group", [holm["id"], dray["id"]]) == (joint["type"], joint["quotekit:members"])

    def test_tables(self) -> None:
        """A row has the joint speaker, and the names, ids and titles of all."""
        stream = io.StringIO()
        write_csv([ARTICLE], stream)
        frame = to_frame([ARTICLE])

        assert '"Ida Holm; Carl Dray","s3","person","Mayor","Ida Holm; Carl Dray","s1; s2"' in stream.getvalue()
        assert [("Ida Holm", "Carl Dray"), ("Ida Holm", "Carl Dray"), ("Carl Dray",)] == list(frame.speakers)
        assert {"Carl Dray": 3, "Ida Holm": 2} == frame.explode("speakers").speakers.value_counts().to_dict()

    def test_for_people(self) -> None:
        """What they say together is a group of its own, under both names; only people are counted."""
        together, alone = by_speaker(ARTICLE.attributions)

        assert ("Ida Holm and Carl Dray", ("2 speakers",)) == (who(together[0]), about(together[0]))
        assert ("Carl Dray", ("person",)) == (who(alone[0]), about(alone[0]))
        assert count_all(ARTICLE.attributions) == "3 attributions, 2 speakers"

    def test_report(self) -> None:
        """A report counts a statement for each of its speakers, and once in all."""
        overview = summarize([ARTICLE])

        assert 3 == overview.total.attributions
        assert [("Carl Dray", "person", 3), ("Ida Holm", "person", 2)] == [
            (row.name, row.kind, row.counts.attributions) for row in overview.speakers
        ]

    def test_relocate(self) -> None:
        """Members move with the text."""
        moved = relocate(ARTICLE, f"> {TEXT}", lambda start, end: (start + 2, end + 2))

        assert moved.speakers[:2] == moved.speakers[2].members == moved.attributions[0].speakers
        assert [2, 21] == [speaker.mentions.start for speaker in moved.speakers[:2]]
