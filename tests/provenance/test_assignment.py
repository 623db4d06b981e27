"""Which statement of a sentence a carrier carries."""

from __future__ import annotations

import pytest

from tests.helpers import outlet_names


class TestAssignCarriers:
    """assign_carriers()."""

    @pytest.mark.parametrize(
        ("marked", "expected"),
        [
            (
                "{s1 Holm} {c1 told} CNN {t1 it is late}, while {s2 Dray} {c2 told} the BBC {t2 it is not}.",
                [["CNN"], ["BBC"]],
            ),
            (
                "Writing for a Reef Times panel that {s1 Dray} {c1 said} {t1 is late}, {s2 Holm} {c2 said} {t2 no}.",
                [[], ["Reef Times"]],
            ),
            (
                "Friends whom she met by the dam on Twitter {c1 said} {t1 so}, and {s2 Dray} {c2 said} {t2 no}.",
                [[], []],
            ),
        ],
        ids=["nearest", "main clause", "experts on a platform"],
    )
    def test_assigned(self, marked: str, expected: list[list[str]]) -> None:
        """It is the nearest; after what opens the sentence, the nearest of the main clause."""
        assert expected == outlet_names(marked)
