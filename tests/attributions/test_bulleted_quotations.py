"""complete_bulleted_quotations()."""

from __future__ import annotations

import pytest

from quotekit.attributions.bulleted_quotations import complete_bulleted_quotations
from tests.helpers import context_of, drafts_of
from tests.markup import parse

INTRODUCED = "{s The pilots} {c made two demands}:\n"
LISTS = [
    pytest.param(INTRODUCED + "- {t “Mend the ferry.”}\n- “Pay us.”", "“Mend the ferry.” “Pay us.”", id="dashes"),
    pytest.param(INTRODUCED + "\n• {t “Mend it.”}\n\n• “Pay us.”", "“Mend it.” “Pay us.”", id="bullets"),
    pytest.param(INTRODUCED + "1. {t “Mend it.”}\n2. “Pay us.”\n3. “Go.”", "“Mend it.” “Pay us.” “Go.”", id="numbers"),
    pytest.param(INTRODUCED + "- {t “Old Moss”}\n- “Red Quay”", "“Old Moss”", id="names of things"),
    pytest.param(INTRODUCED + "- {t “Mend it,”} a cook said.\n- “Pay us.”", "“Mend it,”", id="other words"),
    pytest.param("{s Ito} {c left}.\n- {t “Mend it.”}\n- “Pay us.”", "“Mend it.”", id="no colon"),
    pytest.param(INTRODUCED + "- {t “Mend it.”}", "“Mend it.”", id="one item"),
    pytest.param(INTRODUCED + "(a) {t “Mend it.”}; and\n(b) “Pay us.”", "“Mend it.” “Pay us.”", id="letters"),
    pytest.param(INTRODUCED + "- {t “Mend it.”} - “Pay us.”", "“Mend it.”", id="one line"),
    pytest.param(INTRODUCED + "{t “Mend it.”}\n- “Pay us.”", "“Mend it.”", id="no bullet"),
    pytest.param(INTRODUCED + "- {t “Mend it.”}\n- “Pay us.” they said", "“Mend it.”", id="words behind"),
    pytest.param(INTRODUCED + "- {t “Mend it.”}\n- “Pay us.", "“Mend it.”", id="open"),
    pytest.param(INTRODUCED + "- {t “Mend it now”}\n- “Pay us.”", "“Mend it now”", id="half are sentences"),
    pytest.param(
        INTRODUCED + "- {t “Mend all of it now”}\n- “Pay us.”", "“Mend all of it now” “Pay us.”", id="five words"
    ),
    pytest.param(
        INTRODUCED + "- {t “Mend it.”}\n- {t2 “Pay us.”}\n- “Go.”",
        "“Mend it.” “Pay us.” “Go.”",
        id="another draft in it",
    ),
    pytest.param("{s Ito} fell. It {c said}:\n- {t “Mend it.”}\n- “Go.”", "“Mend it.” “Go.”", id="in its line"),
    pytest.param("{s Ito} fell.\nIt {c said}:\n- {t “Mend it.”}\n- “Go.”", "“Mend it.”", id="in two lines"),
]


@pytest.mark.parametrize(("marked", "expected"), LISTS)
def test_all_items(marked: str, expected: str) -> None:
    """All quoted sentences of a list are the content of the statement that introduces it."""
    sentence = parse(marked)
    (found,) = complete_bulleted_quotations(context_of(sentence.text), drafts_of(sentence))

    assert expected == " ".join(piece.text for piece in found.content)
