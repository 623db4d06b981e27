"""Features of words: more of them in the tests of the encoding, which go through the tokenizer."""

from __future__ import annotations

from quotekit.tagger.features import FEATURE_SIZES, OUTSIDE, word_features
from quotekit.text import TextIndex


class TestWordFeatures:
    """word_features()."""

    def test_one_row_a_word(self) -> None:
        """Each word has its shape, mark and gap; none is padding."""
        features = word_features(TextIndex("It rains."), starts=[0, 3, 8], ends=[2, 8, 9])

        assert (3, len(FEATURE_SIZES)) == features.shape
        assert [OUTSIDE] * 3 == features[:, 1].tolist()
        assert (features > 0).all()

    def test_no_words(self) -> None:
        """A text without words has no rows."""
        assert (0, len(FEATURE_SIZES)) == word_features(TextIndex("\n"), [], []).shape
