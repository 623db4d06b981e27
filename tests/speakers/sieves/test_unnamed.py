"""
Sources that are counted or described: "one", "others" and "most Republicans".

The markup of the texts is described in :mod:`tests.marked_speakers`.
"""

from __future__ import annotations

import pytest

from tests.marked_speakers import parse_article

COUNTED = {
    "one": "Ida Holm met voters. {One=-:unnamed} said [1|so].",
    "one of them": "Ida Holm met Republicans. {One of the Republicans=-:unnamed} said [1|so].",
    "others": "Ida Holm left. {Others=-:unnamed} said [1|so].",
    "some": "Ida Holm left. {Some=-:unnamed} said [1|so].",
    "many of them": "Republicans met. {Many of them=Republicans:group} said [1|so].",
    "most": "{Most Republicans=Republicans:group} said [1|so].",
}


class TestCounted:
    """Sources that count somebody."""

    @pytest.mark.parametrize("marked", COUNTED.values(), ids=COUNTED)
    def test_counted(self, marked: str) -> None:
        """What is counted is named by its group; single ones and parts of nobody known are not."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
