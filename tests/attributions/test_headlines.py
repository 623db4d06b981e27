"""trust_headlines()."""

from __future__ import annotations

import attrs
import pytest

from quotekit.attributions.constructions import CONFIDENCE
from quotekit.attributions.headlines import trust_headlines
from tests.helpers import context_of, drafts_of
from tests.markup import parse

_BODY = "\n\nThe ferry has two decks. It runs twice a day."
_DOUBTED = 0.3

HEADLINES = [
    "{s Ida Holm} {c warns} {t ferry will stop by May}",
    "{s Ida Holm} {c denies} {t ferry was sold}",
    "{s Dockers in Lagos} {c vow} {t to block the gate}",
    "{s Nairobi mayor} {c promises} {t new buses}",
    "{t Ferry will stop by May}, {c warns} {s Ida Holm}",
    "{t Trains to run all night}, {s minister} {c claims}",
    "{t ‘Ferry is finished’}, {s Ida Holm} {c insists}",
    "{t “Ferry is finished”}{c :} {s Ida Holm}",
    "{s Kiwi farmers} {c say} {t drought is the worst in years}",
]
OTHERS = [
    pytest.param("{s Ida Holm} {c warned} {t the ferry would stop}", id="past tense"),
    pytest.param("{s Ida Holm} {c warns} {t the ferry will stop}.", id="full stop"),
    pytest.param("{s Ida Holm} {c warns} {t the ferry will stop}, a blow to trade", id="more in the line"),
    pytest.param("{s Ida Holm} {c fears} {t the ferry will stop}", id="a verb of thought"),
    pytest.param("{s Ferry}{c :} {t two decks and a bar}", id="a label without quotation marks"),
    pytest.param("{s Ida Holm} {c warns} {t ferry" + " and boat" * 20 + " will stop}", id="a long line"),
]


def _confidence(marked: str, confidence: float) -> float:
    sentence = parse(marked + _BODY)
    (draft,) = (attrs.evolve(d, confidence=confidence) for d in drafts_of(sentence))
    return trust_headlines(context_of(sentence.text), [draft])[0].confidence


@pytest.mark.parametrize("marked", HEADLINES)
def test_all_of_a_line_is_trusted(marked: str) -> None:
    """A line with nothing but a source, a verb in the present tense and a content."""
    assert CONFIDENCE == _confidence(marked, _DOUBTED)


@pytest.mark.parametrize("marked", OTHERS)
def test_other_lines_stay_as_they_are(marked: str) -> None:
    """Prose, lines with more in them, and labels."""
    assert _DOUBTED == _confidence(marked, _DOUBTED)


@pytest.mark.parametrize("confidence", [0.01, 0.95])
def test_unlikely_and_likely_statements_stay_as_they_are(confidence: float) -> None:
    """What the model all but excludes is not raised, and nothing is lowered."""
    assert confidence == _confidence(HEADLINES[0], confidence)
