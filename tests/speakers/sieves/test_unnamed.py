"""
Sources that are counted or described: "one", "others" and "most Republicans".

The markup of the texts is described in :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import parse_article

COUNTED = {
    "one": "Ida Holm met voters. {s One=-:unnamed} said {t so}.",
    "one of them": "Ida Holm met Republicans. {s One of the Republicans=-:unnamed} said {t so}.",
    "others": "Ida Holm left. {s Others=-:unnamed} said {t so}.",
    "some": "Ida Holm left. {s Some=-:unnamed} said {t so}.",
    "many of them": "Republicans met. {s Many of them=Republicans:group} said {t so}.",
    "most": "{s Most Republicans=Republicans:group} said {t so}.",
}


class TestCounted:
    """Sources that count somebody."""

    @pytest.mark.parametrize("marked", COUNTED.values(), ids=COUNTED)
    def test_counted(self, marked: str) -> None:
        """What is counted is named by its group; single ones and parts of nobody known are not."""
        article = parse_article(marked)

        assert article.expected == article.resolve()
