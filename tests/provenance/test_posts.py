"""
add_posts(): attributions whose verb or source is a post.

Texts mark their attributions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from tests.helpers import outlet_names

POSTS = {
    "page of a platform": ("{s Holm’s LinkedIn page} {c lists} {t her as a diver}.", ["LinkedIn"]),
    "post on a platform": ("{s A Facebook post} {c said} {t the ferry is late}.", ["Facebook"]),
    "tweet": ("{s One tweet} {c said} {t the ferry is late}. Twitter was slow.", ["Twitter"]),
    "tweet, and no platform in the text": ("{s One tweet} {c said} {t the ferry is late}.", []),
    "platform that speaks": ("{s Facebook} {c said} {t the page is gone}.", []),
    "platform beside another noun": ("{s A Facebook lawyer} {c said} {t the page is gone}.", []),
    "platform named by a common word": ("{s Holm} {c said} in a Medium post {t the ferry is late}.", ["Medium"]),
    "page of a person": ("{s Holm} {c posted} {t a picture} to her Twitter page.", ["Twitter"]),
    "two platforms": ("{t “It is late,”} {s Holm} {c posted} via Facebook and Twitter.", ["Facebook", "Twitter"]),
}


class TestAddPosts:
    """Tests of add_posts()."""

    @pytest.mark.parametrize(("marked", "expected"), POSTS.values(), ids=POSTS)
    def test_one(self, marked: str, expected: list[str]) -> None:
        """A post comes through the platform that the text names for it."""
        assert [expected] == outlet_names(marked)

    def test_onward(self) -> None:
        """What is written after a tweet is on the same platform."""
        marked = (
            "{t1 “The ferry is late,”} {s1 Holm} {c1 tweeted} on Monday.\n\n{t2 “Very late,”} {s2 she} {c2 wrote}.\n\n"
            "Twitter was slow."
        )
        assert [["Twitter"], ["Twitter"]] == outlet_names(marked)

    def test_thoughts(self) -> None:
        """A thought is not posted because its thinker posts."""
        marked = (
            "{t1 “The ferry is late,”} {s1 Holm} {c1 wrote} on Twitter.\n\n{s2 Holm} {c2 wants} {t2 a bridge} by 2030."
        )
        assert [["Twitter"], []] == outlet_names(marked)
