"""
What cues say: whether a statement was made at all, whether by anybody, and with what kind of verb.

Texts mark their cues and sources as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.english.cues import is_impersonal, is_negated, saying_kind
from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words
from quotekit.records import Spans
from tests.markup import parse as parse_markup
from tests.strategies import texts

KINDS = ("asking", "denying", "judging", "ordering", "posting", "promising", "stating", "thinking", "writing")

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
]  # fmt: skip

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
]  # fmt: skip

IMPERSONAL = [
    "The dam {c reportedly} burst.",
    "{s The dam} {c allegedly} burst.",
    "{c Apparently} the dam has burst.",
    "The dam {c is expected to} hold.",
    "{s The dam} {c is expected to} hold.",
    "{s The dam} {c was widely expected} to hold.",
    "{s The dam} {c is said to} have burst.",
    "{s Holm} {c is believed to} have left.",
    "{s They} {c are thought} to have left.",
    "{c It is believed} that the dam has burst.",
    "{s It} {c is believed} that the dam has burst.",
    "{s It}{c 's believed} the dam has burst.",
    "{s It} {c has been reported} that the dam burst.",
    "{c It is anticipated} that the dam will hold.",
    "{s It} {c seems} that the dam will hold.",
    "{c It appeared} the dam would hold.",
    "{s It} {c turned out} that the dam had burst.",
    "{s It} {c would seem} the dam has burst.",
]  # fmt: skip

PERSONAL = [
    "{s It} {c said} the dam would hold.",
    "{s It} {c was told} that the dam had burst.",
    "{s It} {c is convinced} that the dam will hold.",
    "{s Holm} {c said} the dam would hold.",
    "{s Holm} {c reportedly said} the dam would hold.",
    "{s Holm} {c expects} the dam to hold.",
    "{s Holm}{c ’s said} before that the dam would hold.",
    "{s Holm} {c was quoted as saying} the dam would hold.",
    "{s Holm} {c is said to believe} that the dam will hold.",
    "{s Holm} {c is convinced} that the dam will hold.",
    "The dam {c is expected by} {s engineers} to hold.",
    "The dam {c is expected} by {s engineers} to hold.",
    "{s Holm}{c :} The dam will hold.",
    "{s Holm}, the dam is old.",
]  # fmt: skip


def parse(marked: str) -> tuple[str, Spans, Spans]:
    """Return a text, its source and its cue."""
    sentence = parse_markup(marked)
    return sentence.text, sentence.spans("s"), sentence.spans("c")


def negated(marked: str) -> bool:
    """Whether the statement in a marked text was not made."""
    text, source, cue = parse(marked)
    return is_negated(cue.text, source=source.text, before=text[: cue.start], after=text[cue[-1].end :])


class TestIsNegated:
    """is_negated tells whether a statement is said not to have been made."""

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


class TestIsImpersonal:
    """is_impersonal tells whether nobody in particular speaks."""

    @pytest.mark.parametrize("marked", IMPERSONAL, ids=str)
    def test_impersonal(self, marked: str) -> None:
        """Nobody stands behind the cue, whatever words look like its source."""
        _, source, cue = parse(marked)

        assert is_impersonal(source, cue)

    @pytest.mark.parametrize("marked", PERSONAL, ids=str)
    def test_personal(self, marked: str) -> None:
        """Somebody does, or there is no cue to tell."""
        _, source, cue = parse(marked)

        assert not is_impersonal(source, cue)

    @given(st.data())
    def test_any_text(self, data: st.DataObject) -> None:
        """Whatever the words, there is an answer; an empty cue is not impersonal."""
        text = data.draw(texts().filter(bool))
        cut = data.draw(st.integers(0, len(text) - 1))
        source = Spans.of(text, [(0, cut)] if cut else [])

        assert is_impersonal(source, Spans.of(text, [(cut, len(text))])) in (True, False)
        assert not is_impersonal(source, Spans())


class TestSayingKind:
    """saying_kind tells of what kind a verb is."""

    @pytest.mark.parametrize(
        ("verb", "kind"),
        [
            ("say", "stating"),
            ("ask", "asking"),
            ("deny", "denying"),
            ("believe", "thinking"),
            ("write", "writing"),
            ("retweet", "posting"),
            ("praise", "judging"),
            ("urge", "ordering"),
            ("vow", "promising"),
            ("rain", None),
            ("", None),
            (None, None),
        ],
        ids=str,
    )
    def test_kind(self, verb: str | None, kind: str | None) -> None:
        """A verb of the list has one kind, any other word none."""
        assert kind == saying_kind(verb)

    def test_list(self) -> None:
        """Every line of the list is a verb in dictionary form and one of the kinds, and none has two."""
        pairs = sorted(tuple(line.split(" ")) for line in load_words("saying_verbs"))

        assert pairs == [(cue_lemma(f"she {verb}"), saying_kind(verb)) for verb, _ in pairs]
        assert set(KINDS) == {kind for _, kind in pairs}
