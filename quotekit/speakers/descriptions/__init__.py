"""Whom a description refers to: its candidates, their features, and the weights of these, learned from labelled news."""

from quotekit.speakers.descriptions.scorer import Scorer

__all__ = ["Scorer"]
