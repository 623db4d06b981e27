"""Whom a pronoun refers to: the features of its candidates, and the weights learned from labelled news."""

from quotekit.speakers.pronouns.chooser import LikeliestChooser

__all__ = ["LikeliestChooser"]
