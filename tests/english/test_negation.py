"""
Negation of cues.

Texts mark their cues and sources as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest
from hypothesis import given

from quotekit.english.lexicons import load_words
from quotekit.english.negation import is_negated
from tests.markup import parse
from tests.strategies import texts

NEGATED = [
    "{s Holm} {c did not say} whether the dam would hold.",
    "{s Holm} {c didn’t say} whether the dam would hold.",
    "{s HOLM} {c DIDN'T SAY} WHETHER THE DAM WOULD HOLD.",
    "{s Holm} {c cannot say} whether the dam will hold.",
    "{s Holm} {c could not immediately confirm} that the dam would hold.",
    "{s Holm} {c would not comment on} whether the dam would hold.",
    "{s Holm} {c won’t say} whether the dam will hold.",
    "{s Holm} {c never said} that the dam would hold.",
    "{s Holm} {c has never claimed} that the dam would hold.",
    "{s Holm} {c declined to confirm} that the dam would hold.",
    "{s Holm} {c declined to comment on} whether the dam would hold.",
    "{s Holm} {c declined} to say whether the dam would hold.",
    "{s Holm} {c declined on Monday to say} whether the dam would hold.",
    "{s Holm} {c declined comment on} the dam.",
    "Holm declined to {c confirm} that the dam would hold.",
    "Holm did not {c say} that the dam would hold.",
    "{s Holm} {c refused to say} whether the dam would hold.",
    "{s Holm} {c has refused to endorse} the dam.",
    "{s Holm} {c stopped short of saying} that the dam would hold.",
    "{s Holm} {c failed to mention} that the dam had burst.",
    "{s Holm} {c avoided directly criticizing} the builders.",
    "{s Holm} {c refrained from blaming} the builders.",
    "{s Holm} {c was unable to say} whether the dam would hold.",
    "{s Holm’s} {c refusal to acknowledge} that the dam had burst cost her votes.",
    "{s Holm} {c said nothing about} the dam.",
    "{s Holm} {c made no mention of} the dam.",
    "{s Holm} {c has remained silent on} the dam.",
    "{s Holm} {c no longer believes} that the dam will hold.",
    "{s Holm} {c neither confirmed nor denied} that the dam had burst.",
    "{s Holm} left {c without saying} whether the dam would hold.",
    "{s Holm} {c didn’t deny} that the dam had burst.",
    "{s Nobody} {c said} that the dam would hold.",
    "{s No one at the ministry} {c has said} that the dam would hold.",
    "{s No official} {c has confirmed} that the dam would hold.",
    "{s Neither Holm nor Dray} {c said} that the dam would hold.",
    "{s None of the engineers} {c expected} the dam to hold.",
    "{s No official} {c denied} that the dam had burst.",
]

NOT_NEGATED = [
    "{s Holm} {c said} the dam would hold.",
    "{s Holm}{c :} The dam will not hold.",
    "{s Holm} {c denied} that the dam had burst.",
    "{s Holm} {c rejected} the idea that the dam had burst.",
    "{s Holm} {c not only said} that the dam had burst but that it was old.",
    "{s Holm} {c no doubt believes} the dam will hold.",
    "{s Holm} {c made no secret of} her fear.",
    "{s Holm} {c said no to} a new dam.",
    "{s Holm} {c did not mince words in calling} the dam old.",
    "{s Holm} {c did not fail to mention} that the dam had burst.",
    "{s Holm} {c could not help but say} that the dam was old.",
    "{s Holm} {c could not resist mocking} the dam.",
    "{s Holm} {c didn’t hesitate to call} the dam old.",
    "{s Holm} {c declined} an offer to say more.",
    "{s Holm} {c struggled to explain} why the dam had burst.",
    "{s Holm} {c failed to convince} the voters that the dam would hold.",
    "{s Holm} {c noted} the knotted rope.",
    "{s Holm} {c refused} to open the dam.",
    "{s Holm} {c is using the failed dam to portray} Dray as weak.",
    "{s Holm} {c said, without naming} the builders, that the dam was old.",
    "Whether the dam will hold or not, {s Holm} {c said}, is open.",
    "Whether the dam would hold or not {c said} nobody.",
    "{s No fewer than ten engineers} {c said} the dam would hold.",
    "{s No Dams} {c said} the river should be free.",
    "{s The No. 2 official} {c said} the dam would hold.",
    "She did not come. {s Holm} {c said} the dam would hold.",
]


def negated(marked: str) -> bool:
    """Return whether the statement in a marked text was not made."""
    sentence = parse(marked)
    text, cue = sentence.text, sentence.spans("c")
    return is_negated(cue.text, source=sentence.spans("s").text, before=text[: cue.start], after=text[cue[-1].end :])


class TestIsNegated:
    """is_negated()."""

    @pytest.mark.parametrize("marked", NEGATED, ids=str)
    def test_negated(self, marked: str) -> None:
        """It was not made, or withheld, or nobody made it."""
        assert negated(marked)

    @pytest.mark.parametrize("marked", NOT_NEGATED, ids=str)
    def test_not_negated(self, marked: str) -> None:
        """It was made, though it denies something, or though words near it look like a negation."""
        assert not negated(marked)

    def test_no_cue(self) -> None:
        """Where there is no cue nothing is negated."""
        assert not is_negated("", source="Nobody", before="Holm did not ", after=" say")

    @given(texts(), texts(), texts(), texts())
    def test_any_text(self, cue: str, source: str, before: str, after: str) -> None:
        """Whatever the words, there is an answer, and it is no where there is no cue."""
        assert is_negated(cue, source=source, before=before, after=after) in ((True, False) if cue else (False,))

    @pytest.mark.parametrize("verb", sorted(line.split(" ")[0] for line in load_words("saying_verbs")))
    def test_every_verb(self, verb: str) -> None:
        """With every verb of saying the same words negate."""
        cues = (verb, f"did not {verb}", f"declined to {verb}", f"never {verb}", f"did not refuse to {verb}")

        assert [False, True, True, True, False] == [is_negated(cue) for cue in cues]
