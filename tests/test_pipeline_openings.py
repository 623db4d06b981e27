"""
Sentences behind datelines, labels and times, end to end, with the shipped model: they are read as without these.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from quotekit import Extractor
from tests.helpers import drafts_of
from tests.markup import escape, parse

STATEMENTS = [
    "{t The dam is safe}, {s Water Minister Imran Lone} {c said} on Friday.",
    "{s Water Minister Imran Lone} {c said} {t the dam was safe}.",
    "{t “We have no water,”} {s farmer Asif Noor} {c said} on Monday.",
    "{t The clinic will open}, {s nurse Ann Ray} {c told} reporters.",
]
OPENINGS = [
    "VARDO: ",
    "VARDO, Aug 28 (NTB): ",
    "VARDO, Norway (AP) — ",
    "Vardo (Finnmark) [Norland], Aug 28 (ANI): ",
    "VARDO/RASTO, (Reuters) - ",
    "VARDO, Feb 3 | Reuters: ",
    "VARDO, May 3. /TASS/. ",
    "AFP, VARDO\n\n",
    "[February 20, 2017] VARDO (Reuters) - ",
    "By Jo Lind VARDO (Reuters) - ",
    "(CNN)",
    "16.06 ",
    "9.40am: ",
]
TEXTS = {
    "several": (
        "VARDO, Aug 28 (NTB): {s1 The minister} {c1 said} {t1 it would hold}.\n\n"
        "RASTO (NTB): {s2 Police} {c2 said} {t2 two men were held}."
    ),
    "entries": (
        "12.05pm BST: {s1 Mayor Ida Holm} {c1 says} {t1 the road is clear}.\n\n"
        "12.40pm BST\n\n{t2 The road is shut again}, {s2 Holm} {c2 said}."
    ),
    "correction": "{s Holm} {c said} {t it rained}.\n\nThis story has been updated to say that it rained at noon.",
    "place that speaks": "{s Moscow}{c :} {t We will not pay}",
    "turns": "{s1 LOWE}{c1 :} {t1 The dam is safe. I checked it.}\n\n{s2 RASK}{c2 :} {t2 Nobody told me.}",
}


@pytest.fixture(name="extractor", scope="module")
def fixture_extractor() -> Extractor:
    """Return an extractor with default settings."""
    return Extractor()


class TestExtract:
    """Extractor.extract()."""

    @pytest.mark.parametrize("opening", OPENINGS)
    @pytest.mark.parametrize("statement", STATEMENTS)
    def test_opening(self, extractor: Extractor, opening: str, statement: str) -> None:
        """An opening is in no part of an attribution, and takes none from the sentence behind it."""
        self.check(extractor, escape(opening) + statement)

    @pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
    def test_text(self, extractor: Extractor, text: str) -> None:
        """Each of several openings is left out, and labels of speakers are not."""
        self.check(extractor, text)

    @staticmethod
    def check(extractor: Extractor, markup: str) -> None:
        """Compare the attributions found with those marked."""
        marked = parse(markup)
        expected = [(draft.source, draft.cue, draft.content) for draft in drafts_of(marked)]

        assert expected == [(a.source, a.cue, a.content) for a in extractor.extract(marked.text).attributions]

    def test_dateline_and_credits(self, extractor: Extractor) -> None:
        """The place and the agency of an opening are in the article."""
        article = extractor.extract("VARDO, Aug 28 (NTB): The dam is safe, the minister said.")

        assert article.dateline is not None
        assert ("VARDO", ["NTB"]) == (article.dateline.place, [credit.name for credit in article.credits])
