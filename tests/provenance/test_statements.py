"""Statements: attributions with their speakers and places."""

from __future__ import annotations

from quotekit.provenance.statements import Statement, locate_statements
from quotekit.records import SpeakerKind
from quotekit.text import TextIndex
from tests.helpers import parse_marked, resolved_drafts


def statements(marked: str) -> tuple[Statement, ...]:
    """The statements of a marked text."""
    text, attributions = parse_marked(marked)
    return locate_statements(TextIndex(text), resolved_drafts(attributions))


class TestLocateStatements:
    """locate_statements()."""

    def test_place(self) -> None:
        """A statement stands where its cue does."""
        found = statements("{s1 Holm} {c1 said} {t1 yes}. It rained.\n\n{t2 Yes}, {s2 Dray} {c2 wrote}.")

        assert [(0, 0, 0), (1, 2, 1)] == [(one.number, one.sentence, one.paragraph) for one in found]

    def test_nested(self) -> None:
        """A statement inside another's content has that as its parent."""
        outer, inner = statements("{s1 Holm} {c1 said} {t1 {s2 Dray} {c2 knew} {t2 it}}.")

        assert (None, False, 0, True) == (outer.parent, outer.is_nested, inner.parent, inner.is_nested)


class TestStatement:
    """Statement."""

    def test_bounds(self) -> None:
        """Its bounds are those of its content, cue and source together."""
        [found] = statements("Then: {t it is late}, {s Holm} {c said}, {t and dark}.")

        assert (6, 37) == (found.start, found.end)

    def test_marker(self) -> None:
        """Without a cue its source marks it, and without both its content."""
        cued, sourced, bare = statements("{s1 Holm} {c1 said} {t1 no}. {s2 Dray}. {t2 Yes}. {t3 So.}")

        assert ["said", "Dray", "So."] == [one.marker.text for one in (cued, sourced, bare)]

    def test_speaker(self) -> None:
        """Its speaker is told apart by the id, or by the source's words."""
        [found] = statements("{s Holm} {c said} {t no}.")

        assert ("Holm", True, False) == (
            found.speaker_key,
            found.is_spoken_by(SpeakerKind.GROUP, SpeakerKind.PERSON),
            found.is_spoken_by(SpeakerKind.ORGANIZATION),
        )

    def test_kind(self) -> None:
        """Its verb tells whether it reports."""
        said, asked = statements("{s1 Holm} {c1 said} {t1 no}. {s2 Dray} {c2 asked} {t2 why}.")

        assert [("stating", True), ("asking", False)] == [(one.saying_kind, one.reports) for one in (said, asked)]
