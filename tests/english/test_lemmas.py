"""Dictionary forms of cues."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotekit.english.lemmas import cue_lemma
from quotekit.english.lexicons import load_words

VERBS = sorted(load_words("verbs"))


def third_person(verb: str) -> str:
    """Write a regular verb as it goes with "she"."""
    if re.search(r"(?:[sxz]|[cs]h|[^aeiou]o)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


class TestCueLemma:
    """cue_lemma finds a cue's main word and its dictionary form."""

    @pytest.mark.parametrize(
        ("cue", "lemma"),
        [
            ("said", "say"),
            ("told", "tell"),
            ("thought", "think"),
            ("characterizing", "characterize"),
            ("criticised", "criticise"),
            ("admitted", "admit"),
            ("visited", "visit"),
            ("stated", "state"),
            ("called", "call"),
            ("labelled", "label"),
            ("panicked", "panic"),
            ("attacked", "attack"),
            ("denied", "deny"),
            ("denies", "deny"),
            ("lied", "lie"),
            ("lying", "lie"),
            ("implying", "imply"),
            ("agreed", "agree"),
            ("stresses", "stress"),
            ("argues", "argue"),
            ("co-wrote", "co-write"),
            ("fact-checked", "fact-check"),
            ("SAYS", "say"),
        ],
        ids=str,
    )
    def test_verb_form(self, cue: str, lemma: str) -> None:
        """A form of a verb of the list gives the verb."""
        assert lemma == cue_lemma(cue)

    @pytest.mark.parametrize(
        ("cue", "lemma"),
        [
            ("greenlit-tested", "greenlit-test"),
            ("misarticulated", "misarticulate"),
            ("televized", "televize"),
            ("upvoted", "upvote"),
            ("rescheduled", "reschedule"),
            ("skedaddled", "skedaddle"),
            ("facetimed", "facetime"),
            ("clogged", "clog"),
            ("snubbed", "snub"),
            ("trolleyed", "trolley"),
            ("magicked", "magic"),
            ("pixelled", "pixel"),
            ("refereed", "referee"),
            ("remarried", "remarry"),
            ("vied", "vie"),
            ("vying", "vie"),
            ("googling", "google"),
            ("googles", "google"),
        ],
        ids=str,
    )
    def test_unknown_verb(self, cue: str, lemma: str) -> None:
        """A verb that is not in the list goes by its spelling."""
        assert lemma not in load_words("verbs")
        assert lemma == cue_lemma(cue)

    @pytest.mark.parametrize(
        ("cue", "lemma"),
        [
            ("was expected to", "expect"),
            ("has been harshly criticized", "criticize"),
            ("did not say", "say"),
            ("didn't say", "say"),
            ("won’t comment", "comment"),
            ("’s hoping", "hope"),
            ("went on to explain", "explain"),
            ("is said to", "say"),
            ("seems to believe", "seem"),
            ("in a statement said", "say"),
            ("in a statement saying", "say"),
            ("on Monday announced", "announce"),
            ("added … saying", "add"),
            ("told the paper's editors in an interview", "tell"),
            ("later quipped on Twitter", "quip"),
            ("eventually pixelled", "pixel"),
        ],
        ids=str,
    )
    def test_main_verb(self, cue: str, lemma: str) -> None:
        """Of several words the first verb counts that is no helping verb and in no noun phrase."""
        assert lemma == cue_lemma(cue)

    @pytest.mark.parametrize(
        ("cue", "lemma"),
        [
            ("assertion", "assertion"),
            ("assertions", "assertion"),
            ("his claims that", "claim"),
            ("their theories", "theory"),
            ("her lies", "lie"),
            ("the speeches", "speech"),
            ("her responses", "response"),
            ("the analyses", "analysis"),
            ("the thought that", "thought"),
            ("a finding", "finding"),
            ("the findings", "finding"),
            ("the court ruling", "ruling"),
            ("no comment", "comment"),
            ("widespread anticipation that", "anticipation"),
            ("made the argument", "argument"),
            ("a consensus", "consensus"),
            ("its politics", "politics"),
            ("was unlikely", "unlikely"),
            ("are willing", "willing"),
            ("remains unconvinced", "remain"),
            ("unconvinced", "unconvinced"),
        ],
        ids=str,
    )
    def test_noun_or_adjective(self, cue: str, lemma: str) -> None:
        """Without a verb a noun in the singular stands for the cue, or an adjective as it is."""
        assert lemma == cue_lemma(cue)

    @pytest.mark.parametrize(
        ("cue", "lemma"),
        [
            ("according to", "according to"),
            ("According to", "according to"),
            ("reportedly, according\nto", "according to"),
            ("in the words of", "in the words of"),
            ("From the point of view of", "from the point of view of"),
            ("accorded", "accord"),
        ],
        ids=repr,
    )
    def test_phrase(self, cue: str, lemma: str) -> None:
        """Fixed cues of several words stand for themselves."""
        assert lemma == cue_lemma(cue)

    @pytest.mark.parametrize(
        ("cue", "lemma"),
        [
            ("reportedly", "reportedly"),
            ("was", "be"),
            ("has it", "have"),
            ("'s going to", "go"),
            ("isn’t", "be"),
            ("won't", "will"),
            ("took to Twitter", "take"),
            ("by", "by"),
        ],
        ids=str,
    )
    def test_light_words(self, cue: str, lemma: str) -> None:
        """Where there is no other word, an adverb, a helping verb or the first word is left."""
        assert lemma == cue_lemma(cue)

    @pytest.mark.parametrize("cue", ["", ":", "―", " … ", "42", "\ud800", "\0"], ids=ascii)
    def test_no_words(self, cue: str) -> None:
        """A cue without words has no dictionary form."""
        assert cue_lemma(cue) is None

    @given(st.sampled_from(VERBS))
    def test_list(self, verb: str) -> None:
        """Every verb of the list, and its third person, gives the verb."""
        assert (verb, verb) == (cue_lemma(f"she would {verb}"), cue_lemma(f"she {third_person(verb)}"))

    @given(st.sampled_from([v for v in VERBS if re.search(r"[^eoy]e$", v)]))
    def test_lost_e(self, verb: str) -> None:
        """Every verb of the list in -e has its e put back."""
        assert (verb, verb) == (cue_lemma(verb + "d"), cue_lemma(verb[:-1] + "ing"))

    @given(st.text(alphabet=st.characters(categories=["L", "M", "N", "P", "Z", "Cs", "Cc"])))
    @example("İ'")
    @example("-ed 'ing n't")
    def test_any_text(self, cue: str) -> None:
        """Any string has a lower-case form, or none."""
        lemma = cue_lemma(cue)

        assert lemma is None or lemma == lemma.lower() != ""


@pytest.mark.parametrize("name", ["irregular_verbs", "irregular_words"])
def test_pairs_are_one_to_one(name: str) -> None:
    """Each line of a list of forms has two words, and no form stands there twice."""
    lines = sorted(load_words(name))
    forms = [line.split(" ")[0] for line in lines]

    assert ([2] * len(lines), sorted(set(forms))) == ([len(line.split(" ")) for line in lines], sorted(forms))


@pytest.mark.parametrize(
    "name",
    ["cue_phrases", "determiners", "irregular_verbs", "irregular_words", "negations", "nouns_in_ing", "verbs"],
)
def test_list_is_sorted(name: str) -> None:
    """A word list is sorted, in lower case, without duplicates, and says where it is from."""
    lines = files("quotekit.english.lexicons").joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]

    assert lines[0].startswith("# ")
    assert sorted({entry.lower().strip() for entry in entries}) == entries
